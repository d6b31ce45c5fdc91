import type { KeyedUnit, SourceUnit } from '../text/unit.js';
import { matchUnits } from './match-units.js';

/** The key of the title of an item, which is no part of its body. */
const TITLE = 'title';
/** Characters of a hash in a key: two texts of one item that share them would need luck of one in 10^8. */
const HASH_PART = 12;

/**
 * Names the units of a body. Those of the previous version keep their key when they stay, move, or change by less than
 * half of their words; the others get the beginning of their hash, with `-2`, `-3` … where this or the previous version
 * has it already. Keys of versions before the previous one are not known here and may come back for a new unit.
 */
export function assignKeys(
  units: readonly SourceUnit[],
  previous: readonly KeyedUnit[] | null,
): KeyedUnit[] {
  const before = (previous ?? []).filter(({ key }) => key !== TITLE);
  const matches = matchUnits(before, units);
  const taken = new Set([TITLE, ...before.map(({ key }) => key)]);
  const counts = new Map<string, number>();
  return units.map((unit, index) => {
    const key = before[matches[index]!]?.key ?? newKey(unit.hash, { taken, counts });
    return { ...unit, key };
  });
}

interface Names {
  taken: Set<string>;
  /** by beginning of a hash the last number that was given, so that many equal units are counted once */
  counts: Map<string, number>;
}

function newKey(hash: string, { taken, counts }: Names): string {
  const start = hash.slice(0, HASH_PART);
  let count = counts.get(start) ?? 0;
  let key: string;
  do {
    count += 1;
    key = count === 1 ? start : `${start}-${count}`;
  } while (taken.has(key));
  counts.set(start, count);
  taken.add(key);
  return key;
}
