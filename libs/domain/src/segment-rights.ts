import type { Actor } from './actor.js';
import { actorId } from './actor.js';
import type { ItemState } from './item-state.js';
import type { Process } from './process-machine.js';
import { type Refusal, refuse } from './refusal.js';
import { whyNotRouted } from './routing.js';
import { isInHandsOf } from './standing.js';
import type { SegmentState } from './translation.js';

/** What an actor may do with the segments of a variant as it stands. */
export type SegmentRights =
  | {
      may: true;
      /** may write translations, and not only judge them */
      writes: boolean;
      /** the highest state that the actor may give */
      highest: Extract<SegmentState, 'reviewed' | 'approved'>;
    }
  | { may: false; refusal: Refusal };

/**
 * The holder of a task that edits writes translations, up to reviewed. The holder of one that approves gives approval,
 * unless they wrote part of the text since it was last published.
 */
export function segmentRights(process: Process, item: ItemState, actor: Actor): SegmentRights {
  const working = process.definition.states[item.stage]!.meta.activities.filter(
    ({ edits, events }) => edits === true || events.includes('approve'),
  );
  if (working.length === 0) {
    return denied('conflict', {
      code: 'stage_not_editable',
      detail: `Segments cannot be changed in ${item.stage}.`,
      remedy: 'Send the work back to a stage that translates.',
    });
  }
  const held = working.filter(({ key }) =>
    item.openTasks.some((task) => task.activity === key && isInHandsOf(actor, task)),
  );
  if (held.length > 0) {
    const approves = held.some(({ events }) => events.includes('approve'));
    const wrote = item.context.authors.includes(actorId(actor));
    return {
      may: true,
      writes: held.some(({ edits }) => edits === true),
      highest: approves && !wrote ? 'approved' : 'reviewed',
    };
  }
  const tasks = item.openTasks.filter(({ activity }) =>
    working.some(({ key }) => key === activity),
  );
  const unrouted = tasks.map((task) => whyNotRouted(actor, task));
  const [first = null] = unrouted;
  if (first !== null && unrouted.every((reason) => reason !== null)) {
    return denied('forbidden', first);
  }
  const { label } = working[0]!;
  return denied('forbidden', {
    code: 'task_not_claimed',
    detail: `Claim the task "${label}" first: in ${item.stage} its holder works on the segments.`,
    remedy: `Claim the task "${label}".`,
  });
}

function denied(
  kind: Refusal['kind'],
  reason: Refusal['reasons'][number],
): SegmentRights & { may: false } {
  return { may: false, refusal: refuse(kind, reason) };
}
