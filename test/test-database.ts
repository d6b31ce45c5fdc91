import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A migrated database of a test file's own. */
export interface TestDatabase {
  /** as the owner; connections of the application take its role by themselves */
  url: string;
  /** SQL as the superuser that tampers, or as the owner */
  query: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
  drop: () => Promise<void>;
}

/** Copies the migrated template; 30 to 60 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['BATON_TEST_ADMIN_URL']!;
  const name = `baton_test_${randomBytes(6).toString('hex')}`;
  await onServer(
    adminUrl,
    `create database ${name} template ${process.env['BATON_TEST_TEMPLATE']}`,
  );
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    query: async <T>(sql: string, values: unknown[] = []) =>
      (await client.query(sql, values)).rows as T[],
    drop: async () => {
      await client.end();
      await onServer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
