import type { TaskState } from './item-state.js';
import type { Activity, StageMeta } from './process-definition.js';

/** The activity of a stage that an open task belongs to, if the stage has it. */
export function activityOf({ activities }: StageMeta, task: TaskState): Activity | undefined {
  return activities.find(({ key }) => key === task.activity);
}

/** Whether a task stays open when its item comes to stand in this stage of another process. */
export function staysIn(stage: StageMeta, task: TaskState): boolean {
  return activityOf(stage, task) !== undefined;
}
