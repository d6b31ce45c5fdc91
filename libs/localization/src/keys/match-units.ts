import { diffArrays } from 'diff';
import type { SourceUnit } from '../text/unit.js';
import { matchSimilar } from './match-similar.js';

/** Units that two versions have in common, changed or not: for each of `after` its place in `before`, or -1. */
export type Matches = Int32Array;

/** Insertions and deletions that are looked for one by one; past it, units are matched by their count alone. */
const MOST_EDITS = 1000;

/**
 * Which unit of `before` each of `after` was. Those with equal hash first, in order as far as they go, then moved ones,
 * then those between two that stayed, by their words. The same whichever of the two is the older one, so that what is
 * taken back comes back to where it was.
 */
export function matchUnits(before: readonly SourceUnit[], after: readonly SourceUnit[]): Matches {
  const isTurned = comesFirst(after, before);
  const [one, other] = isTurned ? [after, before] : [before, after];
  const matches = matchInOrder(one, other);
  const stayed = matches.slice();
  matchMoved(one, other, matches);
  matchSimilar({ one, other, matches, stayed });
  return isTurned ? turned(matches, after.length) : matches;
}

/** A rule of its own for two lists, so that their order as arguments is none. */
function comesFirst(one: readonly SourceUnit[], other: readonly SourceUnit[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  for (const [index, { hash }] of one.entries()) {
    const { hash: otherHash } = other[index]!;
    if (hash !== otherHash) return hash < otherHash;
  }
  return false;
}

function matchInOrder(one: readonly SourceUnit[], other: readonly SourceUnit[]): Matches {
  const matches = new Int32Array(other.length).fill(-1);
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start]!.hash === other[start]!.hash) {
    matches[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && one.at(-1 - end)!.hash === other.at(-1 - end)!.hash) {
    end += 1;
    matches[other.length - end] = one.length - end;
  }
  const middle = {
    one: kept(one, other, { start, end }),
    other: kept(other, one, { start, end }),
  };
  for (const [left, right] of pairsInOrder(middle.one, middle.other)) matches[right] = left;
  return matches;
}

interface Placed {
  place: number;
  hash: string;
}

/** The units between beginning and end whose hash the other version has as well: only those can be matched in order. */
function kept(
  units: readonly SourceUnit[],
  others: readonly SourceUnit[],
  { start, end }: { start: number; end: number },
): Placed[] {
  const hashes = new Set(others.slice(start, others.length - end).map(({ hash }) => hash));
  return units
    .slice(start, units.length - end)
    .map(({ hash }, index) => ({ hash, place: start + index }))
    .filter(({ hash }) => hashes.has(hash));
}

function* pairsInOrder(one: Placed[], other: Placed[]): Generator<[number, number]> {
  const changes = diffArrays(
    one.map(({ hash }) => hash),
    other.map(({ hash }) => hash),
    { maxEditLength: MOST_EDITS },
  );
  if (changes === undefined) {
    yield* risingPairs(one, other);
    return;
  }
  let [left, right] = [0, 0];
  for (const { added, removed, count } of changes) {
    for (let step = 0; step < count; step += 1) {
      if (!added && !removed) yield [one[left]!.place, other[right]!.place];
      if (!added) left += 1;
      if (!removed) right += 1;
    }
  }
}

/** Pairs the first of a hash with the first, the second with the second, and keeps the longest run that rises. */
function risingPairs(one: Placed[], other: Placed[]): [number, number][] {
  const places = placesByHash(one);
  const pairs: [number, number][] = [];
  for (const { hash, place } of other) {
    const left = places.get(hash)?.pop();
    if (left !== undefined) pairs.push([left, place]);
  }
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [left]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![0] < left) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const rising: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at]!) rising.push(pairs[at]!);
  return rising;
}

/** Second pass: a unit of equal hash anywhere else was moved. */
function matchMoved(
  one: readonly SourceUnit[],
  other: readonly SourceUnit[],
  matches: Matches,
): void {
  const taken = new Set(matches);
  const free = one
    .map(({ hash }, place) => ({ hash, place }))
    .filter(({ place }) => !taken.has(place));
  const places = placesByHash(free);
  for (const [index, { hash }] of other.entries()) {
    if (matches[index] === -1) matches[index] = places.get(hash)?.pop() ?? -1;
  }
}

/** By hash, the first place last, so that `pop` takes it. */
function placesByHash(units: Placed[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { hash, place } of units.toReversed()) {
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [place]);
    else known.push(place);
  }
  return places;
}

function turned(matches: Matches, length: number): Matches {
  const others = new Int32Array(length).fill(-1);
  for (const [index, match] of matches.entries()) if (match !== -1) others[match] = index;
  return others;
}
