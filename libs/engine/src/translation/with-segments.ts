import { type Change, type Command, decide, NO_SURROUNDINGS, type Process } from '#domain';
import type { PlannedWork } from './segment-work.js';
import { describeText } from './describe-text.js';

/** An accepted creation or event with what it does to the segments of its variant. */
export interface Followed {
  change: Change;
  write: PlannedWork['write'];
  /** the new body, or null where it stays */
  body: string | null;
}

/**
 * Decides what was accepted once more with what it does to the segments, so that its entry in the trail says so. Nothing
 * else about it changes.
 */
export function withSegments(
  change: Change,
  process: Process,
  { segments, write, body }: PlannedWork & { body: string | null },
): Followed {
  const { before, after, at, entry } = change;
  const decision = decide(process, before, commandWith(entry.command, { segments, body }), {
    workspaceId: after.workspaceId,
    itemId: after.id,
    actor: entry.actor,
    at,
    surroundings: { ...NO_SURROUNDINGS, ...entry.given },
  });
  if (decision.outcome === 'changed') return { change: decision, write, body };
  throw new Error(`${entry.command.type} was accepted without its segments and not with them.`);
}

function commandWith(
  command: Command,
  { segments, body }: Pick<PlannedWork, 'segments'> & { body: string | null },
): Command {
  switch (command.type) {
    case 'create':
      return { ...command, item: { ...command.item, segments } };
    case 'event':
      return { ...command, segments, ...(body === null ? {} : { text: describeText(body) }) };
    default:
      throw new Error(`Expected a creation or an event; found ${command.type}.`);
  }
}
