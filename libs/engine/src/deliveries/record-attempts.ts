import type { Queryable } from '../queryable.js';
import type { EndpointKey } from './endpoint-key.js';

/** What came of an attempt. */
export interface RecordedAttempt {
  messageId: string;
  number: number;
  at: Date;
  /** milliseconds */
  durationMs: number;
  statusCode: number | null;
  /** a stable code, or null where the receiver took the message */
  error: string | null;
  detail: string | null;
  /** the one that was connected to */
  address: string | null;
  responseBody: string | null;
  /** when to try again after a failure, or null where this was the last attempt */
  nextAttemptAt: Date | null;
}

/**
 * Each result has the whole key of its delivery. With workspace and endpoint as constants PostgreSQL finds the deliveries
 * by these two wherever its statistics are old, and reads all that the endpoint ever got.
 */
const RECORD = {
  name: 'record_attempts',
  text: `
    with result as materialized (
      select $1::uuid as workspace_id, $2::uuid as endpoint_id, *
      from unnest($4::uuid[], $5::integer[], $6::timestamptz[], $7::integer[], $8::integer[], $9::text[],
        $10::text[], $11::text[], $12::text[], $13::timestamptz[])
        r (message_id, number, at, duration_ms, status_code, error, detail, address, response_body, next_attempt_at)
    ), logged as (
      insert into attempt (workspace_id, endpoint_id, message_id, number, at, duration_ms, status_code, error, detail,
        address, response_body)
      select workspace_id, endpoint_id, message_id, number, at, duration_ms, status_code, error, detail, address,
        response_body
      from result r
      where exists (select from delivery d where d.workspace_id = r.workspace_id
        and d.endpoint_id = r.endpoint_id and d.message_id = r.message_id)
      on conflict do nothing
    )
    update delivery d set claimed_by = null,
      status = case when r.error is null then 'delivered' when r.next_attempt_at is null then 'dead' else 'pending' end,
      failures = d.failures + case when r.error is null then 0 else 1 end,
      next_attempt_at = coalesce(r.next_attempt_at, d.next_attempt_at),
      finished_at = case when r.error is null or r.next_attempt_at is null then now() end
    from result r
    where d.workspace_id = r.workspace_id and d.endpoint_id = r.endpoint_id and d.message_id = r.message_id
      and d.claimed_by = $3`,
};

/**
 * Keeps attempts and settles their deliveries, in one statement; gives how many deliveries were settled. Of a delivery
 * that another run has taken meanwhile, because this one was too slow, only the attempt is kept.
 */
export async function recordAttempts(
  db: Queryable,
  { workspaceId, endpointId }: EndpointKey,
  { runId, attempts }: { runId: string; attempts: RecordedAttempt[] },
): Promise<number> {
  const { rowCount } = await db.query({
    ...RECORD,
    values: [
      workspaceId,
      endpointId,
      runId,
      attempts.map(({ messageId }) => messageId),
      attempts.map(({ number }) => number),
      attempts.map(({ at }) => at),
      attempts.map(({ durationMs }) => Math.round(durationMs)),
      attempts.map(({ statusCode }) => statusCode),
      attempts.map(({ error }) => error),
      attempts.map(({ detail }) => detail),
      attempts.map(({ address }) => address),
      attempts.map(({ responseBody }) => responseBody),
      attempts.map(({ nextAttemptAt }) => nextAttemptAt),
    ],
  });
  return rowCount ?? 0;
}

const RELEASE = {
  name: 'release_deliveries',
  text: `
    update delivery set claimed_by = null, attempts = attempts - 1, next_attempt_at = now()
    where workspace_id = $1 and endpoint_id = $2 and claimed_by = $3 and message_id = any($4::uuid[])`,
};

/** Gives deliveries back that were taken and not sent. */
export async function releaseDeliveries(
  db: Queryable,
  { workspaceId, endpointId }: EndpointKey,
  { runId, messageIds }: { runId: string; messageIds: string[] },
): Promise<void> {
  if (messageIds.length === 0) return;
  await db.query({ ...RELEASE, values: [workspaceId, endpointId, runId, messageIds] });
}
