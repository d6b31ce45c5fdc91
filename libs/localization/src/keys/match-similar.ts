import { plainText, wordsIn } from '../text/segmented.js';
import type { SourceUnit } from '../text/unit.js';

/** Two units are one that was edited from here on: half of their words are the same. */
const SAME_UNIT = 0.5;
/** Pairs that are compared between two units that stayed: each with each where these are enough. */
const MOST_PAIRS = 10_000;
/** Of more, each with as many that stand at about its place. */
const LEAST_WIDTH = 49;
/** Words and characters of a unit that are compared; of a longer one, its beginning. */
const MOST_WORDS = 100;
const MOST_CHARACTERS = 2000;

interface Similar {
  one: readonly SourceUnit[];
  other: readonly SourceUnit[];
  /** for each of `other` its place in `one`, or -1; written to */
  matches: Int32Array;
  /** the same, only those that did not move */
  stayed: Int32Array;
}

/** Matches units that changed, between two that stayed where they are, by their words and in order. */
export function matchSimilar({ one, other, matches, stayed }: Similar): void {
  const taken = new Set(matches);
  let [left, right] = [0, 0];
  for (let index = 0; index <= other.length; index += 1) {
    const stop = index === other.length ? one.length : stayed[index]!;
    if (stop === -1) continue;
    const lefts = range(left, stop).filter((place) => !taken.has(place));
    const rights = range(right, index).filter((place) => matches[place] === -1);
    for (const [from, to] of similarPairs({ one, other, lefts, rights })) {
      matches[rights[to]!] = lefts[from]!;
    }
    [left, right] = [stop + 1, index + 1];
  }
}

interface Bag {
  size: number;
  counts: Map<string, number>;
}

function bagOf({ source }: SourceUnit): Bag {
  const text = plainText(source).slice(0, MOST_CHARACTERS).toLowerCase();
  const words = wordsIn(text).slice(0, MOST_WORDS);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: words.length, counts };
}

interface Gap {
  one: readonly SourceUnit[];
  other: readonly SourceUnit[];
  /** places in `one`, and in `other` */
  lefts: number[];
  rights: number[];
}

/** The pairs in order whose similarities have the greatest sum. Looks near the diagonal only, so that it is no square. */
function similarPairs(gap: Gap): [number, number][] {
  if (gap.lefts.length === 0 || gap.rights.length === 0) return [];
  const lefts = gap.lefts.map((place) => bagOf(gap.one[place]!));
  const rights = gap.rights.map((place) => bagOf(gap.other[place]!));
  const enough = Math.max(LEAST_WIDTH, Math.floor(MOST_PAIRS / lefts.length));
  const width = Math.min(2 * rights.length + 1, enough);
  const offset = (left: number) => Math.round((left * rights.length) / lefts.length) - (width >> 1);
  const scores = new Float64Array(lefts.length * width);
  const steps = new Uint8Array(lefts.length * width);
  const sumAt = (left: number, right: number) => {
    if (left < 0 || right < 0) return 0;
    const column = Math.min(right - offset(left), width - 1);
    return column < 0 ? 0 : scores[left * width + column]!;
  };
  for (let left = 0; left < lefts.length; left += 1) {
    for (let column = 0; column < width; column += 1) {
      const right = offset(left) + column;
      if (right < 0) continue;
      const [up, back] = [sumAt(left - 1, right), column > 0 ? sumAt(left, right - 1) : 0];
      const similarity = right < rights.length ? similarityOf(lefts[left]!, rights[right]!) : 0;
      const both = similarity < SAME_UNIT ? 0 : similarity + sumAt(left - 1, right - 1);
      const cell = left * width + column;
      scores[cell] = Math.max(up, back, both);
      steps[cell] = both > up && both > back ? BOTH : up >= back ? UP : BACK;
    }
  }
  const pairs: [number, number][] = [];
  let [left, right] = [lefts.length - 1, rights.length - 1];
  while (left >= 0 && right >= offset(left) && right >= 0) {
    const column = Math.min(right - offset(left), width - 1);
    right = offset(left) + column;
    const step = steps[left * width + column];
    if (step === BOTH) pairs.push([left, right]);
    if (step !== BACK) left -= 1;
    if (step !== UP) right -= 1;
  }
  return pairs;
}

const [BOTH, UP, BACK] = [1, 2, 3];

/** Dice's coefficient over words: twice those in common by those of both. */
function similarityOf(one: Bag, other: Bag): number {
  const size = one.size + other.size;
  if (size === 0 || (2 * Math.min(one.size, other.size)) / size < SAME_UNIT) return 0;
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return (2 * shared) / size;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
