import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';
import type { EndpointKey, Lane } from './endpoint-key.js';

const DUE = {
  name: 'due_endpoints',
  text: `
    select e.workspace_id as "workspaceId", e.endpoint_id as "endpointId", lane.name as lane
    from webhook_endpoint e cross join (values ('first', false), ('retry', true)) lane (name, failed)
      cross join lateral (
        select from delivery d
        where d.workspace_id = e.workspace_id and d.endpoint_id = e.endpoint_id and d.status = 'pending'
          and (d.failures > 0) = lane.failed and d.next_attempt_at <= now() limit 1) first
    where e.status <> 'disabled' and (e.breaker_until is null or e.breaker_until <= now())`,
};

/**
 * The lanes in which deliveries wait whose time has come, of endpoints that may be sent to. Looks once into the index for
 * each lane, however many wait there: `exists` would be planned as one walk over all of them.
 */
export async function dueEndpoints(
  dataSource: DataSource,
): Promise<(EndpointKey & { lane: Lane })[]> {
  const { rows } = await poolOf(dataSource).query<EndpointKey & { lane: Lane }>(DUE);
  return rows;
}
