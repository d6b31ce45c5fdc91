import { EXCHANGE_LIMITS, type ExchangeLimits } from '../exchange/exchange-limits.js';
import type { ExchangeEvent } from '../exchange/exchange-file.js';
import { Intake } from '../exchange/intake.js';
import { shown, slicesOf } from '../exchange/pieces.js';
import { readTagged, taggedText } from '../text/tagged.js';
import type { SegmentState } from '../text/unit.js';
import { PoLines } from './po-lines.js';
import { readPoString } from './po-string.js';
import { PO_HEADER } from './write-po.js';

const FIELDS = ['msgctxt', 'msgid', 'msgstr'] as const;
type Field = (typeof FIELDS)[number];

interface PoEntry {
  line: number;
  fields: Partial<Record<Field, string>>;
  isFuzzy: boolean;
  /** our own comment, in words */
  marks: readonly string[];
  /** what translators wrote */
  notes: string[];
}

/**
 * The units of a gettext file as they come. What is not fuzzy is `translated`, since PO knows nothing above it; entries
 * that are obsolete are passed over, plural forms are refused.
 * @throws ExchangeError at the first thing that is wrong
 */
export async function* readPo(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limits: Partial<ExchangeLimits> = {},
): AsyncGenerator<ExchangeEvent, void, undefined> {
  const bounds = { ...EXCHANGE_LIMITS, ...limits };
  const lines = new PoLines(bounds);
  const intake = new Intake(bounds, lines.refuse);
  const reader = new PoReader(intake, lines, bounds);
  for await (const chunk of chunks) {
    for (const slice of slicesOf(chunk)) {
      for (const line of lines.write(slice)) reader.read(line);
      yield* intake.take();
    }
  }
  for (const line of lines.end()) reader.read(line);
  reader.end();
  yield* intake.take();
}

