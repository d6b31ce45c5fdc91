import { actorId } from './actor.js';
import { type AuditEntry, FIRST_PREV_HASH, type SealedEntry, seal } from './audit-entry.js';
import type { Command } from './command.js';
import type { Moment } from './moment.js';
import type { Draft } from './draft.js';
import { type Fact, type FactDraft, freezeFacts } from './facts.js';
import type { Handoff } from './handoff.js';
import { derivedUuid } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import { isOpen, openTasksOf } from './open-tasks.js';
import type { Effect } from './process-actions.js';
import type { Process } from './process-machine.js';
import { surroundingsOfEvent } from './looks-at.js';
import { NO_SURROUNDINGS, type Surroundings } from './surroundings.js';

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
  handoffs: Handoff[];
}

/** Opens the tasks that a draft asks for, numbers and chains the audit entry, and freezes the facts. */
export function completeChange(
  process: Process,
  before: ItemState | null,
  command: Command,
  moment: Moment,
  drafted: Draft,
): Change {
  const { workspaceId, itemId, actor, at, entryVersion = 2 } = moment;
  const seq = (before?.version ?? 0) + 1;
  const kept = (before?.openTasks ?? [])
    .map((task) => drafted.changedTasks.find(({ id }) => id === task.id) ?? task)
    .filter(isOpen);
  // A question that was not answered when its activity opens again is still the same question.
  const opened = openTasksOf(drafted.opens, { ...drafted.after, version: seq }, at).filter((task) =>
    kept.every(({ activity }) => activity !== task.activity),
  );
  const given = witnessed(process, before, command, moment);
  const entry: AuditEntry = {
    v: entryVersion,
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
    ...(drafted.voided.length === 0 ? {} : { voided: drafted.voided }),
    ...(given === null ? {} : { given }),
    prevHash: before?.auditHash ?? FIRST_PREV_HASH,
  };
  const sealed = seal(entry);
  const after: ItemState = {
    ...drafted.after,
    arrival: entryVersion === 1 ? null : drafted.after.arrival,
    version: seq,
    auditHash: sealed.hash,
    openTasks: [...kept, ...opened].toSorted(byActivity),
  };
  const facts = [...drafted.facts, ...opened.map(offeredFact)].map((fact) => ({
    ...fact,
    data: { ...fact.data, actor: actorId(actor) },
  }));
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
    handoffs: drafted.handoffs.map((handoff, index) => ({
      ...handoff,
      id: derivedUuid(Date.parse(at), `${itemId}:${seq}:handoff:${index}`),
    })),
  };
}

/** What the rules of an event looked at beyond the item, for the trail; null where they looked at nothing. */
function witnessed(
  process: Process,
  before: ItemState | null,
  command: Command,
  { surroundings = NO_SURROUNDINGS }: Moment,
): Partial<Surroundings> | null {
  if (before === null || command.type !== 'event') return null;
  const looked = surroundingsOfEvent(process, before.stage, command.event);
  if (looked.length === 0) return null;
  return Object.fromEntries(looked.map((name) => [name, surroundings[name]]));
}

function offeredFact(task: TaskState): FactDraft {
  const { id, role, activity, functions, locale, dueAt } = task;
  return {
    type: role === 'consulted' ? 'consultation.opened' : 'task.offered',
    data: { task: id, activity, functions, taskLocale: locale, dueAt },
  };
}

function byActivity(one: TaskState, other: TaskState): number {
  return one.activity < other.activity ? -1 : 1;
}
