import type { FeedFact } from '#engine';
import { feedCursor } from './feed-place.js';

/** Milliseconds that a client waits before it connects again. */
const RETRY_MS = 2000;

/** What a stream begins with: how to come back, and where it begins, so that coming back before the first event loses nothing. */
export const openingFrame = (position: number): string =>
  `retry: ${RETRY_MS}\n${placeFrame(position)}`;

/** An event; its body is JSON without a line break. */
export const eventFrame = ({ id, type, body }: FeedFact): string =>
  `id: ${id}\nevent: ${type}\ndata: ${body}\n\n`;

/** Moves the id to go on from, without an event, over what the filter does not let pass; it is a heartbeat too. */
export const placeFrame = (position: number): string => `id: ${feedCursor(position)}\n\n`;

/** A comment, so that nobody in between takes the connection for a dead one. */
export const HEARTBEAT_FRAME = ':\n\n';
