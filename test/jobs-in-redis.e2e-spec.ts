import { readSettings } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Duty, startWorker, WorkerSettings } from '../apps/worker/src/index.js';
import { hasRedis, type RedisServer, startRedis } from './redis-server.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

let database: TestDatabase;
let redis: RedisServer;

if (!hasRedis) console.warn('Left out: jobs in Redis. This machine has no redis-server.');

beforeAll(async () => {
  database = await createTestDatabase();
  if (hasRedis) redis = await startRedis();
});

afterAll(async () => {
  await redis?.remove();
  await database.drop();
});

const settings = () =>
  readSettings(WorkerSettings, {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    LOG_LEVEL: 'silent',
    WORKER_PORT: '0',
  });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 50));
}

(hasRedis ? describe : describe.skip)('with its jobs in Redis, the worker', () => {
  it('gives each run to one of several workers, and goes on by itself after Redis was emptied, killed and started again', async () => {
    const runs: number[] = [];
    const duty: Duty = {
      everyMs: 300,
      run: async () => {
        runs.push(Date.now());
        return {};
      },
    };
    const workers = [
      await startWorker(settings(), { count: duty }),
      await startWorker(settings(), { count: duty }),
    ];
    const moreRuns = async (count = 3) => {
      const goal = runs.length + count;
      await until(() => runs.length >= goal);
    };
    await moreRuns(12);
    // Some runs may be late, and the next one in time; were each given to both, there would be twice as many.
    const slots = (runs.at(-1)! - runs[0]!) / duty.everyMs;
    expect(runs.length).toBeLessThanOrEqual(slots + 5);

    await redis.flush();
    await moreRuns();
    await redis.kill();
    await redis.start();
    await moreRuns();
    for (const worker of workers) await worker.close();
    expect(await database.query('select from bullmq.job')).toEqual([]);
  });

  it('starts while Redis is away, degraded and not unready, and stops', async () => {
    await redis.kill();
    let runs = 0;
    const duty: Duty = { everyMs: 200, run: async () => ({ runs: (runs += 1) }) };
    const waiting = await startWorker(settings(), { count: duty });
    const readiness = async () => {
      const { ok, json } = await fetch(`${waiting.url}/readyz`).then(async (answer) => ({
        ok: answer.ok,
        json: (await answer.json()) as { status: string },
      }));
      return ok && json.status;
    };
    await until(async () => (await readiness()) === 'degraded');
    await redis.start();
    await until(() => runs > 0);
    await until(async () => (await readiness()) === 'ready');
    await redis.kill();
    await waiting.close();
    const idle = await startWorker(settings(), { count: duty });
    await idle.close();
    await redis.start();
  });
});
