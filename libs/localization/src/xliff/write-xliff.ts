import type { ExchangeFile, ExchangeTool } from '../exchange/exchange-file.js';
import { checkKey, originalOf } from '../exchange/identity.js';
import { inPieces } from '../exchange/pieces.js';
import { xmlAttributes, xmlPlainText } from '../exchange/xml-text.js';
import { MATCHES, META, METADATA, OUR_NOTES, SIZES, XLIFF_12, XLIFF_2 } from './names.js';
import { unit12 } from './write-unit-1-2.js';
import { metadata, notes, unit21 } from './write-unit-2-1.js';

/** How a 1.2 file treats what is not translated: `prefilled` with its source, for tools that fill only such targets. */
export const XLIFF_PROFILES = ['plain', 'prefilled'] as const;
export type XliffProfile = (typeof XLIFF_PROFILES)[number];

export type XliffOptions = { tool: ExchangeTool } & (
  | { version: '1.2'; profile?: XliffProfile }
  | { version: '2.1' }
);

type Files = Iterable<ExchangeFile> | AsyncIterable<ExchangeFile>;

/**
 * A document in pieces of some 16 kB, a unit at a time. Characters that XML 1.0 cannot hold travel as `<cp>` (2.1) or as
 * a placeholder (1.2); halves of surrogate pairs and U+0000 become U+FFFD.
 * A file without units is left out of 2.1, which has no place for it.
 * @throws RangeError for a key or an id that is no name in XML, for no file at all, and for a second pair of locales in a
 *   2.1 document
 */
export function writeXliff(
  files: Files,
  options: XliffOptions,
): AsyncGenerator<string, void, undefined> {
  return inPieces(options.version === '1.2' ? parts12(files, options) : parts21(files));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

async function* parts12(
  files: Files,
  { tool, profile = 'plain' }: { tool: ExchangeTool; profile?: XliffProfile },
): AsyncGenerator<string> {
  let count = 0;
  for await (const file of files) {
    if (count === 0) yield `${DECLARATION}<xliff version="1.2" xmlns="${XLIFF_12}">\n`;
    count += 1;
    yield head12(file, tool);
    for await (const unit of file.units) {
      checkKey(unit.key);
      yield unit12(unit, profile === 'prefilled');
    }
    yield '</body>\n</file>\n';
  }
  checkCount(count);
  yield '</xliff>\n';
}

function head12(file: ExchangeFile, tool: ExchangeTool): string {
  const attributes = xmlAttributes({
    original: originalOf(file),
    'source-language': file.sourceLocale,
    'target-language': file.targetLocale,
    datatype: 'x-markdown',
    'tool-id': 'baton',
    'product-name': file.slug,
    'product-version': file.itemVersion,
    'build-num': file.sourceDigest,
  });
  const title =
    file.title === undefined ? '' : `<note from="${OUR_NOTES}">${xmlPlainText(file.title)}</note>`;
  const writer = xmlAttributes({
    'tool-id': 'baton',
    'tool-name': tool.name,
    'tool-version': tool.version,
  });
  return `<file${attributes}>\n<header>${title}<tool${writer}/></header>\n<body>\n`;
}

async function* parts21(files: Files): AsyncGenerator<string> {
  let first: ExchangeFile | null = null;
  let count = 0;
  for await (const file of files) {
    if (first === null) yield root21(file);
    else checkLocales(first, file);
    first ??= file;
    let units = 0;
    for await (const unit of file.units) {
      checkKey(unit.key);
      if (units === 0) yield head21(file, ++count);
      units += 1;
      yield unit21(unit);
    }
    if (units > 0) yield '</file>\n';
  }
  checkCount(count);
  yield '</xliff>\n';
}

function root21({ sourceLocale, targetLocale }: ExchangeFile): string {
  const attributes = xmlAttributes({
    version: '2.1',
    srcLang: sourceLocale,
    trgLang: targetLocale,
    xmlns: XLIFF_2,
    'xmlns:mtc': MATCHES,
    'xmlns:mda': METADATA,
    'xmlns:slr': SIZES,
  });
  return `${DECLARATION}<xliff${attributes}>\n`;
}

function head21(file: ExchangeFile, count: number): string {
  const attributes = xmlAttributes({
    id: `f${count}`,
    original: originalOf(file),
    'xml:space': 'preserve',
  });
  const about = metadata({ [META.digest]: file.sourceDigest, [META.version]: file.itemVersion });
  const title = file.title === undefined ? '' : notes('title', file.title);
  return `<file${attributes}>\n<slr:profiles generalProfile="xliff:codepoints"/>${about}${title}\n`;
}

function checkCount(files: number): void {
  if (files > 0) return;
  throw new RangeError('Expected at least one file with a unit; found none.');
}

function checkLocales(
  { sourceLocale, targetLocale }: { sourceLocale: string; targetLocale: string },
  file: ExchangeFile,
): void {
  if (file.sourceLocale === sourceLocale && file.targetLocale === targetLocale) return;
  throw new RangeError(
    `Expected every file of a 2.1 document from ${sourceLocale} to ${targetLocale}; found one from ${file.sourceLocale} to ${file.targetLocale}.`,
  );
}
