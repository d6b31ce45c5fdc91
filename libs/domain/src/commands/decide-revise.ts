import { type Actor, actorId, standsInFor, worksIn } from '../actor.js';
import { changeAfterEdit } from '../change-class.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { itemClosed } from './decide-blocker.js';
import type { Draft, Unchanged } from '../draft.js';
import { boundariesBetween, type Handoff } from '../handoff.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Reason, type Refusal, refuse } from '../refusal.js';
import { membershipFor, standpointOf, whyNotRouted } from '../routing.js';
import { isInHandsOf } from '../standing.js';
import { translationOf } from '../translation.js';
import { rewritten } from './rewritten.js';

/**
 * A new revision of the body. The holder of a task whose activity edits may write one; enablement may bring in texts
 * written elsewhere while the item is still in its first stage, and may write past the process, which is counted.
 * Approvals of sections that an edit changes are void, and their tasks open again. The same text again changes nothing.
 * An edit of a source says how much it changes; a variant has nothing that would have to follow it.
 */
export function decideRevise(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'revise' }>,
  moment: Moment,
): Draft | Unchanged | Refusal | Invalid {
  const { actor } = moment;
  if (item.kind === 'variant' && command.change !== undefined)
    return classOfVariant(command.change);
  const refusal = whyNotRevise(process, item, command, actor);
  if (refusal !== null) return refusal;
  if (item.revision?.digest === command.digest) return { outcome: 'unchanged', after: item };
  const { digest, size, sections = [], offProcess, change, segments } = command;
  const draft = rewritten(
    process,
    item,
    { digest, size, sections },
    {
      writers: writersOf(process, item, command, actor),
      moment,
      said: {
        ...(offProcess === undefined ? {} : { offProcess }),
        ...(change === undefined ? {} : { change }),
      },
    },
  );
  const { change: _settled, ...context } = draft.after.context;
  const pending = changeAfterEdit(item, command);
  return {
    ...draft,
    after: {
      ...draft.after,
      context: { ...context, ...(pending !== undefined && { change: pending }) },
      translation: segments === undefined ? item.translation : translationOf(segments),
    },
    handoffs: offProcess === undefined ? [] : [editedPastProcess(item, moment)],
  };
}

function classOfVariant(change: string): Invalid {
  return {
    outcome: 'invalid',
    problems: [
      {
        pointer: '/change',
        code: 'not_valid',
        detail: `Expected no class of change for a variant, since nothing follows its text; found "${change}".`,
      },
    ],
  };
}

/** Who wrote a text: whoever sends it, and the absent person in whose place they do. Whoever imports one did not write it. */
function writersOf(
  { definition }: Process,
  item: ItemState,
  { origin, offProcess }: Extract<Command, { type: 'revise' }>,
  actor: Actor,
): string[] {
  if (origin === 'imported') return [];
  const editing = definition.states[item.stage]!.meta.activities.filter(({ edits }) => edits);
  const task = item.openTasks.find(
    (open) => isInHandsOf(actor, open) && editing.some(({ key }) => key === open.activity),
  );
  const asked =
    offProcess === undefined && task !== undefined
      ? task
      : { functions: ['enablement'], locale: null };
  const absent = standsInFor(membershipFor(actor, asked));
  return absent === null ? [actorId(actor)] : [actorId(actor), absent];
}

function whyNotRevise(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'revise' }>,
  actor: Actor,
): Refusal | null {
  if (command.origin === 'imported') return whyNotImport(process, item, actor);
  if (command.offProcess !== undefined) {
    return whyNotPastProcess(process, item, { actor, why: command.offProcess });
  }
  return whyNotEdit(process, item, actor);
}

function editedPastProcess(item: ItemState, { actor, at }: Moment): Omit<Handoff, 'id'> {
  const membership = membershipFor(actor, { functions: ['enablement'], locale: null });
  const standpoint = standpointOf(membership, null);
  return {
    activity: null,
    from: item.stage,
    to: item.stage,
    outcome: 'edited',
    formality: 'ad_hoc',
    giverId: item.arrival?.giverId ?? actorId(actor),
    giverFunction: item.arrival?.standpoint?.function ?? null,
    receiverId: actorId(actor),
    receiverFunction: standpoint?.function ?? null,
    crossed: boundariesBetween(item.arrival?.standpoint ?? null, standpoint),
    reasonCode: null,
    offeredAt: at,
    settledAt: at,
  };
}

function whyNotImport({ definition }: Process, item: ItemState, actor: Actor): Refusal | null {
  const reasons: Reason[] = [];
  if (!worksIn(actor, ['enablement'])) {
    reasons.push({
      code: 'not_your_function',
      detail: 'Texts are imported by enablement.',
      remedy: 'Ask enablement.',
    });
  }
  if (item.stage !== definition.initial) {
    reasons.push({
      code: 'stage_not_editable',
      detail: `Texts are imported while an item is in ${definition.initial}; this one is in ${item.stage}.`,
      remedy: 'Write it as an edit where the stage has one, or create a new item.',
    });
  }
  if (reasons.length === 0) return null;
  return refuse(worksIn(actor, ['enablement']) ? 'conflict' : 'forbidden', ...reasons);
}

function whyNotPastProcess(
  { definition }: Process,
  item: ItemState,
  { actor, why }: { actor: Actor; why: string },
): Refusal | null {
  if (!worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: 'Only enablement writes past the process.',
      remedy: 'Claim a task that writes, or ask enablement.',
    });
  }
  if (definition.states[item.stage]!.type === 'final') return refuse('conflict', itemClosed(item));
  if (why.trim() !== '') return null;
  return refuse('conflict', {
    code: 'comment_given',
    detail: 'Say why in offProcess: whoever reads the trail will ask.',
    remedy: 'Send a reason in offProcess.',
  });
}

function whyNotEdit({ definition }: Process, item: ItemState, actor: Actor): Refusal | null {
  const editing = definition.states[item.stage]!.meta.activities.filter(({ edits }) => edits);
  if (editing.length === 0) {
    return refuse('conflict', {
      code: 'stage_not_editable',
      detail: `The body cannot be changed in ${item.stage}.`,
      remedy:
        'Send the work back to a stage that writes; enablement may write past the process, with offProcess.',
    });
  }
  const tasks = item.openTasks.filter(({ activity }) =>
    editing.some(({ key }) => key === activity),
  );
  if (tasks.some((task) => isInHandsOf(actor, task))) return null;
  const unrouted = tasks.map((task) => whyNotRouted(actor, task));
  const [first = null] = unrouted;
  // Whoever may not even claim the task is told that, and not to claim it.
  if (first !== null && unrouted.every((reason) => reason !== null)) {
    return refuse('forbidden', first);
  }
  return refuse('forbidden', {
    code: 'task_not_claimed',
    detail: `Claim the task "${editing[0]!.label}" first: in ${item.stage} its holder writes the body.`,
    remedy: `Claim the task "${editing[0]!.label}".`,
  });
}
