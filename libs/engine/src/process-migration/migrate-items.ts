import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';
import { ProcessStore } from '../process-store.js';
import { BEFORE_ALL } from './live-items.js';
import { migrateBatch } from './migrate-batch.js';
import { finishRun, loadRun, type RunAddress, runningMigrations } from './migration-run.js';

/** Items that share a transaction. More are no faster, and hold up for longer whoever wants one of them. */
const ITEMS_A_BATCH = 200;
/** How long a worker stays with the runs before it looks at its other duties, in milliseconds. */
const LONGEST_MS = 10_000;

/**
 * Goes on with every migration that runs, batch by batch. What is left of a run is what is still pinned to the older
 * version and was not set aside, so it goes on after a kill as if nothing had happened. Gives how many items were
 * migrated and how many were not.
 */
export async function migrateItems(
  dataSource: DataSource,
): Promise<{ migrated: number; unmigrated: number }> {
  const pool = poolOf(dataSource);
  const sum = { migrated: 0, unmigrated: 0 };
  const until = Date.now() + LONGEST_MS;
  const addresses = await runningMigrations(pool);
  if (addresses.length === 0) return sum;
  const processes = new ProcessStore(dataSource);
  for (const address of addresses) {
    const done = await alone(pool, address, () => migrateRun(pool, processes, { address, until }));
    sum.migrated += done?.migrated ?? 0;
    sum.unmigrated += done?.unmigrated ?? 0;
  }
  return sum;
}

async function migrateRun(
  pool: Pool,
  processes: ProcessStore,
  { address, until }: { address: RunAddress; until: number },
): Promise<{ migrated: number; unmigrated: number }> {
  const sum = { migrated: 0, unmigrated: 0 };
  let after = BEFORE_ALL;
  let inThisPass = 0;
  while (Date.now() < until) {
    const run = await loadRun(pool, processes, address);
    if (run === null) return sum;
    const batch = await migrateBatch(pool, run, { after, limit: ITEMS_A_BATCH });
    if (batch.stopped) return sum;
    sum.migrated += batch.migrated;
    sum.unmigrated += batch.unmigrated;
    inThisPass += batch.migrated + batch.unmigrated;
    if (batch.taken === ITEMS_A_BATCH) {
      after = batch.last!;
      continue;
    }
    if (await finishRun(pool, run)) return sum;
    // What is left is in somebody's hands at this moment. The next round comes in a second.
    if (inThisPass === 0) return sum;
    [after, inThisPass] = [BEFORE_ALL, 0];
  }
  return sum;
}

/**
 * Does the work unless another worker is at this run: two would only pass over each other's items. The lock ends with
 * its connection, and nothing but speed depends on it.
 */
async function alone<T>(
  pool: Pool,
  { migrationId }: RunAddress,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = await pool.connect();
  let ended = false;
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [migrationId],
    );
    const { locked } = rows[0]!;
    const result = locked ? await work() : null;
    if (locked) {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [migrationId]);
    }
    ended = true;
    return result;
  } finally {
    // Not given back where something failed, so that no lock stays behind.
    client.release(!ended);
  }
}
