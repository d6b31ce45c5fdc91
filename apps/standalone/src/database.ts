import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './postgres/index.js';

/** A database to run on: who owns its schema, and whom the application connects as. */
export interface Database {
  ownerUrl: string;
  applicationUrl: string;
  /** where the data is, for a person to read */
  place: string;
  stop: () => Promise<void>;
}

/** The database named by DATABASE_URL. */
export function givenDatabase(url: string): Database {
  const { host, pathname } = new URL(url);
  return {
    ownerUrl: url,
    applicationUrl: url,
    place: `${host}${pathname}`,
    stop: async () => {},
  };
}

/** A PostgreSQL server of our own below `folder`, with a login for the application that owns nothing. */
export async function embeddedDatabase(
  folder: string,
  onProgress: (sentence: string) => void,
): Promise<Database> {
  const server = await startEmbeddedPostgres({ folder, purpose: 'keep', onProgress });
  const password = randomBytes(24).toString('hex');
  await withClient(server.adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'baton'");
    if (rowCount === 0) await client.query('create database baton');
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'baton_app') then
          create role baton_app nologin;
        end if;
        if not exists (select from pg_roles where rolname = 'baton_login') then
          create role baton_login login in role baton_app;
        end if;
      end $$`);
    // A new password at every start: it never has to be kept.
    await client.query(`alter role baton_login password '${password}'`);
  });
  return {
    ownerUrl: urlFor(server.adminUrl, {}),
    applicationUrl: urlFor(server.adminUrl, { username: 'baton_login', password }),
    place: server.dataFolder,
    stop: () => server.stop(),
  };
}

function urlFor(adminUrl: string, login: { username?: string; password?: string }): string {
  return Object.assign(new URL(adminUrl), { pathname: '/baton', ...login }).href;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
