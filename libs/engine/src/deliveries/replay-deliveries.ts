import type { EntityManager } from 'typeorm';
import type { EndpointKey } from './endpoint-key.js';
import { wantedTypes } from './wanted-types.js';

/** What is to be sent again. */
export type Replay =
  | { kind: 'dead' }
  | { kind: 'messages'; messageIds: string[] }
  /** facts after this position of the feed */
  | { kind: 'after'; position: number }
  /** facts that happened from `since` on and before `until` */
  | { kind: 'window'; since: Date; until: Date };

/** Deliveries that one call puts in line at most. */
export const REPLAY_LIMIT = 10_000;

const AGAIN = `status = 'pending', failures = 0, next_attempt_at = now(), finished_at = null, claimed_by = null`;

/**
 * Puts deliveries in line again, with the same ids and bytes; gives how many, which is REPLAY_LIMIT where there may be
 * more. Facts of a window that the endpoint wants and never had get their delivery; what waits already is left as it is.
 */
export async function replayDeliveries(
  manager: EntityManager,
  { workspaceId, endpointId }: EndpointKey,
  replay: Replay,
): Promise<number> {
  const address = [workspaceId, endpointId];
  switch (replay.kind) {
    case 'dead':
      return count(
        manager,
        `update delivery d set ${AGAIN} where workspace_id = $1 and endpoint_id = $2 and message_id in (
           select message_id from delivery where workspace_id = $1 and endpoint_id = $2 and status = 'dead'
           order by position nulls first limit ${REPLAY_LIMIT}) returning 1`,
        address,
      );
    case 'messages':
      return count(
        manager,
        `update delivery d set ${AGAIN} where workspace_id = $1 and endpoint_id = $2
           and message_id = any($3::uuid[]) and status <> 'pending' returning 1`,
        [...address, replay.messageIds],
      );
    case 'after':
      return count(manager, facts('f.position > $3'), [...address, replay.position]);
    case 'window':
      return count(
        manager,
        facts(
          'm.message_id >= $3 and m.message_id < $4 and m.created_at >= $5 and m.created_at < $6',
        ),
        [
          ...address,
          lowestIdAt(replay.since),
          lowestIdAt(new Date(replay.until.getTime() + 1)),
          replay.since,
          replay.until,
        ],
      );
  }
}

/** Facts that the endpoint wants, and that are not in line already. */
const facts = (which: string) => `
  insert into delivery as d (workspace_id, endpoint_id, message_id, position, type, format, next_attempt_at)
  select e.workspace_id, e.endpoint_id, f.message_id, f.position, m.type, e.format, now()
  from webhook_endpoint e
  join feed f on f.workspace_id = e.workspace_id
  join message m on m.workspace_id = f.workspace_id and m.message_id = f.message_id
  where e.workspace_id = $1 and e.endpoint_id = $2 and f.position <= e.relayed_position and ${which}
    and ${wantedTypes('e.types', 'm.type')}
    and not exists (select from delivery w where w.workspace_id = $1 and w.endpoint_id = $2
      and w.message_id = f.message_id and w.status = 'pending')
  order by f.position limit ${REPLAY_LIMIT}
  on conflict (workspace_id, endpoint_id, message_id) do update set ${AGAIN} where d.status <> 'pending'
  returning 1`;

/** Ids of messages begin with their millisecond (UUID version 7), so a window of time is a range of ids. */
function lowestIdAt(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

async function count(manager: EntityManager, sql: string, values: unknown[]): Promise<number> {
  const result = await manager.query<unknown[]>(sql, values);
  // TypeORM gives rows of an insert as they are, those of an update beside their number.
  return typeof result[1] === 'number' ? result[1] : result.length;
}
