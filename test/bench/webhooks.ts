import { catchUpOutbox } from '#engine';
import type { DataSource } from 'typeorm';
import { hasRedis, startRedis } from '../redis-server.js';
import { startBarePoster } from './bare-posts.js';
import { startHookReceiver } from './hook-receiver.js';
import { type HookLatencies, measureHookLatency } from './hook-latency.js';
import { type HookSpeed, measureHookSpeed } from './hook-speed.js';
import { measureRelay, type RelaySpeed } from './relay-speed.js';
import type { Undo } from './undo.js';
import type { WebhooksPlan } from './webhooks-plan.js';

/** What the log and the webhooks have come to. */
export interface WebhooksFindings {
  /** by where the jobs are; null where there is no Redis on this machine */
  speed: { postgresql: HookSpeed[]; redis: HookSpeed[] | null };
  latency: HookLatencies;
  relay: RelaySpeed;
}

/** Facts are committed as changes leave them; a worker of its own process carries them to a receiver of its own process. */
export async function measureWebhooks(
  plan: WebhooksPlan,
  given: {
    database: { url: string; serverPid: number | null; settle: () => Promise<void> };
    dataSource: DataSource;
    undo: Undo;
    say: (sentence: string) => void;
  },
): Promise<WebhooksFindings> {
  const { undo, say } = given;
  const receiver = await startHookReceiver();
  undo.push(receiver.stop);
  const poster = startBarePoster();
  undo.push(poster.stop);
  const ground = { ...given, receiver };
  // What was written in plain SQL before has no place in the outbox: a worker would look for it as it starts.
  await catchUpOutbox(given.dataSource);
  say('Delivering webhooks…');
  const postgresql = await measureHookSpeed(plan, { ...ground, poster, redisUrl: null });
  const redis = await inRedis(undo, (redisUrl) =>
    measureHookSpeed(plan, { ...ground, poster, redisUrl }),
  );
  poster.stop();
  say('Looking when webhooks arrive…');
  const latency = await measureHookLatency(plan, ground);
  say(`Giving ${plan.changes} changes their places…`);
  const relay = await measureRelay(plan, ground);
  receiver.stop();
  return { speed: { postgresql, redis }, latency, relay };
}

async function inRedis<T>(undo: Undo, work: (url: string) => Promise<T>): Promise<T | null> {
  if (!hasRedis) return null;
  const redis = await startRedis();
  undo.push(redis.remove);
  const result = await work(redis.url);
  await redis.remove();
  return result;
}
