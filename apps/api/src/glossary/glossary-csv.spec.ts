import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { keyOf, readGlossary, writeGlossary } from './glossary-csv.js';

const HEADER = 'source_locale,target_locale,source,target,status,case_sensitive,note';
const problemsIn = (...rows: string[]) =>
  readGlossary([HEADER, ...rows].join('\n')).problems.map(({ detail }) => detail);

describe('a glossary as CSV', () => {
  it('has a row for each word of a term', () => {
    const { terms, problems } = readGlossary(
      [
        '\ufefftarget,source,status,source_locale,target_locale',
        'Preis,price,approved,en-us,DE',
        '"Angebot, das",offer,approved,en-US,de',
        'Kosten,  Price ,forbidden,en-US,de',
      ].join('\r\n'),
    );
    expect(problems.map(({ detail }) => detail)).toEqual([
      'Line 4, source: expected the same as in line 2, where this term begins; found "  Price ".',
    ]);
    expect(terms).toEqual([
      {
        line: 2,
        sourceLocale: 'en-US',
        targetLocale: 'de',
        source: 'price',
        targets: [
          { text: 'Preis', status: 'approved' },
          { text: 'Kosten', status: 'forbidden' },
        ],
        caseSensitive: false,
        note: null,
      },
      expect.objectContaining({ line: 3, targets: [{ text: 'Angebot, das', status: 'approved' }] }),
    ]);
  });

  it('is read to what it was written from', () => {
    const word = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((text) => `a${text}z`.normalize('NFC').trim().replaceAll(/\s+/gu, ' '));
    const term = fc.record({
      sourceLocale: fc.constantFrom('en', 'en-US'),
      targetLocale: fc.constantFrom('de', 'zh-Hant'),
      source: word,
      targets: fc.uniqueArray(
        fc.record({
          text: word,
          status: fc.constantFrom('approved' as const, 'forbidden' as const),
        }),
        { selector: ({ text }) => text.toLowerCase(), minLength: 1, maxLength: 5 },
      ),
      caseSensitive: fc.boolean(),
      note: fc.option(word),
    });
    fc.assert(
      fc.property(fc.uniqueArray(term, { selector: keyOf, maxLength: 8 }), (terms) => {
        const read = readGlossary(writeGlossary(terms));
        expect(read.problems).toEqual([]);
        expect(read.terms.map(({ line: _, ...rest }) => rest)).toEqual(terms);
      }),
    );
  });

  it.each([
    ['en_US,de,a,b,approved,,', 'Line 2, source_locale: expected a BCP 47 tag; found "en_US".'],
    ['en,,a,b,approved,,', 'Line 2, target_locale: expected a BCP 47 tag; found "".'],
    [
      'en,de,-,b,approved,,',
      'Line 2, source: expected a word of up to 200 characters with a letter or a digit; found "-".',
    ],
    ['en,de,a,b,good,,', 'Line 2, status: expected approved or forbidden; found "good".'],
    [
      'en,de,a,b,approved,yes,',
      'Line 2, case_sensitive: expected true, false or nothing; found "yes".',
    ],
    ['en,de,a,b,approved,toString,', 'found "toString"'],
    [`en,de,a,b,approved,,${'n'.repeat(4001)}`, 'Line 2, note: expected up to 4000 characters'],
    [`en,de,${'a'.repeat(201)},b,approved,,`, 'a word of up to 200 characters'],
    ['en,de,a,b,approved', 'Line 2: Expected 7 cells; found 5.'],
    ['en,de,a,"b,approved,,', 'Line 2: Expected comma-separated values: Quote Not Closed'],
    ['en,de,a,b"b,approved,,', 'Line 2: Expected comma-separated values'],
  ])('%s is refused by line and column', (row, detail) => {
    expect(problemsIn(row).join('\n')).toContain(detail);
  });

  it('names every fault of the file', () => {
    expect(
      problemsIn(
        'en,de,a,b,good,maybe,',
        'en,de,c,d,approved,,',
        'en,de,C,e,approved,,x',
        'en,de,c,D,forbidden,,',
      ),
    ).toEqual([
      expect.stringContaining('Line 2, status'),
      expect.stringContaining('Line 2, case_sensitive'),
      expect.stringContaining('Line 4, source: expected the same as in line 3'),
      expect.stringContaining('Line 4, note: expected the same as in line 3'),
      'Line 5, target: expected each word for a term once; found "D".',
    ]);
  });

  it.each([
    ['', 'Line 1: Expected the columns'],
    ['source,target', 'source_locale, target_locale, status missing'],
    [`${HEADER},price`, 'found "price"'],
    [`${HEADER},note`, 'found "note"'],
    ['\0', 'Line 1'],
  ])('%j has no columns that could be read', (text, detail) => {
    expect(readGlossary(text).problems[0]!.detail).toContain(detail);
  });

  it('has a bounded number of rows, words and faults', () => {
    const many = (count: number, row: (index: number) => string) =>
      problemsIn(...Array.from({ length: count }, (_, index) => row(index)));
    expect(many(5001, (index) => `en,de,w${index},b,approved,,`)).toEqual([
      'Line 5002: Expected at most 5000 rows; found more.',
    ]);
    expect(many(21, (index) => `en,de,a,b${index},approved,,`)).toEqual([
      'Line 22, target: expected at most 20 words for a term; found "b20".',
    ]);
    expect(many(1000, () => 'x,y,,,,,')).toHaveLength(100);
  });
});
