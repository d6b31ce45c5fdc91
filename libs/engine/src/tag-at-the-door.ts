import {
  type Command,
  FACET_OF,
  type Invalid,
  type ItemState,
  type NewItem,
  tagWith,
  TAXONOMIES,
  type TaxonomyName,
} from '#domain';
import type { ChangeSet } from './parts/index.js';
import { loadTaxonomies } from './load-taxonomies.js';
import type { Queryable } from './queryable.js';

/** Something with its words checked, and what they were checked against. */
export type Tagged<T> =
  | { outcome: 'tagged'; tagged: T; checkedAgainst: NonNullable<ChangeSet['checkedAgainst']> }
  | Invalid;

/**
 * A description's words in those of the workspace's taxonomies. This stands before `decide` and not in it: a trail is
 * replayed without the terms of its time, so its commands hold the words as they were taken.
 */
export async function tagCommand(
  db: Queryable,
  item: ItemState,
  command: Exclude<Command, { type: 'create' }>,
): Promise<Tagged<Exclude<Command, { type: 'create' }>>> {
  if (command.type !== 'describe') {
    return { outcome: 'tagged', tagged: command, checkedAgainst: [] };
  }
  const { changes } = command;
  const touched = TAXONOMIES.filter((name) => changes[FACET_OF[name]] !== undefined);
  const tagged = await tag(db, item.workspaceId, touched, {
    kind: item.kind,
    facets: changes,
    carried: item.description,
  });
  if (tagged.outcome === 'invalid') return tagged;
  return { ...tagged, tagged: { ...command, changes: tagged.tagged } };
}

/** A new item's words; a variant takes over what its source carries. */
export async function tagNewItem<Item extends Omit<NewItem, 'processDigest'>>(
  db: Queryable,
  workspaceId: string,
  item: Item,
): Promise<Tagged<Item>> {
  const { kind, description } = item;
  const tagged = await tag(db, workspaceId, [...TAXONOMIES], {
    kind,
    facets: description,
    ...(kind === 'variant' ? { carried: description } : {}),
  });
  if (tagged.outcome === 'invalid') return tagged;
  return { ...tagged, tagged: { ...item, description: tagged.tagged } };
}

async function tag<Facets extends Partial<ItemState['description']>>(
  db: Queryable,
  workspaceId: string,
  names: TaxonomyName[],
  tagging: {
    kind: ItemState['kind'];
    facets: Facets;
    carried?: ItemState['description'];
  },
): Promise<Tagged<Facets>> {
  if (names.length === 0) {
    return { outcome: 'tagged', tagged: tagging.facets, checkedAgainst: [] };
  }
  const taxonomies = await loadTaxonomies(db, workspaceId);
  const { facets, problems } = tagWith(taxonomies, tagging);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const checkedAgainst = names.map((name) => ({
    workspaceId,
    name,
    version: taxonomies[name].version,
  }));
  return { outcome: 'tagged', tagged: facets, checkedAgainst };
}
