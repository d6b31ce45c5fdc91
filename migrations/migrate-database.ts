import { runMigrations as runQueueMigrations } from 'bullmq';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { MIGRATIONS } from './list.js';

/** Any number: it keeps two migrations of one database apart. */
const ADVISORY_LOCK = 6_242_170;
const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings a database up to the newest schema and gives the names of the migrations that were run.
 * `url` belongs to the owner of the schema, not to the application's role. Safe to run twice at once.
 */
export async function migrate(url: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await refuseOldServer(source);
    const done = await source.runMigrations();
    await source.query('grant select on schema_migration to baton_app');
    await migrateQueue(source);
    return done.map(({ name }) => name);
  } finally {
    await lock.release();
    await source.destroy();
  }
}

/** The tables of the job queue belong to BullMQ, in a schema of their own. */
async function migrateQueue(source: DataSource): Promise<void> {
  const client = await (source.driver as PostgresDriver).obtainMasterConnection();
  try {
    await runQueueMigrations(client[0], QUEUE_SCHEMA);
  } finally {
    await client[1]();
  }
  await source.query(`
    -- it numbers the jobs of each queue by a sequence that it creates with the first of them
    grant usage, create on schema ${QUEUE_SCHEMA} to baton_app;
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to baton_app;
    grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to baton_app;
  `);
}

async function refuseOldServer(source: DataSource): Promise<void> {
  const [row] = await source.query<{ server_version: string }[]>('show server_version');
  const version = row?.server_version ?? '';
  if (Number.parseInt(version, 10) < 15) {
    throw new Error(`Expected PostgreSQL 15 or newer; found ${version}.`);
  }
}
