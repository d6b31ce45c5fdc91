import {
  type Actor,
  actorId,
  type Change,
  decide,
  derivedUuid,
  FACET_OF,
  frozenBody,
  mergedInto,
  type Process,
  type Refusal,
  refuse,
  type Term,
  whyNotMerged,
} from '#domain';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { DATABASE_NOW } from './item-rows.js';
import { loadItems } from './load-items.js';
import type { LockedTaxonomy } from './load-taxonomies.js';
import type { ProcessStore } from './process-store.js';
import { announce } from './log/announce.js';
import { saveTerm } from './save-term.js';
import { lockTagged } from './tagged-items.js';
import { writeChanges } from './write-changes.js';

export interface TermMerge {
  from: Term;
  into: Term;
  comment: string;
  actor: Actor;
}

/** Items that are loaded, decided and written at a time, all in the one transaction. */
const CHUNK = 500;

/**
 * Merges a term into another: every item that carries it, closed ones and variants too, carries the other from then on,
 * each with an entry in its trail; its key and synonyms stand for the other. All in the transaction of `manager`, which
 * holds the taxonomy; it may run into ConflictError, and is then to be done again as a whole (`againOnConflict`).
 */
export async function mergeTerms(
  manager: EntityManager,
  processes: ProcessStore,
  taxonomy: LockedTaxonomy,
  merge: TermMerge,
): Promise<{ outcome: 'merged'; items: number; into: Term } | Refusal> {
  const { from, into, comment, actor } = merge;
  const reasons = whyNotMerged(taxonomy, from, into);
  if (reasons.length > 0) return refuse('conflict', ...reasons);
  const items = await retagItems(manager, processes, taxonomy, merge);
  const merged: Term = { ...from, status: 'merged', successor: into.key, synonyms: [] };
  const grown = mergedInto(from, into);
  await saveTerm(manager, taxonomy, {
    term: merged,
    change: { type: 'merged', into: into.key, comment, items },
    actor,
  });
  await saveTerm(manager, taxonomy, {
    term: grown,
    change: { type: 'took_over', from: from.key, synonyms: grown.synonyms, items },
    actor,
  });
  await announceMerge(manager, taxonomy, { ...merge, items });
  return { outcome: 'merged', items, into: grown };
}

async function retagItems(
  manager: EntityManager,
  processes: ProcessStore,
  { workspaceId, name }: LockedTaxonomy,
  { from, into, actor }: TermMerge,
): Promise<number> {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  const command = { type: 'retag', facet: FACET_OF[name], from: from.key, to: into.key } as const;
  // The ids first: rows that were waited for are only whole in a statement that begins afterwards.
  const ids = await lockTagged(client, { workspaceId, taxonomy: name, word: from.key });
  for (let start = 0; start < ids.length; start += CHUNK) {
    const pinned = new Map<string, Process>();
    const changes: Change[] = [];
    for (const { item, now } of await loadItems(
      client,
      workspaceId,
      ids.slice(start, start + CHUNK),
    )) {
      const process =
        pinned.get(item.processDigest) ??
        (await processes.get(workspaceId, item.processDigest, manager));
      pinned.set(item.processDigest, process);
      const moment = { workspaceId, itemId: item.id, actor, at: now };
      changes.push(accepted(decide(process, item, command, moment)));
    }
    await writeChanges(client, {
      changes,
      bodies: new Map(),
      texts: [],
      definitionOf: ({ after }) => pinned.get(after.processDigest)!.definition,
      answered: null,
    });
  }
  return ids.length;
}

function accepted(decision: ReturnType<typeof decide>): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(`An item refused a merge of its terms: ${JSON.stringify(decision)}`);
}

/** The one message that belongs to no item. */
async function announceMerge(
  manager: EntityManager,
  { workspaceId, name }: LockedTaxonomy,
  { from, into, comment, actor, items }: TermMerge & { items: number },
): Promise<void> {
  const [clock] = await manager.query<{ now: string }[]>(`select ${DATABASE_NOW} as now`);
  const { now } = clock!;
  const type = 'term.merged';
  const data = {
    subject: `taxonomies/${name}/terms/${from.key}`,
    workspaceId,
    taxonomy: name,
    from: from.key,
    into: into.key,
    items,
    comment,
    actor: actorId(actor),
  };
  const id = derivedUuid(Date.parse(now), `${workspaceId}:${name}:${from.key}:merged`);
  const body = frozenBody(type, { at: now, data });
  await announce(manager, workspaceId, { facts: [{ id, type, body }], at: now });
}
