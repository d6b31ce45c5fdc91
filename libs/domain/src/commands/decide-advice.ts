import { type Actor, actorId } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { activityOf, labelOf, notOpen, taskDraft } from './decide-task.js';
import type { Draft, Unchanged } from '../draft.js';
import { handoffOf } from '../handoff.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { membershipFor, resolveFunctions, whyNotRouted } from '../routing.js';

/** The one accountable function puts its name under the text as it stands; an edit takes it off again. */
export function decideSign(
  process: Process,
  item: ItemState,
  { taskId }: Extract<Command, { type: 'sign' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  const activity = activityOf(process, item, task);
  if (activity === undefined) {
    return refuse('conflict', {
      code: 'task_is_a_consultation',
      detail: `"${task.activity}" is a question: nobody signs it.`,
      remedy: 'Sign the task of the activity itself.',
    });
  }
  const functions = resolveFunctions([activity.raci.accountable], item.description.ownerFunction);
  if (membershipFor(actor, { functions, locale: task.locale }) === null) {
    return refuse('forbidden', {
      code: 'not_accountable',
      detail: `"${labelOf(process, item, task)}" is signed by ${functions.join('')}, which is accountable for it.`,
      remedy: `Let somebody of ${functions.join('')} sign it.`,
    });
  }
  const digest = item.revision?.digest ?? null;
  if (task.signature !== null && task.signature.digest === digest) {
    return { outcome: 'unchanged', after: item };
  }
  return taskDraft(item, { ...task, signature: { by: actorId(actor), digest } }, 'task.signed', {
    data: { digest, accountable: functions.join('') },
  });
}

/** A consulted function answers its question; an objection says why and is for the responsible to weigh. */
export function decideAdvise(
  item: ItemState,
  { taskId, objects, comment }: Extract<Command, { type: 'advise' }>,
  actor: Actor,
): Draft | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  if (task.role !== 'consulted') {
    return refuse('conflict', {
      code: 'task_is_work',
      detail: `"${task.activity}" is work to be claimed, not a question.`,
      remedy: 'Claim it, or comment on the item.',
    });
  }
  const unrouted = whyNotRouted(actor, task);
  if (unrouted !== null) return refuse('forbidden', unrouted);
  if (objects && (comment === undefined || comment.trim() === '')) {
    return refuse('conflict', {
      code: 'comment_given',
      detail: 'Say why: an objection needs a comment.',
      remedy: 'Send a comment.',
    });
  }
  const answered = { ...task, status: 'done' as const, holderId: actorId(actor) };
  return taskDraft(item, answered, 'consultation.answered', {
    data: { objects, comment: comment ?? null },
  });
}

/** What the clock does to what nobody took up: silence of the consulted is no objection, a baton lies dropped. */
export function decideExpire(
  item: ItemState,
  { taskId }: Extract<Command, { type: 'expire' }>,
  { actor, at }: Moment,
): Draft | Unchanged | Refusal {
  if (actor.kind !== 'line') {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: 'Only the clock lets a task expire.',
      remedy: 'Wait for its time to end.',
    });
  }
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined || task.status !== 'offered' || task.dropped) {
    return { outcome: 'unchanged', after: item };
  }
  if (task.dueAt === null || Date.parse(task.dueAt) > Date.parse(at)) {
    return { outcome: 'unchanged', after: item };
  }
  if (task.role === 'consulted') {
    return taskDraft(item, { ...task, status: 'expired' }, 'consultation.expired', {
      data: { recordedAs: 'no_objection' },
    });
  }
  return taskDraft(item, { ...task, dropped: true }, 'baton.dropped', {
    data: { functions: task.functions, dueAt: task.dueAt },
    handoffs:
      item.arrival === null
        ? []
        : [
            handoffOf(task, item.arrival, {
              to: item.stage,
              outcome: 'dropped',
              receiver: null,
              at,
            }),
          ],
  });
}
