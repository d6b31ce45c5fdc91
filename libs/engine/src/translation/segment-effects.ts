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
  /** the text that a body from before segments were kept is a translation of, where it is another one */
  older: SourceText | null;
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

/** Whether a change needs the present body of its variant: to follow another text, or because no segments are known yet. */
export function asksBody({ before, effects }: Change): boolean {
  if (before == null || before.revision === null) return false;
  if (before.translation === null) return effects.some(touchesSegments);
  return effects.includes('pin_source');
}

/** The text that the body is a translation of, where no segments are known yet and the change brings it to another one. */
export function olderTextOf(change: Change, asked: SourceAddress): SourceAddress | null {
  const { before } = change;
  const digest = before?.source?.digest ?? null;
  if (!asksBody(change) || before?.translation != null) return null;
  return digest === null || digest === asked.digest ? null : { ...asked, digest };
}

/**
 * What such a change does. A new variant has all segments and no translation. Where it pins the variant to another text,
 * the body becomes a draft of that text with the translations that there are. One that was written as a whole stays; where
 * it was written before segments were kept, they are found in it now.
 */
export function segmentsAfter(
  { after, effects }: Change,
  { text, older, rows, body }: Beside,
): FollowedWork {
  const known = after.translation;
  const found =
    known === null && body !== null
      ? alignBody({ item: after, text: older ?? text, rows }, body)
      : null;
  const standing = found?.after ?? rows;
  const digest = found === null ? known?.sourceDigest : (older ?? text).digest;
  const moved = digest === text.digest ? standing : rebased(standing, text.units);
  const next = effects.includes('approve_segments') ? approvedWith(moved) : moved;
  const assembled = known?.assembled ?? found?.assembled ?? true;
  const drafts = assembled && body !== null && effects.includes('pin_source');
  const drafted = drafts ? bodyOf({ text, body }, next) : body;
  const work = workBetween(rows, next, { text, assembled });
  return { ...work, body: drafted === body ? null : drafted };
}
