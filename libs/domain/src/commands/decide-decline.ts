import { type Actor, actorId, LINE } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { strayPoints } from './checklist.js';
import { activityOf, labelOf, notOpen, offeredAgain, passedOn, taskDraft } from './decide-task.js';
import type { Draft } from '../draft.js';
import { handoffOf } from '../handoff.js';
import type { Arrival, ItemState, TaskState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Refusal, refuse } from '../refusal.js';
import { relocated } from './relocated.js';
import { membershipFor, standpointOf, whyNotRouted } from '../routing.js';

/**
 * The receiver does not take the baton: the item goes back to the stage it came from, which the rework is counted to,
 * and approvals given in the meantime are cleared.
 */
export function decideDecline(
  process: Process,
  item: ItemState,
  { taskId, reasonCode, comment, unmet = [] }: Extract<Command, { type: 'decline' }>,
  { actor, at, entryVersion }: Moment,
): Draft | Refusal | Invalid {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined || task.role === 'consulted') return notOpen(taskId, item);
  const unrouted = whyNotRouted(actor, task);
  if (unrouted !== null && task.delegation?.to !== actorId(actor)) {
    return refuse('forbidden', unrouted);
  }
  if (task.status !== 'offered') {
    return refuse('conflict', {
      code: 'task_already_claimed',
      detail: `The task "${labelOf(process, item, task)}" was accepted by ${task.holderId}.`,
      remedy: 'Whoever accepted it can release it, or send it back with the events of the stage.',
    });
  }
  if (task.delegation !== null && task.delegation.to !== actorId(actor)) {
    const label = labelOf(process, item, task);
    return refuse('forbidden', passedOn(label, task.delegation, 'decline'));
  }
  const activity = activityOf(process, item, task);
  const stray = strayPoints(activity, 'unmet', unmet, entryVersion);
  if (stray !== null) return stray;
  if (task.delegation !== null) {
    return declinedByDelegate(process, item, {
      task,
      arrival: item.arrival,
      moment: { actor, at },
      said: { reasonCode, comment, unmet },
    });
  }
  const { arrival } = item;
  if (arrival === null || arrival.from === null || !canTakeBack(process, arrival)) {
    return refuse('conflict', {
      code: 'nobody_to_return_to',
      detail: `Nobody handed this on to ${item.stage} who could take it back.`,
      remedy: 'Leave it to others, raise a blocker, or ask enablement.',
    });
  }
  const standpoint = standpointOf(membershipFor(actor, task), task.locale);
  const declined = handoffOf(task, arrival, {
    to: item.stage,
    outcome: 'declined',
    receiver: { id: actorId(actor), standpoint },
    reasonCode,
    at,
  });
  const { context } = item;
  const moved = relocated(process, item, arrival.from, {
    actor,
    at,
    formality: 'formal',
    context: {
      ...context,
      approvals: [],
      rounds: context.rounds + 1,
      rework: { ...context.rework, [arrival.from]: (context.rework?.[arrival.from] ?? 0) + 1 },
    },
  });
  const data = { task: taskId, activity: task.activity, reasonCode, comment, unmet };
  return {
    ...moved,
    changedTasks: moved.changedTasks.map((closed) =>
      closed.id === taskId ? { ...closed, status: 'returned', holderId: actorId(actor) } : closed,
    ),
    facts: [{ type: 'task.declined', data }, ...moved.facts],
    handoffs: [declined],
  };
}

/** Whoever was passed a task on gives it back to their colleagues; the work stays where it is. */
function declinedByDelegate(
  process: Process,
  item: ItemState,
  {
    task,
    arrival,
    moment,
    said,
  }: {
    task: TaskState;
    arrival: Arrival | null;
    moment: { actor: Actor; at: string };
    said: { reasonCode: string; comment: string; unmet: string[] };
  },
): Draft {
  const { actor, at } = moment;
  const standpoint = standpointOf(membershipFor(actor, task), task.locale);
  const receiver = { id: actorId(actor), standpoint };
  const end = { to: item.stage, outcome: 'declined' as const, reasonCode: said.reasonCode };
  return taskDraft(
    item,
    { ...offeredAgain(process, item, task, at), delegation: null },
    'task.declined',
    {
      data: said,
      handoffs: arrival === null ? [] : [handoffOf(task, arrival, { ...end, receiver, at })],
    },
  );
}

/** Baton's own line takes nothing back, nor does a stage in which nobody has anything to do. */
function canTakeBack({ definition }: Process, { giverId, from }: Arrival): boolean {
  if (giverId === actorId(LINE)) return false;
  return (definition.states[from ?? '']?.meta.activities.length ?? 0) > 0;
}
