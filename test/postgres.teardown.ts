import { Client } from 'pg';
import type { EmbeddedPostgres } from '../apps/standalone/src/postgres/index.js';

/** Once after all tests: the run's own server goes with everything in it; on a given one, the template is dropped. */
export default async function tearDown(): Promise<void> {
  const { batonTestServer } = globalThis as { batonTestServer?: EmbeddedPostgres };
  if (batonTestServer !== undefined) return batonTestServer.stop();
  const client = new Client({ connectionString: process.env['BATON_TEST_ADMIN_URL'] });
  await client.connect();
  await client.query(`drop database if exists ${process.env['BATON_TEST_TEMPLATE']} with (force)`);
  await client.end();
}
