import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MOST_ATTEMPTS, nextAttemptAt, readRetryAfter, retryDelayMs } from './index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date('2026-03-01T12:00:00.000Z');
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('retryDelayMs', () => {
  it('follows the schedule of Standard Webhooks, ten attempts in all', () => {
    const pauses = [...Array(MOST_ATTEMPTS).keys()].map((index) => retryDelayMs(index + 1, 0.5));
    expect(pauses).toEqual([
      5000,
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      14 * HOUR,
      20 * HOUR,
      24 * HOUR,
      null,
    ]);
    expect(retryDelayMs(11, 0.5)).toBeNull();
  });

  it('stays within 20 % around it, and lies where random does', () => {
    expect([retryDelayMs(1, 0), retryDelayMs(1, 0.999_999)]).toEqual([4000, 6000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), random, (attempt, random) => {
        const middle = retryDelayMs(attempt, 0.5)!;
        const pause = retryDelayMs(attempt, random)!;
        expect(Number.isInteger(pause)).toBe(true);
        expect(Math.abs(pause - middle * (0.8 + 0.4 * random))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes numbers of attempts only', () => {
    for (const attempt of [0, -1, 1.5, NaN]) {
      expect(() => retryDelayMs(attempt, 0)).toThrow('the number of an attempt from 1 on');
    }
  });
});

describe('nextAttemptAt', () => {
  const after = (attempt: number, retryAfter: number | null) =>
    nextAttemptAt({ attempt, now, retryAfter, random: 0.5 })?.getTime() ?? null;
  const inMs = (pause: number) => now.getTime() + pause;

  it.each([
    { attempt: 1, retryAfter: null, pause: 5000 },
    { attempt: 1, retryAfter: 0, pause: 5000 },
    { attempt: 1, retryAfter: 4, pause: 5000 },
    { attempt: 1, retryAfter: 60, pause: MINUTE },
    { attempt: 2, retryAfter: 60, pause: 5 * MINUTE },
    { attempt: 1, retryAfter: 86_401, pause: 24 * HOUR },
    { attempt: 9, retryAfter: 1e12, pause: 24 * HOUR },
  ])('after attempt $attempt and Retry-After $retryAfter it is $pause ms on', (row) => {
    expect(after(row.attempt, row.retryAfter)).toBe(inMs(row.pause));
  });

  it('is never after the tenth, whatever the receiver asks for', () => {
    expect([after(10, null), after(10, 60)]).toEqual([null, null]);
  });

  it('is never sooner than the schedule and the bounded wish of the receiver', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        random,
        (attempt, retryAfter, random) => {
          const pause =
            nextAttemptAt({ attempt, now, retryAfter, random })!.getTime() - now.getTime();
          const bounds = [retryDelayMs(attempt, random)!, Math.min(retryAfter * 1000, 24 * HOUR)];
          expect(pause).toBe(Math.max(...bounds));
        },
      ),
    );
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120],
    [' 7 ', 7],
    ['0', 0],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120],
    ['Sunday, 01-Mar-26 12:02:00 GMT', 120],
    ['Sun Mar  1 12:02:00 2026', 120],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['', null],
    [undefined, null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['Sun, nonsense', null],
    ['2026-03-01T12:02:00Z', null],
  ])('reads %j as %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });
});
