import { derivedUuid } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Activity } from './process-definition.js';
import { resolveFunctions } from './routing.js';

const HOUR_MS = 3_600_000;

/** Between the key of an activity and a function that it consults, in the name of the question's task. */
export const QUESTION_MARK = '/';

/** The tasks of activities, each with a question to every function that it consults and gives time to answer. */
export function openTasksOf(
  activities: readonly Activity[],
  item: ItemState,
  at: string,
): TaskState[] {
  return activities.flatMap((activity) => [
    openTask(item, at, {
      activity: activity.key,
      functions: resolveFunctions(activity.raci.responsible, item.description.ownerFunction),
      role: 'responsible',
      hours: activity.acceptWithinHours,
    }),
    ...consultedBy(activity, item).map((name) =>
      openTask(item, at, {
        activity: `${activity.key}${QUESTION_MARK}${name}`,
        functions: [name],
        role: 'consulted',
        hours: activity.consultWithinHours,
      }),
    ),
  ]);
}

export function isOpen({ status }: TaskState): boolean {
  return status === 'offered' || status === 'claimed';
}

/** Whether a task is a question that belongs to an activity. */
export function isQuestionOf(activity: string, task: TaskState): boolean {
  return task.role === 'consulted' && task.activity.startsWith(`${activity}${QUESTION_MARK}`);
}

function consultedBy({ raci, consultWithinHours }: Activity, item: ItemState): string[] {
  if (consultWithinHours === undefined) return [];
  return resolveFunctions(raci.consulted ?? [], item.description.ownerFunction);
}

function openTask(
  item: ItemState,
  at: string,
  task: Pick<TaskState, 'activity' | 'functions' | 'role'> & { hours: number | undefined },
): TaskState {
  const { activity, functions, role, hours } = task;
  return {
    id: derivedUuid(Date.parse(at), `${item.id}:${item.version}:task:${activity}`),
    activity,
    functions,
    locale: item.kind === 'variant' ? item.locale : null,
    status: 'offered',
    holderId: null,
    role,
    dueAt: hours === undefined ? null : new Date(Date.parse(at) + hours * HOUR_MS).toISOString(),
    dropped: false,
    delegation: null,
    signature: null,
  };
}
