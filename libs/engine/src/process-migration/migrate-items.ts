import type { PoolClient } from 'pg';
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
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    for (const address of addresses) {
      if (!(await lock(client, address))) continue;
      const done = await migrateRun(client, processes, { address, until });
      sum.migrated += done.migrated;
      sum.unmigrated += done.unmigrated;
      await unlock(client, address);
    }
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // A connection that failed half-way may still hold a lock; given an error, the pool closes it.
    client.release(failed);
  }
  return sum;
}

async function migrateRun(
  client: PoolClient,
  processes: ProcessStore,
  { address, until }: { address: RunAddress; until: number },
): Promise<{ migrated: number; unmigrated: number }> {
  const sum = { migrated: 0, unmigrated: 0 };
  let after = BEFORE_ALL;
  let inThisPass = 0;
  while (Date.now() < until) {
    const run = await loadRun(client, processes, address);
    if (run === null) return sum;
    const batch = await migrateBatch(client, run, { after, limit: ITEMS_A_BATCH });
    if (batch.stopped) return sum;
    sum.migrated += batch.migrated;
    sum.unmigrated += batch.unmigrated;
    inThisPass += batch.migrated + batch.unmigrated;
    if (batch.taken === ITEMS_A_BATCH) {
      after = batch.last!;
      continue;
    }
    if (await finishRun(client, run)) return sum;
    // What is left is in somebody's hands at this moment. The next round comes in a second.
    if (inThisPass === 0) return sum;
    [after, inThisPass] = [BEFORE_ALL, 0];
  }
  return sum;
}

/** Two workers with one run would only pass over each other's items; the lock ends with the connection. */
async function lock(client: PoolClient, { migrationId }: RunAddress): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [migrationId],
  );
  return rows[0]!.locked;
}

async function unlock(client: PoolClient, { migrationId }: RunAddress): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [migrationId]);
}
