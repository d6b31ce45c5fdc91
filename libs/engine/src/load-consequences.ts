import {
  type Change,
  consequencesOf,
  type Downstream,
  type ItemState,
  type Process,
} from '#domain';
import { downstreamIn, indexOf } from './downstream.js';
import { loadDownstream } from './load-downstream.js';
import { loadStart } from './load-head.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';

/** What follows from a change of a source, with the process of each item, in a few round trips whatever they are. */
export async function loadConsequences(
  db: Queryable,
  processes: ProcessStore,
  change: Change,
): Promise<{ change: Change; process: Process }[]> {
  const around = await downstreamOf(db, processes, { source: change.after, held: true });
  return consequencesOf(change, around).map((next) => ({
    change: next,
    process: around.pinned(next.after.processDigest),
  }));
}

/** What lies downstream of one source. `held`: in a transaction that holds the source. */
export async function downstreamOf(
  db: Queryable,
  processes: ProcessStore,
  { source, held }: { source: ItemState; held: boolean },
): Promise<Downstream> {
  const { workspaceId, id, kind } = source;
  const items = await loadDownstream(db, workspaceId, {
    sourceIds: [id],
    contentIds: kind === 'content' ? [id] : [],
    held,
  });
  const start = await loadStart(db, { workspaceId, kind: 'variant', actorId: '', key: null });
  const digests = items.map(({ processDigest }) => processDigest);
  if (start.processDigest !== null) digests.push(start.processDigest);
  const pinned = await processes.all(db, workspaceId, digests);
  return downstreamIn(indexOf(items), {
    pinned: (digest) => pinned.get(digest)!,
    ofNewVariants: start.processDigest === null ? null : pinned.get(start.processDigest)!,
  });
}
