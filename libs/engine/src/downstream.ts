import type { Downstream, ItemState, Process } from '#domain';
import { taughtIds } from './around.js';

/** Items by their ids, by the source that they are variants of, and by the content that they train on. */
export interface ItemIndex {
  items: Map<string, ItemState>;
  variants: Map<string, string[]>;
  trainings: Map<string, string[]>;
}

export function indexOf(items: Iterable<ItemState>): ItemIndex {
  const index: ItemIndex = { items: new Map(), variants: new Map(), trainings: new Map() };
  for (const item of items) putInto(index, item);
  return index;
}

/** An item as it stands now; one that is new stands among the variants of its source from now on. */
export function putInto({ items, variants, trainings }: ItemIndex, item: ItemState): void {
  const isNew = !items.has(item.id);
  items.set(item.id, item);
  if (!isNew) return;
  if (item.source !== null) addTo(variants, item.source.itemId, item.id);
  for (const contentId of taughtIds(item)) addTo(trainings, contentId, item.id);
}

/** What a change may reach of the items of an index, always as they stand there. */
export function downstreamIn(
  { items, variants, trainings }: ItemIndex,
  processes: { pinned: (digest: string) => Process; ofNewVariants: Process | null },
): Downstream {
  const known = (ids: string[] | undefined) => (ids ?? []).map((id) => items.get(id)!);
  return {
    variantsOf: (sourceId) => known(variants.get(sourceId)),
    trainingsOn: (contentId) => known(trainings.get(contentId)),
    ...processes,
  };
}

function addTo(ids: Map<string, string[]>, key: string, id: string): void {
  const known = ids.get(key);
  if (known === undefined) ids.set(key, [id]);
  else known.push(id);
}
