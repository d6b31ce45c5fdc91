import type { BatonClient } from '#client';
import { connect } from '../../apps/cli/src/connect.js';
import { startApi } from '../bench/api-process.js';
import { spawnWorker } from '../worker-process.js';
import type { Ground } from './ground.js';

/** The API and the worker, each in a process of its own, and a client of whoever migrates. */
export interface Servers {
  client: BatonClient;
  /** kills both where they stand */
  kill: () => Promise<void>;
}

export async function startServers({ database, folder, crew, undo }: Ground): Promise<Servers> {
  const api = await startApi({ databaseUrl: database.url, folder, profiled: false });
  undo.push(api.stop);
  const worker = spawnWorker(database.url);
  undo.push(worker.stop);
  return {
    client: connect({ url: `http://127.0.0.1:${api.port}`, key: crew.writer.key }),
    kill: async () => {
      await Promise.all([worker.kill(), api.kill()]);
    },
  };
}
