import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/index.js';
import { migrate } from '../../migrations/index.js';

/** A migrated database of the benchmark's own. */
export interface BenchDatabase {
  url: string;
  /** the server and what it promises about a commit, for a person to read */
  description: string;
  /** of the server, where it is our own */
  serverPid: number | null;
  /** Leaves the tables as after a quiet hour, so that no round pays for the writing before it. */
  settle: () => Promise<void>;
  /** kills the server where it stands and starts it again on the same port; null where it is not our own */
  crash: (() => Promise<void>) | null;
  remove: () => Promise<void>;
}

interface Server {
  adminUrl: string;
  place: string;
  pid: number | null;
  crash: (() => Promise<void>) | null;
  stop: () => Promise<void>;
}

/**
 * A database on the server named by DATABASE_URL, or on an embedded one below `folder` that is as durable as the one
 * that `npm start` runs. One benchmark at a time owns that folder; what a killed one left in it is taken over.
 */
export async function openBenchDatabase(folder: string): Promise<BenchDatabase> {
  const given = process.env['DATABASE_URL'];
  const server = given === undefined ? await embeddedServer(folder) : givenServer(given);
  const name = `baton_bench_${process.pid}`;
  try {
    await query(server.adminUrl, `create database ${name}`);
    const url = Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
    await migrate(url);
    return {
      url,
      description: `${await promisesOf(url)}, ${server.place}`,
      serverPid: server.pid,
      settle: () => settle(url),
      crash: server.crash,
      remove: async () => {
        await query(server.adminUrl, `drop database if exists ${name} with (force)`);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function givenServer(adminUrl: string): Server {
  return { adminUrl, place: new URL(adminUrl).host, pid: null, crash: null, stop: async () => {} };
}

async function embeddedServer(parent: string): Promise<Server> {
  const folder = join(parent, 'postgres');
  mkdirSync(folder, { recursive: true });
  let server = await startEmbeddedPostgres({ folder, purpose: 'keep' });
  const left = await query<{ datname: string }>(
    server.adminUrl,
    `select datname from pg_database where datname like 'baton\\_bench\\_%'`,
  );
  for (const { datname } of left) {
    await query(server.adminUrl, `drop database ${datname} with (force)`);
  }
  return {
    adminUrl: server.adminUrl,
    place: 'embedded',
    pid: server.serverPid,
    crash: async () => {
      const { port } = server;
      process.kill(server.serverPid, 'SIGKILL');
      await server.stop();
      server = await startEmbeddedPostgres({ folder, purpose: 'keep' });
      if (server.port !== port) throw new Error(`Expected port ${port}; found ${server.port}.`);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      removeHomeElsewhere(server.dataFolder);
    },
  };
}

/** Started by root, the data may be in a home that lies elsewhere; only what is marked as one is removed. */
function removeHomeElsewhere(dataFolder: string): void {
  const home = dirname(dirname(dataFolder));
  if (existsSync(join(home, 'baton-postgres.json'))) rmSync(home, { recursive: true, force: true });
}

async function promisesOf(url: string): Promise<string> {
  const [row] = await query<{ version: string; fsync: string; commit: string }>(
    url,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  return `PostgreSQL ${row!.version}, fsync ${row!.fsync}, synchronous_commit ${row!.commit}`;
}

async function settle(url: string): Promise<void> {
  await query(url, 'vacuum (analyze)');
  const [row] = await query<{ may: boolean }>(
    url,
    `select pg_has_role(current_user, 'pg_checkpoint', 'usage') as may`,
  );
  if (row!.may) await query(url, 'checkpoint');
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
