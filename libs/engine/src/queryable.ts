import type { Pool, PoolClient } from 'pg';

/** The pool, or a client of it that is inside a transaction. */
export type Queryable = Pick<Pool, 'query'>;

/** Runs `work` on one connection in one transaction; what it throws undoes everything. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const stop = surviveLoss(client);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    stop();
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even undo is not given to anybody else.
    const lost = await client.query('rollback').then(
      () => false,
      () => true,
    );
    stop();
    client.release(lost);
    throw error;
  }
}

/**
 * A server that goes away between two statements tells the client and not a query, and nobody listens to a client that
 * is in use: this does, until what it gives is called. The next query fails.
 */
export function surviveLoss(client: PoolClient): () => void {
  const ignore = (): void => {};
  client.on('error', ignore);
  return () => void client.off('error', ignore);
}
