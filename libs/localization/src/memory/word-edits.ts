import { distance } from 'fastest-levenshtein';
import { MOST_WORDS, tokensOf } from './tokens.js';

/** Marks count in a score and not in clues. A text has about one for each seven words, and one at its end. */
const MARKS = { share: 0.15, atEnd: 1 } as const;

/** Words that may be edited in a text of so many for a score, where nothing is wrong with its marks. */
export function mostEdits(words: number, least: number): number {
  return Math.floor(((100 - least) / 100) * (words * (1 + MARKS.share) + MARKS.atEnd));
}

/**
 * By how much the share of edited words may be beyond that of a score before a text is put aside unscored: a score knows
 * the words of Chinese and Japanese, of which one may be four characters, and counts marks, of which some texts are full.
 */
const LENIENCY = 1.5;

/**
 * Whether the words of another text are so like those of this one that a score from `least` on may be expected. Takes a
 * sixth of what `matchScore` takes: for many texts that are mostly unlike.
 */
export function likenessTo(plain: string, least: number): (other: string) => boolean {
  const letters = new Map<string, string>();
  const wanted = tokensOf(plain);
  const written = lettersOf(wanted, letters);
  return (other) => {
    const tokens = tokensOf(other);
    const longer = Math.max(tokens.length, wanted.length);
    if (longer > MOST_WORDS) return false;
    const edits = distance(written, lettersOf(tokens, new Map(letters)));
    return edits <= LENIENCY * mostEdits(longer, least) + 1;
  };
}

/** Each word as one character, so that a distance between characters is one between words. */
function lettersOf(tokens: string[], letters: Map<string, string>): string {
  let written = '';
  for (const token of tokens.slice(0, MOST_WORDS)) {
    let letter = letters.get(token);
    if (letter === undefined) {
      letter = String.fromCharCode(letters.size + 1);
      letters.set(token, letter);
    }
    written += letter;
  }
  return written;
}
