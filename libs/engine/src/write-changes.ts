import { type ChangeSet, type Part, PARTS } from './parts/index.js';
import type { Queryable } from './queryable.js';

/** Someone else changed an item, opened a variant or answered the same key in the meantime: load again and decide again. */
export class ConflictError extends Error {
  /** the unique index that was hit, or null where a version was stale */
  readonly constraint: string | null;

  constructor(cause: { constraint?: string }) {
    super('An item was changed in the meantime.', { cause });
    this.constraint = cause.constraint ?? null;
  }
}

/** Stale, taken, or chosen to give way where two waited for each other. */
const CONFLICT_CODES = ['BT001', '23505', '40P01'];

/**
 * Writes changes with their tasks, entries, messages and answer in one statement, which is one transaction and one
 * round trip. Changes of different items, from different requests too, can share it: it takes any number.
 * Throws ConflictError, with nothing written, when any item is no longer at the version its change started from, or a
 * taxonomy no longer at the one its words were checked against. With the client of a transaction it is a part of that.
 */
export async function writeChanges(db: Queryable, set: ChangeSet): Promise<void> {
  const present = PARTS.map((part) => ({ part, rows: part.rows(set) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const total = present.reduce((sum, { rows }) => sum + rows.length, 0);
  const form = total <= MOST_LISTED_ROWS ? LISTED : UNNESTED;
  const values = present.flatMap(({ part, rows }) => form.values(part, rows));
  values.push(...exactOf(present).map(({ rows }) => rows.length));
  try {
    await db.query({ ...statementFor(form, present), values });
  } catch (error) {
    throw conflictIn(error) ?? error;
  }
}

/** An error of the database as the finding that somebody else was first, or null where it is none. */
export function conflictIn(error: unknown): ConflictError | null {
  if (error instanceof ConflictError) return error;
  const { code = '' } = error as { code?: string };
  return CONFLICT_CODES.includes(code) ? new ConflictError(error as { constraint?: string }) : null;
}

/** The parts each of whose rows has to be found as it was, or somebody else was first. */
function exactOf(present: PartRows[]): PartRows[] {
  return present.filter(({ part }) => part.exact);
}

interface PartRows {
  part: Part;
  rows: unknown[][];
}

/** How the rows of a part stand in the statement. */
interface Form {
  /** what tells apart the statements that a part has in this form */
  name: (rows: unknown[][]) => string;
  sql: (part: Part, rows: unknown[][], parameter: () => string) => string;
  values: (part: Part, rows: unknown[][]) => unknown[];
}

/**
 * Row by row. PostgreSQL keeps one plan for it; the arrays of `unnest` make it plan anew at every call, which costs more
 * than the writes of a few rows.
 */
const LISTED: Form = {
  name: (rows) => String(rows.length),
  sql: ({ types }, rows, parameter) =>
    `(values ${rows.map(() => `(${types.map((type) => `${parameter()}::${type}`).join(', ')})`).join(', ')})`,
  values: (_part, rows) => rows.flat(),
};

/** Column by column, as arrays: one statement for any number of rows. */
const UNNESTED: Form = {
  name: () => 'n',
  sql: ({ types }, _rows, parameter) =>
    `unnest(${types.map((type) => `${parameter()}::${type}[]`).join(', ')})`,
  values: ({ types }, rows) => types.map((_, column) => rows.map((row) => row[column])),
};

/** One change has some ten rows; several at once are better off as arrays. */
const MOST_LISTED_ROWS = 16;

const statements = new Map<string, { name: string; text: string }>();

/** One prepared statement for each combination of tables and, where rows are listed, of their numbers. */
function statementFor(form: Form, present: PartRows[]): { name: string; text: string } {
  const name = present
    .map(({ part, rows }) => `${PARTS.indexOf(part)}:${form.name(rows)}`)
    .join(' ');
  const known = statements.get(name);
  if (known !== undefined) return known;
  let count = 0;
  const parameter = () => `$${(count += 1)}`;
  const queries = present.map(
    ({ part, rows }) => `${part.name}_written as (${part.sql(form.sql(part, rows, parameter))})`,
  );
  // In this order: a taxonomy is locked before the items, as a merge locks them.
  const checks = exactOf(present).map(
    ({ part }) =>
      `when (select count(*) from ${part.name}_written) <> ${parameter()}::integer then baton_raise_stale()`,
  );
  const check = checks.length === 0 ? '' : `case ${checks.join('\n')} end`;
  const statement = { name, text: `with ${queries.join(',\n')}\nselect ${check}` };
  statements.set(name, statement);
  return statement;
}
