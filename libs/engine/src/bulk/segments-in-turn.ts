import type { Change, ItemState, Process } from '#domain';
import type { Queryable } from '../queryable.js';
import { bodiesOf, loadSegments } from '../translation/desk.js';
import {
  asksBody,
  olderTextOf,
  segmentsAfter,
  textAskedBy,
} from '../translation/segment-effects.js';
import type { SegmentRows } from '../translation/segment-row.js';
import { nameOf, type SourceAddress } from '../translation/source-texts.js';
import { textsFor, type TranslationDesk } from '../translation/translation-desk.js';
import { type Followed, withSegments } from '../translation/with-segments.js';

/** What a change of a list does to the segments of its variant; null where it does nothing to them. */
export type Follow = (change: Change, process: Process) => Promise<Followed | null>;

/**
 * Follows the changes of a list one after the other, each on the segments as those before it leave them. The segments of
 * `variants`, and the texts that they have or get from `sources`, are loaded at once.
 */
export async function segmentsInTurn(
  db: Queryable,
  desk: TranslationDesk,
  {
    workspaceId,
    sources,
    variants,
  }: { workspaceId: string; sources: ItemState[]; variants: ItemState[] },
): Promise<Follow> {
  const texts = await desk.texts.getAll(db, likelyTexts(sources, variants));
  const ids = variants.map(({ id }) => id);
  const rows: Map<string, SegmentRows> =
    ids.length === 0 ? new Map() : await loadSegments(db, workspaceId, ids);
  const bodies = new Map<string, string>();
  return async (change, process) => {
    const asked = textAskedBy(change);
    if (asked === null) return null;
    const { id } = change.after;
    if (asksBody(change) && !bodies.has(id)) {
      const { before } = change;
      const loaded = before === null ? [] : await bodiesOf(db, workspaceId, [before]);
      for (const [itemId, body] of loaded) bodies.set(itemId, body);
    }
    const needed = textsFor(change, asked).filter((address) => !texts.has(nameOf(address)));
    for (const [name, text] of await desk.texts.getAll(db, needed)) texts.set(name, text);
    const older = olderTextOf(change, asked);
    const known = rows.get(id) ?? new Map();
    const work = segmentsAfter(change, {
      text: texts.get(nameOf(asked))!,
      older: older === null ? null : texts.get(nameOf(older))!,
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

/** The texts that these variants are likely to be brought to. */
function likelyTexts(sources: ItemState[], variants: ItemState[]): SourceAddress[] {
  return [
    ...sources.flatMap(({ workspaceId, id, revision, context }) =>
      [revision?.digest, context.publishedDigest].flatMap((digest) =>
        digest == null ? [] : [{ workspaceId, itemId: id, digest }],
      ),
    ),
    ...variants.flatMap(({ workspaceId, source, translation, context }) =>
      [context.newestSourceDigest, translation?.sourceDigest].flatMap((digest) =>
        source === null || digest == null ? [] : [{ workspaceId, itemId: source.itemId, digest }],
      ),
    ),
  ];
}
