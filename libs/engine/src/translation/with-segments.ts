import { type Change, decide, type ItemState, type Moment, type Process } from '#domain';
import { describeText } from './describe-text.js';
import type { FollowedWork } from './segment-effects.js';

/** An accepted event, decided once more with what it does to the segments, so that its entry in the trail says so. */
export function withSegments(
  { entry: { command } }: Change,
  { segments, body }: Pick<FollowedWork, 'segments' | 'body'>,
  { process, item, moment }: { process: Process; item: ItemState; moment: Moment },
): Change {
  if (command.type !== 'event') throw new Error(`Expected an event; found ${command.type}.`);
  const decision = decide(
    process,
    item,
    { ...command, segments, ...(body === null ? {} : { text: describeText(body) }) },
    moment,
  );
  if (decision.outcome === 'changed') return decision;
  throw new Error(`${command.event} was accepted without its segments and not with them.`);
}
