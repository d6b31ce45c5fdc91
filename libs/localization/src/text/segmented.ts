import type { InlineText } from './unit.js';

/**
 * Characters that are cut at once. `Intl.Segmenter` takes time that grows with the square of the text (two seconds for
 * 110,000 characters), so a long text is handed to it in parts.
 */
const PART = 500;
/** Pieces at the end of a part that are cut again with what follows them, so that `3.14` at its edge stays one. */
const AGAIN = 8;

/** The rules for words that all languages share; those of Chinese, Japanese and Thai are among them. */
export const ANY_LANGUAGE = 'en';

const segmenters = new Map<string, Intl.Segmenter>();
/** Locales in use at once; more only cost time. */
const MOST_SEGMENTERS = 100;

/** Pieces of a text in their order, together all of it. A piece of more than 500 characters is cut. */
export function* piecesOf(text: string, segmenter: Intl.Segmenter): Generator<Intl.SegmentData> {
  for (let start = 0; start < text.length;) {
    const pieces = [...segmenter.segment(text.slice(start, start + PART))];
    const isLast = start + PART >= text.length;
    const again = isLast ? 0 : Math.min(AGAIN, pieces.length - 1);
    const sure = pieces.slice(0, pieces.length - again);
    yield* sure;
    start += sure.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}

/** The segmenter of a locale and size, made once: making one takes longer than a paragraph does. */
export function segmenterFor(
  locale: string,
  granularity: 'word' | 'grapheme' = 'word',
): Intl.Segmenter {
  const name = `${granularity} ${locale}`;
  const known = segmenters.get(name);
  if (known !== undefined) return known;
  if (segmenters.size >= MOST_SEGMENTERS) segmenters.clear();
  const made = new Intl.Segmenter(locale, { granularity });
  segmenters.set(name, made);
  return made;
}

/** The words of a text as they stand in it, without spaces and punctuation. */
export function wordsIn(text: string, locale: string = ANY_LANGUAGE): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of piecesOf(text, segmenterFor(locale))) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}

/** The words of a text without its codes; the end of a line is a space. */
export function plainText(text: InlineText): string {
  return text
    .map((part) => (typeof part === 'string' ? part : part.type === 'break' ? ' ' : ''))
    .join('');
}
