import { type NoteKey, publicBytes, readCheckpoint, type TreeHead } from '#domain';
import type { KeyObject } from 'node:crypto';
import { auditExport } from '../apps/api/src/audit/audit-export.js';
import { ExportVerifier } from '../apps/cli/src/verify/export-verifier.js';
import type { Brought } from '../apps/cli/src/verify/log.js';
import { createItem, type Crew, hire, type Item, published } from './line.js';
import type { TestApi } from './test-api.js';
import type { TestDatabase } from './test-database.js';

/** What `baton verify` would print of a workspace: what does not hold, and what else is to be known. */
export interface Verified {
  faults: string[];
  notices: string[];
}

/** Exports a workspace and verifies it, in this process. */
export async function verified(
  { dataSource }: Pick<TestApi, 'dataSource'>,
  workspaceId: string,
  brought: Partial<Brought> = {},
): Promise<Verified> {
  const verifier = new ExportVerifier({ pinned: null, kept: [], ...brought });
  const faults: string[] = [];
  for await (const text of auditExport(dataSource, workspaceId)) {
    for (const line of text.trimEnd().split('\n')) faults.push(...verifier.take(line));
  }
  const { log, whole } = verifier.finish();
  if (!whole) throw new Error('The export is not whole.');
  return { faults: [...faults, ...log!.faults], notices: log!.notices };
}

/** A workspace with an item that was published, a further one, and two checkpoints that an auditor kept with the key. */
export interface Audited {
  workspaceId: string;
  crew: Crew;
  item: Item;
  first: string;
  second: string;
  pinned: NoteKey;
  /** changes the item */
  comment: (text: string) => Promise<unknown>;
  newest: () => Promise<Checkpoint>;
  /** gives everything committed its leaf and signs it; the note */
  sign: () => Promise<string>;
}

/** A checkpoint as the API shows it. */
export interface Checkpoint {
  size: number;
  root: string;
  note: string;
  signedAt: string;
}

export async function audited(api: TestApi): Promise<Audited> {
  const { id: workspaceId, ...workspace } = await api.workspace('acme');
  const crew = await hire({ id: workspaceId, ...workspace });
  const newest = async () =>
    (await crew.legal.get('/v1/audit/checkpoint').expect(200)).body as Checkpoint;
  const sign = async () => {
    await api.sequence();
    await api.sign();
    return (await newest()).note;
  };
  const item = await published(crew, { requiredLocales: ['de-DE'] });
  const comment = async (text: string) =>
    crew.enablement.post(`/v1/items/${item.id}/comments`, { text }).expect(200);
  const first = await sign();
  await comment('So?');
  await createItem(crew.marketing, { title: 'The last one', goalId: crew.goalId });
  const second = await sign();
  const pinned = pinOf(workspaceId, api.auditKey);
  return { workspaceId, crew, item, first, second, pinned, comment, newest, sign };
}

/** The leaves that a note is about. */
export function sizeOf(note: string): number {
  return headOf(note).size;
}

/** What a note says, whoever signed it. */
export function headOf(note: string): TreeHead {
  return readCheckpoint(`${note.split('\n\n')[0]}\n`)!;
}

/** Checkpoints that an auditor brings along, as kept-1, kept-2 and so on. */
export function keptNotes(...notes: string[]): Pick<Brought, 'kept'> {
  return { kept: notes.map((note, index) => ({ name: `kept-${index + 1}`, note })) };
}

/** A key as an auditor pins it. */
export function pinOf(workspaceId: string, key: KeyObject): NoteKey {
  return { name: `baton/${workspaceId}`, publicKey: publicBytes(key) };
}

/** The tables that somebody with all rights would alter; all others follow from them or are not exported. */
export const TAMPERED = [
  'audit_entry',
  'item',
  'task',
  'revision',
  'process_version',
  'audit_leaf',
  'audit_node',
  'log_tip',
  'audit_checkpoint',
  'audit_key',
];

/** Keeps the rows of tables as they are, under a name. */
export async function keepRows(
  { query }: TestDatabase,
  name: string,
  tables: string[],
): Promise<void> {
  for (const table of tables) await query(`create temp table ${name}_${table} as table ${table}`);
}

/** Puts kept rows back in the place of those that are there, with the triggers off, as whoever restores a backup does. */
export async function bringBack(
  { query }: TestDatabase,
  name: string,
  tables: string[],
): Promise<void> {
  await query('set session_replication_role = replica');
  for (const table of tables) {
    const columns = await writtenColumns(query, table);
    await query(`delete from ${table};
      insert into ${table} (${columns}) overriding system value select ${columns} from ${name}_${table};
      drop table ${name}_${table}`);
  }
  await query('set session_replication_role = default');
}

/** Does something with the triggers off, tells what it leads to, and puts everything back. */
export async function tampering<T>(
  database: TestDatabase,
  { by, see }: { by: () => Promise<unknown>; see: () => Promise<T> },
): Promise<T> {
  await keepRows(database, 'kept', TAMPERED);
  await database.query('set session_replication_role = replica');
  try {
    await by();
    return await see();
  } finally {
    await bringBack(database, 'kept', TAMPERED);
  }
}

/** Those that the database does not make out of others. */
async function writtenColumns(query: TestDatabase['query'], table: string): Promise<string> {
  const [row] = await query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return row!.names;
}
