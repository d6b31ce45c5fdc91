import { actorId, worksIn } from '../actor.js';
import { FIRST_PREV_HASH } from '../audit-entry.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { checkDescription } from '../description.js';
import { type Draft, draftOf } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Refusal, refuse } from '../refusal.js';
import { standpointOf } from '../routing.js';
import { translationOf } from '../translation.js';

/** An item in the first stage of its process, handed on by whoever asked for it. */
export function draftCreation(
  { definition, digest }: Process,
  { item }: Extract<Command, { type: 'create' }>,
  { workspaceId, itemId, actor, at }: Moment,
): Draft | Refusal | Invalid {
  if (item.processDigest !== digest || item.kind !== definition.meta.kind) {
    throw new Error(
      `Expected a ${item.kind} pinned to ${item.processDigest}; found the process "${definition.id}" ${digest}.`,
    );
  }
  if ((item.kind === 'variant') !== (item.source !== null)) {
    throw new Error(`Expected a source for variants and for them only; found a ${item.kind}.`);
  }
  if (item.kind === 'variant' && actor.kind !== 'line' && !worksIn(actor, ['enablement'])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail:
        'Variants are opened when their source is published; beside that, by enablement only.',
      remedy: 'Add the locale to the required locales of the source, or ask enablement.',
    });
  }
  const problems = checkDescription(item.description);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const own = actor.kind === 'person' ? (actor.memberships[0] ?? null) : null;
  const after: ItemState = {
    workspaceId,
    id: itemId,
    kind: item.kind,
    slug: item.slug,
    locale: item.locale,
    // What an old trail says of an item names no goal.
    description: { ...item.description, goalId: item.description.goalId ?? null },
    processDigest: digest,
    stage: definition.initial,
    context: {
      ...definition.context,
      newestSourceDigest: item.source?.digest ?? null,
      ...(item.awaitsSource === true && { awaitsSource: true }),
    },
    version: 0,
    auditHash: FIRST_PREV_HASH,
    revision: null,
    source: item.source,
    arrival: {
      from: null,
      at,
      giverId: actorId(actor),
      standpoint: standpointOf(own, item.locale),
      formality: 'formal',
    },
    blockers: [],
    links: [],
    openComments: [],
    attachments: [],
    translation: item.segments === undefined ? null : translationOf(item.segments),
    openTasks: [],
  };
  return draftOf(after, {
    opens: definition.states[definition.initial]!.meta.activities,
    facts: [{ type: 'item.created', data: { title: item.description.title } }],
  });
}
