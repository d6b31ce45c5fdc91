import type { Queryable } from '../queryable.js';
import { type EndpointHealth, HEALTH_COLUMNS } from './endpoint-health.js';
import type { EndpointKey, Lane } from './endpoint-key.js';

/** Where an endpoint is, how it is, and the secrets that sign for it: the current one first. */
export interface EndpointTarget {
  url: string;
  secrets: string[];
  health: EndpointHealth;
}

const TARGET = {
  name: 'endpoint_target',
  text: `
    select url, ${HEALTH_COLUMNS}, array(
      select secret from webhook_secret s
      where s.workspace_id = e.workspace_id and s.endpoint_id = e.endpoint_id
        and (s.expires_at is null or s.expires_at > now())
      order by s.expires_at desc nulls first) as secrets
    from webhook_endpoint e where workspace_id = $1 and endpoint_id = $2`,
};

/** Null where the endpoint is gone. */
export async function readTarget(
  db: Queryable,
  { workspaceId, endpointId }: EndpointKey,
): Promise<EndpointTarget | null> {
  const { rows } = await db.query<EndpointHealth & { url: string; secrets: string[] }>({
    ...TARGET,
    values: [workspaceId, endpointId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { url, secrets, ...health } = row;
  return { url, secrets, health };
}

/** A delivery in hand, with the frozen body of its message. */
export interface ClaimedDelivery {
  messageId: string;
  /** of this attempt, counted from 1 over all that were ever begun */
  number: number;
  /** attempts that failed since the delivery was last put in line */
  failures: number;
  format: 'standard' | 'cloudevents';
  body: string;
  traceparent: string | null;
}

/**
 * Costs the same however many wait: it walks the index in its order and stops. Written so that no plan does otherwise: a
 * lane given as a constant would not match the index, and the rest is looked up by whole keys.
 */
const CLAIM = {
  name: 'claim_deliveries',
  text: `
    with unhurried as materialized (
      select set_config('synchronous_commit', 'off', true)
    ), due as (
      select message_id from delivery
      where workspace_id = $1 and endpoint_id = $2 and status = 'pending'
        and (failures > 0) = (select $3::boolean) and next_attempt_at <= now()
      order by next_attempt_at limit $4 for update skip locked
    ), claimed as (
      update delivery d set attempts = attempts + 1, claimed_by = $5,
        next_attempt_at = now() + $6 * interval '1 millisecond'
      where d.workspace_id = $1 and d.endpoint_id = $2 and d.message_id = any(array(select message_id from due))
      returning d.message_id, d.attempts, d.failures, d.format, d.position
    )
    select message_id as "messageId", attempts as number, failures, format,
      (select body from message m where m.workspace_id = $1 and m.message_id = c.message_id),
      (select traceparent from feed f where f.workspace_id = $1 and f.message_id = c.message_id)
    from unhurried cross join claimed c order by position`,
};

/**
 * Takes deliveries whose time has come, oldest first. They belong to `runId` until it has recorded what came of them, or
 * until `leaseMs` milliseconds have passed: then whoever is next may take them. That they are taken is not waited for on
 * the disk: a server that crashes and forgets it has them sent twice at worst.
 */
export async function claimDeliveries(
  db: Queryable,
  { workspaceId, endpointId }: EndpointKey,
  claim: { lane: Lane; limit: number; runId: string; leaseMs: number },
): Promise<ClaimedDelivery[]> {
  const { lane, limit, runId, leaseMs } = claim;
  const { rows } = await db.query<ClaimedDelivery>({
    ...CLAIM,
    values: [workspaceId, endpointId, lane === 'retry', limit, runId, leaseMs],
  });
  return rows;
}
