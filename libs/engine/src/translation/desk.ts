import type { ItemState } from '#domain';
import { frontMatterOf, type InlineText, type KeyedUnit, readTagged } from '#localization';
import type { Queryable } from '../queryable.js';
import type { SegmentOrigin, SegmentRow, SegmentRows } from './segment-row.js';
import { bodyFrom, type SourceText } from './source-texts.js';

/** Everything that work on the segments of a variant is planned on. */
export interface Desk {
  item: ItemState;
  /** the text of the source that its segments belong to */
  text: SourceText;
  /** as they stand; in a body from before segments were kept, as they are found in it */
  rows: SegmentRows;
  /** as they are stored */
  stored: SegmentRows;
  /** whether the body is just what the segments make */
  assembled: boolean;
  /** the present body, or null before there is one, or where nobody asked for it */
  body: string | null;
}

const ROWS = {
  name: 'segments',
  text: `
    select item_id as "itemId", key, state, source_hash as "sourceHash", source, target, note, words,
      kept_state as "keptState", origin
    from segment where workspace_id = $1 and item_id = any($2::uuid[])
    order by item_id, key collate "C"`,
};

/** The segments of some variants that were ever touched, in one round trip. */
export async function loadSegments(
  db: Queryable,
  workspaceId: string,
  itemIds: string[],
): Promise<Map<string, Map<string, SegmentRow>>> {
  const { rows } = await db.query<SegmentRow & { itemId: string; origin: SegmentOrigin }>({
    ...ROWS,
    values: [workspaceId, itemIds],
  });
  const found = new Map(itemIds.map((id) => [id, new Map<string, SegmentRow>()]));
  for (const { itemId, ...row } of rows) found.get(itemId)!.set(row.key, row);
  return found;
}

const BODIES = {
  name: 'revision_bodies',
  text: `
    select r.item_id as id, r.body from unnest($2::uuid[], $3::integer[]) w (id, number)
    join revision r on r.workspace_id = $1 and r.item_id = w.id and r.number = w.number`,
};

/** The present bodies of some items of a workspace, by their ids; those without one are left out. */
export async function bodiesOf(
  db: Queryable,
  workspaceId: string,
  items: ItemState[],
): Promise<Map<string, string>> {
  const written = items.filter(({ revision }) => revision !== null);
  if (written.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; body: string }>({
    ...BODIES,
    values: [
      workspaceId,
      written.map(({ id }) => id),
      written.map(({ revision }) => revision!.number),
    ],
  });
  return new Map(rows.map(({ id, body }) => [id, body]));
}

const AS_OF = {
  name: 'translations_as_of',
  text: `
    select s.key, c.target from segment s
    left join lateral (
      select c.target from segment_change c
      where c.workspace_id = s.workspace_id and c.item_id = s.item_id and c.key = s.key
        and c.sequence <= $3
      order by c.sequence desc limit 1
    ) c on true
    where s.workspace_id = $1 and s.item_id = $2 and s.sequence > $3`,
};

/** The translations at a version of segments that were changed after it. */
export async function translationsAsOf(
  db: Queryable,
  { workspaceId, id, version }: ItemState,
  asOf: number | null,
): Promise<Map<string, string | null>> {
  if (asOf === null || asOf >= version) return new Map();
  const { rows } = await db.query<{ key: string; target: string | null }>({
    ...AS_OF,
    values: [workspaceId, id, asOf],
  });
  return new Map(rows.map(({ key, target }) => [key, target]));
}

/** The translation of a unit as inline text, or null where there is none. */
export function translationIn(rows: SegmentRows, { key, source }: KeyedUnit): InlineText | null {
  const target = rows.get(key)?.target ?? null;
  return target === null ? null : readTagged(target, source);
}

/** The body that the rows make, under the front matter that the variant has of its own. */
export function bodyOf({ text, body }: Pick<Desk, 'text' | 'body'>, rows: SegmentRows): string {
  const own = body === null ? '' : frontMatterOf(body);
  return bodyFrom(
    text,
    (unit) => translationIn(rows, unit),
    own === '' ? {} : { frontMatter: own },
  );
}
