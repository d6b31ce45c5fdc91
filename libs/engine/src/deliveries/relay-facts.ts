import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';
import type { EndpointKey } from './endpoint-key.js';
import { wantedTypes } from './wanted-types.js';

/** Endpoints that get their deliveries in one statement, and facts that each of them is brought forward by. */
const ENDPOINTS = 50;
const FACTS = 1000;

const RELAY = {
  name: 'relay_facts',
  text: `
    with lagging as (
      select e.workspace_id, e.endpoint_id, e.types, e.format, e.relayed_position as since,
        least(t.position, e.relayed_position + ${FACTS}) as upto
      from webhook_endpoint e join log_tip t using (workspace_id)
      where e.status <> 'disabled' and e.relayed_position < t.position
      order by e.relayed_position - t.position limit ${ENDPOINTS}
      for update of e skip locked
    ), made as (
      insert into delivery (workspace_id, endpoint_id, message_id, position, type, format, next_attempt_at)
      select l.workspace_id, l.endpoint_id, f.message_id, f.position, m.type, l.format, now()
      from lagging l
      join feed f on f.workspace_id = l.workspace_id and f.position > l.since and f.position <= l.upto
      -- one by one: how few they are is not foreseen, and all messages would be read to find them
      cross join lateral (
        select type from message where workspace_id = f.workspace_id and message_id = f.message_id limit 1) m
      where ${wantedTypes('l.types', 'm.type')}
      on conflict do nothing
      returning workspace_id, endpoint_id
    ), moved as (
      update webhook_endpoint e set relayed_position = l.upto from lagging l
      where e.workspace_id = l.workspace_id and e.endpoint_id = l.endpoint_id
    )
    select l.workspace_id as "workspaceId", l.endpoint_id as "endpointId",
      (select count(*) from made where made.workspace_id = l.workspace_id
        and made.endpoint_id = l.endpoint_id)::integer as made
    from lagging l`,
};

/**
 * Gives every endpoint that is not disabled its deliveries of the facts that came into the feed since the last time, in
 * one statement; gives the endpoints that were brought forward, with how many deliveries each got. To be called until it gives
 * none. Two at once share the endpoints.
 */
export async function relayFacts(
  dataSource: DataSource,
): Promise<(EndpointKey & { made: number })[]> {
  const { rows } = await poolOf(dataSource).query<EndpointKey & { made: number }>(RELAY);
  return rows;
}
