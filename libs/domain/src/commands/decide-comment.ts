import { type Actor, actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import { itemClosed } from './decide-blocker.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { resolveFunctions } from '../routing.js';

const MOST_OPEN_COMMENTS = 500;

/** A remark on an item or a section of it. A mandatory one, for which one has to have a part in the stage, asks to be resolved. */
export function decideComment(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'comment' }>,
  actor: Actor,
): Draft | Refusal {
  const { commentId, section, mandatory, mentions } = command;
  const sections = item.revision?.sections ?? [];
  if (section !== null && !sections.some(({ key }) => key === section)) {
    return refuse('conflict', {
      code: 'section_unknown',
      detail: `Expected a section of the present text, one of ${sections.map(({ key }) => key).join(', ') || '(it has none)'}; found "${section}".`,
      remedy: 'Read the current revision: its sections are listed there.',
    });
  }
  if (mandatory && process.definition.states[item.stage]!.type === 'final') {
    return refuse('conflict', itemClosed(item));
  }
  if (mandatory && !hasAPart(process, item, actor)) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: `A mandatory comment is for the functions of ${item.stage} and for enablement.`,
      remedy: 'Leave it as a comment that is not mandatory, or ask one of them.',
    });
  }
  if (item.openComments.length >= MOST_OPEN_COMMENTS) {
    return refuse('conflict', {
      code: 'too_many_comments',
      detail: `Expected at most ${MOST_OPEN_COMMENTS} open comments; there are as many.`,
      remedy: 'Resolve some of them first.',
    });
  }
  const opened = { id: commentId, by: actorId(actor), mandatory };
  return draftOf(
    { ...item, openComments: [...item.openComments, opened] },
    {
      facts: [
        { type: 'comment.added', data: { comment: commentId, section, mandatory, mentions } },
      ],
    },
  );
}

/** Resolved by whoever wrote it or enablement; one that is not mandatory also by whoever works on the item. */
export function decideResolveComment(
  item: ItemState,
  { commentId }: Extract<Command, { type: 'resolve_comment' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const comment = item.openComments.find(({ id }) => id === commentId);
  if (comment === undefined) return { outcome: 'unchanged', after: item };
  const wrote = comment.by === actorId(actor) || worksIn(actor, ['enablement']);
  const worksOnIt =
    worksIn(actor, [item.description.ownerFunction]) ||
    item.openTasks.some(({ holderId }) => holderId === actorId(actor));
  if (!wrote && (comment.mandatory || !worksOnIt)) {
    return refuse('forbidden', {
      code: 'comment_not_yours',
      detail: comment.mandatory
        ? `A mandatory comment is resolved by whoever wrote it (${comment.by}) or by enablement.`
        : 'A comment is resolved by whoever wrote it, works on the item, or by enablement.',
      remedy: `Ask ${comment.by} or enablement to resolve it.`,
    });
  }
  return draftOf(
    { ...item, openComments: item.openComments.filter(({ id }) => id !== commentId) },
    { facts: [{ type: 'comment.resolved', data: { comment: commentId } }] },
  );
}

function hasAPart({ definition }: Process, item: ItemState, actor: Actor): boolean {
  const functions = definition.states[item.stage]!.meta.activities.flatMap(({ raci }) => [
    ...raci.responsible,
    raci.accountable,
    ...(raci.consulted ?? []),
  ]);
  return worksIn(actor, [
    'enablement',
    ...resolveFunctions(functions, item.description.ownerFunction),
  ]);
}
