const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Milliseconds after attempt 1, 2, …, per Standard Webhooks 1.0.0, "Deliverability and reliability". */
const SCHEDULE = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Share of a pause by which it is shortened or lengthened at most. */
const JITTER = 0.2;
/** Milliseconds that a receiver may ask to be left alone. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

/** Attempts that a delivery has before it is dead. */
export const MOST_ATTEMPTS = SCHEDULE.length + 1;

/**
 * Milliseconds from a failed attempt (the first is 1) to the next one, ±20 % by `random` in [0, 1); null after the
 * last. Pure. Throws a RangeError when the attempt is no number of one.
 */
export function retryDelayMs(attempt: number, random: number): number | null {
  if (!Number.isInteger(attempt) || attempt < 1) {
    throw new RangeError(`Expected the number of an attempt from 1 on; found ${attempt}.`);
  }
  const pause = SCHEDULE[attempt - 1];
  return pause === undefined ? null : Math.round(pause * (1 + JITTER * (2 * random - 1)));
}

/** A failed attempt, and what its answer asked for. */
export interface FailedAttempt {
  /** the first is 1 */
  attempt: number;
  now: Date;
  /** seconds, as an AttemptOutcome has them; null where the receiver asked for nothing */
  retryAfter: number | null;
  /** in [0, 1) */
  random: number;
}

/**
 * When to try again: what the schedule says or the receiver asks for, whichever is later; a receiver is heard up to
 * 24 hours. Null after the last attempt, whatever the receiver asks for. Pure.
 */
export function nextAttemptAt({ attempt, now, retryAfter, random }: FailedAttempt): Date | null {
  const scheduled = retryDelayMs(attempt, random);
  if (scheduled === null) return null;
  const asked = Math.min((retryAfter ?? 0) * SECOND, LONGEST_RETRY_AFTER);
  return new Date(now.getTime() + Math.max(scheduled, asked));
}

/**
 * Seconds that a `Retry-After` header asks for, rounded up, from a number or from an HTTP date in any of its three
 * forms (RFC 9110, 10.2.3 and 5.6.7); 0 for a date that has passed, null for anything else. Pure.
 */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u.test(text)) return null;
  // The form of asctime names no zone and means GMT.
  const moment = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  if (Number.isNaN(moment)) return null;
  return Math.max(0, Math.ceil((moment - now.getTime()) / SECOND));
}