const KEYWORD = /^(msgctxt|msgid|msgstr)[ \t]*(?=")/u;
const OUR_COMMENT = /^#\.[ \t]*baton:(.*)$/u;

class PoReader {
  #entry: PoEntry | null = null;
  #field: Field | null = null;
  #hasHeader = false;

  constructor(
    private readonly intake: Intake,
    private readonly lines: PoLines,
    private readonly limits: ExchangeLimits,
  ) {}

  read(line: string): void {
    if (line.trim() === '') return this.#endEntry();
    if (line.startsWith('#')) return this.#comment(line);
    if (line.startsWith('"') && this.#field !== null) return this.#add(this.#field, line, 0);
    const [keyword, name] = KEYWORD.exec(line) ?? [];
    const field = FIELDS.find((one) => one === name);
    if (keyword === undefined || field === undefined) {
      return this.lines.refuse(
        'not_po',
        `expected a comment, msgctxt, msgid or msgstr; found ${shown(line)}.`,
      );
    }
    const { fields } = this.#open(field);
    if (fields[field] !== undefined) {
      this.lines.refuse('not_po', `expected one ${field} in an entry; found another.`);
    }
    fields[field] = '';
    this.#field = field;
    this.#add(field, line, keyword.length);
  }

  end(): void {
    this.#endEntry();
    if (!this.#hasHeader) this.lines.refuse('not_po', 'expected a header; found none.');
    this.intake.endFile();
  }

  /** The entry that this belongs to: another one where the last is complete. */
  #open(field: Field | null): PoEntry {
    if (this.#entry?.fields.msgstr !== undefined && field !== 'msgstr') this.#endEntry();
    this.#entry ??= { line: this.lines.line, fields: {}, isFuzzy: false, marks: [], notes: [] };
    return this.#entry;
  }

  #comment(line: string): void {
    if (line.startsWith('#~')) return;
    const entry = this.#open(null);
    const [, ours] = OUR_COMMENT.exec(line) ?? [];
    if (ours !== undefined) entry.marks = ours.trim().split(/[ \t]+/u);
    if (line.startsWith('#,')) entry.isFuzzy ||= /\bfuzzy\b/u.test(line);
    const isTheirs = line === '#' || line.startsWith('# ');
    if (isTheirs && line.length > 2) entry.notes.push(line.slice(2).trim());
  }

  #add(field: Field, line: string, start: number): void {
    const quoted = readPoString(line.slice(start).trimEnd());
    if ('wrongAt' in quoted) {
      const place = this.lines.at(start + quoted.wrongAt + 1);
      const detail = 'expected a string between quotes with escapes that are known.';
      return this.lines.refuse('not_po', detail, place);
    }
    const { fields } = this.#open(field);
    const words = (fields[field] ?? '') + quoted.words;
    if (words.length > this.limits.text) {
      this.lines.refuse(
        'too_long',
        `expected ${this.limits.text} characters of a text at most; found more.`,
      );
    }
    fields[field] = words;
  }

  #endEntry(): void {
    const entry = this.#entry;
    this.#entry = null;
    this.#field = null;
    if (entry === null) return;
    const { msgctxt, msgid, msgstr } = entry.fields;
    if (msgctxt === undefined && msgid === undefined && msgstr === undefined) return;
    if (msgid === undefined || msgstr === undefined) {
      return this.lines.refuse(
        'not_po',
        'expected a msgid and a msgstr in each entry; found one without.',
      );
    }
    if (!this.#hasHeader) return this.#header(entry);
    const place = { line: entry.line, column: 1 };
    const key = this.intake.beginUnit(msgctxt, place);
    const isTagged = entry.marks.includes('tagged');
    const source = taggedFrom(msgid, isTagged);
    const hash = entry.marks.find((mark) => mark.startsWith('hash='))?.slice('hash='.length);
    const target =
      msgstr.trim() === '' && msgid.trim() !== '' ? null : taggedFrom(msgstr, isTagged);
    this.intake.endUnit(
      { key, place },
      {
        sourceHash: hash || null,
        source,
        target: target || null,
        state: target ? stateOf(entry) : 'untranslated',
        ...(entry.notes.length > 0 && { note: entry.notes.join('\n') }),
      },
    );
  }

  #header({ fields: { msgctxt, msgid, msgstr = '' }, line }: PoEntry): void {
    if (msgctxt !== undefined || msgid !== '') {
      this.lines.refuse('not_po', 'expected the header as the first entry; found another.');
    }
    const values = new Map(
      msgstr.split('\n').map((header) => {
        const colon = header.indexOf(':');
        return [header.slice(0, Math.max(0, colon)).toLowerCase(), header.slice(colon + 1).trim()];
      }),
    );
    const charset = /charset=([^\s;]*)/iu.exec(values.get('content-type') ?? '')?.[1] ?? 'UTF-8';
    if (!['utf-8', 'utf8', 'us-ascii'].includes(charset.toLowerCase())) {
      this.lines.refuse('bad_encoding', `expected UTF-8; found the charset ${shown(charset)}.`);
    }
    const valueOf = (name: string) => values.get(name.toLowerCase());
    this.#hasHeader = true;
    this.intake.beginFile({
      original: valueOf(PO_HEADER.original),
      sourceLocale: valueOf(PO_HEADER.sourceLocale),
      targetLocale: valueOf(PO_HEADER.targetLocale) ?? valueOf('Language'),
      sourceDigest: valueOf(PO_HEADER.digest),
      itemVersion: valueOf(PO_HEADER.version),
      place: { line, column: 1 },
    });
  }
}

function taggedFrom(words: string, isTagged: boolean): string {
  return taggedText(isTagged ? readTagged(words, []) : [words]);
}

function stateOf({ isFuzzy, marks }: PoEntry): SegmentState {
  if (!isFuzzy) return 'translated';
  return marks.includes('source-changed') ? 'source_changed' : 'proposed';
}
