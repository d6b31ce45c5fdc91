import { type Actor, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { ItemState, TaskState } from '../item-state.js';
import { askedTasksOf } from '../open-tasks.js';
import { heldAndLost } from '../plan-migration.js';
import type { Activity, Approval, StageMeta, WorkContext } from '../process-definition.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Problem, type Refusal, refuse } from '../refusal.js';
import { liveStages, notLive } from '../stage-mapping.js';
import { presentVotes } from '../votes.js';

type Migrate = Extract<Command, { type: 'migrate' }>;

/**
 * Brings an item to another version of its process, or to another process of its kind; `process` is the new one. Tasks
 * that the new stage has too stay with whoever holds them, the others are cancelled, and what is missing is opened.
 * Nobody hands anything on, so it is no hand-off and the arrival stays what it was.
 */
export function decideMigrate(
  process: Process,
  item: ItemState,
  command: Migrate,
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
      remedy: 'Ask enablement.',
    });
  }
  if (item.processDigest === digest) return { outcome: 'unchanged', after: item };
  if (item.kind !== definition.meta.kind) {
    return refuse('conflict', {
      code: 'process_of_another_kind',
      detail: `Expected a process for items of kind ${item.kind}; "${definition.id}" is for ${definition.meta.kind}.`,
      remedy: 'Name a process of its kind.',
    });
  }
  const problems = stageProblems(process, command);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const { meta } = definition.states[command.stage]!;
  const lost = heldAndLost(item, meta);
  if (lost.length > 0 && !command.cancelHeld) {
    return refuse(
      'conflict',
      ...lost.map(({ activity, holderId }) => ({
        code: 'task_held',
        detail: `${holderId} holds the task ${activity}, which ${command.stage} does not have.`,
        remedy: 'Release or finish it first, or allow that held tasks are cancelled.',
      })),
    );
  }
  return migrated(item, meta, command);
}

function migrated(item: ItemState, meta: StageMeta, command: Migrate): Draft {
  const { processDigest, stage, renamed } = command;
  const { kept, lost, opens } = whatIsLeft(item, meta);
  const approvals = approvalsIn(stage, item, { kept, lost });
  const { arrival } = item;
  const after: ItemState = {
    ...item,
    processDigest,
    stage,
    context: { ...renamedContext(item.context, renamed), approvals },
    arrival:
      arrival === null || arrival.from === null
        ? arrival
        : { ...arrival, from: counterpart(renamed, arrival.from) ?? arrival.from },
  };
  return draftOf(after, {
    changedTasks: changedTasks(item, meta),
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
    voided: lost.map(({ activity, actorId }) => ({ activity, actorId, sections: [] })),
  });
}

/**
 * The votes that go on counting for an activity of the new stage, those that do not, and the activities to open. Where
 * that would leave nobody with anything to do, the review begins again: an item must not stand still with no open task.
 */
function whatIsLeft(
  item: ItemState,
  { activities }: StageMeta,
): { kept: Approval[]; lost: Approval[]; opens: Activity[] } {
  const isUnopened = ({ key }: Activity) =>
    item.openTasks.every(({ activity }) => activity !== key);
  const votes = presentVotes(item);
  const kept = votes.filter(({ activity }) => activities.some(({ key }) => key === activity));
  const undone = activities.filter(({ key }) => kept.every(({ activity }) => activity !== key));
  if (undone.length === 0) return { kept: [], lost: votes, opens: activities.filter(isUnopened) };
  const lost = votes.filter((vote) => !kept.includes(vote));
  return { kept, lost, opens: undone.filter(isUnopened) };
}

/** The approvals after it; those of earlier visits stand as they were given. */
function approvalsIn(
  stage: string,
  item: ItemState,
  { kept, lost }: { kept: Approval[]; lost: Approval[] },
): Approval[] {
  return item.context.approvals
    .filter((approval) => !lost.includes(approval))
    .map((approval) =>
      kept.includes(approval) && approval.stage !== undefined ? { ...approval, stage } : approval,
    );
}

/** Tasks that stay are offered to the functions of the new version; those that do not are cancelled. */
function changedTasks(item: ItemState, { activities }: StageMeta): TaskState[] {
  const asked = askedTasksOf(activities, item);
  return item.openTasks.flatMap((task): TaskState[] => {
    const same = asked.find(({ activity }) => activity === task.activity);
    if (same === undefined) return [{ ...task, status: 'cancelled' }];
    const { functions } = same;
    return functions.join() === task.functions.join() ? [] : [{ ...task, functions }];
  });
}

/** Where work resumes and where it came back to, by the names of the new version. */
function renamedContext(context: WorkContext, renamed: Record<string, string>): WorkContext {
  const { resumeAt, rework } = context;
  const counted: Record<string, number> = {};
  for (const [stage, count] of Object.entries(rework ?? {})) {
    const name = counterpart(renamed, stage) ?? stage;
    counted[name] = (counted[name] ?? 0) + count;
  }
  return {
    ...context,
    resumeAt: resumeAt === null ? null : counterpart(renamed, resumeAt),
    ...(rework === undefined ? {} : { rework: counted }),
  };
}

function counterpart(renamed: Record<string, string>, stage: string): string | null {
  return Object.hasOwn(renamed, stage) ? renamed[stage]! : null;
}

function stageProblems({ definition }: Process, { stage, renamed }: Migrate): Problem[] {
  const live = liveStages(definition);
  const named = [
    { pointer: '/stage', found: stage },
    ...Object.entries(renamed).map(([name, found]) => ({ pointer: `/renamed/${name}`, found })),
  ];
  return named
    .filter(({ found }) => !live.includes(found))
    .map(({ pointer, found }) => notLive(pointer, found, live));
}
