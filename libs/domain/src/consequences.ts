import { LINE } from './actor.js';
import { pendingChange, changeAfterEdit } from './change-class.js';
import type { Change } from './change.js';
import type { EventInput } from './command.js';
import { decide } from './decide.js';
import { derivedUuid, sha256 } from './identifiers.js';
import type { ItemState } from './item-state.js';
import type { Effect } from './process-actions.js';
import { type Process, transitionsFor } from './process-machine.js';
import type { ChangeClass } from './vocabulary.js';

/** The items that a change of a source may reach, as they stand. */
export interface Downstream {
  variantsOf: (sourceId: string) => ItemState[];
  /** the trainings that are linked to a content item by `trains_on` */
  trainingsOn: (contentId: string) => ItemState[];
  pinned: (processDigest: string) => Process;
  /** what new variants are pinned to; null where the workspace has no process for them */
  ofNewVariants: Process | null;
}

/** What of a change of a source decides what follows from it. */
export type SourceChange = Pick<Change, 'before' | 'after' | 'at' | 'effects'> &
  Partial<Pick<Change, 'entry'>>;

/** The effects by which a change of one item leads to changes of others; the first that a change has is carried out. */
export const REACHING_EFFECTS = [
  'open_variants',
  'prepare_variants',
  'outdate_variants',
  'confirm_variants',
] as const satisfies Effect[];

/** Whether a change may lead to changes of other items. */
export function reachesOthers({ effects }: Pick<Change, 'effects'>): boolean {
  return REACHING_EFFECTS.some((effect) => effects.includes(effect));
}

/**
 * Everything that a change of a source does to other items, in the order in which it happens: variants that it opens or
 * tells, trainings on the content that it publishes, and what these do to their own variants. Each item changes once at
 * most. Whom an event of the line does not concern, by the process they are pinned to, is left alone; the same
 * publication again leads to no change.
 */
export function consequencesOf(change: SourceChange, around: Downstream): Change[] {
  const direct = directlyFrom(change, around);
  return direct.flatMap((next) => [next, ...consequencesOf(next, around)]);
}

function directlyFrom(change: SourceChange, around: Downstream): Change[] {
  switch (REACHING_EFFECTS.find((effect) => change.effects.includes(effect))) {
    case undefined:
      return [];
    case 'open_variants':
      return [...variantsOfPublished(change, around), ...trainingsOnPublished(change, around)];
    case 'prepare_variants':
      return preparedVariants(change, around);
    case 'outdate_variants':
      return toldVariants(change, around, () => sourceOutdated(change));
    case 'confirm_variants':
      return toldVariants(change, around, sourceConfirmed);
  }
}

/** What an item hears from the line. */
interface Told {
  event: string;
  input: EventInput;
}

function variantsOfPublished(change: SourceChange, around: Downstream): Change[] {
  const { before, after } = change;
  const digest = after.context.publishedDigest;
  if (digest === null) return openedVariants(change, around, { digest });
  const published = { sourceDigest: digest, change: classOf(change) };
  return [
    ...openedVariants(change, around, { digest }),
    ...toldVariants(change, around, (variant) => {
      const { newestSourceDigest, awaitsSource } = variant.context;
      if (newestSourceDigest !== digest || awaitsSource === true) {
        return { event: 'source_published', input: published };
      }
      // It went out again as it was, so it was found to hold.
      return before !== null && before.stage !== after.stage ? sourceConfirmed(variant) : null;
    }),
  ];
}

function trainingsOnPublished(change: SourceChange, around: Downstream): Change[] {
  const { before, after, at } = change;
  const digest = after.context.publishedDigest;
  const isNew = digest !== null && before?.context.publishedDigest !== digest;
  if (after.kind !== 'content' || !isNew || classOf(change) !== 'substantive') return [];
  const input = { contentItemId: after.id, contentDigest: digest };
  return around
    .trainingsOn(after.id)
    .flatMap((training) => saidByLine(training, { event: 'content_changed', input }, around, at));
}

