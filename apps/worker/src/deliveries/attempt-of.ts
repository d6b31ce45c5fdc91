import type { ClaimedDelivery, RecordedAttempt } from '#engine';
import { type AttemptOutcome, nextAttemptAt } from '#webhooks';

/** An attempt as it is kept, with when to try again where it failed and was not the last. */
export function attemptOf(
  { messageId, number, failures }: ClaimedDelivery,
  { at, outcome }: { at: Date; outcome: AttemptOutcome },
): RecordedAttempt & { gone: boolean } {
  const { ok, statusCode, error, detail, durationMs, retryAfter, gone } = outcome;
  const { address, responseBody } = outcome;
  const now = new Date(at.getTime() + durationMs);
  const next = ok
    ? null
    : nextAttemptAt({ attempt: failures + 1, now, retryAfter, random: Math.random() });
  return {
    messageId,
    number,
    at,
    durationMs,
    statusCode,
    error,
    detail: ok ? null : detail,
    address,
    responseBody,
    nextAttemptAt: next,
    gone,
  };
}
