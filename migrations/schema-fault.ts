import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './list.js';

/** Why a process cannot work with the schema of a database: a code and a sentence for those who run it. */
export interface SchemaFault {
  code: 'database_unavailable' | 'schema_outdated';
  detail: string;
}

/** Asks a database for the newest migration that this code knows; null where it was run there. */
export async function schemaFault(dataSource: DataSource): Promise<SchemaFault | null> {
  const newest = MIGRATIONS.at(-1)!.name;
  const found = await dataSource
    .query<unknown[]>('select 1 from schema_migration where name = $1', [newest])
    .catch(() => null);
  if (found === null) {
    return { code: 'database_unavailable', detail: 'The database does not answer.' };
  }
  if (found.length > 0) return null;
  return {
    code: 'schema_outdated',
    detail: `Expected the schema with ${newest}; run the migrations.`,
  };
}
