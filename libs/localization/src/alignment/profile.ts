import { numbersIn } from '../checks/numbers.js';
import { plainText, wordsIn } from '../text/segmented.js';
import { codesOf } from '../text/tagged.js';
import type { InlineCode, SourceUnit, UnitKind } from '../text/unit.js';

/** What a unit has that a translation leaves as it is. */
export interface Profile {
  kind: UnitKind;
  /** UTF-16 units without codes */
  length: number;
  words: Set<string>;
  /** addresses of links and images, and among the words; without scheme */
  links: Set<string>;
  numbers: Set<string>;
  /** by type; line ends are left out */
  codes: Map<string, number>;
}

/** Words and characters of a unit that are looked at; of a longer one, its beginning. */
const MOST_WORDS = 300;
const MOST_CHARACTERS = 4000;

export function profileOf(unit: SourceUnit): Profile {
  const text = plainText(unit.source);
  const beginning = text.slice(0, MOST_CHARACTERS);
  const codes = codesOf(unit.source).filter(({ type }) => type !== 'break');
  const counts = new Map<string, number>();
  for (const { type } of codes) counts.set(type, (counts.get(type) ?? 0) + 1);
  return {
    kind: unit.kind,
    length: text.length,
    words: new Set(wordsIn(beginning.toLowerCase()).slice(0, MOST_WORDS)),
    links: linksIn(unit),
    numbers: new Set(numbersIn(beginning).map(({ digits }) => digits)),
    codes: counts,
  };
}

/** A section as one: what its units have together. */
export function joinedProfile(profiles: readonly Profile[]): Profile {
  const joined: Profile = {
    kind: profiles[0]!.kind,
    length: 0,
    words: new Set(),
    links: new Set(),
    numbers: new Set(),
    codes: new Map(),
  };
  for (const { length, words, links, numbers, codes } of profiles) {
    joined.length += length;
    for (const word of words) joined.words.add(word);
    for (const link of links) joined.links.add(link);
    for (const number of numbers) joined.numbers.add(number);
    for (const [type, count] of codes)
      joined.codes.set(type, (joined.codes.get(type) ?? 0) + count);
  }
  return joined;
}

/** An address or a path, ended by quotes, brackets and spaces; in a tag, what its attributes link. */
const ADDRESS = /[^\s"'<>()[\]={}]+/gu;
const ATTRIBUTE = /(?<=\s(?:href|src)=["']?)[^\s"'<>]+/gu;

/** Among words an address begins with its scheme. */
const FULL_ADDRESS = /https?:\/\/[^\s"'<>()[\]]+/gu;

function linksIn({ source }: SourceUnit): Set<string> {
  const links = new Set<string>();
  for (const part of source) {
    const text = (typeof part === 'string' ? part : part.original).slice(0, MOST_CHARACTERS);
    for (const [address] of text.matchAll(patternFor(part))) {
      if (!/[/#]./u.test(address)) continue;
      links.add(address.replace(/^(?:https?:)?\/\/(?:www\.)?/u, '').replace(/\/$/u, ''));
    }
  }
  return links;
}

function patternFor(part: string | InlineCode): RegExp {
  if (typeof part === 'string') return FULL_ADDRESS;
  return part.original.startsWith('<') ? ATTRIBUTE : ADDRESS;
}
