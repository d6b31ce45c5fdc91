import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { documentOfRoutes } from '../apps/api/src/index.js';
import { startEmbeddedPostgres } from '../apps/standalone/src/postgres/index.js';
import { migrate } from '../migrations/index.js';

export const TEMPLATE = 'baton_test_template';

/**
 * Once before all tests: a PostgreSQL of the run's own, or the one named by DATABASE_URL, and in it a migrated database
 * that each test file gets a copy of; and the OpenAPI document, which every answer is held against.
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
  process.env['BATON_TEST_DOCUMENT'] = await writeDocument();
}

/** Where it was written. */
async function writeDocument(): Promise<string> {
  const file = join(process.cwd(), 'dist/openapi.json');
  writeFileSync(file, JSON.stringify(await documentOfRoutes(), null, 2));
  return file;
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
