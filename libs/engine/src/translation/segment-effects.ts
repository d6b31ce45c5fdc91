import { type Change, type ItemState, type SegmentWork, touchesSegments } from '#domain';
import { bodyOf } from './desk.js';
import { alignBody } from './plan-alignment.js';
import { approvedWith, rebased } from './plan-rebase.js';
import type { SegmentRows } from './segment-row.js';
import { type PlannedWork, workBetween } from './segment-work.js';
import type { SourceAddress, SourceText } from './source-texts.js';

/** The text of the source that an accepted event brings the segments of its variant to; null where it leaves them alone. */
export function textAskedBy({ after, effects }: Change): SourceAddress | null {
  if (after.source === null || !effects.some(touchesSegments)) return null;
  const known = after.translation?.sourceDigest ?? null;
  const moves = effects.some((effect) => effect === 'pin_source' || effect === 'rebase_segments');
  const digest = (moves ? after.context.newestSourceDigest : null) ?? known ?? after.source.digest;
  if (digest === null) return null;
  if (digest === known && !effects.includes('approve_segments')) return null;
  return { workspaceId: after.workspaceId, itemId: after.source.itemId, digest };
}

/** What an event does to the segments of its variant, and to its body. */
export interface FollowedWork extends PlannedWork {
  /** the new body, or null where it stays */
  body: string | null;
}

/**
 * What such an event does. Where it pins the variant to another text, the body becomes a draft of that text with the
 * translations that there are. One that was written as a whole stays; where it was written before there was a text to
 * translate, its segments are found in it now.
 */
export function segmentsAfter(
  { after, effects }: Change,
  { text, rows, body }: { text: SourceText; rows: SegmentRows; body: string | null },
): FollowedWork {
  const about = { units: text.units, sourceDigest: text.digest };
  const known = after.translation;
  if (known === null && body !== null) {
    const found = alignBody({ item: after, text, rows, body }, body);
    const { assembled } = found;
    return { ...workBetween(rows, found.after, { ...about, assembled }), body: null };
  }
  const moved = text.digest === known?.sourceDigest ? rows : rebased(rows, text.units);
  const next = effects.includes('approve_segments') ? approvedWith(moved) : moved;
  const assembled = known?.assembled ?? true;
  const drafts = assembled && body !== null && effects.includes('pin_source');
  const drafted = drafts ? bodyOf({ text, body }, next) : body;
  const work = workBetween(rows, next, { ...about, assembled });
  return { ...work, body: drafted === body ? null : drafted };
}

/** The text that a new variant begins with; null where its source has none yet. */
export function textToBegin(item: Pick<ItemState, 'workspaceId' | 'source'>): SourceAddress | null {
  const { workspaceId, source } = item;
  if (source === null || source.digest === null) return null;
  return { workspaceId, itemId: source.itemId, digest: source.digest };
}

/** The segments of a new variant: all of them, none translated. */
export function segmentsToBegin({ units, digest }: SourceText): SegmentWork {
  const none = new Map<string, never>();
  const about = { units, sourceDigest: digest, assembled: true };
  return workBetween(none, none, about).segments;
}
