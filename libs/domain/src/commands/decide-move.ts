import { actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import type { Draft } from '../draft.js';
import { boundariesBetween } from '../handoff.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { relocated } from './relocated.js';

/** Enablement puts an item into any stage, past the process; it is counted as ad hoc. */
export function decideMove(
  process: Process,
  item: ItemState,
  { to, comment }: Extract<Command, { type: 'move' }>,
  { actor, at }: Moment,
): Draft | Refusal {
  const { states } = process.definition;
  if (!worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: 'Only enablement moves an item past its process.',
      remedy: 'Use an event of the stage, or ask enablement.',
    });
  }
  if (!Object.hasOwn(states, to)) {
    return refuse('conflict', {
      code: 'stage_unknown',
      detail: `Expected a stage of the process, one of ${Object.keys(states).join(', ')}; found "${to}".`,
      remedy: 'Name one of them.',
    });
  }
  if (to === item.stage) {
    return refuse('conflict', {
      code: 'already_there',
      detail: `The item is in ${to} already.`,
      remedy: 'Name another stage.',
    });
  }
  if (comment.trim() === '') {
    return refuse('conflict', {
      code: 'comment_given',
      detail: 'Say why: a comment is required.',
      remedy: 'Send a comment.',
    });
  }
  const context = { ...item.context, approvals: [], resumeAt: null };
  const moved = relocated(process, item, to, { actor, at, formality: 'ad_hoc', context });
  const standpoint = moved.after.arrival?.standpoint ?? null;
  return {
    ...moved,
    facts: [
      { type: 'item.moved', data: { from: item.stage, to, comment, formality: 'ad_hoc' } },
      ...moved.facts,
    ],
    handoffs: [
      {
        activity: null,
        from: item.stage,
        to,
        outcome: 'moved',
        formality: 'ad_hoc',
        giverId: actorId(actor),
        giverFunction: standpoint?.function ?? null,
        receiverId: null,
        receiverFunction: null,
        crossed: boundariesBetween(item.arrival?.standpoint ?? null, standpoint),
        reasonCode: null,
        offeredAt: at,
        settledAt: at,
      },
    ],
  };
}
