import * as fc from 'fast-check';
import type { ExchangeEvent, ExchangeFile, ExchangeUnit, UnitRead } from './exchange-file.js';
import { CODE_TYPES, type InlineText, SEGMENT_STATES, UNIT_KINDS } from '../text/unit.js';
import { readXliff } from '../xliff/read-xliff.js';

export const TOOL = { name: 'Baton', version: '0.2.0' };

export function unitOf(key: string, changed: Partial<ExchangeUnit> = {}): ExchangeUnit {
  return {
    key,
    source: ['Hello'],
    sourceHash: key.padEnd(64, '0'),
    target: null,
    state: 'untranslated',
    ...changed,
  };
}

export function fileOf(
  units: ExchangeFile['units'],
  changed: Partial<ExchangeFile> = {},
): ExchangeFile {
  return {
    itemId: '0198c0de-0000-7000-8000-000000000001',
    slug: 'pricing',
    title: 'Pricing',
    sourceLocale: 'en',
    targetLocale: 'de',
    sourceDigest: 'f'.repeat(64),
    itemVersion: 7,
    units,
    ...changed,
  };
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export async function eventsOf(
  document: string | Iterable<string | Uint8Array>,
  limits = {},
): Promise<ExchangeEvent[]> {
  const chunks = typeof document === 'string' ? [document] : document;
  const events: ExchangeEvent[] = [];
  for await (const event of readXliff(chunks, limits)) events.push(event);
  return events;
}

export function unitsIn(events: readonly ExchangeEvent[]): UnitRead[] {
  return events.filter((event) => event.kind === 'unit');
}

/** Letters of any script, and what XML, CAT tools and right-to-left text are known to trip over. */
const WORDS = fc
  .string({
    minLength: 1,
    maxLength: 12,
    unit: fc.oneof(
      fc.constantFrom('a', ' ', '\n', '\t', '\r', '&', '<', '>', '"', "'", ']]>', '<1>', '&lt;'),
      fc.constantFrom('\u0007', '\u001B', '\uFFFE', '\u0085', '\u2028', '\u200F', '\u202E'),
      fc.constantFrom('שלום', 'مرحبا', '価格', '👩‍👩‍👧', '🇩🇪', 'é', '\uFEFF'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
    ),
  })
  .filter((words) => words.trim() !== '');

const CODE = fc.record({
  kind: fc.constantFrom('open', 'close', 'placeholder'),
  id: fc.integer({ min: 1, max: 6 }),
  type: fc.constantFrom(...CODE_TYPES),
  original: fc.string({ unit: 'grapheme', maxLength: 8 }),
  optional: fc.boolean(),
});

/** Words and codes in any order: crossed, broken and doubled ones among them. */
export const TEXT: fc.Arbitrary<InlineText> = fc
  .array(fc.oneof(WORDS, CODE), { minLength: 1, maxLength: 8 })
  .map((parts) => {
    const text: InlineText = [];
    for (const part of parts) {
      const last = text.at(-1);
      if (typeof part === 'string' && typeof last === 'string') text[text.length - 1] = last + part;
      else text.push(part);
    }
    return text;
  });

export const UNIT: fc.Arbitrary<ExchangeUnit> = fc
  .record({
    kind: fc.constantFrom(...UNIT_KINDS),
    source: TEXT,
    target: TEXT,
    state: fc.constantFrom(...SEGMENT_STATES),
    note: WORDS,
    maxLength: fc.integer({ min: 1, max: 500 }),
    previousSource: TEXT,
    sourceHash: fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'),
      minLength: 64,
      maxLength: 64,
    }),
    proposals: fc.array(
      fc.record({
        source: TEXT,
        target: TEXT,
        score: fc.integer({ min: 50, max: 101 }),
        origin: WORDS,
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ state, target, ...unit }) => ({
    ...unit,
    key: '',
    state,
    target: state === 'untranslated' ? null : target,
  }));

/** Units with keys of their own. */
export const UNITS = fc
  .array(UNIT, { minLength: 1, maxLength: 5 })
  .map((units) => units.map((unit, index) => ({ ...unit, key: `unit-${index}` })));
