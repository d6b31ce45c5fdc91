import { derivedUuid } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Activity } from './process-definition.js';
import { resolveFunctions } from './routing.js';

const HOUR_MS = 3_600_000;

/** Between the key of an activity and a function that it consults, in the name of the question's task. */
export const QUESTION_MARK = '/';

/** A task as a stage asks for it, before it is opened. */
export interface AskedTask extends Pick<TaskState, 'activity' | 'functions' | 'role'> {
  /** how long it may stay unanswered; undefined: for ever */
  hours: number | undefined;
}

/** The tasks of activities, each with a question to every function that it consults and gives time to answer. */
export function openTasksOf(
  activities: readonly Activity[],
  item: ItemState,
  at: string,
): TaskState[] {
  return askedTasksOf(activities, item).map((asked) => openTask(item, at, asked));
}

export function askedTasksOf(activities: readonly Activity[], item: ItemState): AskedTask[] {
  return activities.flatMap((activity): AskedTask[] => [
    {
      activity: activity.key,
      functions: resolveFunctions(activity.raci.responsible, item.description.ownerFunction),
      role: 'responsible',
      hours: activity.acceptWithinHours,
    },
    ...consultedBy(activity, item).map((name) => ({
      activity: `${activity.key}${QUESTION_MARK}${name}`,
      functions: [name],
      role: 'consulted' as const,
      hours: activity.consultWithinHours,
    })),
  ]);
}

/** When an offer or a question of that many hours comes to its end; undefined: never. */
export function dueAfter(hours: number | undefined, at: string): string | null {
  return hours === undefined ? null : new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
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
  { activity, functions, role, hours }: AskedTask,
): TaskState {
  return {
    id: derivedUuid(Date.parse(at), `${item.id}:${item.version}:task:${activity}`),
    activity,
    functions,
    locale: item.kind === 'variant' ? item.locale : null,
    status: 'offered',
    holderId: null,
    role,
    dueAt: dueAfter(hours, at),
    dropped: false,
    delegation: null,
    signature: null,
  };
}
