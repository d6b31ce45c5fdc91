import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  afterAttempts,
  disabled,
  type EndpointHealth,
  FAILURES_TO_OPEN,
  HEALTHY,
  mayAttempt,
  MOST_IN_FLIGHT,
} from './index.js';

const SUCCESS = { ok: true, gone: false };
const FAILURE = { ok: false, gone: false };
const GONE = { ok: false, gone: true };
const DAY = 24 * 60 * 60_000;
const start = Date.parse('2026-03-01T12:00:00.000Z');
const at = (ms: number) => new Date(start + ms);
const failing = (count: number) => Array.from({ length: count }, () => FAILURE);
const open = afterAttempts(HEALTHY, failing(FAILURES_TO_OPEN), at(0));

describe('the breaker of an endpoint', () => {
  it.each([
    { outcomes: [], status: 'active', failures: 0, inFlight: MOST_IN_FLIGHT },
    { outcomes: [SUCCESS], status: 'active', failures: 0, inFlight: MOST_IN_FLIGHT },
    { outcomes: failing(4), status: 'active', failures: 4, inFlight: MOST_IN_FLIGHT },
    { outcomes: failing(5), status: 'degraded', failures: 5, inFlight: 0 },
    { outcomes: failing(10), status: 'degraded', failures: 5, inFlight: 0 },
    {
      outcomes: [...failing(4), SUCCESS, ...failing(4)],
      status: 'active',
      failures: 4,
      inFlight: MOST_IN_FLIGHT,
    },
    {
      outcomes: [...failing(5), SUCCESS],
      status: 'active',
      failures: 0,
      inFlight: MOST_IN_FLIGHT,
    },
    { outcomes: [GONE], status: 'disabled', failures: 0, inFlight: 0 },
    { outcomes: [...failing(5), GONE, SUCCESS], status: 'disabled', failures: 5, inFlight: 0 },
  ])('after $outcomes is $status with $failures failures', ({ outcomes, ...expected }) => {
    const health = afterAttempts(HEALTHY, outcomes, at(0));
    expect({
      status: health.status,
      failures: health.consecutiveFailures,
      inFlight: mayAttempt(health, at(0)),
    }).toEqual(expected);
  });

  it('lets one probe through when its pause is over, and a success closes it', () => {
    expect(open.breakerUntil).toEqual(at(10_000));
    expect([0, 9999, 10_000, 60_000].map((ms) => mayAttempt(open, at(ms)))).toEqual([0, 0, 1, 1]);
    expect(afterAttempts(open, [SUCCESS], at(10_000))).toEqual(HEALTHY);
  });

  it('pauses twice as long after each failed probe, up to five minutes', () => {
    const pauses: number[] = [];
    let health = open;
    for (let probe = 0; probe < 7; probe += 1) {
      const now = health.breakerUntil!;
      health = afterAttempts(health, [FAILURE], now);
      pauses.push(health.breakerUntil!.getTime() - now.getTime());
    }
    expect(pauses).toEqual([20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
  });

  it('is not opened for longer by attempts that were under way when it opened', () => {
    expect(afterAttempts(open, failing(9), at(9999))).toEqual(open);
    expect(afterAttempts(open, failing(9), at(10_000)).breakerUntil).toEqual(at(30_000));
  });

  it('is disabled as gone at once, and by nothing else after that', () => {
    const gone = afterAttempts(HEALTHY, [GONE], at(0));
    expect(gone).toEqual({ ...HEALTHY, status: 'disabled', disabledBecause: 'gone' });
    const manual = disabled(open, 'manual');
    expect(manual).toMatchObject({ disabledBecause: 'manual', breakerUntil: null });
    for (const outcome of [SUCCESS, FAILURE, GONE]) {
      expect(afterAttempts(manual, [outcome], at(10 * DAY))).toEqual(manual);
    }
  });

  it('is disabled as failing by a failure five days after the first one without a success', () => {
    const long = { ...open, failingSince: at(0), breakerUntil: null };
    expect(afterAttempts(long, [FAILURE], at(5 * DAY - 1)).status).toBe('degraded');
    expect(afterAttempts(long, [FAILURE], at(5 * DAY))).toMatchObject({
      status: 'disabled',
      disabledBecause: 'failing',
      failingSince: at(0),
    });
    expect(afterAttempts(long, [SUCCESS], at(5 * DAY))).toEqual(HEALTHY);
  });

  it('is not disabled by a second failure long after a first one', () => {
    const once = afterAttempts(HEALTHY, [FAILURE], at(0));
    expect(afterAttempts(once, [FAILURE], at(30 * DAY)).status).toBe('active');
  });

  it('keeps its columns in step, whatever comes', () => {
    const step = fc.record({
      outcome: fc.constantFrom(SUCCESS, FAILURE, FAILURE, FAILURE, FAILURE, GONE),
      pause: fc.constantFrom(0, 1000, 10_000, 300_000, DAY),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let health = HEALTHY;
        let now = start;
        for (const { outcome, pause } of steps) {
          now += pause;
          const before = health;
          health = afterAttempts(before, [outcome], new Date(now));
          inStep(health, new Date(now));
          if (before.status === 'disabled') expect(health).toEqual(before);
          else if (outcome.gone) expect(health.disabledBecause).toBe('gone');
          else if (outcome.ok) expect(health).toEqual(HEALTHY);
        }
        const all = steps.map(({ outcome }) => outcome);
        const oneByOne = all.reduce(
          (one, outcome) => afterAttempts(one, [outcome], at(0)),
          HEALTHY,
        );
        expect(afterAttempts(HEALTHY, all, at(0))).toEqual(oneByOne);
      }),
    );
  });
});

function inStep(health: EndpointHealth, now: Date): void {
  const { status, consecutiveFailures, failingSince, breakerUntil, disabledBecause } = health;
  expect(status === 'disabled').toBe(disabledBecause !== null);
  expect(status === 'degraded').toBe(breakerUntil !== null);
  expect(consecutiveFailures > 0).toBe(failingSince !== null);
  if (status === 'active') expect(consecutiveFailures).toBeLessThan(FAILURES_TO_OPEN);
  if (breakerUntil !== null) {
    expect(breakerUntil.getTime() - now.getTime()).toBeLessThanOrEqual(300_000);
  }
  expect(mayAttempt(health, now)).toBe(
    { active: MOST_IN_FLIGHT, degraded: breakerUntil! > now ? 0 : 1, disabled: 0 }[status],
  );
}
