import { isOutAt, type Process, publishingEvent } from '#domain';
import type { EventTo, ItemEntity } from '#engine';
import { definedOf } from '../http/defined-of.js';
import { notValidAt } from '../http/problem.js';
import type { ReleaseBody } from './release.dto.js';

/** Sent where a stage knows no event that publishes, so that the refusal says what it knows. */
const ORDINARY = 'publish';
const EXCEPTIONAL = 'publish_with_exception';

/** A variant of the source that is released, and the process it is pinned to. */
export interface ReleasedVariant {
  row: ItemEntity;
  process: Process;
}

/**
 * The events of a release: the source first, so that its variants may follow, then each of these. Throws 422 where a
 * locale is named that has no variant, or an exception for a locale that is not released.
 */
export function releaseEvents(
  body: ReleaseBody,
  source: { id: string; stage: string; process: Process; expectedVersion: number | null },
  variants: ReleasedVariant[],
): EventTo[] {
  const { withSource = true, comment, override } = body;
  const released = releasedVariants(body, variants);
  const exceptions = exceptionsOf(body, released);
  const input = definedOf({ comment, override });
  const ofVariants = released.map(({ row: { id, stage, locale }, process }) => {
    const excepted = exceptions.get(locale);
    return excepted === undefined
      ? eventTo(id, publishingEvent(process.definition, stage) ?? ORDINARY, input)
      : eventTo(id, EXCEPTIONAL, { comment: excepted });
  });
  if (!withSource) return ofVariants;
  const event = publishingEvent(source.process.definition, source.stage) ?? ORDINARY;
  const { expectedVersion } = source;
  return [{ ...eventTo(source.id, event, input), expectedVersion }, ...ofVariants];
}

function eventTo(itemId: string, event: string, input: EventTo['input']): EventTo {
  return { itemId, event, input, expectedVersion: null, claims: true };
}

function releasedVariants({ locales }: ReleaseBody, variants: ReleasedVariant[]) {
  if (locales === 'all') return variants.filter(isToGoOut);
  return locales.map((locale, index) => {
    const found = variants.find(({ row }) => row.locale === locale);
    if (found !== undefined) return found;
    const known = variants.map(({ row }) => row.locale).join(', ') || 'none';
    throw notValidAt(
      `/locales/${index}`,
      `Expected a locale that has a variant (${known}); found "${locale}".`,
    );
  });
}

function isToGoOut({ row: { stage }, process: { definition } }: ReleasedVariant): boolean {
  return definition.states[stage]!.type !== 'final' && !isOutAt(definition, stage);
}

function exceptionsOf({ exceptions = [] }: ReleaseBody, released: ReleasedVariant[]) {
  const comments = new Map<string, string>();
  for (const [index, { locale, comment }] of exceptions.entries()) {
    const pointer = `/exceptions/${index}/locale`;
    if (released.every(({ row }) => row.locale !== locale)) {
      throw notValidAt(pointer, `Expected a locale that is released; found "${locale}".`);
    }
    if (comments.has(locale))
      throw notValidAt(pointer, `Expected each locale once; found "${locale}" again.`);
    comments.set(locale, comment);
  }
  return comments;
}
