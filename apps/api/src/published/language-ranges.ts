import { canonicalLocale } from '#localization';
import { choicesIn } from '../http/weighted-list.js';
import { notReadable, type ProblemError } from '../http/problem.js';

/** Ranges of one list at most; nobody reads that many languages. */
const MOST_RANGES = 50;
/** Characters of a range at most, as of any locale tag. */
const LONGEST_RANGE = 100;

/**
 * The languages that somebody reads, best first, from a priority list as in Accept-Language: `de-AT, de;q=0.8, *;q=0.1`.
 * Those of quality 0 are left out. Throws 400 naming what cannot be read; `from` says where the list stands.
 */
export function languageRangesIn(list: string, from: string): string[] {
  const choices = choicesIn(list).filter(({ value, quality }) => value !== '' || quality === null);
  if (choices.length === 0) throw notRead(from, 'at least one language range', 'none');
  if (choices.length > MOST_RANGES) {
    throw notRead(from, `at most ${MOST_RANGES} language ranges`, String(choices.length));
  }
  const ranges = choices.map(({ value, quality }) => {
    if (quality === null) {
      throw notRead(
        from,
        `q of ${shown(value)} to be 0 to 1 with at most three decimals`,
        'another',
      );
    }
    const range =
      value === '*' ? value : value.length > LONGEST_RANGE ? null : canonicalLocale(value);
    if (range === null) throw notRead(from, 'language ranges such as de-AT or *', shown(value));
    return { range, quality };
  });
  return ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ range }) => range);
}

function notRead(from: string, expected: string, found: string): ProblemError {
  const detail = `Expected ${expected} in ${from}; found ${found}.`;
  return notReadable(`/${from}`, detail, 'language_not_valid');
}

function shown(value: string): string {
  return JSON.stringify(
    value.length <= LONGEST_RANGE ? value : `${value.slice(0, LONGEST_RANGE)}…`,
  );
}
