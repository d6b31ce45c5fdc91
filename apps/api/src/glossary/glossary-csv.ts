import type { Problem } from '#domain';
import type { GlossaryTerm } from '#engine';
import {
  canonicalLocale,
  foldedWord,
  repeatedTarget,
  TARGET_STATUSES,
  type TargetStatus,
  tidyWord,
} from '#localization';
import { csvLine } from '../http/csv-body.js';
import { type CsvRow, readCsvRows } from './csv-rows.js';
import { LONGEST_NOTE, LONGEST_WORD, MOST_TARGETS } from './glossary.dto.js';

/** A term as a file has it, and the line in which it begins. */
export interface ListedTerm extends Omit<GlossaryTerm, 'id' | 'version'> {
  line: number;
}

const COLUMNS = [
  'source_locale',
  'target_locale',
  'source',
  'target',
  'status',
  'case_sensitive',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];

/** Faults that are told of one file at most. */
const MOST_PROBLEMS = 100;
const FLAGS: Record<string, boolean> = { true: true, false: false, '': false };
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Characters of a locale tag at most. */
const LONGEST_LOCALE = 100;

/** The tags that a file names, each looked at once: that takes longer than all else of a row. */
class LocaleTags {
  private readonly known = new Map<string, string | null>();

  canonical(tag: string): string | null {
    if (tag.length > LONGEST_LOCALE) return null;
    const known = this.known.get(tag);
    if (known !== undefined) return known;
    const canonical = canonicalLocale(tag);
    this.known.set(tag, canonical);
    return canonical;
  }
}

/** What terms are the same for. */
export function keyOf(
  term: Pick<GlossaryTerm, 'sourceLocale' | 'targetLocale' | 'source'>,
): string {
  return JSON.stringify([term.sourceLocale, term.targetLocale, foldedWord(term.source)]);
}

/** The terms of a file, one row for each word; the rows of a term need not stand together. Or every fault, with its place. */
export function readGlossary(text: string): { terms: ListedTerm[]; problems: Problem[] } {
  const { rows, problems } = readCsvRows(text, {
    columns: COLUMNS,
    required: ['source_locale', 'target_locale', 'source', 'target', 'status'],
  });
  const terms = new Map<string, ListedTerm>();
  const tags = new LocaleTags();
  for (const row of rows) {
    if (problems.length >= MOST_PROBLEMS) break;
    const faults = faultsOf(row, tags);
    if (faults.length > 0) problems.push(...faults);
    else addRow(row, { terms, tags, problems });
  }
  return { terms: [...terms.values()], problems: problems.slice(0, MOST_PROBLEMS) };
}

/** The same terms as a file that `readGlossary` reads to what it was written from. */
export function writeGlossary(terms: readonly Omit<GlossaryTerm, 'id' | 'version'>[]): string {
  const lines = terms.flatMap(
    ({ sourceLocale, targetLocale, source, targets, caseSensitive, note }) =>
      targets.map(({ text, status }) =>
        csvLine([
          sourceLocale,
          targetLocale,
          source,
          text,
          status,
          String(caseSensitive),
          note ?? '',
        ]),
      ),
  );
  return csvLine(COLUMNS) + lines.join('');
}

function faultsOf({ line, cells }: CsvRow<Column>, tags: LocaleTags): Problem[] {
  const faults: Problem[] = [];
  const expect = (holds: boolean, column: Column, expected: string) => {
    if (!holds) faults.push(fault(line, column, expected, cells[column]));
  };
  for (const column of ['source_locale', 'target_locale'] as const) {
    expect(tags.canonical(cells[column]) !== null, column, 'a BCP 47 tag');
  }
  for (const column of ['source', 'target'] as const) {
    const word = cells[column];
    expect(
      LETTER_OR_DIGIT.test(word) && tidyWord(word).length <= LONGEST_WORD,
      column,
      `a word of up to ${LONGEST_WORD} characters with a letter or a digit`,
    );
  }
  expect(isStatus(cells.status), 'status', TARGET_STATUSES.join(' or '));
  expect(Object.hasOwn(FLAGS, cells.case_sensitive), 'case_sensitive', 'true, false or nothing');
  expect(cells.note.length <= LONGEST_NOTE, 'note', `up to ${LONGEST_NOTE} characters`);
  return faults;
}

function addRow(
  { line, cells }: CsvRow<Column>,
  read: { terms: Map<string, ListedTerm>; tags: LocaleTags; problems: Problem[] },
): void {
  const { terms, tags, problems } = read;
  const listed = {
    sourceLocale: tags.canonical(cells.source_locale)!,
    targetLocale: tags.canonical(cells.target_locale)!,
    source: tidyWord(cells.source),
    caseSensitive: FLAGS[cells.case_sensitive]!,
    note: cells.note.trim() === '' ? null : cells.note,
  };
  const target = { text: tidyWord(cells.target), status: cells.status as TargetStatus };
  const key = keyOf(listed);
  const term = terms.get(key);
  if (term === undefined) {
    terms.set(key, { line, ...listed, targets: [target] });
    return;
  }
  const asBefore = `the same as in line ${term.line}, where this term begins`;
  for (const [field, column] of OF_TERM) {
    if (term[field] !== listed[field]) problems.push(fault(line, column, asBefore, cells[column]));
  }
  term.targets.push(target);
  if (term.targets.length > MOST_TARGETS) {
    problems.push(fault(line, 'target', `at most ${MOST_TARGETS} words for a term`, cells.target));
    term.targets.pop();
  } else if (repeatedTarget(term) !== null) {
    problems.push(fault(line, 'target', 'each word for a term once', cells.target));
    term.targets.pop();
  }
}

/** What the rows of a term have to agree in. */
const OF_TERM = [
  ['source', 'source'],
  ['caseSensitive', 'case_sensitive'],
  ['note', 'note'],
] as const;

function isStatus(status: string): status is TargetStatus {
  return TARGET_STATUSES.some((each) => each === status);
}

function fault(line: number, column: Column, expected: string, found: string): Problem {
  const shown = JSON.stringify(found.length <= 100 ? found : `${found.slice(0, 100)}…`);
  return {
    pointer: `/${line}/${column}`,
    code: 'not_valid',
    detail: `Line ${line}, ${column}: expected ${expected}; found ${shown}.`,
  };
}
