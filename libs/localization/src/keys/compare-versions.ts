import type { KeyedUnit } from '../text/unit.js';

/** A unit whose text is another one than before. */
export interface ChangedUnit {
  key: string;
  before: KeyedUnit;
  after: KeyedUnit;
}

/** What happened to the units of a body, each list in the order of the text. */
export interface VersionComparison {
  /** keys, moved ones among them */
  same: string[];
  changed: ChangedUnit[];
  added: KeyedUnit[];
  /** in the order of the earlier text */
  removed: KeyedUnit[];
}

/** Compares two versions by their keys. Where only the target of a link changed, a unit is the same. */
export function compareVersions(
  before: readonly KeyedUnit[],
  after: readonly KeyedUnit[],
): VersionComparison {
  const earlier = new Map(before.map((unit) => [unit.key, unit]));
  const comparison: VersionComparison = { same: [], changed: [], added: [], removed: [] };
  for (const unit of after) {
    const old = earlier.get(unit.key);
    earlier.delete(unit.key);
    if (old === undefined) comparison.added.push(unit);
    else if (old.hash === unit.hash) comparison.same.push(unit.key);
    else comparison.changed.push({ key: unit.key, before: old, after: unit });
  }
  return { ...comparison, removed: [...earlier.values()] };
}
