import { type Actor, actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { type Draft, draftOf } from '../draft.js';
import { derivedUuid } from '../identifiers.js';
import type { Blocker, ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';

const MOST_BLOCKERS = 20;

/** Says what keeps the work from going on, and whose it is to clear away; the item stays in its stage. */
export function decideBlock(
  { definition }: Process,
  item: ItemState,
  { category, owner, detail }: Extract<Command, { type: 'block' }>,
  { actor, at }: Moment,
): Draft | Refusal {
  if (definition.states[item.stage]!.type === 'final') return refuse('conflict', itemClosed(item));
  if (item.blockers.length >= MOST_BLOCKERS) {
    return refuse('conflict', {
      code: 'too_many_blockers',
      detail: `Expected at most ${MOST_BLOCKERS} blockers at a time; there are as many.`,
      remedy: 'Clear one away first.',
    });
  }
  const id = derivedUuid(Date.parse(at), `${item.id}:${item.version + 1}:blocker`);
  const blocker: Blocker = { id, category, owner, detail, by: actorId(actor), at };
  return draftOf(
    { ...item, blockers: [...item.blockers, blocker] },
    { facts: [{ type: 'item.blocked', data: { blocker: id, category, owner, detail } }] },
  );
}

/** Whoever raised a blocker, whoever it belongs to, or enablement takes it away. */
export function decideUnblock(
  item: ItemState,
  { blockerId, comment }: Extract<Command, { type: 'unblock' }>,
  actor: Actor,
): Draft | Refusal {
  const blocker = item.blockers.find(({ id }) => id === blockerId);
  if (blocker === undefined) {
    return refuse('conflict', {
      code: 'blocker_not_open',
      detail: `The blocker ${blockerId} does not stand any more.`,
      remedy: 'Read the item again: its blockers are listed there.',
    });
  }
  const { owner } = blocker;
  const owns =
    'function' in owner ? worksIn(actor, [owner.function]) : owner.personId === actorId(actor);
  if (!owns && blocker.by !== actorId(actor) && !worksIn(actor, ['enablement'])) {
    const name = 'function' in owner ? owner.function : owner.personId;
    return refuse('forbidden', {
      code: 'blocker_not_yours',
      detail: `This blocker is for ${name} to clear away.`,
      remedy: `Ask ${name}, whoever raised it (${blocker.by}), or enablement.`,
    });
  }
  return draftOf(
    { ...item, blockers: item.blockers.filter(({ id }) => id !== blockerId) },
    {
      facts: [
        {
          type: 'item.unblocked',
          data: { blocker: blockerId, category: blocker.category, comment: comment ?? null },
        },
      ],
    },
  );
}

export function itemClosed(item: ItemState) {
  return {
    code: 'item_closed',
    detail: `The item is ${item.stage} and can no longer be changed.`,
    remedy: 'Create a new item, and link it to this one.',
  };
}
