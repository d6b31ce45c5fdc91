import type { FeedFilter } from '#engine';
import { eventFrame, HEARTBEAT_FRAME, openingFrame, placeFrame } from './event-frames.js';
import type { FeedPage, FeedReader } from './feed-reader.js';
import type { FeedTips } from './feed-tips.js';

/** Events that a stream holds at a time. */
export const EVENTS_AT_A_TIME = 50;

/** What a stream reads, from where and how long. */
export interface StreamWanted {
  workspaceId: string;
  filter: FeedFilter;
  /** of `EVENTS_AT_A_TIME`; it says where the stream begins */
  firstPage: FeedPage;
  /** milliseconds without a word at most */
  heartbeatMs: number;
  /** whether the caller may read still; asked before events are sent */
  mayStill: () => Promise<boolean>;
  signal: AbortSignal;
}

/**
 * The frames of a stream, each made when the one before has left: whoever reads slowly makes it read slowly, and a page
 * is all that it ever holds. It ends when the signal says so, and when the caller may read no longer.
 */
export async function* eventFramesOf(
  { reader, tips }: { reader: FeedReader; tips: FeedTips },
  { workspaceId, filter, firstPage, heartbeatMs, mayStill, signal }: StreamWanted,
): AsyncGenerator<string> {
  yield openingFrame(firstPage.begun);
  let page = firstPage;
  /** where the client would go on */
  let told = firstPage.begun;
  let heartbeatAt = Date.now() + heartbeatMs;
  while (!signal.aborted) {
    if (page.facts.length > 0 && !(await mayStill())) return;
    for (const fact of page.facts) {
      yield eventFrame(fact);
      if (signal.aborted) return;
      told = fact.position;
      heartbeatAt = Date.now() + heartbeatMs;
    }
    const { through, tip } = page;
    if (through === tip) {
      const ms = heartbeatAt - Date.now();
      await tips.beyond({ workspaceId, position: through }, { ms, signal });
    }
    if (signal.aborted) return;
    if (Date.now() >= heartbeatAt) {
      yield through > told ? placeFrame(through) : HEARTBEAT_FRAME;
      told = through;
      heartbeatAt = Date.now() + heartbeatMs;
    }
    const place = { position: through };
    page = await reader.sharedPage(workspaceId, { place, filter, limit: EVENTS_AT_A_TIME });
  }
}
