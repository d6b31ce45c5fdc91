import type { ExchangeFile, ExchangeTool, ExchangeUnit } from '../exchange/exchange-file.js';
import { checkKey, originalOf } from '../exchange/identity.js';
import { inPieces } from '../exchange/pieces.js';
import { taggedText } from '../text/tagged.js';
import type { InlineText } from '../text/unit.js';
import { poString } from './po-string.js';

/** What the header of a PO file says for us. */
export const PO_HEADER = {
  original: 'X-Baton-Original',
  digest: 'X-Baton-Source-Digest',
  version: 'X-Baton-Item-Version',
  sourceLocale: 'X-Source-Language',
  targetLocale: 'X-Baton-Target-Language',
} as const;

/**
 * A gettext file of one item, in pieces of some 16 kB; `msgctxt` is the key of a unit. Texts with codes are tagged text,
 * marked `tagged`. PO knows three states: what is proposed, or kept from an older source, is `fuzzy`.
 * @throws RangeError for a key or an id that no file can hold
 */
export function writePo(
  file: ExchangeFile,
  { tool }: { tool: ExchangeTool },
): AsyncGenerator<string, void, undefined> {
  return inPieces(parts(file, tool));
}

async function* parts(file: ExchangeFile, tool: ExchangeTool): AsyncGenerator<string> {
  const header = {
    'Project-Id-Version': `${file.slug} ${file.itemVersion}`,
    Language: file.targetLocale.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'X-Generator': `${tool.name} ${tool.version}`,
    [PO_HEADER.original]: originalOf(file),
    [PO_HEADER.digest]: file.sourceDigest,
    [PO_HEADER.version]: file.itemVersion,
    [PO_HEADER.sourceLocale]: file.sourceLocale,
    [PO_HEADER.targetLocale]: file.targetLocale,
  };
  const lines = Object.entries(header).map(
    ([name, value]) => `${name}: ${oneLine(String(value))}\n`,
  );
  yield `msgid ""\nmsgstr ${poString(lines.join(''))}\n`;
  for await (const unit of file.units) {
    checkKey(unit.key);
    yield entryOf(unit);
  }
}

function oneLine(value: string): string {
  return value.replaceAll(/\s+/gu, ' ');
}

function entryOf(unit: ExchangeUnit): string {
  const { key, note, source, sourceHash, state, previousSource } = unit;
  const target = unit.target ?? [];
  const isTagged = hasCodes(source) || hasCodes(target);
  const textOf = (text: InlineText) => poString(isTagged ? taggedText(text) : wordsOf(text));
  const isKept = target.length > 0 && state === 'source_changed';
  const isFuzzy = isKept || (target.length > 0 && state === 'proposed');
  const marks = [
    `hash=${sourceHash}`,
    isTagged ? 'tagged' : 'plain',
    ...(isKept ? ['source-changed'] : []),
  ];
  return [
    '',
    ...(note === undefined ? [] : comment('#. ', note)),
    ...comment('#. baton: ', marks.join(' ')),
    ...(isFuzzy ? ['#, fuzzy'] : []),
    ...(isKept && previousSource !== undefined
      ? comment('#| ', `msgid ${poString(taggedText(previousSource))}`)
      : []),
    `msgctxt ${poString(key)}`,
    `msgid ${textOf(source)}`,
    `msgstr ${textOf(target)}`,
    '',
  ].join('\n');
}

function wordsOf(text: InlineText): string {
  return text.filter((part) => typeof part === 'string').join('');
}

function hasCodes(text: InlineText): boolean {
  return text.some((part) => typeof part !== 'string');
}

/** A line of comment for each line of the words. */
function comment(mark: string, words: string): string[] {
  const lines = words
    .split('\n')
    .map((line) => line.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD'));
  return lines.map((line) => `${mark}${line}`);
}
