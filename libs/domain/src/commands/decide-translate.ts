import { actorId, standsInFor } from '../actor.js';
import type { Command } from '../command.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Moment } from '../moment.js';
import type { Process } from '../process-machine.js';
import { type Refusal, refuse } from '../refusal.js';
import { membershipFor } from '../routing.js';
import { segmentRights } from '../segment-rights.js';
import { isInHandsOf } from '../standing.js';
import { translationOf } from '../translation.js';
import { rewritten } from './rewritten.js';

type Translate = Extract<Command, { type: 'translate' }>;

/**
 * Segments of a variant are translated, reviewed or approved. Words that change make a new revision of its body, so that
 * whatever is approved names the text that was seen.
 */
export function decideTranslate(
  process: Process,
  item: ItemState,
  command: Translate,
  moment: Moment,
): Draft | Unchanged | Refusal {
  const refusal = whyNotTranslate(process, item, command, moment);
  if (refusal !== null) return refusal;
  const { segments, text, title } = command;
  const renamed = title !== undefined && title !== item.description.title;
  if (segments.changes.length === 0 && text === null && !renamed) {
    return { outcome: 'unchanged', after: item };
  }
  const writers = segments.changes.some(writes) ? writersOf(item, moment) : [];
  const draft =
    text === null || text.digest === item.revision?.digest
      ? draftOf({
          ...item,
          context: {
            ...item.context,
            authors: [...new Set([...item.context.authors, ...writers])],
          },
        })
      : rewritten(process, item, text, { writers, moment, said: {} });
  return {
    ...draft,
    after: {
      ...draft.after,
      translation: translationOf(segments),
      description: renamed ? { ...item.description, title } : item.description,
    },
    facts: [
      ...draft.facts,
      {
        type: 'item.translated',
        data: { segments: segments.changes.length, counts: segments.counts },
      },
    ],
  };
}

function whyNotTranslate(
  process: Process,
  item: ItemState,
  { segments: { changes }, text }: Translate,
  { actor }: Moment,
): Refusal | null {
  if (item.kind !== 'variant') {
    return refuse('conflict', {
      code: 'not_a_variant',
      detail: `Segments are translated in a variant; this is the ${item.kind} itself.`,
      remedy: 'Send it to the variant of the locale.',
    });
  }
  const rights = segmentRights(process, item, actor);
  if (!rights.may) return rights.refusal;
  if (!rights.writes && (text !== null || changes.some(writes))) {
    return refuse('conflict', {
      code: 'stage_not_editable',
      detail: `In ${item.stage} segments are judged, not rewritten.`,
      remedy: 'Request changes, so that the work goes back to a stage that translates.',
    });
  }
  if (rights.highest !== 'approved' && changes.some(({ state }) => state === 'approved')) {
    return refuse('forbidden', {
      code: 'approval_not_yours',
      detail: 'Segments are approved by who reviews the variant and wrote no part of it.',
      remedy: 'Send them as reviewed.',
    });
  }
  return null;
}

function writes({ target }: Translate['segments']['changes'][number]): boolean {
  return target !== undefined;
}

/** The sender, and the absent person in whose place they hold the task. */
function writersOf(item: ItemState, { actor }: Moment): string[] {
  const task = item.openTasks.find((open) => isInHandsOf(actor, open));
  const absent = task === undefined ? null : standsInFor(membershipFor(actor, task));
  return absent === null ? [actorId(actor)] : [actorId(actor), absent];
}
