import type { Problem } from '#domain';
import { CsvError, parse } from 'csv-parse/sync';

/** A row of a file by its columns; what was left out is empty. */
export interface CsvRow<Column extends string> {
  /** where it ends, counted from 1 */
  line: number;
  cells: Record<Column, string>;
}

/** What csv-parse gives where it is asked for lines; its types do not tell without column names. */
interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Rows of one file at most. */
const MOST_ROWS = 5000;

/**
 * Takes a file apart whose first line names its columns, in any order. Gives no row where that cannot be done, but what is
 * wrong and in which line.
 */
export function readCsvRows<Column extends string>(
  text: string,
  { columns, required }: { columns: readonly Column[]; required: readonly Column[] },
): { rows: CsvRow<Column>[]; problems: Problem[] } {
  const refused = (line: number, detail: string) => ({ rows: [], problems: [wrong(line, detail)] });
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as { lines?: number };
    return refused(lines, `Expected comma-separated values: ${error.message}.`);
  }
  const [header, ...records] = parsed;
  const names = header?.record.map((name) => name.trim()) ?? [];
  const known: readonly string[] = columns;
  const missing = required.filter((name) => !names.includes(name));
  const strange = names.filter((name, at) => !known.includes(name) || names.indexOf(name) !== at);
  if (missing.length > 0) {
    return refused(
      1,
      `Expected the columns ${required.join(', ')}; ${missing.join(', ')} missing.`,
    );
  }
  if (strange.length > 0) {
    const found = JSON.stringify(strange[0]!.slice(0, 100));
    return refused(1, `Expected each of the columns ${columns.join(', ')} once; found ${found}.`);
  }
  if (records.length > MOST_ROWS) {
    return refused(
      records[MOST_ROWS]!.info.lines,
      `Expected at most ${MOST_ROWS} rows; found more.`,
    );
  }
  const uneven = records.find(({ record }) => record.length !== names.length);
  if (uneven !== undefined) {
    const { record, info } = uneven;
    return refused(info.lines, `Expected ${names.length} cells; found ${record.length}.`);
  }
  const rows = records.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.map((name) => [name, record[names.indexOf(name)] ?? '']),
    ) as Record<Column, string>,
  }));
  return { rows, problems: [] };
}

function wrong(line: number, detail: string): Problem {
  return { pointer: `/${line}`, code: 'invalid_csv', detail: `Line ${line}: ${detail}` };
}
