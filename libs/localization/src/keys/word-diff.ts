import { type ChangeObject, diffArrays, diffWordsWithSpace } from 'diff';
import { piecesOf, segmenterFor } from '../text/segmented.js';

/** Words that both texts have, or only the later or the earlier one. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Longest text whose words are compared, in UTF-16 units. */
const LONGEST_TEXT = 100_000;
/** Words removed and added that are looked for; the time grows with the square. */
const MOST_EDITS = 1000;

/**
 * What changed between two texts, word by word. With a locale, words are those of its language, so that text without
 * spaces is compared as finely as any other. `same` and `removed` together are the text before, `same` and `added` the
 * text after. Texts of more than 100,000 characters or with more than 1,000 changes are replaced as a whole.
 */
export function wordDiff(before: string, after: string, locale?: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const isLong = Math.max(before.length, after.length) > LONGEST_TEXT;
  const changes = isLong ? undefined : changesBetween(before, after, locale);
  if (changes !== undefined) return changes;
  const whole: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '');
}

function changesBetween(
  before: string,
  after: string,
  locale: string | undefined,
): DiffPart[] | undefined {
  const options = { maxEditLength: MOST_EDITS };
  if (locale === undefined) {
    return diffWordsWithSpace(before, after, options)?.map((change) =>
      partOf(change, change.value),
    );
  }
  const changes = diffArrays(wordsOf(before, locale), wordsOf(after, locale), options);
  return changes?.map((change) => partOf(change, change.value.join('')));
}

function wordsOf(text: string, locale: string): string[] {
  return [...piecesOf(text, segmenterFor(locale))].map(({ segment }) => segment);
}

function partOf({ added, removed }: ChangeObject<unknown>, text: string): DiffPart {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text };
}
