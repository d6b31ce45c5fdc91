import { type BusinessFunction, checkDescription, isInstant, type ItemKind } from '#domain';
import { canonicalLocale } from '#localization';
import { parse } from 'csv-parse/sync';
import { FailedRun } from '../failed-run.js';

/** What an item of the library is, from one row of library.csv. */
export interface LibraryRow {
  /** line of the file, counted from 1 */
  line: number;
  slug: string;
  kind: Exclude<ItemKind, 'variant'>;
  description: {
    title: string;
    type: string;
    audience: string[];
    purpose: string;
    journeyStage: string[];
    ownerFunction: BusinessFunction;
    requiredLocales: string[];
  };
  locale: string;
  revisions: number;
  /** ISO 8601 UTC, or null where the row leaves it empty */
  firstWrittenAt: string | null;
  lastWrittenAt: string | null;
}

/** Something that could not be read: which file and line, what was expected and what was found. */
export interface Finding {
  file: string;
  line: number | null;
  detail: string;
}

const COLUMNS = [
  'slug',
  'kind',
  'type',
  'title',
  'audience',
  'purpose',
  'journey_stage',
  'owner_function',
  'source_locale',
  'target_locales',
  'revisions',
  'first_revision_at',
  'last_revision_at',
] as const;
type Column = (typeof COLUMNS)[number];

const FILE = 'library.csv';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/** Reads library.csv: the rows that are sound, and a finding for each fault of the others. */
export function readLibrary(text: string): { rows: LibraryRow[]; findings: Finding[] } {
  const records = parseCsv(text);
  const rows: LibraryRow[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    const faults = faultsOf(cells);
    const earlier = seen.get(cells.slug);
    if (earlier !== undefined) {
      faults.push(`slug: expected each once; "${cells.slug}" already stands in line ${earlier}`);
    }
    seen.set(cells.slug, line);
    if (faults.length === 0) rows.push(rowFrom(cells, line));
    findings.push(...faults.map((detail) => ({ file: FILE, line, detail })));
  }
  return { rows, findings };
}

/** Throws where the file cannot be taken apart, with the line at which that shows. */
function parseCsv(text: string): { line: number; cells: Record<Column, string> }[] {
  try {
    return parsedCsv(text);
  } catch (error) {
    if (error instanceof FailedRun) throw error;
    const line = (error as { lines?: number }).lines ?? 1;
    throw new FailedRun(
      `${FILE}:${line}: expected comma-separated values; ${(error as Error).message}`,
    );
  }
}

function parsedCsv(text: string): { line: number; cells: Record<Column, string> }[] {
  let header: string[] = [];
  const parsed = parse<{ record: Record<Column, string>; info: { lines: number } }>(text, {
    bom: true,
    columns: (names: string[]) => (header = names),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new FailedRun(
      `${FILE}:1: expected the columns ${COLUMNS.join(', ')}; found ${header.join(', ')}, without ${missing.join(', ')}.`,
    );
  }
  return parsed.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(COLUMNS.map((name) => [name, record[name] ?? ''])) as never,
  }));
}

function faultsOf(cells: Record<Column, string>): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, column: Column, expected: string) => {
    if (!holds) faults.push(`${column}: expected ${expected}; found "${cells[column]}"`);
  };
  expect(SLUG.test(cells.slug), 'slug', 'lower-case words joined by hyphens');
  expect(['content', 'training'].includes(cells.kind), 'kind', 'content or training');
  expect(cells.title !== '', 'title', 'a title');
  expect(/^[1-9]\d*$/u.test(cells.revisions), 'revisions', 'the number of its revisions');
  expect(canonicalLocale(cells.source_locale) !== null, 'source_locale', 'a BCP 47 tag');
  expect(
    listIn(cells.target_locales).every((tag) => canonicalLocale(tag) !== null),
    'target_locales',
    'BCP 47 tags separated by ;',
  );
  for (const column of ['first_revision_at', 'last_revision_at'] as const) {
    expect(
      cells[column] === '' || isInstant(cells[column]),
      column,
      'an ISO 8601 instant with its zone or nothing',
    );
  }
  if (faults.length > 0) return faults;
  return checkDescription(rowFrom(cells, 0).description).map(faultOf);
}

/** A problem of a description, in the words of the file. */
export function faultOf({ pointer, detail }: { pointer: string; detail: string }): string {
  return `${columnFor(pointer)}: ${lowerFirst(detail.replace(/\.$/u, ''))}`;
}

function rowFrom(cells: Record<Column, string>, line: number): LibraryRow {
  return {
    line,
    slug: cells.slug,
    kind: cells.kind as LibraryRow['kind'],
    description: {
      title: cells.title,
      type: cells.type,
      audience: listIn(cells.audience),
      purpose: cells.purpose,
      journeyStage: listIn(cells.journey_stage),
      ownerFunction: cells.owner_function as BusinessFunction,
      requiredLocales: listIn(cells.target_locales).map((tag) => canonicalLocale(tag)!),
    },
    locale: canonicalLocale(cells.source_locale)!,
    revisions: Number(cells.revisions),
    firstWrittenAt: instantIn(cells.first_revision_at),
    lastWrittenAt: instantIn(cells.last_revision_at),
  };
}

/** The column that a field of a description comes from. */
function columnFor(pointer: string): string {
  const [, field = ''] = pointer.split('/');
  const named: Record<string, Column> = {
    journeyStage: 'journey_stage',
    ownerFunction: 'owner_function',
    requiredLocales: 'target_locales',
  };
  return named[field] ?? field;
}

function listIn(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}

function instantIn(cell: string): string | null {
  return cell === '' ? null : new Date(cell).toISOString();
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
