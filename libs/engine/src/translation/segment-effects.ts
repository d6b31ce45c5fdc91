import { type Change, touchesSegments } from '#domain';
import { bodyOf } from './desk.js';
import { alignBody } from './plan-alignment.js';
import { approvedWith, rebased } from './plan-rebase.js';
import type { SegmentRows } from './segment-row.js';
import { type PlannedWork, workBetween } from './segment-work.js';
import type { SourceAddress, SourceText } from './source-texts.js';

/** What stands beside a variant, as its segments are planned on it. */
export interface Beside {
  text: SourceText;
  rows: SegmentRows;
  /** the present body where it may have to follow, else null */
  body: string | null;
}

/** What an accepted change does to the segments of its variant, and to its body. */
export interface FollowedWork extends PlannedWork {
  /** the new body, or null where it stays */
  body: string | null;
}

/** The text of the source that a change brings the segments of its variant to; null where it leaves them alone. */
export function textAskedBy(change: Change): SourceAddress | null {
  const { before, after, effects } = change;
  const { workspaceId, source, translation, context } = after;
  if (source === null) return null;
  const known = translation?.sourceDigest ?? null;
  const moves = effects.some((effect) => effect === 'pin_source' || effect === 'rebase_segments');
  if (before !== null && !effects.some(touchesSegments)) return null;
  const digest = (moves ? context.newestSourceDigest : null) ?? known ?? source.digest;
  if (digest === null) return null;
  const stays = before !== null && digest === known && !asksBody(change);
  if (stays && !effects.includes('approve_segments')) return null;
  return { workspaceId, itemId: source.itemId, digest };
}

/** Whether a change may need the present body of its variant. */
export function asksBody({ before, effects }: Change): boolean {
  return before?.revision != null && effects.includes('pin_source');
}

/**
 * What such a change does. A new variant has all segments and no translation. Where it pins the variant to another text,
 * the body becomes a draft of that text with the translations that there are. One that was written as a whole stays; where
 * it was written before there was a text to translate, its segments are found in it now.
 */
export function segmentsAfter(
  { after, effects }: Change,
  { text, rows, body }: Beside,
): FollowedWork {
  const about = { text };
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
