import { canonicalLocale } from '#localization';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FailedRun } from '../failed-run.js';
import { type Finding, type LibraryRow, readLibrary } from './library-row.js';

export interface TextFile {
  /** path inside the folder, as findings name it */
  name: string;
  read: () => string;
}

export interface Translation extends TextFile {
  locale: string;
}

/** An item of the library with the files that belong to it. */
export interface LibraryItem extends LibraryRow {
  texts: TextFile[];
  translations: Translation[];
  /** files of translations/<slug>/ that hold the source itself, which its revisions bring already */
  sourceCopies: number;
}

/** Reads the folder without its texts; what cannot be read is found, and the rest goes on. */
export function readFolder(folder: string): { items: LibraryItem[]; findings: Finding[] } {
  const { rows, findings } = readLibrary(readCsv(folder));
  const items = rows.map((row) => {
    const files = filesIn(folder, `items/${row.slug}`, /^\d+\.md$/u);
    const gap = files.findIndex(({ name }, index) => numberIn(name) !== index + 1);
    const texts = gap === -1 ? files : files.slice(0, gap);
    if (gap !== -1) {
      // What comes after a gap would take the place of what is missing, and nothing could be put before it any more.
      const detail = `expected revision ${gap + 1}; found this one, so it and what follows are left out`;
      findings.push({ file: files[gap]!.name, line: null, detail });
    } else if (texts.length !== row.revisions) {
      findings.push({
        file: 'library.csv',
        line: row.line,
        detail: `revisions: expected ${counted(row.revisions, 'file')} in items/${row.slug}; found ${texts.length}`,
      });
    }
    return { ...row, texts, ...translationsOf(folder, row, findings) };
  });
  const known = new Set(rows.map(({ slug }) => slug));
  for (const place of ['items', 'translations']) {
    for (const slug of namesIn(join(folder, place))) {
      if (known.has(slug)) continue;
      const detail = `expected a sound row for "${slug}" in library.csv; found none, so it is left out`;
      findings.push({ file: `${place}/${slug}`, line: null, detail });
    }
  }
  return { items, findings };
}

/** Of items/<slug>/<number>.md. */
function numberIn(name: string): number {
  return Number(/(\d+)\.md$/u.exec(name)![1]);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function readCsv(folder: string): string {
  try {
    return textOf(folder, 'library.csv').read();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const found = code === 'ENOENT' ? 'none' : code === undefined ? 'other bytes' : message;
    throw new FailedRun(`Expected a file library.csv of UTF-8 text in ${folder}; found ${found}.`);
  }
}

function translationsOf(
  folder: string,
  row: LibraryRow,
  findings: Finding[],
): { translations: Translation[]; sourceCopies: number } {
  const files = filesIn(folder, `translations/${row.slug}`, /\.md$/u);
  const translations: Translation[] = [];
  let sourceCopies = 0;
  for (const file of files) {
    const [tag] = file.name.split('/').at(-1)!.split('.');
    const locale = canonicalLocale(tag!);
    if (locale === null) {
      const detail = `expected a BCP 47 tag as name; found "${tag}"`;
      findings.push({ file: file.name, line: null, detail });
    } else if (locale === row.locale) {
      sourceCopies += 1;
    } else {
      translations.push({ ...file, locale });
    }
  }
  return { translations, sourceCopies };
}

function filesIn(folder: string, place: string, pattern: RegExp): TextFile[] {
  return namesIn(join(folder, place))
    .filter((name) => pattern.test(name))
    .map((name) => textOf(folder, `${place}/${name}`));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).toSorted() : [];
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws where a file is not UTF-8: a silent replacement would change the text. */
function textOf(folder: string, name: string): TextFile {
  return { name, read: () => UTF8.decode(readFileSync(join(folder, name))) };
}
