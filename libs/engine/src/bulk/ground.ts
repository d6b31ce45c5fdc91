import {
  type Command,
  type Effect,
  type EventInput,
  type ItemState,
  mayHaveEffect,
  type Process,
  REACHING_EFFECTS,
  SEGMENT_EFFECTS,
  surroundingsOfStage,
} from '#domain';
import type { Around } from '../around.js';
import { loadDownstream } from '../load-downstream.js';
import { loadItems } from '../load-items.js';
import type { ProcessStore } from '../process-store.js';
import type { Queryable } from '../queryable.js';
import type { Looking, SurroundingsReader } from '../surroundings-reader.js';
import type { TranslationDesk } from '../translation/translation-desk.js';
import { type Follow, segmentsInTurn } from './segments-in-turn.js';

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
  /** the items that the list names, and those that a change of these may reach */
  items: Map<string, ItemState>;
  processes: Map<string, Process>;
  /** what new variants are pinned to; null where the workspace has no process for them */
  ofNewVariants: Process | null;
  around: Around;
  follow: Follow;
}

/** Whose ground it is, and where it comes from. */
export interface Place {
  workspaceId: string;
  /** the active process for variants */
  variantDigest: string | null;
  processes: ProcessStore;
  reader: SurroundingsReader;
  desk: TranslationDesk;
  /** true: in a transaction, until whose end nobody else changes what was loaded */
  held: boolean;
}

/** Loads it in as many round trips for any number of events. Items to be held are locked before: see `lockItems`. */
export async function loadGround(
  db: Queryable,
  listed: CommandTo[],
  place: Place,
): Promise<Ground> {
  const { workspaceId, variantDigest, processes, reader, desk, held } = place;
  const named = (await loadItems(db, workspaceId, idsIn(listed))).map(({ item }) => item);
  const ofNamed = await processes.all(db, workspaceId, digestsOf(named));
  const sent = new Map<string, string[]>();
  for (const each of listed) {
    if ('event' in each) sent.set(each.itemId, [...(sent.get(each.itemId) ?? []), each.event]);
  }

  const may = ({ id, processDigest }: ItemState, effects: readonly Effect[]) =>
    (sent.get(id) ?? []).some((event) =>
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
    const events = sent.get(item.id)?.length ?? 0;
    // Tasks that only change hands are decided on nothing beyond the item.
    if (events === 0) return { item, needed: [] };
    // An item that is named twice, or is told by the line, may look around from a later stage too.
    const moves = events > 1 || item.kind !== 'content';
    const stages = moves ? Object.keys(process.definition.states) : [item.stage];
    return { item, needed: stages.flatMap((stage) => surroundingsOfStage(process, stage)) };
  });
  return {
    items: new Map([...reached, ...named].map((item) => [item.id, item])),
    processes: all,
    ofNewVariants: variantDigest === null ? null : (all.get(variantDigest) ?? null),
    around: await reader.around(lookings, db, { held }),
    follow: await segmentsInTurn(db, desk, {
      workspaceId,
      sources,
      variants: [...reached, ...named.filter((item) => may(item, SEGMENT_EFFECTS))].filter(
        ({ kind }) => kind === 'variant',
      ),
    }),
  };
}

/** The items that a list names, each once. */
export function idsIn(listed: CommandTo[]): string[] {
  return [...new Set(listed.map(({ itemId }) => itemId))];
}

function digestsOf(items: ItemState[]): string[] {
  return items.map(({ processDigest }) => processDigest);
}
