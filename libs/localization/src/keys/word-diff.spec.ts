import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { wordDiff } from './word-diff.js';

const joined = (parts: { kind: string; text: string }[], kind: string) =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('the difference between two texts', () => {
  it('is told in whole words', () => {
    expect(wordDiff('We sell decks.', 'We sell demos.')).toEqual([
      { kind: 'same', text: 'We sell ' },
      { kind: 'removed', text: 'decks' },
      { kind: 'added', text: 'demos' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('is as fine where words have no spaces between them', () => {
    expect(wordDiff('新しい価格表です', '新しい製品表です', 'ja')).toContainEqual({
      kind: 'same',
      text: '新しい',
    });
  });

  it('is nothing between equal texts', () => {
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('Same.', 'Same.', 'en')).toEqual([{ kind: 'same', text: 'Same.' }]);
  });

  it('holds both texts, whatever they are', () => {
    const texts = fc
      .array(fc.constantFrom('a ', 'b', ' ', 'é', '価', '.', '\n'))
      .map((each) => each.join(''));
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(undefined, 'en', 'ja'), (before, after, locale) => {
        const parts = wordDiff(before, after, locale);
        expect(joined(parts, 'removed')).toBe(before);
        expect(joined(parts, 'added')).toBe(after);
      }),
    );
  });

  it('is the whole text where that is very long or has nothing in common', () => {
    const [before, after] = ['a '.repeat(60_000), 'b '.repeat(60_000)];
    const whole = [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
    expect(wordDiff(before, after)).toEqual(whole);
    const [first, second] = [0, 1].map((from) =>
      Array.from({ length: 4000 }, (_, index) => `${2 * index + from} `).join(''),
    );
    expect(wordDiff(first!, second!, 'en')).toHaveLength(2);
  });
});
