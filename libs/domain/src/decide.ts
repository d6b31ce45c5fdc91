import { type Actor, actorId, worksIn } from './actor.js';
import { type AuditEntry, FIRST_PREV_HASH, type SealedEntry, seal } from './audit-entry.js';
import type { Command } from './command.js';
import { decideClaim, decideRelease } from './decide-task.js';
import { decideEvent } from './decide-event.js';
import { decideDescribe, decideRevise } from './decide-body.js';
import { decideMigrate } from './decide-migrate.js';
import { checkDescription } from './description.js';
import type { Draft, Unchanged } from './draft.js';
import { type Fact, freezeFacts } from './facts.js';
import { derivedUuid } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Effect } from './process-actions.js';
import type { Activity } from './process-definition.js';
import type { Process } from './process-machine.js';
import { type Invalid, type Refusal, refuse } from './refusal.js';
import { resolveFunctions } from './routing.js';

/** Where and when a command arrives. */
export interface Moment {
  workspaceId: string;
  itemId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds, by the database's clock */
  at: string;
}

/** An accepted command: everything that has to be written, together or not at all. */
export interface Change {
  outcome: 'changed';
  before: ItemState | null;
  after: ItemState;
  at: string;
  entry: AuditEntry;
  sealed: SealedEntry;
  opened: TaskState[];
  /** tasks that were claimed, released or closed, as they are now */
  changedTasks: TaskState[];
  facts: Fact[];
  effects: Effect[];
}

export type Decision = Change | Unchanged | Refusal | Invalid;

/**
 * What a command does to an item, or why it may not. Pure: the same item, command and moment always give the same
 * change, which is why a trail can be replayed. `before` is null for `create` and only there; `process` is the one that
 * the item is pinned to, and for `create` and `migrate` the one that it comes to.
 */
export function decide(
  process: Process,
  before: ItemState | null,
  command: Command,
  moment: Moment,
): Decision {
  const drafted = draft(process, before, command, moment);
  return drafted.outcome === 'draft'
    ? complete(process, before, command, moment, drafted)
    : drafted;
}

function draft(
  process: Process,
  before: ItemState | null,
  command: Command,
  moment: Moment,
): Draft | Unchanged | Refusal | Invalid {
  if (command.type === 'create') {
    if (before !== null) throw new Error(`Expected no item for "create"; found ${before.id}.`);
    return draftCreation(process, command, moment);
  }
  if (before === null) throw new Error(`Expected an item for "${command.type}"; found none.`);
  switch (command.type) {
    case 'event':
      return decideEvent(process, before, command, moment);
    case 'revise':
      return decideRevise(process, before, command, moment.actor);
    case 'describe':
      return decideDescribe(process, before, command, moment.actor);
    case 'claim':
      return decideClaim(process, before, command, moment.actor);
    case 'release':
      return decideRelease(process, before, command, moment.actor);
    case 'migrate':
      return decideMigrate(process, before, command, moment.actor);
  }
}

function draftCreation(
  { definition, digest }: Process,
  { item }: Extract<Command, { type: 'create' }>,
  { workspaceId, itemId, actor }: Moment,
): Draft | Refusal | Invalid {
  if (item.processDigest !== digest || item.kind !== definition.meta.kind) {
    throw new Error(
      `Expected a ${item.kind} pinned to ${item.processDigest}; found the process "${definition.id}" ${digest}.`,
    );
  }
  if ((item.kind === 'variant') !== (item.source !== null)) {
    throw new Error(`Expected a source for variants and for them only; found a ${item.kind}.`);
  }
  if (item.kind === 'variant' && actor.kind !== 'line' && !worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail:
        'Variants are opened when their source is published; beside that, by enablement only.',
    });
  }
  const problems = checkDescription(item.kind, item.description);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  return {
    outcome: 'draft',
    after: {
      workspaceId,
      id: itemId,
      kind: item.kind,
      slug: item.slug,
      locale: item.locale,
      description: item.description,
      processDigest: digest,
      stage: definition.initial,
      context: { ...definition.context, newestSourceDigest: item.source?.digest ?? null },
      version: 0,
      auditHash: FIRST_PREV_HASH,
      revision: null,
      source: item.source,
      openTasks: [],
    },
    changedTasks: [],
    opensTasks: true,
    facts: [{ type: 'item.created', data: { title: item.description.title } }],
    effects: [],
  };
}

/** Opens the tasks of a stage entered, numbers and chains the audit entry, and freezes the facts. */
function complete(
  { definition }: Process,
  before: ItemState | null,
  command: Command,
  { workspaceId, itemId, actor, at }: Moment,
  drafted: Draft,
): Change {
  const seq = (before?.version ?? 0) + 1;
  const activities = definition.states[drafted.after.stage]!.meta.activities;
  const opens = drafted.opens ?? (drafted.opensTasks ? activities : []);
  const opened = opens.map((activity) =>
    openTask(activity, { ...drafted.after, version: seq }, at),
  );
  const kept = (before?.openTasks ?? []).map(
    (task) => drafted.changedTasks.find(({ id }) => id === task.id) ?? task,
  );
  const entry: AuditEntry = {
    v: 1,
    workspaceId,
    itemId,
    seq,
    at,
    actor,
    command,
    from: before?.stage ?? null,
    to: drafted.after.stage,
    opened: opened.map(({ id }) => id),
    closed: drafted.changedTasks
      .filter((task) => !isOpen(task))
      .map(({ id, status }) => ({ id, status })),
    prevHash: before?.auditHash ?? FIRST_PREV_HASH,
  };
  const sealed = seal(entry);
  const after: ItemState = {
    ...drafted.after,
    version: seq,
    auditHash: sealed.hash,
    openTasks: [...kept.filter(isOpen), ...opened].toSorted(byActivity),
  };
  const facts = [
    ...drafted.facts,
    ...opened.map((task) => ({
      type: 'task.offered',
      data: {
        task: task.id,
        activity: task.activity,
        functions: task.functions,
        taskLocale: task.locale,
      },
    })),
  ].map((fact) => ({ ...fact, data: { ...fact.data, actor: actorId(actor) } }));
  return {
    outcome: 'changed',
    before,
    after,
    at,
    entry,
    sealed,
    opened,
    changedTasks: drafted.changedTasks,
    facts: freezeFacts(facts, after, at),
    effects: drafted.effects,
  };
}

function byActivity(one: TaskState, other: TaskState): number {
  return one.activity < other.activity ? -1 : 1;
}

function isOpen({ status }: TaskState): boolean {
  return status === 'offered' || status === 'claimed';
}

function openTask(activity: Activity, item: ItemState, at: string): TaskState {
  return {
    id: derivedUuid(Date.parse(at), `${item.id}:${item.version}:task:${activity.key}`),
    activity: activity.key,
    functions: resolveFunctions(activity.raci.responsible, item.description.ownerFunction),
    locale: item.kind === 'variant' ? item.locale : null,
    status: 'offered',
    holderId: null,
  };
}
