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
