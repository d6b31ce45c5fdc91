import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { textOf } from '../units.fixture.js';
import { piecesOf, plainText, segmenterFor, wordsIn } from './segmented.js';

describe('a text cut into pieces', () => {
  it('is cut as one, however long it is', () => {
    const sentence = 'It’s 3.14 or 1,000.50 e.g. 👩‍👩‍👧 🇩🇪. ';
    for (const granularity of ['word', 'grapheme'] as const) {
      const segmenter = segmenterFor('en', granularity);
      const pieces = (text: string) => [...piecesOf(text, segmenter)].map(({ segment }) => segment);
      const long = Array.from({ length: 100 }, () => pieces(sentence)).flat();
      expect(pieces(sentence.repeat(100))).toEqual(long);
    }
  });

  it('loses none of them', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' })).map((each) => each.join('').repeat(30));
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = [...piecesOf(text, segmenterFor('en'))];
        expect(pieces.map(({ segment }) => segment).join('')).toBe(text);
      }),
    );
  });

  it('has words in languages that write without spaces', () => {
    expect(wordsIn('Prices, please: 12!')).toEqual(['Prices', 'please', '12']);
    expect(wordsIn('新しい価格').length).toBeGreaterThan(1);
  });

  it('is read without its codes, and a break is a space', () => {
    const text = textOf('One <1>wo</1>rd<2/>next', { types: { 2: 'break' } });
    expect(plainText(text)).toBe('One word next');
  });
});
