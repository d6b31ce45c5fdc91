import { distance } from 'fastest-levenshtein';
import { ANY_LANGUAGE, piecesOf, plainText, segmenterFor } from '../text/segmented.js';
import { codesOf, taggedText } from '../text/tagged.js';
import type { InlineText } from '../text/unit.js';

/** Equal, and between the same neighbours. */
export const MATCH_IN_CONTEXT = 101;
export const EXACT_MATCH = 100;
/** Best score of a text that is not equal. */
const ALMOST = 99;
/** What other codes cost at most; the words weigh more. */
const MOST_FOR_CODES = 10;
/** Words and marks that are compared; a longer text is equal or is none. */
const MOST_WORDS = 5000;

/**
 * How much of a known text fits a wanted one, 0 to 100, rounded down. 100: equal, with codes of the same types. 99 at
 * most otherwise, which is what other case or space gives. Else the share of words and punctuation marks that need no
 * edit, and one less than 100 for each code that only one of them has, ten at most. The same both ways.
 */
export function matchScore(wanted: InlineText, known: InlineText): number {
  if (isEqual(wanted, known)) return EXACT_MATCH;
  const words = Math.min(ALMOST, wordScore(wordsOf(wanted), wordsOf(known)));
  const codes = Math.min(MOST_FOR_CODES, otherCodes(wanted, known));
  return Math.max(0, Math.min(words, EXACT_MATCH - codes));
}

/** A text with what stands around it. */
export interface TextInContext {
  text: InlineText;
  /** hash of the unit before it; null at the beginning of the body */
  before: string | null;
  /** hash of the unit behind it; null at the end */
  after: string | null;
}

/** As `matchScore`, and 101 for an equal text between equal neighbours. */
export function contextScore(wanted: TextInContext, known: TextInContext): number {
  const score = matchScore(wanted.text, known.text);
  const isSamePlace = wanted.before === known.before && wanted.after === known.after;
  return score === EXACT_MATCH && isSamePlace ? MATCH_IN_CONTEXT : score;
}

function isEqual(one: InlineText, other: InlineText): boolean {
  if (taggedText(one) !== taggedText(other)) return false;
  const types = new Map(codesOf(other).map(({ id, type }) => [id, type]));
  return codesOf(one).every(({ id, type }) => types.get(id) === type);
}

/** Codes by their type that only one of the two has. */
function otherCodes(one: InlineText, other: InlineText): number {
  const counts = new Map<string, number>();
  for (const { type } of codesOf(one)) counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const { type } of codesOf(other)) counts.set(type, (counts.get(type) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

/** Words and marks in lower case; between them, space of any kind is one. */
function wordsOf(text: InlineText): string[] {
  const plain = plainText(text).normalize('NFC').toLowerCase();
  return [...piecesOf(plain, segmenterFor(ANY_LANGUAGE))]
    .map(({ segment }) => segment)
    .filter((segment) => segment.trim() !== '');
}

/**
 * Edits of words, not of characters: one word for another is one thing to do for a translator, however long it is. The
 * library compares characters 32 at a time, so each word is a character of its own here.
 */
function wordScore(one: string[], other: string[]): number {
  const longer = Math.max(one.length, other.length);
  if (one.length === other.length && one.every((word, index) => word === other[index])) {
    return EXACT_MATCH;
  }
  if (longer > MOST_WORDS) return 0;
  const letters = new Map<string, string>();
  const written = (words: string[]) => words.map((word) => letterOf(word, letters)).join('');
  return Math.floor((100 * (longer - distance(written(one), written(other)))) / longer);
}

function letterOf(word: string, letters: Map<string, string>): string {
  const known = letters.get(word);
  if (known !== undefined) return known;
  const letter = String.fromCharCode(letters.size + 1);
  letters.set(word, letter);
  return letter;
}
