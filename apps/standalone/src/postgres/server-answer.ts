import { readFileSync, realpathSync } from 'node:fs';
import { Client } from 'pg';
import type { HomeLayout } from './cluster-home.js';
import { LOOPBACK } from './server-port.js';

/** How long a server that calls itself ready may take to give the right answer. */
export const ANSWER_PATIENCE_MS = 5_000;
const ONE_ANSWER_MS = 2_000;

/** The superuser's URL of this cluster, at this port. */
export function adminUrlOf(layout: HomeLayout, port: number): string {
  return `postgres://postgres:${readFileSync(layout.password, 'utf8').trim()}@${LOOPBACK}:${port}/postgres`;
}

/** Why the server at this port is not the one of our data, or does not take our password; undefined when all is well. */
export async function objectionTo(layout: HomeLayout, port: number): Promise<string | undefined> {
  const client = new Client({
    connectionString: adminUrlOf(layout, port),
    connectionTimeoutMillis: ONE_ANSWER_MS,
    query_timeout: ONE_ANSWER_MS,
  });
  // A connection that breaks while idle would otherwise end the whole process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const shown = rows[0]?.data_directory;
    const ours = shown !== undefined && realpathSync(shown) === layout.data;
    return ours ? undefined : `it serves the data in ${shown}`;
  } catch (error) {
    return `it says: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await client.end().catch(() => undefined);
  }
}
