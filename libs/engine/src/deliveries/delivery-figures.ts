import type { DataSource } from 'typeorm';
import { ENDPOINT_STATUSES, type EndpointStatus } from './endpoint-health.js';

/** How the log and the deliveries stand, over all workspaces. */
export interface DeliveryFigures {
  /** committed changes without a place in the log, 10,000 at most */
  outbox: number;
  /** of the oldest delivery that is due at an endpoint which may be sent to; 0 where none is */
  overdueSeconds: number;
  endpoints: Record<EndpointStatus, number>;
}

const FIGURES = `
  select (select count(*) from (select from outbox limit 10000) o)::integer as outbox,
    (select greatest(0, extract(epoch from now() - min(first.due))) from webhook_endpoint e
      cross join (values (false), (true)) lane (failed)
      cross join lateral (
        select next_attempt_at as due from delivery d
        where d.workspace_id = e.workspace_id and d.endpoint_id = e.endpoint_id and d.status = 'pending'
          and (d.failures > 0) = lane.failed
        order by next_attempt_at limit 1) first
      where e.status <> 'disabled' and (e.breaker_until is null or e.breaker_until <= now()))::float as overdue,
    (select json_object_agg(status, count) from (
      select status, count(*) from webhook_endpoint group by status) s) as endpoints`;

/** One round trip over the indexes that deliveries are found by. */
export async function readDeliveryFigures(dataSource: DataSource): Promise<DeliveryFigures> {
  const [row] = await dataSource.query<
    {
      outbox: number;
      overdue: number | null;
      endpoints: Partial<Record<EndpointStatus, number>> | null;
    }[]
  >(FIGURES);
  const counted = row!.endpoints ?? {};
  return {
    outbox: row!.outbox,
    overdueSeconds: row!.overdue ?? 0,
    endpoints: Object.fromEntries(
      ENDPOINT_STATUSES.map((status) => [status, counted[status] ?? 0]),
    ) as Record<EndpointStatus, number>,
  };
}
