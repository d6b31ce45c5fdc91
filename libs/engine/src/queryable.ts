import type { Pool, PoolClient } from 'pg';

/** The pool, or a client of it that is inside a transaction. */
export type Queryable = Pick<Pool, 'query'>;

/** Runs `work` on one connection in one transaction; what it throws undoes everything. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even undo is not given to anybody else.
    const lost = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(lost);
    throw error;
  }
}
