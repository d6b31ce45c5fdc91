/** What a translator finds before work begins. Each unit is in the first class that fits it. */
export const LEVERAGE_CLASSES = [
  'context',
  'exact',
  'repeated',
  'fuzzy_95',
  'fuzzy_85',
  'fuzzy_75',
  'changed',
  'new',
] as const;
export type LeverageClass = (typeof LEVERAGE_CLASSES)[number];

/** A unit with the best that the memory has for it. */
export interface WeighedUnit {
  hash: string;
  words: number;
  /** of the best match; null: there is none */
  score: number | null;
  /** an earlier version of this unit was translated */
  changed: boolean;
}

export type Leverage = Record<LeverageClass | 'total', { units: number; words: number }>;

/**
 * Units and words by what is known of them: in context (101), exact (100), repeated within the item, like a known one
 * (95–99, 85–94, 75–84), changed since it was translated, new. A repetition is translated with the first of its kind.
 */
export function leverageOf(units: WeighedUnit[]): Leverage {
  const counts = Object.fromEntries(
    [...LEVERAGE_CLASSES, 'total' as const].map((name) => [name, { units: 0, words: 0 }]),
  ) as Leverage;
  const seen = new Set<string>();
  for (const unit of units) {
    for (const count of [counts[classOf(unit, seen)], counts.total]) {
      count.units += 1;
      count.words += unit.words;
    }
    seen.add(unit.hash);
  }
  return counts;
}

function classOf({ hash, score, changed }: WeighedUnit, seen: Set<string>): LeverageClass {
  const known = score ?? 0;
  if (known > 100) return 'context';
  if (known === 100) return 'exact';
  if (seen.has(hash)) return 'repeated';
  if (known >= 95) return 'fuzzy_95';
  if (known >= 85) return 'fuzzy_85';
  if (known >= 75) return 'fuzzy_75';
  return changed ? 'changed' : 'new';
}
