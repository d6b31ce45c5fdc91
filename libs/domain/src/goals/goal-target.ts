import type { Goal, GoalTarget } from './goal.js';

/** What a closed goal came to, in its unit. */
export interface GoalResult {
  actual: number;
  /** the value that was to be reached */
  target: number;
  /** whether it was reached; more or less is better according to where the target lies from the baseline */
  met: boolean;
  /** actual − target */
  difference: number;
}

/** The value to reach, in the goal's unit; null where a percentage has no baseline. */
export function resolveTarget({ kind, value }: GoalTarget, baseline: number | null): number | null {
  if (kind === 'absolute') return value;
  return baseline === null ? null : withoutNoise(baseline + (Math.abs(baseline) * value) / 100);
}

/** What came out of a goal; null where it is open, or nothing could be compared. */
export function goalResult(goal: Pick<Goal, 'baseline' | 'target' | 'actual'>): GoalResult | null {
  const { baseline, target, actual } = goal;
  if (baseline === null || target === null || actual === null) return null;
  const wanted = resolveTarget(target, baseline)!;
  const met = wanted >= baseline ? actual >= wanted : actual <= wanted;
  return { actual, target: wanted, met, difference: withoutNoise(actual - wanted) };
}

/** Twelve significant digits: 40 and a tenth more are 44, not 44.00000000000001. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
