import {
  type Effect,
  type EventInput,
  type ItemState,
  mayHaveEffect,
  type Process,
  REACHING_EFFECTS,
  surroundingsOfStage,
} from '#domain';
import type { Around } from '../around.js';
import { loadDownstream } from '../load-downstream.js';
import { loadItems } from '../load-items.js';
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
  /** true: where its sender may claim the task that it takes, that is claimed on the way */
  claims?: boolean;
}

/** Everything that a list of events is decided on. */
export interface Ground {
  /** the items that the list names, and those that a change of these may reach */
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
export async function loadGround(db: Queryable, events: EventTo[], place: Place): Promise<Ground> {
  const { workspaceId, variantDigest, processes, reader, held } = place;
  const named = (await loadItems(db, workspaceId, idsIn(events))).map(({ item }) => item);
  const ofNamed = await processes.all(db, workspaceId, digestsOf(named));
  const sent = new Map<string, string[]>();
  for (const { itemId, event } of events) sent.set(itemId, [...(sent.get(itemId) ?? []), event]);

  const may = ({ id, processDigest }: ItemState, effects: readonly Effect[]) =>
    sent
      .get(id)!
      .some((event) =>
        effects.some((effect) => mayHaveEffect(ofNamed.get(processDigest)!, event, effect)),
      );
  const sources = named.filter((item) => may(item, REACHING_EFFECTS));
  const contents = sources.filter(
    (item) => item.kind === 'content' && may(item, ['open_variants']),
  );
  const reached = await loadDownstream(db, workspaceId, {
    sourceIds: sources.map(({ id }) => id),
    contentIds: contents.map(({ id }) => id),
    held,
  });
  const digests = digestsOf(reached);
  if (sources.length > 0 && variantDigest !== null) digests.push(variantDigest);
  const all = new Map([...ofNamed, ...(await processes.all(db, workspaceId, digests))]);

  const lookings = named.map((item): Looking => {
    const process = all.get(item.processDigest)!;
    // An item that is named twice, or is told by the line, may look around from a later stage too.
    const moves = sent.get(item.id)!.length > 1 || item.kind !== 'content';
    const stages = moves ? Object.keys(process.definition.states) : [item.stage];
    return { item, needed: stages.flatMap((stage) => surroundingsOfStage(process, stage)) };
  });
  return {
    items: new Map([...reached, ...named].map((item) => [item.id, item])),
    processes: all,
    ofNewVariants: variantDigest === null ? null : (all.get(variantDigest) ?? null),
    around: await reader.around(lookings, db, { held }),
  };
}

/** The items that a list names, each once. */
export function idsIn(events: EventTo[]): string[] {
  return [...new Set(events.map(({ itemId }) => itemId))];
}

function digestsOf(items: ItemState[]): string[] {
  return items.map(({ processDigest }) => processDigest);
}