/** Variants are opened for, or told of, a text that is approved and not out yet. */
function preparedVariants(change: SourceChange, around: Downstream): Change[] {
  const { after } = change;
  const digest = after.revision?.digest ?? null;
  // What is out already is for `open_variants`: nobody has to wait for it.
  if (digest === null || digest === after.context.publishedDigest) return [];
  const ready = {
    event: 'source_ready',
    input: { sourceDigest: digest, change: pendingChange(after) ?? 'substantive' },
  };
  return [
    ...openedVariants(change, around, { digest, awaitsSource: true }),
    ...toldVariants(change, around, ({ context }) =>
      context.newestSourceDigest === digest ? null : ready,
    ),
  ];
}

/** One for each required locale that has none. */
function openedVariants(
  { after: source, at }: SourceChange,
  { variantsOf, ofNewVariants: process }: Downstream,
  { digest, awaitsSource }: { digest: string | null; awaitsSource?: true },
): Change[] {
  const existing = variantsOf(source.id);
  const missing = source.description.requiredLocales
    .filter((locale) => locale !== source.locale)
    .filter((locale) => !existing.some((variant) => variant.locale === locale));
  if (missing.length === 0) return [];
  if (process === null) throw new Error('The workspace has no active process for variants.');
  // A process that knows nothing of texts to come could publish a variant before its source.
  if (awaitsSource && !knows(process, process.definition.initial, 'source_ready')) return [];
  return missing.map((locale) => {
    const item = {
      kind: 'variant' as const,
      slug: source.slug,
      locale,
      description: { ...source.description, requiredLocales: [] },
      processDigest: process.digest,
      source: { itemId: source.id, digest },
      ...(awaitsSource === true && { awaitsSource }),
    };
    const itemId = derivedUuid(Date.parse(at), `${source.id}:variant:${locale}`);
    const moment = { workspaceId: source.workspaceId, itemId, actor: LINE, at };
    const decision = decide(process, null, { type: 'create', item }, moment);
    if (decision.outcome === 'changed') return decision;
    throw new Error(`A variant could not be opened: ${JSON.stringify(decision)}`);
  });
}

function toldVariants(
  { after, at }: SourceChange,
  around: Downstream,
  whatIsTold: (variant: ItemState) => Told | null,
): Change[] {
  return around.variantsOf(after.id).flatMap((variant) => {
    const told = whatIsTold(variant);
    return told === null ? [] : saidByLine(variant, told, around, at);
  });
}

/** Only what became out of date by the content of a training is well again when the training holds. */
function sourceConfirmed({ context }: ItemState): Told | null {
  return context.outOfDate?.because === 'content' ? { event: 'source_confirmed', input: {} } : null;
}

/** What a training heard of its content, its variants hear from it. */
function sourceOutdated({ entry }: SourceChange): Told {
  const input = entry?.command.type === 'event' ? entry.command.input : {};
  return { event: 'source_outdated', input };
}

/** Nothing, where the item's process does not know the event in its stage, or its rules say that it does not concern it. */
function saidByLine(item: ItemState, { event, input }: Told, around: Downstream, at: string) {
  const process = around.pinned(item.processDigest);
  if (!knows(process, item.stage, event)) return [];
  const moment = { workspaceId: item.workspaceId, itemId: item.id, actor: LINE, at };
  const decision = decide(process, item, { type: 'event', event, input }, moment);
  return decision.outcome === 'changed' ? [decision] : [];
}

function knows({ definition }: Process, stage: string, event: string): boolean {
  return transitionsFor(definition, stage, event).length > 0;
}

function classOf({ before }: SourceChange): ChangeClass {
  return (before === null ? null : pendingChange(before)) ?? 'substantive';
}

/** The text of a revision that nobody has written, for `publicationOf`. */
const TEXT_TO_COME = sha256('a revision that nobody has written');

/**
 * The publication that would follow if a source were revised now, by an edit of that class: what `consequencesOf` says
 * of it is what the real one would lead to.
 */
export function publicationOf(source: ItemState, change: ChangeClass, at: string): SourceChange {
  const { change: _settled, ...context } = source.context;
  const pending = changeAfterEdit(source, { digest: TEXT_TO_COME, change });
  const revision = { number: 1, size: 1, sections: [], ...source.revision, digest: TEXT_TO_COME };
  return {
    before: {
      ...source,
      revision,
      context: { ...context, ...(pending !== undefined && { change: pending }) },
    },
    after: { ...source, revision, context: { ...context, publishedDigest: TEXT_TO_COME } },
    at,
    effects: ['open_variants'],
  };
}
