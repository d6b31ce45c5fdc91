import { type PlacedCode, placedCodes } from '../exchange/code-pairs.js';
import type { ExchangeTool } from '../exchange/exchange-file.js';
import { inPieces } from '../exchange/pieces.js';
import { xmlAttributes, xmlPlainText, xmlText } from '../exchange/xml-text.js';
import type { InlineText } from '../text/unit.js';

/** A pair of texts that a memory knows. */
export interface MemoryEntry {
  source: InlineText;
  target: InlineText;
  sourceLocale: string;
  targetLocale: string;
  createdAt: Date;
  itemId?: string;
  /** of its unit, unique within its item */
  key?: string;
  /** the hash of the source of the unit before it, and of the one behind: its context */
  previousHash?: string;
  nextHash?: string;
  /** how well it fits, 0 to 101, where it was looked up for something */
  score?: number;
}

export interface TmxOptions {
  tool: ExchangeTool;
  /** the one source locale of all entries, where they have one */
  sourceLocale?: string;
}

/**
 * A translation memory in TMX 1.4b, in pieces of some 16 kB. Codes are `<bpt>`, `<ept>` and `<ph>` with their characters,
 * `<it>` where the other of a pair is missing; characters that XML 1.0 cannot hold are a `<ph type="control">`.
 */
export function writeTmx(
  entries: Iterable<MemoryEntry> | AsyncIterable<MemoryEntry>,
  options: TmxOptions,
): AsyncGenerator<string, void, undefined> {
  return inPieces(parts(entries, options));
}

async function* parts(
  entries: Iterable<MemoryEntry> | AsyncIterable<MemoryEntry>,
  { tool, sourceLocale = '*all*' }: TmxOptions,
): AsyncGenerator<string> {
  const about = xmlAttributes({
    creationtool: tool.name,
    creationtoolversion: tool.version,
    segtype: 'paragraph',
    'o-tmf': 'Baton',
    adminlang: 'en',
    srclang: sourceLocale,
    datatype: 'x-markdown',
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header${about}/>\n<body>\n`;
  for await (const entry of entries) yield entryOf(entry);
  yield '</body>\n</tmx>\n';
}

function entryOf(entry: MemoryEntry): string {
  const { source, target, sourceLocale, targetLocale, createdAt } = entry;
  const about = xmlAttributes({ srclang: sourceLocale, creationdate: stampOf(createdAt) });
  const properties = {
    'x-baton-item': entry.itemId,
    'x-baton-unit': entry.key,
    'x-baton-previous': entry.previousHash,
    'x-baton-next': entry.nextHash,
    'x-baton-score': entry.score,
  };
  return [
    `<tu${about}>`,
    ...Object.entries(properties).map(([type, value]) => property(type, value)),
    variant(sourceLocale, source),
    variant(targetLocale, target),
    '</tu>\n',
  ].join('');
}

/** `20261124T093000Z` */
function stampOf(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

function property(type: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<prop type="${type}">${xmlPlainText(String(value))}</prop>`;
}

function variant(locale: string, text: InlineText): string {
  return `<tuv${xmlAttributes({ 'xml:lang': locale })}><seg>${segment(text)}</seg></tuv>`;
}

function segment(text: InlineText): string {
  /** each pair by a number of its own, as TMX wants it, where codes may be doubled */
  const pairs = new Map<string, number>();
  return placedCodes(text)
    .map((part) => (typeof part === 'string' ? xmlText(part, control) : code(part, pairs)))
    .join('');
}

function control(codePoint: number): string {
  const name = codePoint.toString(16).toUpperCase().padStart(4, '0');
  return `<ph type="control">U+${name}</ph>`;
}

function code(
  { kind, id, copy, type, original, placing }: PlacedCode,
  pairs: Map<string, number>,
): string {
  const characters = xmlText(original, () => '\uFFFD');
  const pair = pairs.get(`${id}-${copy}`) ?? pairs.size + 1;
  switch (placing) {
    case 'placeholder':
      return `<ph${xmlAttributes({ x: id, type })}>${characters}</ph>`;
    case 'alone': {
      const pos = kind === 'close' ? 'end' : 'begin';
      return `<it${xmlAttributes({ pos, x: id, type })}>${characters}</it>`;
    }
    case 'nested':
    case 'crossing':
      if (kind === 'close') return `<ept i="${pair}">${characters}</ept>`;
      pairs.set(`${id}-${copy}`, pair);
      return `<bpt${xmlAttributes({ i: pair, x: id, type })}>${characters}</bpt>`;
  }
}
