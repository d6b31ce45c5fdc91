import { isOutAt } from './announcement.js';
import type { ItemState } from './item-state.js';
import type { ProcessDefinition } from './process-definition.js';
import type { Freshness } from './vocabulary.js';

/** The fact by which a process says that what is out is not what the source says. */
const OUT_OF_DATE = 'item.out_of_date';
/** The action by which a process remembers that; older ones have only their stages to say it. */
const REMEMBERS = 'mark_out_of_date';

/** How a locale stands to its source; null for a source. */
export function freshnessOf(definition: ProcessDefinition, item: ItemState): Freshness | null {
  const { kind, stage, revision, context } = item;
  if (kind !== 'variant') return null;
  const { type, meta } = definition.states[stage]!;
  if (type === 'final') return 'missing';
  if (meta.announces === OUT_OF_DATE) return 'out_of_date';
  if (context.publishedDigest === null) {
    const isWritten = revision !== null || meta.activities.some(({ edits }) => edits === true);
    return isWritten && stage !== definition.initial ? 'in_progress' : 'missing';
  }
  if (context.outOfDate !== undefined) return 'out_of_date';
  // Before it was remembered, what had been published was in work again only where it was out of date.
  return isOutAt(definition, stage) || remembersOutOfDate(definition)
    ? 'up_to_date'
    : 'out_of_date';
}

/** Since when a locale is out of date, ISO 8601 UTC; null where it is not, or where nobody remembers. */
export function outOfDateSince(definition: ProcessDefinition, item: ItemState): string | null {
  if (freshnessOf(definition, item) !== 'out_of_date') return null;
  const { context, stage, arrival } = item;
  if (context.outOfDate !== undefined) return context.outOfDate.since;
  return definition.states[stage]!.meta.announces === OUT_OF_DATE ? (arrival?.at ?? null) : null;
}

const known = new WeakMap<ProcessDefinition, boolean>();

function remembersOutOfDate(definition: ProcessDefinition): boolean {
  const found = known.get(definition);
  if (found !== undefined) return found;
  const remembers = Object.values(definition.states)
    .flatMap(({ on = {} }) => Object.values(on).flat())
    .some(({ actions = [] }) => actions.some(({ type }) => type === REMEMBERS));
  known.set(definition, remembers);
  return remembers;
}
