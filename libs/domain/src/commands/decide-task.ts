import { actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import { strayPoints, unmetPoints } from './checklist.js';
import type { Moment } from '../moment.js';
import { type Draft, draftOf } from '../draft.js';
import type { FactType } from '../fact-types/fact-types.js';
import { handoffOf } from '../handoff.js';
import type { Delegation, ItemState, TaskState } from '../item-state.js';
import type { Activity } from '../process-definition.js';
import { dueAfter } from '../open-tasks.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Reason, type Refusal, refuse } from '../refusal.js';
import { membershipFor, standpointOf, whyNotRouted } from '../routing.js';

/** A task goes to the first who asks and may have it, and who confirms each point of its entry checklist. */
export function decideClaim(
  process: Process,
  item: ItemState,
  { taskId, checked = [] }: Extract<Command, { type: 'claim' }>,
  { actor, at, entryVersion }: Moment,
): Draft | Refusal | Invalid {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  const label = labelOf(process, item, task);
  const named = task.delegation?.to === actorId(actor);
  const unrouted = named ? null : whyNotRouted(actor, task);
  if (unrouted !== null) return refuse('forbidden', unrouted);
  if (task.role === 'consulted') return refuse('conflict', isAQuestion(label));
  if (task.status !== 'offered') {
    return refuse('conflict', {
      code: 'task_already_claimed',
      detail:
        task.holderId === actorId(actor)
          ? `You already hold the task "${label}".`
          : `The task "${label}" was already claimed by ${task.holderId}.`,
      remedy:
        task.holderId === actorId(actor)
          ? 'Go on with it.'
          : `Ask ${task.holderId} to release it or pass it on.`,
    });
  }
  if (task.delegation !== null && !named) {
    return refuse('forbidden', passedOn(label, task.delegation, 'claim'));
  }
  const activity = activityOf(process, item, task);
  const stray = strayPoints(activity, 'checked', checked, entryVersion);
  if (stray !== null) return stray;
  const unmet = unmetPoints(activity, checked);
  if (unmet.length > 0) return refuse('conflict', ...unmet);
  const claimed: TaskState = { ...task, status: 'claimed', holderId: actorId(actor) };
  const standpoint = standpointOf(membershipFor(actor, task), task.locale);
  const receiver = { id: actorId(actor), standpoint };
  return taskDraft(item, claimed, 'task.claimed', {
    handoffs:
      item.arrival === null
        ? []
        : [handoffOf(task, item.arrival, { to: item.stage, outcome: 'accepted', receiver, at })],
  });
}

/** The holder gives a task back; enablement may take it back for someone who cannot. */
export function decideRelease(
  process: Process,
  item: ItemState,
  { taskId }: Extract<Command, { type: 'release' }>,
  { actor, at }: Moment,
): Draft | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  const label = labelOf(process, item, task);
  if (task.status !== 'claimed' && task.delegation === null) {
    return refuse('conflict', {
      code: 'task_not_claimed',
      detail: `Nobody holds the task "${label}", so there is nothing to release.`,
      remedy: 'Claim it, or leave it for others.',
    });
  }
  const holders = [task.holderId ?? task.delegation?.to, task.delegation?.by];
  if (!holders.includes(actorId(actor)) && !worksIn(actor, ['enablement'])) {
    return refuse('forbidden', heldByAnother(label, holders[0]!, 'release it'));
  }
  const released = { ...offeredAgain(process, item, task, at), delegation: null };
  return taskDraft(item, released, 'task.released');
}

/** A new offer has its own time to be accepted in. */
export function offeredAgain(
  process: Process,
  item: ItemState,
  task: TaskState,
  at: string,
): TaskState {
  const hours = activityOf(process, item, task)?.acceptWithinHours;
  return {
    ...task,
    status: 'offered',
    holderId: null,
    dueAt: dueAfter(hours, at),
    dropped: false,
  };
}

/** A draft that changes one task and announces it. */
export function taskDraft(
  item: ItemState,
  task: TaskState,
  fact: FactType,
  parts: Partial<Draft> & { data?: Record<string, unknown> } = {},
): Draft {
  const { data = {}, ...rest } = parts;
  const about = {
    task: task.id,
    activity: task.activity,
    ...(task.delegation === null
      ? {}
      : { delegatedTo: task.delegation.to, delegatedBy: task.delegation.by }),
  };
  return draftOf(item, {
    changedTasks: [task],
    facts: [{ type: fact, data: { ...about, ...data } }],
    ...rest,
  });
}

export function activityOf(
  { definition }: Process,
  item: ItemState,
  task: TaskState,
): Activity | undefined {
  const { activities } = definition.states[item.stage]!.meta;
  return activities.find(({ key }) => key === task.activity);
}

export function labelOf(process: Process, item: ItemState, task: TaskState): string {
  return activityOf(process, item, task)?.label ?? task.activity;
}

export function notOpen(taskId: string, item: ItemState): Refusal {
  return refuse('conflict', {
    code: 'task_closed',
    detail: `The task ${taskId} is no longer open; the item is in ${item.stage}.`,
    remedy: 'Read the item again: its present tasks are listed there.',
  });
}

export function heldByAnother(label: string, holder: string, what: string): Reason {
  return {
    code: 'task_held_by_another',
    detail: `The task "${label}" is held by ${holder}; they or enablement may ${what}.`,
    remedy: `Ask ${holder} or enablement to ${what}.`,
  };
}

export function passedOn(label: string, { to, by }: Delegation, what: string): Reason {
  return {
    code: 'task_delegated',
    detail: `The task "${label}" was passed on to ${to} by ${by}.`,
    remedy: `Let ${to} ${what} it, or ask enablement to pass it on to you.`,
  };
}

export function isAQuestion(label: string): Reason {
  return {
    code: 'task_is_a_consultation',
    detail: `"${label}" is a question, not work to be done.`,
    remedy: 'Answer it with advice.',
  };
}
