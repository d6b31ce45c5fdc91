import { type Actor, actorId, LINE, worksIn } from './actor.js';
import type { Command } from './command.js';
import type { Moment } from './decide.js';
import { labelOf, notOpen, passedOn } from './decide-task.js';
import { type Draft, draftOf } from './draft.js';
import { boundariesBetween, handoffOf } from './handoff.js';
import type { Arrival, ItemState } from './item-state.js';
import type { WorkContext } from './process-definition.js';
import type { Process } from './process-machine.js';
import { type Refusal, refuse } from './refusal.js';
import { membershipFor, standpointOf, whyNotRouted } from './routing.js';
import type { Formality } from './vocabulary.js';

/**
 * The receiver does not take the baton: the item goes back to the stage it came from, which the rework is counted to,
 * and approvals given in the meantime are cleared.
 */
export function decideDecline(
  process: Process,
  item: ItemState,
  { taskId, reasonCode, comment, unmet = [] }: Extract<Command, { type: 'decline' }>,
  { actor, at }: Moment,
): Draft | Refusal {
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

/** Baton's own line takes nothing back, nor does a stage in which nobody has anything to do. */
function canTakeBack({ definition }: Process, { giverId, from }: Arrival): boolean {
  if (giverId === actorId(LINE)) return false;
  return (definition.states[from ?? '']?.meta.activities.length ?? 0) > 0;
}

/** Enablement puts an item into any stage, past the process; it is counted as ad hoc. */
export function decideMove(
  process: Process,
  item: ItemState,
  { to, comment }: Extract<Command, { type: 'move' }>,
  { actor, at }: Moment,
): Draft | Refusal {
  const { states } = process.definition;
  if (!worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: 'Only enablement moves an item past its process.',
      remedy: 'Use an event of the stage, or ask enablement.',
    });
  }
  if (!Object.hasOwn(states, to)) {
    return refuse('conflict', {
      code: 'stage_unknown',
      detail: `Expected a stage of the process, one of ${Object.keys(states).join(', ')}; found "${to}".`,
      remedy: 'Name one of them.',
    });
  }
  if (to === item.stage) {
    return refuse('conflict', {
      code: 'already_there',
      detail: `The item is in ${to} already.`,
      remedy: 'Name another stage.',
    });
  }
  if (comment.trim() === '') {
    return refuse('conflict', {
      code: 'comment_given',
      detail: 'Say why: a comment is required.',
      remedy: 'Send a comment.',
    });
  }
  const context = { ...item.context, approvals: [], resumeAt: null };
  const moved = relocated(process, item, to, { actor, at, formality: 'ad_hoc', context });
  const standpoint = moved.after.arrival?.standpoint ?? null;
  return {
    ...moved,
    facts: [
      { type: 'item.moved', data: { from: item.stage, to, comment, formality: 'ad_hoc' } },
      ...moved.facts,
    ],
    handoffs: [
      {
        activity: null,
        from: item.stage,
        to,
        outcome: 'moved',
        formality: 'ad_hoc',
        giverId: actorId(actor),
        giverFunction: standpoint?.function ?? null,
        receiverId: null,
        receiverFunction: null,
        crossed: boundariesBetween(item.arrival?.standpoint ?? null, standpoint),
        reasonCode: null,
        offeredAt: at,
        settledAt: at,
      },
    ],
  };
}

/** An item put into another stage without an event: what was open is cancelled, what that stage asks for is opened. */
function relocated(
  { definition }: Process,
  item: ItemState,
  to: string,
  how: { actor: Actor; at: string; formality: Formality; context: WorkContext },
): Draft {
  const { actor, at, formality, context } = how;
  const functions = item.openTasks.flatMap((task) => task.functions);
  const membership =
    membershipFor(actor, { functions, locale: null }) ??
    membershipFor(actor, { functions: ['enablement'], locale: null });
  const announced = definition.states[to]!.meta.announces;
  return draftOf(
    {
      ...item,
      stage: to,
      context,
      arrival: {
        from: item.stage,
        at,
        giverId: actorId(actor),
        standpoint: standpointOf(membership, item.kind === 'variant' ? item.locale : null),
        formality,
      },
    },
    {
      changedTasks: item.openTasks.map((task) => ({ ...task, status: 'cancelled' })),
      opens: definition.states[to]!.meta.activities,
      facts:
        announced === undefined
          ? []
          : [{ type: announced, data: { digest: item.revision?.digest ?? null } }],
    },
  );
}
