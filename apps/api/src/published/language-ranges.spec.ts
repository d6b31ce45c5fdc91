import { describe, expect, it } from '@jest/globals';
import type { ProblemError } from '../http/problem.js';
import { languageRangesIn } from './language-ranges.js';

const problemIn = (list: string) => {
  try {
    return languageRangesIn(list, 'locale');
  } catch (error) {
    return (error as ProblemError).message;
  }
};

describe('a list of languages', () => {
  it.each([
    ['de-at, DE;q=0.8, en ; q=0.5', ['de-AT', 'de', 'en']],
    ['en;q=0.5,de;q=0.8,fr', ['fr', 'de', 'en']],
    ['a-b,de', 'a-b'],
    ['en,de;q=1.000,*;q=0', ['en', 'de']],
    ['*', ['*']],
    ['de;q=0', []],
    [', de,,', ['de']],
    ['iw', ['he']],
  ])('%j is read as %j', (list, ranges) => {
    if (typeof ranges === 'string') expect(problemIn(list)).toContain(`found "${ranges}"`);
    else expect(problemIn(list)).toEqual(ranges);
  });

  it.each([
    ['', 'Expected at least one language range in locale; found none.'],
    [
      'de;q=2',
      'Expected q of "de" to be 0 to 1 with at most three decimals in locale; found another.',
    ],
    ['de;q=', 'q of "de"'],
    ['de;q=-1', 'q of "de"'],
    ['de;q=0.1234', 'q of "de"'],
    ['de;q=NaN', 'q of "de"'],
    ['de;q=1e0', 'q of "de"'],
    [';q=x', 'q of ""'],
    ['zh_TW', 'Expected language ranges such as de-AT or * in locale; found "zh_TW".'],
    ['de-*', 'found "de-*"'],
    ['d\0e', 'language ranges'],
    [
      Array.from({ length: 51 }, () => 'de').join(),
      'at most 50 language ranges in locale; found 51',
    ],
    ['x'.repeat(1e6), `found "${'x'.repeat(100)}…"`],
  ])('%j is refused with what was expected', (list, problem) => {
    expect(problemIn(list)).toContain(problem);
  });
});
