import type { PoolClient } from 'pg';

/** Runs work on one connection in a transaction, which it rolls back where the work fails. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that is gone has rolled back already, and what went wrong first says more.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
