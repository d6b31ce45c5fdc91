import { type BatonClient, dataOf } from '#client';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { connect } from '../../../apps/cli/src/connect.js';
import type { Ground } from '../ground.js';
import { createItem } from '../../line.js';
import { type RedisServer, startRedis } from '../../redis-server.js';
import { openWorkspace } from '../../test-api.js';
import { randomOf } from '../../bench/memory-texts.js';
import { type Fleet, startFleet } from './fleet.js';
import { type Receiver, startReceiver } from './receiver.js';
import type { Scale } from './scale.js';

/** What one endpoint wants, in which form, and who receives it. */
export interface Endpoint {
  id: string;
  types: string[];
  format: 'standard' | 'cloudevents';
  receiver: Receiver;
}

/** A workspace with its items and endpoints, and the processes that serve it. */
export interface Site {
  workspaceId: string;
  pool: Pool;
  url: string;
  /** of whoever writes and administers */
  key: string;
  client: BatonClient;
  itemIds: string[];
  endpoints: Endpoint[];
  fleet: Fleet;
  redis: RedisServer | null;
  close: () => Promise<void>;
}

const WANTED = {
  standard: [],
  cloudevents: ['comment.*', 'item.*'],
};

/** What is not ready after it was started is told by whatever asks it next. */
export async function openSite(
  { database, dataSource, pool, folder: parent, undo }: Ground,
  {
    slug,
    withRedis,
    scale,
    seed,
  }: { slug: string; withRedis: boolean; scale: Scale; seed: number },
): Promise<Site> {
  const folder = join(parent, `jobs-in-${slug}`);
  mkdirSync(folder, { recursive: true });
  const redis = withRedis ? await startRedis() : null;
  if (redis !== null) undo.push(redis.remove);
  const fleet = await startFleet({
    databaseUrl: database.url,
    redisUrl: redis?.url ?? '',
    folder,
    undo,
  });
  const { url } = fleet;
  const workspace = await openWorkspace(dataSource, url, slug);
  const writer = await workspace.person([{ function: 'enablement' }, { function: 'marketing' }]);
  const client = connect({ url, key: writer.key });
  const endpoints: Endpoint[] = [];
  for (const format of ['standard', 'cloudevents'] as const) {
    const receiver = await startReceiver({
      name: format,
      random: randomOf(seed + endpoints.length),
      hangs: scale.hangs,
      poison: scale.poison,
      expected: scale.facts,
    });
    undo.push(receiver.close);
    const types = WANTED[format];
    const body = { url: receiver.url, types, format };
    const { id, secret } = await dataOf(client.POST('/v1/webhook-endpoints', { body }));
    receiver.knows(secret!);
    endpoints.push({ id, types, format, receiver });
  }
  const itemIds: string[] = [];
  for (let number = 1; number <= scale.items; number += 1) {
    itemIds.push((await createItem(writer, { slug: `item-${number}` })).id);
  }
  return {
    workspaceId: workspace.id,
    pool,
    url,
    key: writer.key,
    client,
    itemIds,
    endpoints,
    fleet,
    redis,
    close: async () => {
      await fleet.stop();
      await redis?.remove();
      for (const { receiver } of endpoints) await receiver.close();
    },
  };
}
