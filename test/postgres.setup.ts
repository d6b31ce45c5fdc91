import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../apps/standalone/src/postgres/index.js';
import { migrate } from '../migrations/index.js';

export const TEMPLATE = 'baton_test_template';

/**
 * Once before all tests: a PostgreSQL of the run's own, or the one named by DATABASE_URL, and in it a migrated database
 * that each test file gets a copy of.
 */
export default async function setUp(): Promise<void> {
  const adminUrl = process.env['DATABASE_URL'] ?? (await startServer());
  const template = `${TEMPLATE}_${process.pid}`;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(databaseUrl(adminUrl, template));
  process.env['BATON_TEST_ADMIN_URL'] = adminUrl;
  process.env['BATON_TEST_TEMPLATE'] = template;
}

async function startServer(): Promise<string> {
  const parent = join(process.cwd(), '.baton');
  mkdirSync(parent, { recursive: true });
  const server = await startEmbeddedPostgres({
    folder: join(parent, `test-${process.pid}`),
    purpose: 'discard',
  });
  Object.assign(globalThis, { batonTestServer: server });
  return server.adminUrl;
}

function databaseUrl(adminUrl: string, database: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}
