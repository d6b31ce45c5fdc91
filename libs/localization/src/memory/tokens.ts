/** Scripts written without spaces, where each character is a token: no dictionary decides, so none can change its mind. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/**
 * The words of a text for comparing it with others: in lower case, without punctuation and symbols; a character each in
 * scripts that have no spaces. The same on every machine, since what is made of them is stored.
 */
export function tokensOf(words: string): string[] {
  return words.normalize('NFC').toLowerCase().match(TOKEN) ?? [];
}

/** Longer texts are only ever found to be equal: comparing takes words times words, and nobody edits such a match. */
export const MOST_WORDS = 2_000;
