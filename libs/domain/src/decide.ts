import type { Actor } from './actor.js';
import type { EntryVersion } from './audit-entry.js';
import { type Change, completeChange } from './change.js';
import type { Command } from './command.js';
import { decideAdvise, decideExpire, decideSign } from './decide-advice.js';
import { decideAttach, decideDetach } from './decide-attachment.js';
import { decideBlock, decideUnblock } from './decide-blocker.js';
import { decideDescribe } from './decide-describe.js';
import { decideRevise } from './decide-revise.js';
import { decideComment, decideResolveComment } from './decide-comment.js';
import { draftCreation } from './decide-creation.js';
import { decideDecline } from './decide-decline.js';
import { decideDelegate } from './decide-delegate.js';
import { decideEvent } from './decide-event.js';
import { decideLink, decideUnlink } from './decide-link.js';
import { decideMigrate } from './decide-migrate.js';
import { decideMove } from './decide-move.js';
import { decideRetag } from './decide-retag.js';
import { decideClaim, decideRelease } from './decide-task.js';
import type { Draft, Unchanged } from './draft.js';
import type { ItemState } from './item-state.js';
import type { Process } from './process-machine.js';
import type { Invalid, Refusal } from './refusal.js';
import type { Surroundings } from './surroundings.js';

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
    ? completeChange(process, before, command, moment, drafted)
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
      return decideRelease(process, before, command, moment);
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
