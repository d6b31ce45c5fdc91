import type { ExchangeFile, ExchangeUnit, InlineText, MemoryEntry } from '#localization';

const LINK: InlineText = [
  'Read the ',
  { kind: 'open', id: 1, type: 'link', original: '[' },
  'guide',
  { kind: 'close', id: 1, type: 'link', original: '](https://example.com)' },
  { kind: 'placeholder', id: 2, type: 'break', original: '<br>', optional: true },
  'Prices & terms <now>',
];
const LINK_DE: InlineText = [
  'Lies den ',
  ...LINK.slice(1, 2),
  'Leitfaden',
  ...LINK.slice(3, 5),
  'Preise',
];

/** A unit in every state, with codes that nest, cross and are broken, and what XML cannot hold. */
const UNITS: readonly Omit<ExchangeUnit, 'sourceHash'>[] = [
  {
    key: 'title',
    kind: 'field',
    source: ['Pricing'],
    target: null,
    state: 'untranslated',
    maxLength: 80,
  },
  {
    key: 'plain',
    kind: 'heading',
    source: ['Discounts & rebates'],
    target: null,
    state: 'untranslated',
  },
  {
    key: 'linked',
    kind: 'paragraph',
    source: LINK,
    target: null,
    state: 'untranslated',
    note: 'On <every> page',
  },
  {
    key: 'proposed',
    kind: 'list_item',
    source: LINK,
    target: LINK_DE,
    state: 'proposed',
    proposals: [{ source: LINK, target: LINK_DE, score: 101, origin: 'memory' }],
  },
  {
    key: 'changed',
    kind: 'table_cell',
    source: ['New'],
    target: ['Alt'],
    state: 'source_changed',
    previousSource: ['Old'],
  },
  {
    key: 'translated',
    kind: 'caption',
    source: ['مرحبا ]]>'],
    target: ['価格 👩‍👩‍👧'],
    state: 'translated',
  },
  {
    key: 'reviewed',
    kind: 'attribute',
    source: ['Tab\tand\u0007bell'],
    target: ['Tab\tund\u0007Glocke'],
    state: 'reviewed',
  },
  {
    key: 'approved',
    source: [
      { kind: 'open', id: 1, type: 'strong', original: '<b>' },
      { kind: 'open', id: 2, type: 'emphasis', original: '<i>' },
      'crossed',
      { kind: 'close', id: 1, type: 'strong', original: '</b>' },
      { kind: 'close', id: 2, type: 'emphasis', original: '</i>' },
    ],
    target: [
      { kind: 'close', id: 1, type: 'strong', original: '</b>' },
      'broken',
      { kind: 'open', id: 1, type: 'strong', original: '<b>' },
      { kind: 'open', id: 1, type: 'strong', original: '<b>' },
      { kind: 'close', id: 1, type: 'strong', original: '</b>' },
    ],
    state: 'approved',
  },
];

/** A file to show to other tools. */
export const SAMPLE: ExchangeFile = {
  itemId: '0198c0de-0000-7000-8000-000000000001',
  slug: 'pricing',
  title: 'Pricing',
  sourceLocale: 'en',
  targetLocale: 'de',
  sourceDigest: 'd'.repeat(64),
  itemVersion: 3,
  units: UNITS.map((unit, index) => ({ ...unit, sourceHash: String(index).repeat(64) })),
};

/** What a memory knows of two of its units, one of them with codes. */
export const SAMPLE_MEMORY: readonly MemoryEntry[] = [
  [['Discounts & rebates'], ['Rabatte & Nachlässe']] as const,
  [LINK, LINK_DE] as const,
].map(([source, target]) => ({
  source: [...source],
  target: [...target],
  sourceLocale: 'en',
  targetLocale: 'de',
  createdAt: new Date('2026-01-01T00:00:00Z'),
}));
