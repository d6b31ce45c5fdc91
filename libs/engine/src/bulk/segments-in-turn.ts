import type { Change, ItemState, Process } from '#domain';
import type { Queryable } from '../queryable.js';
import { loadSegments } from '../translation/desk.js';
import { asksBody, segmentsAfter, textAskedBy } from '../translation/segment-effects.js';
import type { SegmentRows } from '../translation/segment-row.js';
import { bodiesOf, type TranslationDesk } from '../translation/translation-desk.js';
import { type Followed, withSegments } from '../translation/with-segments.js';

/** What a change of a list does to the segments of its variant; null where it does nothing to them. */
export type Follow = (change: Change, process: Process) => Promise<Followed | null>;

/**
 * Follows the changes of a list one after the other, each on the segments as those before it leave them. The segments of
 * `variants` are loaded at once.
 */
export async function segmentsInTurn(
  db: Queryable,
  desk: TranslationDesk,
  { workspaceId, variants }: { workspaceId: string; variants: ItemState[] },
): Promise<Follow> {
  const ids = variants.map(({ id }) => id);
  const rows: Map<string, SegmentRows> =
    ids.length === 0 ? new Map() : await loadSegments(db, workspaceId, ids);
  const bodies = new Map<string, string>();
  return async (change, process) => {
    const asked = textAskedBy(change);
    if (asked === null) return null;
    const { id } = change.after;
    if (asksBody(change) && !bodies.has(id)) {
      for (const [itemId, body] of await bodiesOf(db, workspaceId, [change])) {
        bodies.set(itemId, body);
      }
    }
    const text = await desk.texts.get(db, asked);
    const known = rows.get(id) ?? new Map();
    const work = segmentsAfter(change, {
      text,
      rows: known,
      body: asksBody(change) ? (bodies.get(id) ?? null) : null,
    });
    const next = new Map(known);
    for (const row of work.write.rows) next.set(row.key, row);
    for (const key of work.write.gone) next.delete(key);
    rows.set(id, next);
    if (work.body !== null) bodies.set(id, work.body);
    return withSegments(change, process, work);
  };
}
