import { type Actor, actorId, worksIn } from './actor.js';
import type { Command } from './command.js';
import type { Draft } from './draft.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Process } from './process-machine.js';
import { type Refusal, refuse } from './refusal.js';
import { whyNotRouted } from './routing.js';

/** A task goes to the first who asks and may have it. */
export function decideClaim(
  process: Process,
  item: ItemState,
  { taskId }: Extract<Command, { type: 'claim' }>,
  actor: Actor,
): Draft | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  const unrouted = whyNotRouted(actor, task);
  if (unrouted !== null) return refuse('forbidden', unrouted);
  if (task.status !== 'offered') {
    return refuse('conflict', {
      code: 'task_already_claimed',
      detail:
        task.holderId === actorId(actor)
          ? `You already hold the task "${labelOf(process, item, task)}".`
          : `The task "${labelOf(process, item, task)}" was already claimed by ${task.holderId}.`,
    });
  }
  return taskDraft(item, { ...task, status: 'claimed', holderId: actorId(actor) }, 'task.claimed');
}

/** The holder gives a task back; enablement may take it back for someone who cannot. */
export function decideRelease(
  process: Process,
  item: ItemState,
  { taskId }: Extract<Command, { type: 'release' }>,
  actor: Actor,
): Draft | Refusal {
  const task = item.openTasks.find(({ id }) => id === taskId);
  if (task === undefined) return notOpen(taskId, item);
  if (task.status !== 'claimed') {
    return refuse('conflict', {
      code: 'task_not_claimed',
      detail: `Nobody holds the task "${labelOf(process, item, task)}", so there is nothing to release.`,
    });
  }
  if (task.holderId !== actorId(actor) && !worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'task_held_by_another',
      detail: `The task "${labelOf(process, item, task)}" is held by ${task.holderId}; they or enablement may release it.`,
    });
  }
  return taskDraft(item, { ...task, status: 'offered', holderId: null }, 'task.released');
}

function taskDraft(item: ItemState, task: TaskState, fact: string): Draft {
  return {
    outcome: 'draft',
    after: item,
    changedTasks: [task],
    opensTasks: false,
    facts: [{ type: fact, data: { task: task.id, activity: task.activity } }],
    effects: [],
  };
}

function labelOf({ definition }: Process, item: ItemState, task: TaskState): string {
  const { activities } = definition.states[item.stage]!.meta;
  return activities.find(({ key }) => key === task.activity)?.label ?? task.activity;
}

function notOpen(taskId: string, item: ItemState): Refusal {
  return refuse('conflict', {
    code: 'task_closed',
    detail: `The task ${taskId} is no longer open; the item is in ${item.stage}.`,
  });
}
