/** Segmenters kept ready, one a locale; making one takes longer than counting a paragraph. */
const segmenters = new Map<string, Intl.Segmenter>();
const MOST_SEGMENTERS = 100;
/** The time of `Intl.Segmenter` grows with the square of the length, so that it never gets more characters at once. */
const LONGEST_PIECE = 200;

const WHITE_SPACE = /[ \t\r\n\f\v]+/u;
/** One word of ASCII in any punctuation, which needs no segmenter: letters and digits are never parted. */
const PLAIN_WORD = /^[!-/:-@[-^`{-~]*[A-Za-z0-9]+[!-/:-@[-^`{-~]*$/u;
const NO_WORD = /^[!-/:-@[-^`{-~]*$/u;

/**
 * Words of a text by the rules of its language (Unicode text segmentation, as `Intl.Segmenter` knows it), so that Chinese,
 * Japanese and Thai are counted too. A locale that is none counts as unknown. Of a run without white space, each 200
 * characters are counted for themselves.
 */
export function countWords(text: string, locale = 'und'): number {
  let words = 0;
  /** words in need of a segmenter, which takes longer to begin than to read on */
  let gathered = '';
  for (const piece of text.split(WHITE_SPACE)) {
    if (PLAIN_WORD.test(piece)) words += 1;
    else if (!NO_WORD.test(piece)) {
      if (gathered.length + piece.length > LONGEST_PIECE) {
        words += segmentedWords(gathered, locale);
        gathered = '';
      }
      gathered += `${piece} `;
    }
  }
  return words + segmentedWords(gathered, locale);
}

function segmentedWords(text: string, locale: string): number {
  const segmenter = segmenterOf(locale);
  let words = 0;
  for (let start = 0; start < text.length; start += LONGEST_PIECE) {
    for (const { isWordLike } of segmenter.segment(text.slice(start, start + LONGEST_PIECE))) {
      if (isWordLike === true) words += 1;
    }
  }
  return words;
}

function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known !== undefined) return known;
  if (segmenters.size >= MOST_SEGMENTERS) segmenters.clear();
  const segmenter = new Intl.Segmenter(isLocale(locale) ? locale : 'und', { granularity: 'word' });
  segmenters.set(locale, segmenter);
  return segmenter;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
