import { join } from 'node:path';
import { type ApiProcess, startApi } from '../../bench/api-process.js';
import type { Undo } from '../../bench/undo.js';
import { spawnWorker, type WorkerProcess } from '../../worker-process.js';

/** Receivers of this machine, without TLS, and writers without a limit. */
const SETTINGS = {
  WEBHOOK_HTTP: 'true',
  WEBHOOK_ALLOW: '127.0.0.0/8',
  RATE_LIMIT: '0',
  LOG_LEVEL: 'warn',
};
export const WORKERS = [0, 1] as const;

/** An API and two workers, each in a process of its own, and started again where they are killed. */
export interface Fleet {
  url: string;
  killApi: () => Promise<void>;
  killWorker: (which: number) => Promise<void>;
  freeze: (which: number) => void;
  thaw: (which: number) => void;
  stop: () => Promise<void>;
}

export async function startFleet(given: {
  databaseUrl: string;
  redisUrl: string;
  folder: string;
  undo: Undo;
}): Promise<Fleet> {
  const { databaseUrl, redisUrl, folder, undo } = given;
  const settings = { ...SETTINGS, REDIS_URL: redisUrl };
  let stopping = false;
  let api: ApiProcess = await startApi({ databaseUrl, folder, profiled: false, settings });
  const { port } = api;
  const start = (which: number): WorkerProcess => {
    const log = join(folder, `worker-${which}.log`);
    const worker = spawnWorker(databaseUrl, { settings, log });
    void again(which, worker);
    return worker;
  };
  // As a supervisor does: one that ends is started again, whatever ended it.
  const again = async (which: number, { exited }: WorkerProcess) => {
    await exited;
    if (!stopping) workers[which] = start(which);
  };
  const workers: WorkerProcess[] = [];
  for (const which of WORKERS) workers[which] = start(which);
  const stop = async () => {
    stopping = true;
    for (const worker of workers) worker.thaw();
    await Promise.all([api.stop(), ...workers.map((worker) => worker.stop())]);
  };
  undo.push(stop);
  return {
    url: `http://127.0.0.1:${port}`,
    killApi: async () => {
      await api.kill();
      api = await startApi({ databaseUrl, folder, profiled: false, port, settings });
    },
    killWorker: (which) => workers[which]!.kill(),
    freeze: (which) => workers[which]!.freeze(),
    thaw: (which) => workers[which]!.thaw(),
    stop,
  };
}
