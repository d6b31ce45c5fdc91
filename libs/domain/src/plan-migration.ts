import type { Command } from './command.js';
import type { ItemState, TaskState } from './item-state.js';
import { askedTasksOf } from './open-tasks.js';
import type { ProcessDefinition, StageMeta } from './process-definition.js';
import { liveStages, type StageMapping } from './stage-mapping.js';

/** What becomes of one item, or what stands in its way, in words. */
export type MigrationPlan =
  | {
      outcome: 'mapped';
      stage: string;
      /** what other stages that the item remembers are called in the new version, where they have a counterpart */
      renamed: Record<string, string>;
      /** what gets lost on the way */
      notes: string[];
    }
  | { outcome: 'needs_choice'; choices: string[]; reason: string }
  | { outcome: 'blocked'; reason: string };

type Route = Exclude<MigrationPlan, { outcome: 'mapped' }> | { outcome: 'mapped'; stage: string };

/**
 * Where an item would stand in another version of its process, or in another process of its kind. Pure, so that a dry
 * run and the migration itself come to the same. `nameOf` gives the name of whoever holds a task.
 */
export function planMigration({
  from,
  to,
  mapping,
  item,
  nameOf = (personId) => personId,
}: {
  from: ProcessDefinition;
  to: ProcessDefinition;
  mapping: StageMapping;
  item: ItemState;
  nameOf?: (personId: string) => string;
}): MigrationPlan {
  if (item.kind !== to.meta.kind) {
    return blocked(
      `"${to.id}" is a process for items of kind ${to.meta.kind}; this one is of kind ${item.kind}.`,
    );
  }
  if (from.states[item.stage]?.type === 'final') {
    return blocked(`Nothing is left to do in ${item.stage}, so it keeps its version.`);
  }
  const route = routeOf({ from, to, mapping, item });
  if (route.outcome !== 'mapped') return route;
  const { stage } = route;
  const lost = heldAndLost(item, to.states[stage]!.meta);
  if (lost.length > 0 && !mapping.cancelHeld) {
    const held = lost.map(
      (task) =>
        `${nameOf(task.holderId ?? '')} holds "${labelOf(from, item.stage, task.activity)}"`,
    );
    return blocked(
      `${held.join(' and ')}, which ${stage} does not have: release or finish it first, or allow with cancelHeld: true in the mapping.`,
    );
  }
  const renamed = renamedStages({ from, to, mapping, item });
  const { resumeAt } = item.context;
  const notes =
    resumeAt === null || Object.hasOwn(renamed, resumeAt)
      ? []
      : [
          `It was to resume at ${resumeAt}, which has no one counterpart in the new version: it will pass every stage again.`,
        ];
  return { outcome: 'mapped', stage, renamed, notes };
}

/** Open tasks that somebody holds and that a stage of another process does not ask for. */
export function heldAndLost(item: ItemState, { activities }: StageMeta): TaskState[] {
  const asked = askedTasksOf(activities, item);
  return item.openTasks.filter(
    (task) =>
      task.status === 'claimed' && asked.every(({ activity }) => activity !== task.activity),
  );
}

/** The command that carries a plan out. */
export function migrateCommand(
  plan: Extract<MigrationPlan, { outcome: 'mapped' }>,
  { processDigest, cancelHeld }: { processDigest: string; cancelHeld: boolean },
): Extract<Command, { type: 'migrate' }> {
  const { stage, renamed } = plan;
  return { type: 'migrate', processDigest, stage, renamed, cancelHeld };
}

function routeOf({
  from,
  to,
  mapping,
  item,
}: {
  from: ProcessDefinition;
  to: ProcessDefinition;
  mapping: StageMapping;
  item: ItemState;
}): Route {
  const route = routeOfStage({ from, to, mapping, stage: item.stage });
  const choice = ownIn(mapping.choices, item.id) ?? ownIn(mapping.choices, item.slug);
  if (choice === undefined) return route;
  if (route.outcome === 'needs_choice' && !route.choices.includes(choice)) {
    return { ...route, reason: `"${choice}" was chosen for it. ${route.reason}` };
  }
  return { outcome: 'mapped', stage: choice };
}

function routeOfStage({
  from,
  to,
  mapping,
  stage,
}: {
  from: ProcessDefinition;
  to: ProcessDefinition;
  mapping: StageMapping;
  stage: string;
}): Route {
  const target = ownIn(mapping.stages, stage);
  if (typeof target === 'string') return { outcome: 'mapped', stage: target };
  if (target !== undefined) {
    const reason = `${labelOfStage(from, stage)} was taken apart: choose ${target.join(' or ')} for it.`;
    return { outcome: 'needs_choice', choices: target, reason };
  }
  if (liveStages(to).includes(stage)) return { outcome: 'mapped', stage };
  return blocked(
    Object.hasOwn(to.states, stage)
      ? `${stage} is final in the new version, and nobody said where the work in it goes on.`
      : `The new version has no stage ${stage}, and the mapping does not say where the work in it goes on.`,
  );
}

/** Where work resumes, where the item came from and where it came back to, with their counterparts. */
function renamedStages({
  item,
  ...versions
}: {
  from: ProcessDefinition;
  to: ProcessDefinition;
  mapping: StageMapping;
  item: ItemState;
}): Record<string, string> {
  const { context, arrival } = item;
  const remembered = [context.resumeAt, arrival?.from, ...Object.keys(context.rework ?? {})];
  const renamed: Record<string, string> = {};
  for (const stage of remembered) {
    if (stage === null || stage === undefined) continue;
    const route = routeOfStage({ ...versions, stage });
    if (route.outcome === 'mapped') renamed[stage] = route.stage;
  }
  return renamed;
}

/** An item may be called `constructor`; only what the mapping itself lists counts. */
function ownIn<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function labelOfStage(definition: ProcessDefinition, stage: string): string {
  return definition.states[stage]?.meta.label ?? stage;
}

function labelOf(definition: ProcessDefinition, stage: string, activity: string): string {
  const { activities = [] } = definition.states[stage]?.meta ?? {};
  return activities.find(({ key }) => key === activity)?.label ?? activity;
}

function blocked(reason: string): Extract<MigrationPlan, { outcome: 'blocked' }> {
  return { outcome: 'blocked', reason };
}
