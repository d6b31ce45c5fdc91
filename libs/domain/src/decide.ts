import { type Actor, actorId } from './actor.js';
import {
  type AuditEntry,
  type EntryVersion,
  FIRST_PREV_HASH,
  type SealedEntry,
  seal,
} from './audit-entry.js';
import type { Command } from './command.js';
import { decideAdvise, decideExpire, decideSign } from './decide-advice.js';
import { decideAttach, decideDetach } from './decide-attachment.js';
import { decideBlock, decideUnblock } from './decide-blocker.js';
import { decideDescribe, decideRevise } from './decide-body.js';
import { decideComment, decideResolveComment } from './decide-comment.js';
import { draftCreation } from './decide-creation.js';
import { decideEvent } from './decide-event.js';
import { decideLink, decideUnlink } from './decide-link.js';
import { decideMigrate } from './decide-migrate.js';
import { decideDecline, decideMove } from './decide-move.js';
import { decideRetag } from './decide-retag.js';
import { decideClaim, decideDelegate, decideRelease } from './decide-task.js';
import type { Draft, Unchanged } from './draft.js';
import { type Fact, freezeFacts } from './facts.js';
import type { Handoff } from './handoff.js';
import { derivedUuid } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import { isOpen, openTasksOf } from './open-tasks.js';
import type { Effect } from './process-actions.js';
import type { Process } from './process-machine.js';
import type { Invalid, Refusal } from './refusal.js';
import { NO_SURROUNDINGS, type Surroundings, surroundingsOfEvent } from './surroundings.js';

/** Where and when a command arrives. */
export interface Moment {
  workspaceId: string;
  itemId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds, by the database's clock */
  at: string;
  /** what the rules of the stage look at beyond the item; left out: nothing */
  surroundings?: Surroundings;
  /** the shape of the entry to write; older ones only when a trail is replayed */
  entryVersion?: EntryVersion;
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
  handoffs: Handoff[];
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
      return decideRevise(process, before, command, moment);
    case 'describe':
      return decideDescribe(process, before, command, moment);
    case 'retag':
      return decideRetag(before, command, moment.actor);
    case 'claim':
      return decideClaim(process, before, command, moment);
    case 'release':
      return decideRelease(process, before, command, moment.actor);
    case 'decline':
      return decideDecline(process, before, command, moment);
    case 'delegate':
      return decideDelegate(process, before, command, moment);
    case 'sign':
      return decideSign(process, before, command, moment.actor);
    case 'advise':
      return decideAdvise(before, command, moment.actor);
    case 'expire':
      return decideExpire(before, command, moment);
    case 'move':
      return decideMove(process, before, command, moment);
    case 'block':
      return decideBlock(process, before, command, moment);
    case 'unblock':
      return decideUnblock(before, command, moment.actor);
    case 'comment':
      return decideComment(process, before, command, moment.actor);
    case 'resolve_comment':
      return decideResolveComment(before, command, moment.actor);
    case 'link':
      return decideLink(process, before, command, moment.actor);
    case 'unlink':
      return decideUnlink(process, before, command, moment.actor);
    case 'migrate':
      return decideMigrate(process, before, command, moment.actor);
    case 'attach':
      return decideAttach(process, before, command, moment);
    case 'detach':
      return decideDetach(process, before, command, moment.actor);
  }
}

/** Opens the tasks that a draft asks for, numbers and chains the audit entry, and freezes the facts. */
function complete(
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

function offeredFact({ id, role, activity, functions, locale, dueAt }: TaskState) {
  return {
    type: role === 'consulted' ? 'consultation.opened' : 'task.offered',
    data: { task: id, activity, functions, taskLocale: locale, dueAt },
  };
}

function byActivity(one: TaskState, other: TaskState): number {
  return one.activity < other.activity ? -1 : 1;
}
