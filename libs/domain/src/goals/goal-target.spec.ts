import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { GoalTarget } from './goal.js';
import { goalResult, resolveTarget } from './goal-target.js';

const percent = (value: number): GoalTarget => ({ kind: 'percent', value });
const absolute = (value: number): GoalTarget => ({ kind: 'absolute', value });
/** Numbers as people write them, with two digits after the point. */
const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);

describe('the value that a target means', () => {
  it.each([
    [absolute(25), 20, 25],
    [absolute(25), null, 25],
    [percent(10), 40, 44],
    [percent(-20), 90, 72],
    [percent(10), 0.1, 0.11],
    [percent(100), 7, 14],
    [percent(-100), 7, 0],
    [percent(10), -50, -45],
    [percent(10), null, null],
  ])('%j from %j is %j', (target, baseline, value) => {
    expect(resolveTarget(target, baseline)).toBe(value);
  });

  it('lies above the baseline for a percentage above zero and below it for one below', () => {
    fc.assert(
      fc.property(number, number, (baseline, value) => {
        fc.pre(Math.abs(baseline) > 0.01 && Math.abs(value) > 0.01);
        const target = resolveTarget(percent(value), baseline)!;
        expect(Math.sign(target - baseline)).toBe(Math.sign(value));
      }),
    );
  });
});

describe('the result of a goal', () => {
  it.each([
    ['more is better and was reached', 20, absolute(25), 26, true, 1],
    ['more is better and exactly that', 20, absolute(25), 25, true, 0],
    ['more is better and too little', 20, absolute(25), 24.9, false, -0.1],
    ['less is better and was reached', 90, absolute(60), 55, true, -5],
    ['less is better and too much', 90, absolute(60), 61, false, 1],
    ['a tenth more, exactly', 40, percent(10), 44, true, 0],
    ['a fifth less, exactly', 90, percent(-20), 72, true, 0],
    ['a fifth less, not quite', 90, percent(-20), 72.5, false, 0.5],
    ['a loss that shrank', -50, percent(10), -40, true, 5],
  ])('is told: %s', (_what, baseline, target, actual, met, difference) => {
    const wanted = resolveTarget(target, baseline);
    expect(goalResult({ baseline, target, actual })).toEqual({
      actual,
      target: wanted,
      met,
      difference,
    });
  });

  it('is missing while the goal is open', () => {
    expect(goalResult({ baseline: 20, target: absolute(25), actual: null })).toBeNull();
  });

  it('is met by the target itself and not by the baseline, whatever the numbers', () => {
    fc.assert(
      fc.property(number, number, fc.boolean(), (baseline, value, isPercent) => {
        const target = isPercent ? percent(value) : absolute(value);
        const wanted = resolveTarget(target, baseline)!;
        fc.pre(wanted !== baseline);
        expect(goalResult({ baseline, target, actual: wanted })!.met).toBe(true);
        expect(goalResult({ baseline, target, actual: baseline })!.met).toBe(false);
      }),
    );
  });
});
