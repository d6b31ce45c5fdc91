import { readSettings } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Duty, DUTIES, startWorker, WorkerSettings } from '../apps/worker/src/index.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => database.drop());

const settings = () =>
  readSettings(WorkerSettings, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 50));
}

const keysKept = async () =>
  (await database.query<{ key: string }>('select key from idempotency order by key')).map(
    ({ key }) => key,
  );

describe('the worker', () => {
  it('forgets the answers that are older than 24 hours and keeps the others', async () => {
    await database.query(`
      insert into idempotency (workspace_id, actor_id, key, request_hash, status, body, created_at)
      values (gen_random_uuid(), 'a', 'old', '', 200, '', now() - interval '24 hours 1 second'),
             (gen_random_uuid(), 'a', 'young', '', 200, '', now() - interval '23 hours')`);
    const worker = await startWorker(settings(), {
      forget_old_answers: { ...DUTIES['forget_old_answers']!, everyMs: 100 },
    });
    await until(async () => (await keysKept()).length === 1);
    await worker.close();
    expect(await keysKept()).toEqual(['young']);
  });

  it('gives each run to one of several workers, and goes on after a run that failed', async () => {
    const runs: number[] = [];
    let failures = 0;
    const duty: Duty = {
      everyMs: 200,
      run: async () => {
        runs.push(Date.now());
        if (runs.length === 2) {
          failures += 1;
          throw new Error('This run fails.');
        }
        return {};
      },
    };
    const workers = [
      await startWorker(settings(), { count: duty }),
      await startWorker(settings(), { count: duty }),
    ];
    await until(async () => runs.length >= 12);
    for (const worker of workers) await worker.close();
    expect(failures).toBe(1);
    // Some runs may be late, and the next one in time; were each given to both, there would be twice as many.
    const slots = (runs.at(-1)! - runs[0]!) / duty.everyMs;
    expect(runs.length).toBeLessThanOrEqual(slots + 5);
  });
});
