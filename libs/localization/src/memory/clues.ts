import { MOST_WORDS, tokensOf } from './tokens.js';
import { mostEdits } from './word-edits.js';

/** The least likeness that clues are made for, as a score of `matchScore`. */
export const LEAST_SCORE = 75;

/** What is stored beside a known text, so that texts like it find it. */
export interface KnownClues {
  /** its words, as `tokensOf` counts them */
  words: number;
  /** 32-bit integers, each once */
  clues: number[];
}

/** What a wanted text looks for: a known one is like it only where they share a clue and its length is in this range. */
export interface WantedClues extends KnownClues {
  leastWords: number;
  mostWords: number;
}

/**
 * The clues of a known text: hashes of its words cut into blocks of one to three that do not overlap. Each edit spoils one
 * block at most: a text never lacks more of them than it has edits, and one that is like it has one of them but for the
 * worst spread of its edits.
 * `scope` says among which texts they are compared, and goes into every hash.
 */
export function knownClues(plain: string, scope: string): KnownClues {
  const hashes = tokensOf(plain).map(hashOf);
  const words = hashes.length;
  if (words === 0 || words > MOST_WORDS) return { words, clues: [] };
  const form = formOf(words);
  const clues = new Set<number>();
  const seed = hashOf(scope);
  for (let at = 0; at + form.width <= words; at += form.width) {
    addClue(clues, { hashes, at, form, seed });
  }
  return { words, clues: [...clues] };
}

/** Every run of words of the wanted text that could be a block of a known one, for a score from `LEAST_SCORE` on. */
export function wantedClues(
  plain: string,
  { scope, least }: { scope: string; least: number },
): WantedClues {
  const hashes = tokensOf(plain).map(hashOf);
  const words = hashes.length;
  const leastWords = Math.max(1, words - mostEdits(words, least));
  let mostWords = words;
  while (mostWords + 1 - mostEdits(mostWords + 1, least) <= words) mostWords += 1;
  const clues = new Set<number>();
  const seed = hashOf(scope);
  if (words > 0 && words <= MOST_WORDS) {
    for (const form of formsOf(leastWords, mostWords)) {
      for (let at = 0; at + form.width <= words; at += 1) {
        addClue(clues, { hashes, at, form, seed });
      }
    }
  }
  return { words, leastWords, mostWords, clues: [...clues] };
}

/** How texts of one class of lengths are cut. */
interface Form {
  /** up to 11 words each length is a class of its own, from there on a class reaches a third further than it begins */
  lengthClass: number;
  /** words of a block */
  width: number;
  /** of so many blocks one is kept, chosen by its hash, so that a long text has some 30 clues too */
  keepOneOf: number;
}

const FIRST_WIDE = 12;
const UNSAMPLED_WORDS = 90;

function formOf(words: number): Form {
  if (words < FIRST_WIDE) {
    return { lengthClass: words, width: words <= 3 ? 1 : 2, keepOneOf: 1 };
  }
  let lengthClass = FIRST_WIDE;
  let from = FIRST_WIDE;
  while (words >= (from * 4) / 3) {
    from = (from * 4) / 3;
    lengthClass += 1;
  }
  return { lengthClass, width: 3, keepOneOf: Math.max(1, Math.floor(from / UNSAMPLED_WORDS)) };
}

function formsOf(leastWords: number, mostWords: number): Form[] {
  const forms = new Map<number, Form>();
  for (let words = leastWords; words <= mostWords; words += 1) {
    const form = formOf(words);
    forms.set(form.lengthClass, form);
  }
  return [...forms.values()];
}

function addClue(
  clues: Set<number>,
  { hashes, at, form, seed }: { hashes: number[]; at: number; form: Form; seed: number },
): void {
  let clue = mixed(seed ^ form.lengthClass);
  for (let index = at; index < at + form.width; index += 1) clue = mixed(clue ^ hashes[index]!);
  if ((clue >>> 0) % form.keepOneOf === 0) clues.add(clue);
}

/** FNV-1a, 32 bits: a wrong clue costs a comparison and nothing else, so speed counts for more than strength. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return mixed(hash);
}

/** The finalizer of MurmurHash3: each bit of the input moves about half of the result. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return hash ^ (hash >>> 16);
}
