import type { AttemptOutcome } from './attempt-outcome.js';

export const ENDPOINT_STATUSES = ['active', 'degraded', 'disabled'] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];

export const DISABLING_REASONS = ['gone', 'failing', 'manual'] as const;
export type DisablingReason = (typeof DISABLING_REASONS)[number];

/** How an endpoint is doing. Degraded means that its breaker opened and no probe has succeeded yet. */
export interface EndpointHealth {
  status: EndpointStatus;
  /** since the last success; what comes in while the breaker is open is not counted */
  consecutiveFailures: number;
  /** of the first failure since the last success */
  failingSince: Date | null;
  /** until when nothing is sent; afterwards one probe at a time */
  breakerUntil: Date | null;
  /** exactly where disabled */
  disabledBecause: DisablingReason | null;
}

/** A new endpoint, or one that is enabled again. */
export const HEALTHY: EndpointHealth = {
  status: 'active',
  consecutiveFailures: 0,
  failingSince: null,
  breakerUntil: null,
  disabledBecause: null,
};

/** Consecutive failures that open the breaker. */
export const FAILURES_TO_OPEN = 5;
/** Deliveries that may be in flight to a healthy endpoint. */
export const MOST_IN_FLIGHT = 10;
/** Milliseconds that the breaker stays open at first; twice as long after each failed probe. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 5 * 60_000;
/** Milliseconds of failing without a success that disable an endpoint. */
const PATIENCE = 5 * 24 * 60 * 60_000;

/**
 * The health after these outcomes, in the order in which they came. Pure.
 * A success closes the breaker, the fifth failure in a row opens it, 410 disables at once and so does a failure more
 * than five days after the first one in a row. Failures while the breaker is open were under way when it opened: they
 * change nothing. Neither does anything that comes after the endpoint was disabled.
 */
export function afterAttempts(
  health: EndpointHealth,
  outcomes: readonly Pick<AttemptOutcome, 'ok' | 'gone'>[],
  now: Date,
): EndpointHealth {
  return outcomes.reduce((current, outcome) => afterAttempt(current, outcome, now), health);
}

/** The health of an endpoint that is switched off for this reason. Pure. */
export function disabled(health: EndpointHealth, disabledBecause: DisablingReason): EndpointHealth {
  return { ...health, status: 'disabled', breakerUntil: null, disabledBecause };
}

/** How many deliveries may be in flight now, those included that are: 10, 1 as a probe, or none. Pure. */
export function mayAttempt({ status, breakerUntil }: EndpointHealth, now: Date): number {
  switch (status) {
    case 'active':
      return MOST_IN_FLIGHT;
    case 'degraded':
      return isBefore(now, breakerUntil) ? 0 : 1;
    case 'disabled':
      return 0;
  }
}

function afterAttempt(
  health: EndpointHealth,
  { ok, gone }: Pick<AttemptOutcome, 'ok' | 'gone'>,
  now: Date,
): EndpointHealth {
  if (health.status === 'disabled') return health;
  if (gone) return disabled(health, 'gone');
  if (ok) return HEALTHY;
  if (isBefore(now, health.breakerUntil)) return health;
  return afterFailure(health, now);
}

function afterFailure(health: EndpointHealth, now: Date): EndpointHealth {
  const failed = {
    ...health,
    consecutiveFailures: health.consecutiveFailures + 1,
    failingSince: health.failingSince ?? now,
  };
  const probes = failed.consecutiveFailures - FAILURES_TO_OPEN;
  if (probes < 0) return failed;
  if (now.getTime() - failed.failingSince.getTime() >= PATIENCE) return disabled(failed, 'failing');
  const pause = Math.min(FIRST_PAUSE * 2 ** probes, LONGEST_PAUSE);
  return { ...failed, status: 'degraded', breakerUntil: new Date(now.getTime() + pause) };
}

function isBefore(now: Date, until: Date | null): boolean {
  return until !== null && now.getTime() < until.getTime();
}
