import { type Actor, actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import {
  heldByAnother,
  isAQuestion,
  labelOf,
  notOpen,
  offeredAgain,
  taskDraft,
} from './decide-task.js';
import type { Draft } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { membershipFor, standpointOf } from '../routing.js';

/**
 * The holder passes a task on to a colleague, or enablement passes it on to anybody, who then accepts it by claiming.
 * Whoever gets it past their function is named with a comment.
 */
export function decideDelegate(
  process: Process,
  item: ItemState,
  { taskId, to, comment }: Extract<Command, { type: 'delegate' }>,
  { actor, at }: Moment,
): Draft | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  const label = labelOf(process, item, task);
  if (task.role === 'consulted') return refuse('conflict', isAQuestion(label));
  const enablement = worksIn(actor, ['enablement']);
  if (task.holderId !== actorId(actor) && !enablement) {
    return refuse(
      'forbidden',
      task.holderId === null
        ? {
            code: 'task_not_claimed',
            detail: `Nobody holds the task "${label}": only enablement passes it on before it is claimed.`,
            remedy: 'Claim it first, or ask enablement.',
          }
        : heldByAnother(label, task.holderId, 'pass it on'),
    );
  }
  if (to.personId === (task.holderId ?? task.delegation?.to)) {
    return refuse('conflict', {
      code: 'delegate_has_it',
      detail: `The task "${label}" is with ${to.personId} already.`,
      remedy: 'Name somebody else.',
    });
  }
  const receiver: Actor = {
    kind: 'person',
    id: to.personId,
    via: null,
    memberships: to.memberships,
  };
  const membership = membershipFor(receiver, task);
  if (membership === null && !(enablement && comment !== undefined && comment.trim() !== '')) {
    return refuse('conflict', {
      code: 'delegate_not_routed',
      detail: `${to.personId} does not work in ${task.functions.join(' or ')}${task.locale === null ? '' : ` for ${task.locale}`}.`,
      remedy: 'Name somebody who does; enablement may name anybody, with a comment that says why.',
    });
  }
  const standpoint =
    standpointOf(membershipFor(actor, task), task.locale) ?? item.arrival?.standpoint;
  const delegation = { to: to.personId, by: actorId(actor), at, standpoint: standpoint ?? null };
  return taskDraft(
    item,
    { ...offeredAgain(process, item, task, at), delegation },
    'task.delegated',
  );
}
