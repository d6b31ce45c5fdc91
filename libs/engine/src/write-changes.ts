import type { Pool } from 'pg';
import { type ChangeSet, type Part, PARTS } from './change-parts.js';

/** Someone else changed an item, opened a variant or answered the same key in the meantime: load again and decide again. */
export class ConflictError extends Error {
  /** the unique index that was hit, or null where a version was stale */
  readonly constraint: string | null;

  constructor(cause: { constraint?: string }) {
    super('An item was changed in the meantime.', { cause });
    this.constraint = cause.constraint ?? null;
  }
}

const CONFLICT_CODES = ['BT001', '23505'];

/**
 * Writes changes with their tasks, entries, messages and answer in one statement, which is one transaction and one
 * round trip. Changes of different items, from different requests too, can share it: it takes any number.
 * Throws ConflictError, with nothing written, when any item is no longer at the version its change started from.
 */
export async function writeChanges(pool: Pool, set: ChangeSet): Promise<void> {
  const present = PARTS.map((part) => ({ part, rows: part.rows(set) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const values: unknown[] = present.flatMap(({ part, rows }) =>
    part.types.map((_, column) => rows.map((row) => row[column])),
  );
  values.push(set.changes.length);
  try {
    await pool.query({ ...statementFor(present.map(({ part }) => part)), values });
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (CONFLICT_CODES.includes(code)) throw new ConflictError(error as { constraint?: string });
    throw error;
  }
}

const statements = new Map<string, { name: string; text: string }>();

/** One prepared statement for each combination of tables; some ten of them occur. */
function statementFor(parts: Part[]): { name: string; text: string } {
  const name = `write:${parts.map((part) => PARTS.indexOf(part)).join('')}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  let parameter = 0;
  const queries = parts.map((part) => {
    const arrays = part.types.map((type) => `$${++parameter}::${type}[]`);
    return `${part.name}_written as (${part.sql(`unnest(${arrays.join(', ')})`)})`;
  });
  const text = `with ${queries.join(',\n')}
    select case when (select count(*) from item_written) <> $${++parameter}::integer
      then baton_raise_stale() end`;
  const statement = { name, text };
  statements.set(name, statement);
  return statement;
}
