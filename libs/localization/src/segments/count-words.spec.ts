import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countWords } from './count-words.js';

const byUnicode = (text: string) =>
  Array.from(new Intl.Segmenter('und', { granularity: 'word' }).segment(text)).filter(
    ({ isWordLike }) => isWordLike,
  ).length;

describe('words', () => {
  it('are counted by the rules of their language', () => {
    expect(countWords('Don’t pay 3.50 for "it", e.g. today!', 'en')).toBe(7);
    expect(countWords('我们提供三种套餐', 'zh-Hans')).toBeGreaterThan(3);
    expect(countWords('ราคาเริ่มต้น', 'th')).toBeGreaterThan(1);
    expect(countWords('– … !? 🎉', 'en')).toBe(0);
  });

  it('are counted too where the locale is none', () => {
    expect(countWords('two words', 'no_locale!')).toBe(2);
  });

  it('are as many as Unicode says, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom(...'aZ9é日ъ.,:;\'"_-– \n\u00a0(&'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (words) => {
        expect(countWords(words)).toBe(byUnicode(words));
      }),
    );
  });

  it('are counted in a megabyte without any white space', () => {
    expect(countWords('ab.'.repeat(330_000))).toBeGreaterThan(1000);
  });
});
