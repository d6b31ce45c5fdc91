import type { FeedPlace } from '#engine';
import { foundIn } from '../http/found-in.js';
import { cursorFor, isUuid, readCursor } from '../http/paging.js';
import { notReadable, ProblemError } from '../http/problem.js';

const isPosition = (key: unknown): key is number =>
  Number.isSafeInteger(key) && (key as number) >= 0;

/**
 * Where a reader wants to go on: the id of an event, a cursor, `latest`, or nothing for the beginning. 400 that names where
 * it was said, `/after` for one, where it is none of these.
 */
export function feedPlaceIn(after: string | undefined, pointer: string): FeedPlace {
  if (after === undefined || after === '') return { position: 0 };
  if (after === 'latest') return 'latest';
  const factId = after.toLowerCase();
  if (isUuid(factId)) return { factId };
  const position = readCursor(after);
  if (isPosition(position)) return { position };
  throw notReadable(
    pointer,
    `Expected the id of an event, a cursor as nextCursor gave it, or latest; found ${foundIn(after)}.`,
    'cursor_not_valid',
  );
}

/** The cursor behind a position. */
export const feedCursor = (position: number): string => cursorFor(position);

/** Why there is nothing to go on from. */
export function noSuchPlace(reading: { outcome: 'unknown' } | { outcome: 'ahead'; tip: number }) {
  if (reading.outcome === 'unknown') {
    return new ProblemError(
      404,
      'event_unknown',
      'Expected the id of an event of this workspace; found another, which may be that of a ping. Go on from an older one, from after=latest, or from the beginning without it.',
    );
  }
  return new ProblemError(
    409,
    'cursor_ahead',
    `Expected a cursor up to the end of the feed, which is position ${reading.tip}; found a later one. The data were brought back to an earlier moment: go on from the id of the last event that is there, or from the beginning.`,
  );
}
