import { type Actor, actorId, worksIn } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { itemClosed } from './decide-blocker.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { AttachmentState, ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Problem, type Refusal, refuse } from '../refusal.js';
import { isInHandsOf } from '../standing.js';

const MOST_ATTACHMENTS = 100;
const LONGEST_NAME = 255;

/** Paths, control characters, halves of surrogate pairs, and what makes a name read otherwise than it is (`fdp.exe`). */
const NOT_IN_NAMES = /[/\\\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A file beside the text. Its bytes are kept before; the same bytes under the same name change nothing. */
export function decideAttach(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'attach' }>,
  { actor, at }: Moment,
): Draft | Unchanged | Refusal | Invalid {
  const { attachmentId: id, name, mediaType, size, digest } = command;
  const problems = fileNameProblems(name);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const refusal = whyNotAttach(process, item, actor);
  if (refusal !== null) return refusal;
  if (item.attachments.some((each) => each.name === name && each.digest === digest)) {
    return { outcome: 'unchanged', after: item };
  }
  if (item.attachments.length >= MOST_ATTACHMENTS) {
    return refuse('conflict', {
      code: 'too_many_attachments',
      detail: `Expected at most ${MOST_ATTACHMENTS} attachments of an item; there are as many.`,
      remedy: 'Take one away first.',
    });
  }
  const added: AttachmentState = { id, name, mediaType, size, digest, by: actorId(actor), at };
  return draftOf(
    { ...item, attachments: [...item.attachments, added] },
    { facts: [{ type: 'attachment.added', data: factOf(added) }] },
  );
}

/** Takes a file off the item; its bytes stay, since the trail names them. */
export function decideDetach(
  process: Process,
  item: ItemState,
  { attachmentId }: Extract<Command, { type: 'detach' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const refusal = whyNotAttach(process, item, actor);
  if (refusal !== null) return refusal;
  const removed = item.attachments.find(({ id }) => id === attachmentId);
  if (removed === undefined) return { outcome: 'unchanged', after: item };
  return draftOf(
    { ...item, attachments: item.attachments.filter((each) => each !== removed) },
    { facts: [{ type: 'attachment.removed', data: factOf(removed) }] },
  );
}

/** Why this actor may neither attach nor detach; null when they may. */
export function whyNotAttach(
  { definition }: Process,
  item: ItemState,
  actor: Actor,
): Refusal | null {
  if (definition.states[item.stage]!.type === 'final') return refuse('conflict', itemClosed(item));
  const holds = item.openTasks.some((task) => isInHandsOf(actor, task));
  if (holds || worksIn(actor, ['enablement', item.description.ownerFunction])) return null;
  return refuse('forbidden', {
    code: 'not_your_function',
    detail: `Attachments are kept by ${item.description.ownerFunction}, by enablement and by whoever holds a task of the item.`,
    remedy: `Ask ${item.description.ownerFunction} or enablement.`,
  });
}

/** What is wrong with the name of a file. */
export function fileNameProblems(name: string): Problem[] {
  const length = [...name].length;
  const expected =
    name.trim() === '' || length > LONGEST_NAME
      ? `a name of 1 to ${LONGEST_NAME} characters; found ${length === 0 ? 'none' : length}`
      : NOT_IN_NAMES.test(name) || /^\.\.?$/u.test(name)
        ? `a name without path separators and control characters; found ${JSON.stringify(name)}`
        : null;
  if (expected === null) return [];
  return [{ pointer: '/name', code: 'file_name_not_valid', detail: `Expected ${expected}.` }];
}

function factOf({ id, name, mediaType, size, digest }: AttachmentState) {
  return { attachment: id, name, mediaType, size, digest };
}
