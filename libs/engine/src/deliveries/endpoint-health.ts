import { actorId, LINE } from '#domain';
import type { DataSource } from 'typeorm';
import { announceDisabled } from './announce-endpoint.js';
import type { EndpointKey } from './endpoint-key.js';

export const ENDPOINT_STATUSES = ['active', 'degraded', 'disabled'] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];
export const DISABLED_BECAUSE = ['gone', 'failing', 'manual'] as const;
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number];

/** How an endpoint has been answering. */
export interface EndpointHealth {
  status: EndpointStatus;
  disabledBecause: DisabledBecause | null;
  /** attempts that failed since the last that did not */
  consecutiveFailures: number;
  failingSince: Date | null;
  /** nothing is sent before */
  breakerUntil: Date | null;
}

export const HEALTH_COLUMNS = `
  status, disabled_because as "disabledBecause", consecutive_failures as "consecutiveFailures",
  failing_since as "failingSince", breaker_until as "breakerUntil"`;

/**
 * Changes the health of an endpoint by what its newest attempts say, holding its row, so that two runs count together.
 * One that is disabled by it is announced. Null where the endpoint is gone.
 */
export async function changeHealth(
  dataSource: DataSource,
  { workspaceId, endpointId }: EndpointKey,
  change: (health: EndpointHealth, now: Date) => EndpointHealth,
): Promise<EndpointHealth | null> {
  return dataSource.transaction(async (manager) => {
    const [row] = await manager.query<(EndpointHealth & { url: string; now: Date })[]>(
      `select ${HEALTH_COLUMNS}, url, clock_timestamp() as now from webhook_endpoint
       where workspace_id = $1 and endpoint_id = $2 for update`,
      [workspaceId, endpointId],
    );
    if (row === undefined) return null;
    const { url, now, ...health } = row;
    if (health.status === 'disabled') return health;
    const next = change(health, now);
    await manager.query(
      `update webhook_endpoint set status = $3, disabled_because = $4, consecutive_failures = $5,
         failing_since = $6, breaker_until = $7,
         version = version + case when status = $3 then 0 else 1 end, updated_at = now()
       where workspace_id = $1 and endpoint_id = $2`,
      [
        workspaceId,
        endpointId,
        next.status,
        next.disabledBecause,
        next.consecutiveFailures,
        next.failingSince,
        next.breakerUntil,
      ],
    );
    if (next.status === 'disabled') {
      const { disabledBecause: because, failingSince } = next;
      const disabled = { actor: actorId(LINE), url, because, failingSince };
      await announceDisabled(manager, { workspaceId, endpointId }, disabled);
    }
    return next;
  });
}
