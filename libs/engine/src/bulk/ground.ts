import {
  type Command,
  type EventInput,
  type ItemState,
  mayHaveEffect,
  type Process,
  surroundingsOfStage,
} from '#domain';
import type { Around } from '../around.js';
import { loadItems, loadVariants, lockItems } from '../load-items.js';
import type { ProcessStore } from '../process-store.js';
import type { Queryable } from '../queryable.js';
import type { Looking, SurroundingsReader } from '../surroundings-reader.js';

/** An event on its way to an item. */
export interface EventTo {
  itemId: string;
  event: string;
  input: EventInput;
  /** the version that its sender decided on; null: whichever it is */
  expectedVersion: number | null;
}

/** A task on its way to somebody: who sends it takes it, or passes it on. */
export interface TaskCommandTo {
  itemId: string;
  command: Extract<Command, { type: 'claim' | 'delegate' }>;
  /** as for events */
  expectedVersion: number | null;
}

/** What a list can hold, in any order. */
export type CommandTo = EventTo | TaskCommandTo;

/** Everything that a list of commands is decided on. */
export interface Ground {
  /** the items that the list names, and the variants of those that it may publish */
  items: Map<string, ItemState>;
  processes: Map<string, Process>;
  /** what new variants are pinned to; null where the workspace has no process for them */
  ofNewVariants: Process | null;
  around: Around;
}

/** Whose ground it is, and where it comes from. */
export interface Place {
  workspaceId: string;
  /** the active process for variants */
  variantDigest: string | null;
  processes: ProcessStore;
  reader: SurroundingsReader;
  /** true: in a transaction, until whose end nobody else changes what was loaded */
  held: boolean;
}

/** Loads it in as many round trips for any number of events. Items to be held are locked before: see `lockItems`. */
export async function loadGround(
  db: Queryable,
  listed: CommandTo[],
  place: Place,
): Promise<Ground> {
  const { workspaceId, variantDigest, processes, reader, held } = place;
  const named = (await loadItems(db, workspaceId, idsIn(listed))).map(({ item }) => item);
  const ofNamed = await processes.all(db, workspaceId, digestsOf(named));
  const sent = new Map<string, string[]>();
  for (const each of listed) {
    if ('event' in each) sent.set(each.itemId, [...(sent.get(each.itemId) ?? []), each.event]);
  }

  const publishing = named
    .filter(({ id, processDigest }) =>
      sent
        .get(id)
        ?.some((event) => mayHaveEffect(ofNamed.get(processDigest)!, event, 'open_variants')),
    )
    .map(({ id }) => id);
  const variants = await variantsOf(db, publishing, place);
  const digests = digestsOf(variants);
  if (publishing.length > 0 && variantDigest !== null) digests.push(variantDigest);
  const all = new Map([...ofNamed, ...(await processes.all(db, workspaceId, digests))]);

  const lookings = named.map((item): Looking => {
    const process = all.get(item.processDigest)!;
    const events = sent.get(item.id)?.length ?? 0;
    // Tasks that only change hands are decided on nothing beyond the item.
    if (events === 0) return { item, needed: [] };
    // An item that is named twice, or is told of its source, may look around from a later stage too.
    const moves = events > 1 || item.kind === 'variant';
    const stages = moves ? Object.keys(process.definition.states) : [item.stage];
    return { item, needed: stages.flatMap((stage) => surroundingsOfStage(process, stage)) };
  });
  return {
    items: new Map([...variants, ...named].map((item) => [item.id, item])),
    processes: all,
    ofNewVariants: variantDigest === null ? null : (all.get(variantDigest) ?? null),
    around: await reader.around(lookings, db, { held }),
  };
}

/** The items that a list names, each once. */
export function idsIn(listed: CommandTo[]): string[] {
  return [...new Set(listed.map(({ itemId }) => itemId))];
}

async function variantsOf(
  db: Queryable,
  sourceIds: string[],
  { workspaceId, held }: Place,
): Promise<ItemState[]> {
  if (sourceIds.length === 0) return [];
  if (held) await lockItems(db, workspaceId, 'variants', sourceIds);
  return loadVariants(db, workspaceId, sourceIds);
}

function digestsOf(items: ItemState[]): string[] {
  return items.map(({ processDigest }) => processDigest);
}
