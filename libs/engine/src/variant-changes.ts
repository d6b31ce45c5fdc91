import type { Change, Process } from '#domain';
import { loadStart } from './load-head.js';
import { loadVariants } from './load-items.js';
import { openVariants } from './open-variants.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';

/** What the publication of a source does to its variants, with the process of each: two round trips. */
export async function variantChanges(
  db: Queryable,
  processes: ProcessStore,
  published: Change,
): Promise<{ change: Change; process: Process }[]> {
  const { workspaceId, id } = published.after;
  const existing = await loadVariants(db, workspaceId, [id]);
  const start = await loadStart(db, { workspaceId, kind: 'variant', actorId: '', key: null });
  const digests = new Set([start.processDigest!, ...existing.map((item) => item.processDigest)]);
  const pinned = await processes.all(db, workspaceId, digests);
  return openVariants(published, existing, {
    active: pinned.get(start.processDigest!)!,
    pinned: (digest) => pinned.get(digest)!,
  });
}
