import { type Change, completeChange } from './change.js';
import type { Command } from './command.js';
import { decideAdvise, decideExpire, decideSign } from './commands/decide-advice.js';
import { decideAttach, decideDetach } from './commands/decide-attachment.js';
import { decideBlock, decideUnblock } from './commands/decide-blocker.js';
import { decideDescribe } from './commands/decide-describe.js';
import { decideRevise } from './commands/decide-revise.js';
import { decideComment, decideResolveComment } from './commands/decide-comment.js';
import { draftCreation } from './commands/decide-creation.js';
import { decideDecline } from './commands/decide-decline.js';
import { decideDelegate } from './commands/decide-delegate.js';
import { decideEvent } from './commands/decide-event.js';
import { decideLink, decideUnlink } from './commands/decide-link.js';
import { decideMigrate } from './commands/decide-migrate.js';
import { decideMove } from './commands/decide-move.js';
import { decideRetag } from './commands/decide-retag.js';
import { decideClaim, decideRelease } from './commands/decide-task.js';
import { decideTranslate } from './commands/decide-translate.js';
import type { Draft, Unchanged } from './draft.js';
import type { ItemState } from './item-state.js';
import type { Moment } from './moment.js';
import type { Process } from './process-machine.js';
import type { Invalid, Refusal } from './refusal.js';

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
    case 'translate':
      return decideTranslate(process, before, command, moment);
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
