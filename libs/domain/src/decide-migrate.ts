import { type Actor, worksIn } from './actor.js';
import type { Command } from './command.js';
import type { Draft, Unchanged } from './draft.js';
import type { ItemState, TaskState } from './item-state.js';
import { liveStages } from './plan-migration.js';
import type { Activity, Approval, StageMeta } from './process-definition.js';
import type { Process } from './process-machine.js';
import { type Invalid, type Problem, type Refusal, refuse } from './refusal.js';
import { resolveFunctions } from './routing.js';
import { activityOf, staysIn } from './stays-in.js';

/**
 * Brings an item to another version of its process, or to another process of its kind; `process` is the new one. Tasks
 * that the new stage has too stay with whoever holds them, the others are cancelled, and what is missing is opened.
 */
export function decideMigrate(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'migrate' }>,
  actor: Actor,
): Draft | Unchanged | Refusal | Invalid {
  const { definition, digest } = process;
  if (command.processDigest !== digest) {
    throw new Error(`Expected the process ${command.processDigest}; found ${digest}.`);
  }
  if (actor.kind !== 'line' && !worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: 'Items are brought to another version of their process by enablement only.',
    });
  }
  if (item.processDigest === digest) return { outcome: 'unchanged', after: item };
  if (item.kind !== definition.meta.kind) {
    return refuse('conflict', {
      code: 'process_of_another_kind',
      detail: `Expected a process for items of kind ${item.kind}; "${definition.id}" is for ${definition.meta.kind}.`,
    });
  }
  const problems = stageProblems(process, command);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const { meta } = definition.states[command.stage]!;
  const held = item.openTasks.filter((task) => task.status === 'claimed' && !staysIn(meta, task));
  if (held.length > 0 && !command.cancelHeld) {
    return refuse(
      'conflict',
      ...held.map(({ activity, holderId }) => ({
        code: 'task_held',
        detail: `${holderId} holds the task ${activity}, which ${command.stage} does not have.`,
      })),
    );
  }
  return draftOf(item, meta, command);
}

function draftOf(
  item: ItemState,
  meta: StageMeta,
  { processDigest, stage, resumeAt }: Extract<Command, { type: 'migrate' }>,
): Draft {
  const { approvals, opens } = whatIsLeft(item, meta);
  return {
    outcome: 'draft',
    after: { ...item, processDigest, stage, context: { ...item.context, approvals, resumeAt } },
    changedTasks: changedTasks(item, meta),
    opensTasks: false,
    opens,
    facts: [
      {
        type: 'item.migrated',
        data: {
          from: { process: item.processDigest, stage: item.stage },
          to: { process: processDigest, stage },
        },
      },
    ],
    effects: [],
  };
}

/**
 * The approvals that still stand for an activity of the stage, and the activities to open. Where that would leave
 * nobody with anything to do, the review begins again: an item must not stand still with no open task.
 */
function whatIsLeft(
  item: ItemState,
  { activities }: StageMeta,
): { approvals: Approval[]; opens: Activity[] } {
  const isOpen = ({ key }: Activity) => item.openTasks.some(({ activity }) => activity === key);
  const approvals = item.context.approvals.filter(({ activity }) =>
    activities.some(({ key }) => key === activity),
  );
  const undone = activities.filter(
    ({ key }) => !approvals.some(({ activity }) => activity === key),
  );
  if (undone.length === 0) {
    return { approvals: [], opens: activities.filter((activity) => !isOpen(activity)) };
  }
  return { approvals, opens: undone.filter((activity) => !isOpen(activity)) };
}

/** Tasks that stay are offered to the functions of the new version; those that do not are cancelled. */
function changedTasks(item: ItemState, meta: StageMeta): TaskState[] {
  return item.openTasks.flatMap((task): TaskState[] => {
    const activity = activityOf(meta, task);
    if (activity === undefined) return [{ ...task, status: 'cancelled' }];
    const functions = resolveFunctions(activity.raci.responsible, item.description.ownerFunction);
    const same = functions.join() === task.functions.join();
    return same ? [] : [{ ...task, functions }];
  });
}

function stageProblems(
  { definition }: Process,
  { stage, resumeAt }: Extract<Command, { type: 'migrate' }>,
): Problem[] {
  const live = liveStages(definition);
  const named: [pointer: string, stage: string | null][] = [
    ['/stage', stage],
    ['/resumeAt', resumeAt],
  ];
  return named.flatMap(([pointer, found]) =>
    found === null || live.includes(found)
      ? []
      : [
          {
            pointer,
            code: 'not_in_list',
            detail: `Expected a stage where work goes on, one of ${live.join(', ')}; found "${found}".`,
          },
        ],
  );
}
