import type { SourceUnit } from '../text/unit.js';
import { evidenceBetween } from './evidence.js';
import { type AlignedPair, likelyPairs } from './match-probabilities.js';
import { joinedProfile, type Profile, profileOf } from './profile.js';

/** Which units of a translation stand for which of the source. All numbers are places in the lists given. */
export interface Alignment {
  /** rising in both texts; each unit at most once */
  pairs: AlignedPair[];
  unalignedSource: number[];
  /** units of the translation without a source */
  leftOver: number[];
}

/** Least probability of a pair. Below it, a person had better look for themselves. */
const CONFIDENT = 0.8;
/** Least probability of two headings at which the texts are cut. */
const SURE_CUT = 0.95;
/** Characters in pairs that tell the ratio of lengths better than whole texts do, of which one may lack a part. */
const ENOUGH_CHARACTERS = 500;
/** As a logarithm: 2 %. */
const SAME_RATIO = 0.02;

/**
 * Aligns the units of a translation, made by people and perhaps of an older version, with those of its source, in order.
 * Goes by what a translation keeps: kind, codes, targets of links, numbers, names, and length. First headings with what
 * stands below them, then the units between. The score is the probability of the pair among all ways to align; pairs
 * have at least 0.8. Units of different kinds never pair, nor does a text of more than twelve words that is the source
 * still. What was moved, or split in two, is left over. Beyond a thousand units without a sure heading between them, a
 * unit is looked for at about its place only.
 */
export function alignTranslation(
  source: readonly SourceUnit[],
  target: readonly SourceUnit[],
): Alignment {
  const texts = { sources: source.map(profileOf), targets: target.map(profileOf) };
  const pairs = pairsBetween(texts);
  const [sources, targets] = [
    new Set(pairs.map((pair) => pair.source)),
    new Set(pairs.map((pair) => pair.target)),
  ];
  return {
    pairs,
    unalignedSource: [...source.keys()].filter((place) => !sources.has(place)),
    leftOver: [...target.keys()].filter((place) => !targets.has(place)),
  };
}

interface Texts {
  sources: Profile[];
  targets: Profile[];
}

/** Twice, where the ratio of lengths of the pairs differs from that of the whole texts. */
function pairsBetween(texts: Texts): AlignedPair[] {
  const ratio = ratioOf(texts.sources, texts.targets);
  const pairs = alignProfiles(texts, ratio);
  const better = ratioOfPairs(texts, pairs);
  const isSame = Math.abs(Math.log(better / ratio)) < SAME_RATIO;
  return isSame ? pairs : alignProfiles(texts, better);
}

function alignProfiles({ sources, targets }: Texts, ratio: number): AlignedPair[] {
  const cuts = cutsBetween({ sources, targets }, ratio);
  const evidence = evidenceBetween(sources, targets, ratio);
  const pairs: AlignedPair[] = [];
  let start = { source: 0, target: 0 };
  for (const cut of [...cuts, { source: sources.length, target: targets.length, score: 1 }]) {
    const { source, target } = start;
    const block = {
      sources: cut.source - source,
      targets: cut.target - target,
      evidence: (one: number, other: number) => evidence(source + one, target + other),
    };
    for (const pair of likelyPairs(block, CONFIDENT)) {
      pairs.push({ ...pair, source: source + pair.source, target: target + pair.target });
    }
    if (cut.source < sources.length) pairs.push(cut);
    start = { source: cut.source + 1, target: cut.target + 1 };
  }
  return pairs;
}

/** Headings that surely are the same, each seen with its section. */
function cutsBetween({ sources, targets }: Texts, ratio: number): AlignedPair[] {
  const [ones, others] = [sectionsOf(sources), sectionsOf(targets)];
  const evidence = evidenceBetween(
    ones.map(({ profile }) => profile),
    others.map(({ profile }) => profile),
    ratio,
  );
  const task = { sources: ones.length, targets: others.length, evidence };
  return likelyPairs(task, SURE_CUT).map(({ source, target, score }) => ({
    source: ones[source]!.heading,
    target: others[target]!.heading,
    score,
  }));
}

interface Section {
  /** its place */
  heading: number;
  profile: Profile;
}

function sectionsOf(profiles: Profile[]): Section[] {
  const headings = [...profiles.keys()].filter((place) => profiles[place]!.kind === 'heading');
  return headings.map((heading, index) => ({
    heading,
    profile: joinedProfile(profiles.slice(heading, headings[index + 1] ?? profiles.length)),
  }));
}

function ratioOf(sources: Profile[], targets: Profile[]): number {
  const [one, other] = [sources, targets].map((profiles) =>
    profiles.reduce((sum, { length }) => sum + length, 0),
  );
  return (other! + 1) / (one! + 1);
}

function ratioOfPairs({ sources, targets }: Texts, pairs: AlignedPair[]): number {
  const paired = {
    sources: pairs.map(({ source }) => sources[source]!),
    targets: pairs.map(({ target }) => targets[target]!),
  };
  const length = paired.sources.reduce((sum, { length }) => sum + length, 0);
  const isEnough = length >= ENOUGH_CHARACTERS;
  return isEnough ? ratioOf(paired.sources, paired.targets) : ratioOf(sources, targets);
}
