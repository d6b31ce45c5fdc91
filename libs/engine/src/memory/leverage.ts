import type { Queryable } from '../queryable.js';
import { type Leverage, leverageOf } from './leverage-of.js';
import { lookUp, type WantedUnit } from './look-up.js';
import type { MemoryScope } from './memory-row.js';

/** A unit of an item before work on it begins. */
export interface UnitToWeigh extends WantedUnit {
  words: number;
  /** an earlier version of this unit was translated */
  changed: boolean;
}

const UNITS_AT_ONCE = 500;

/** What the memory spares whoever translates an item. One round trip for each 500 units. */
export async function leverage(
  db: Queryable,
  { units, ...scope }: MemoryScope & { units: UnitToWeigh[] },
): Promise<Leverage> {
  const weighed = [];
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const some = units.slice(from, from + UNITS_AT_ONCE);
    const matches = await lookUp(db, { ...scope, units: some, most: 1 });
    weighed.push(
      ...some.map((unit, index) => ({ ...unit, score: matches[index]![0]?.score ?? null })),
    );
  }
  return leverageOf(weighed);
}
