import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { foldedWord, repeatedTarget, tidyWord } from './glossary-term.js';

describe('a word of a glossary', () => {
  it('is kept without blanks around it, in NFC', () => {
    expect(tidyWord('  price \n\t list ')).toBe('price list');
    expect(tidyWord('Zu\u0308rich')).toBe('Zürich');
  });

  it('is the same in any case, and another with another letter', () => {
    expect(foldedWord('Price  LIST')).toBe(foldedWord('price list'));
    expect(foldedWord('Masse')).not.toBe(foldedWord('Maße'));
  });

  it('stays as it is once it is tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        expect(tidyWord(tidyWord(word))).toBe(tidyWord(word));
        expect(foldedWord(tidyWord(word))).toBe(foldedWord(word));
      }),
    );
  });
});

describe('words for a term', () => {
  const targets = ['Preis', 'preis'].map((text) => ({ text, status: 'approved' as const }));

  it('stand there once, whatever their case where that does not matter', () => {
    expect(repeatedTarget({ targets, caseSensitive: false })).toBe(1);
    expect(repeatedTarget({ targets, caseSensitive: true })).toBeNull();
    expect(repeatedTarget({ targets: [targets[0]!, targets[0]!], caseSensitive: true })).toBe(1);
  });
});
