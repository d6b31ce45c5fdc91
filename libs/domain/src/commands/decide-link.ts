import { type Actor, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import { itemClosed } from './decide-blocker.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { isInHandsOf } from '../standing.js';

const MOST_LINKS = 200;
/**
 * Ties an item to another that it depends on. That the other exists, is of the right kind and does not depend on this
 * one is for the engine to know.
 */
export function decideLink(
  process: Process,
  item: ItemState,
  { link, to }: Extract<Command, { type: 'link' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const refusal = whyNotLinked(process, item, actor);
  if (refusal !== null) return refusal;
  if (item.links.some(({ type, itemId }) => type === link && itemId === to)) {
    return { outcome: 'unchanged', after: item };
  }
  if (item.links.length >= MOST_LINKS) {
    return refuse('conflict', {
      code: 'too_many_links',
      detail: `Expected at most ${MOST_LINKS} links of an item; there are as many.`,
      remedy: 'Take one away first.',
    });
  }
  return draftOf(
    { ...item, links: [...item.links, { type: link, itemId: to }] },
    { facts: [{ type: 'item.linked', data: { link, item: to } }] },
  );
}

export function decideUnlink(
  process: Process,
  item: ItemState,
  { link, to }: Extract<Command, { type: 'unlink' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const refusal = whyNotLinked(process, item, actor);
  if (refusal !== null) return refusal;
  const links = item.links.filter(({ type, itemId }) => type !== link || itemId !== to);
  if (links.length === item.links.length) return { outcome: 'unchanged', after: item };
  return draftOf(
    { ...item, links },
    { facts: [{ type: 'item.unlinked', data: { link, item: to } }] },
  );
}

function whyNotLinked({ definition }: Process, item: ItemState, actor: Actor): Refusal | null {
  if (definition.states[item.stage]!.type === 'final') return refuse('conflict', itemClosed(item));
  const holds = item.openTasks.some((task) => isInHandsOf(actor, task));
  if (holds || worksIn(actor, ['enablement', item.description.ownerFunction])) return null;
  return refuse('forbidden', {
    code: 'not_your_function',
    detail: `Links are kept by ${item.description.ownerFunction}, by enablement and by whoever holds a task of the item.`,
    remedy: `Ask ${item.description.ownerFunction} or enablement.`,
  });
}
