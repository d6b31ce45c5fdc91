import { matchesFactFilter } from '#domain';
import { holds } from '../holds.js';
import type { Endpoint, Site } from './site.js';
import type { Acknowledged } from './writers.js';

interface Fact {
  id: string;
  position: number;
  type: string;
  body: string;
  itemId: string | null;
  sequence: number | null;
}

interface Delivery {
  id: string;
  status: string;
  attempts: number;
}

/** Throws unless the feed holds each acknowledged comment once, without a gap, and nothing is left to get its place. */
export async function checkFeed(
  { pool, workspaceId }: Site,
  acknowledged: Acknowledged[],
): Promise<Fact[]> {
  const { rows: facts } = await pool.query<Fact>(
    `select f.message_id as id, f.position::integer, m.type, m.body, m.item_id as "itemId", m.sequence
     from feed f join message m using (workspace_id, message_id)
     where workspace_id = $1 order by position`,
    [workspaceId],
  );
  const gap = facts.findIndex(({ position }, index) => position !== index + 1);
  if (gap !== -1) throw new Error(`The feed has a gap before position ${facts[gap]!.position}.`);
  const { rows: left } = await pool.query<{ outbox: number; messages: number; tip: number }>(
    `select (select count(*)::integer from outbox) as outbox,
       (select count(*)::integer from message where workspace_id = $1) as messages,
       (select position::integer from log_tip where workspace_id = $1) as tip`,
    [workspaceId],
  );
  holds('The feed in the end', { outbox: 0, messages: facts.length, tip: facts.length }, left[0]);
  const place = ({ itemId, sequence }: Pick<Fact, 'itemId' | 'sequence'>) =>
    `${itemId} ${sequence}`;
  const comments = facts.filter(({ type }) => type === 'comment.added');
  holds(
    'Facts of comments, and comments that were acknowledged',
    acknowledged.map(place).toSorted(),
    comments.map(place).toSorted(),
  );
  return facts;
}

/**
 * Throws unless the endpoint was sent what it wants of the feed, all of it, the same each time, and nothing else. That a
 * delivery was taken in hand is not waited for on the disk, so each time that PostgreSQL was killed it may have forgotten
 * one attempt of it.
 */
export async function checkEndpoint(
  { pool, workspaceId }: Site,
  { id: endpointId, types, format, receiver }: Endpoint,
  {
    facts,
    dead,
    databaseKills,
  }: { facts: Fact[]; dead: ReadonlySet<string>; databaseKills: number },
): Promise<void> {
  const { name, messages, wrongs } = receiver;
  holds('What no receiver must see', [], wrongs.slice(0, 5));
  const wanted = facts.filter(({ type }) => matchesFactFilter(types, type));
  const { rows } = await pool.query<Delivery>(
    `select message_id as id, status, attempts from delivery
     where workspace_id = $1 and endpoint_id = $2`,
    [workspaceId, endpointId],
  );
  const deliveries = new Map(rows.map((row) => [row.id, row]));
  holds(
    `Deliveries to ${name}, and facts that it wants`,
    wanted.map(({ id }) => id).toSorted(),
    [...deliveries.keys()].toSorted(),
  );
  holds(
    `Ids that came to ${name}, and no facts that it wants`,
    [],
    [...messages.keys()].filter((id) => !deliveries.has(id)),
  );
  for (const { id, type, body } of wanted) {
    const { status, attempts } = deliveries.get(id)!;
    const message = messages.get(id);
    const at = `${name}, ${type} ${id}`;
    holds(`How the delivery ended (${at})`, dead.has(id) ? 'dead' : 'delivered', status);
    if (message === undefined) throw new Error(`It never came (${at}).`);
    if (message.arrivals > attempts + databaseKills) {
      throw new Error(
        `It came ${message.arrivals} times in ${attempts} attempts, and PostgreSQL was killed ${databaseKills} times (${at}).`,
      );
    }
    if (status === 'delivered' && message.accepted === 0) throw new Error(`It is lost (${at}).`);
    if (format === 'standard') holds(`The bytes (${at})`, body, message.body);
    else holds(`The event (${at})`, eventOf(id, body), eventIn(message.body));
  }
}

function eventOf(id: string, body: string): object {
  const { type, data } = JSON.parse(body) as { type: string; data: object };
  return { id, type: `baton.${type}`, data };
}

function eventIn(body: string): object {
  const { id, type, data } = JSON.parse(body) as { id: string; type: string; data: object };
  return { id, type, data };
}
