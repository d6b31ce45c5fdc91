import type { Profile } from './profile.js';

/** Something both languages write alike, and in how many units it stands. */
interface Clue {
  weight: number;
  targets: number[];
}

/** A clue in more units than this tells nothing about where one belongs. */
const MOST_UNITS_OF_CLUE = 20;
/** What one shared word, number or link tells, as a share of how rare it is. */
const WEIGHTS = { words: 0.6, numbers: 0.6, links: 1.2 } as const;
const MOST_FROM_WORDS = 8;

/** How far lengths of translations spread around their usual ratio, as a logarithm; short texts more. */
const SPREAD = 0.2;
const SPREAD_OF_SHORT = 1.6;
/** The same for two texts that have nothing to do with each other. */
const SPREAD_OF_OTHERS = 0.9;
const FEW_CHARACTERS = 3;
/** A text that was rewritten in one language has any length, and its codes may still say that it is the same. */
const LEAST_FROM_LENGTH = -8;

const OTHER_LINKS = -2;
const OTHER_CODE = -0.8;
const LEAST_FROM_CODES = -3;
const SAME_CODES = 0.7;
const MOST_FROM_CODES = 3;

/** A text that is the source still is no translation of it. A short one may be a name, and one with the same link a title. */
const COPY = -10;
const SHORT_COPY = -4;
const COPY_WITH_LINK = -2;
const COPIED_SHARE = 0.8;
/** Different words: fewer are no copy, more are no name. */
const FEWEST_COPIED = 5;
const MOST_OF_NAME = 12;

/** What the profiles say: a function of two places, a natural logarithm of odds. */
export function evidenceBetween(
  sources: readonly Profile[],
  targets: readonly Profile[],
  lengthRatio: number,
): (source: number, target: number) => number {
  const clues = {
    words: cluesOf('words', sources, targets),
    numbers: cluesOf('numbers', sources, targets),
    links: cluesOf('links', sources, targets),
  };
  const fromLength = lengthEvidence(sources, targets, lengthRatio);
  const rarity = rarityOfKinds([...sources, ...targets]);
  let row = { source: -1, words: new Map<number, number>(), rest: new Map<number, number>() };
  return (source, target) => {
    const [one, other] = [sources[source]!, targets[target]!];
    if (one.kind !== other.kind) return -Infinity;
    if (row.source !== source) {
      const [words, rest] = [new Map<number, number>(), new Map<number, number>()];
      addClues(one.words, clues.words, words);
      addClues(one.numbers, clues.numbers, rest);
      addClues(one.links, clues.links, rest);
      row = { source, words, rest };
    }
    return (
      rarity.get(one.kind)! +
      fromLength(source, target) +
      fromCodes(one, other) +
      fromLinks(one, other) +
      fromWords(one, other, row.words.get(target) ?? 0) +
      (row.rest.get(target) ?? 0)
    );
  };
}

function cluesOf(
  name: keyof typeof WEIGHTS,
  sources: readonly Profile[],
  targets: readonly Profile[],
): Map<string, Clue> {
  const [inSources, inTargets] = [placesOf(name, sources), placesOf(name, targets)];
  const clues = new Map<string, Clue>();
  for (const [text, places] of inSources) {
    const others = inTargets.get(text);
    if (others === undefined) continue;
    const most = Math.max(places.length, others.length);
    if (most > MOST_UNITS_OF_CLUE) continue;
    const rarity = Math.log(Math.max(2, Math.min(sources.length, targets.length)) / most);
    clues.set(text, { weight: WEIGHTS[name] * Math.max(0, rarity), targets: others });
  }
  return clues;
}

function placesOf(name: keyof typeof WEIGHTS, profiles: readonly Profile[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, profile] of profiles.entries()) {
    for (const text of profile[name]) {
      const known = places.get(text);
      if (known === undefined) places.set(text, [index]);
      else known.push(index);
    }
  }
  return places;
}

function addClues(texts: Set<string>, clues: Map<string, Clue>, sums: Map<number, number>): void {
  for (const text of texts) {
    const { weight, targets } = clues.get(text) ?? { weight: 0, targets: [] };
    for (const target of targets) sums.set(target, (sums.get(target) ?? 0) + weight);
  }
}

/** That both are of a rare kind tells more than that both are paragraphs. */
function rarityOfKinds(profiles: readonly Profile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of profiles) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].map(([kind, count]) => [kind, Math.log(profiles.length / count)]));
}

/** After Gale and Church: translations are longer or shorter in about the same ratio. */
function lengthEvidence(
  sources: readonly Profile[],
  targets: readonly Profile[],
  ratio: number,
): (source: number, target: number) => number {
  const expected = sources.map(({ length }) => length * ratio + FEW_CHARACTERS);
  const spreads = expected.map((length) => SPREAD + SPREAD_OF_SHORT / Math.sqrt(length));
  const [logs, targetLogs] = [
    expected.map((length) => Math.log(length)),
    targets.map(({ length }) => Math.log(length + FEW_CHARACTERS)),
  ];
  const sureness = spreads.map((spread) => Math.log(SPREAD_OF_OTHERS / spread));
  return (source, target) => {
    const off = targetLogs[target]! - logs[source]!;
    const others = (off / SPREAD_OF_OTHERS) ** 2 / 2;
    const same = sureness[source]! + others - (off / spreads[source]!) ** 2 / 2;
    return same < LEAST_FROM_LENGTH ? LEAST_FROM_LENGTH : same;
  };
}

function fromCodes({ codes: one }: Profile, { codes: other }: Profile): number {
  if (one.size === 0 && other.size === 0) return 0;
  let [shared, different] = [0, 0];
  for (const [type, count] of one) {
    const found = other.get(type) ?? 0;
    shared += Math.min(count, found);
    different += Math.abs(count - found);
  }
  for (const [type, count] of other) if (!one.has(type)) different += count;
  return (
    Math.min(MOST_FROM_CODES, SAME_CODES * shared) +
    Math.max(LEAST_FROM_CODES, OTHER_CODE * different)
  );
}

function fromLinks({ links: one }: Profile, { links: other }: Profile): number {
  const isOther = one.size > 0 && other.size > 0 && !shareOne(one, other);
  return isOther ? OTHER_LINKS : 0;
}

function fromWords(one: Profile, other: Profile, shared: number): number {
  if (shared === 0 || !isCopy(one.words, other.words)) return Math.min(MOST_FROM_WORDS, shared);
  if (shareOne(one.links, other.links)) return COPY_WITH_LINK;
  return one.words.size > MOST_OF_NAME ? COPY : SHORT_COPY;
}

function shareOne(one: Set<string>, other: Set<string>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  for (const text of few) if (many.has(text)) return true;
  return false;
}

function isCopy(one: Set<string>, other: Set<string>): boolean {
  if (one.size < FEWEST_COPIED || other.size < COPIED_SHARE * one.size) return false;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared >= COPIED_SHARE * Math.max(one.size, other.size);
}
