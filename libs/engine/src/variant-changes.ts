import type { Change, Process } from '#domain';
import { loadStart, loadVariants } from './load-head.js';
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
  const existing = await loadVariants(db, workspaceId, id);
  const start = await loadStart(db, { workspaceId, kind: 'variant', actorId: '', key: null });
  const digests = new Set([start.processDigest!, ...existing.map((item) => item.processDigest)]);
  const pinned = new Map<string, Process>();
  for (const digest of digests) pinned.set(digest, await processes.get(workspaceId, digest));
  return openVariants(published, existing, {
    active: pinned.get(start.processDigest!)!,
    pinned: (digest) => pinned.get(digest)!,
  });
}
