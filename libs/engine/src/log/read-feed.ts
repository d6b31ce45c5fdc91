import { factFilterParts } from '#domain';
import type { Queryable } from '../queryable.js';

/** Where a reader of the feed goes on: behind a position (0: from the beginning), behind a fact, or at the end. */
export type FeedPlace = { position: number } | { factId: string } | 'latest';

/** What a reader wants to see of it. */
export interface FeedFilter {
  /** types and beginnings, as `matchesFactFilter` takes them; none: all */
  types: readonly string[];
  /** `data.subject`; null: any */
  subject: string | null;
}

/** A fact at its place. */
export interface FeedFact {
  id: string;
  position: number;
  type: string;
  /** JSON `{ type, timestamp, data }`, as it was frozen */
  body: string;
}

export type FeedReading =
  | {
      outcome: 'page';
      facts: FeedFact[];
      /** the position that it began behind */
      begun: number;
      /** the position up to which everything was looked at: where to go on */
      through: number;
      /** the last position of the feed */
      tip: number;
    }
  /** the workspace has no such fact, or it has no place yet */
  | { outcome: 'unknown' }
  /** the position is beyond the end, as after the database was brought back to an earlier moment */
  | { outcome: 'ahead'; tip: number };

/** Facts that one reading looks at, wanted or not. */
const LOOKED_AT = 2000;

/**
 * The next facts of a workspace that pass a filter, in one statement. It looks at 2,000 at most, so that a filter that
 * few pass does not take long; `through` goes on over those that do not. Positions have no gaps and are given
 * after the commit, so whoever goes on from `through` misses nothing.
 */
export async function readFeed(
  db: Queryable,
  workspaceId: string,
  { place, filter, limit }: { place: FeedPlace; filter: FeedFilter; limit: number },
): Promise<FeedReading> {
  const { types, prefixes } = factFilterParts(filter.types);
  const { rows } = await db.query<Row>({
    name: 'read_feed',
    text: READ,
    values: [
      workspaceId,
      typeof place === 'object' && 'position' in place ? place.position : null,
      typeof place === 'object' && 'factId' in place ? place.factId : null,
      filter.types.length === 0 ? null : types,
      prefixes,
      itemIn(filter.subject),
      itemIn(filter.subject) === null ? filter.subject : null,
      limit,
    ],
  });
  const { begun, tip } = numbersOf(rows[0]!);
  if (begun === null) return { outcome: 'unknown' };
  if (begun > tip) return { outcome: 'ahead', tip };
  const facts = rows.flatMap(({ id, position, type, body }) =>
    id === null ? [] : [{ id, position: Number(position), type, body }],
  );
  const through =
    facts.length === limit ? facts.at(-1)!.position : Math.min(tip, begun + LOOKED_AT);
  return { outcome: 'page', facts, begun, through, tip };
}

/** The last positions of the feeds of these workspaces; one that nothing happened in is not among them. */
export async function readFeedTips(
  db: Queryable,
  workspaceIds: string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ workspaceId: string; position: string }>({
    name: 'feed_tips',
    text: `select workspace_id as "workspaceId", position from log_tip
      where workspace_id = any($1::uuid[])`,
    values: [workspaceIds],
  });
  return new Map(rows.map(({ workspaceId, position }) => [workspaceId, Number(position)]));
}

type Row = { begun: string | null; tip: string } & (
  | { id: string; position: string; type: string; body: string }
  | { id: null; position: null; type: null; body: null }
);

function numbersOf({ begun, tip }: Row): { begun: number | null; tip: number } {
  return { begun: begun === null ? null : Number(begun), tip: Number(tip) };
}

const ITEM = /^items\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

/** Facts about items are found by a column; those about others by their bodies. */
function itemIn(subject: string | null): string | null {
  return ITEM.exec(subject ?? '')?.[1] ?? null;
}

// Both inner limits keep it to look-ups by key: what few facts pass would be looked for in all messages else.
const READ = `
  with tip as (
    select coalesce((select position from log_tip where workspace_id = $1), 0) as position
  ), place as materialized (
    select tip.position as tip,
      case when $2::bigint is not null then $2::bigint
        when $3::uuid is not null then
          (select position from feed where workspace_id = $1 and message_id = $3::uuid)
        else tip.position end as begun
    from tip
  )
  select place.begun, place.tip, wanted.position, wanted.message_id as id, wanted.type, wanted.body
  from place left join lateral (
    select f.position, f.message_id, m.type, m.body
    from (
      select position, message_id from feed
      where workspace_id = $1 and position > place.begun
      order by position limit ${LOOKED_AT}
    ) f
    cross join lateral (
      select type, body, item_id from message
      where workspace_id = $1 and message_id = f.message_id limit 1
    ) m
    where ($4::text[] is null or m.type = any($4::text[])
        or exists (select from unnest($5::text[]) prefix where starts_with(m.type, prefix)))
      and ($6::uuid is null or m.item_id = $6::uuid)
      and ($7::text is null or m.body::json -> 'data' ->> 'subject' = $7::text)
    order by f.position limit $8
  ) wanted on true
  order by wanted.position`;
