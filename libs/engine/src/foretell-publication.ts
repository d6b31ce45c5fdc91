import {
  type Change,
  type ChangeClass,
  consequencesOf,
  type Downstream,
  type ItemState,
  publicationOf,
} from '#domain';
import { downstreamOf } from './load-consequences.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';

/** What a publication to come would do, and all that it could reach. */
export interface ForetoldPublication {
  around: Downstream;
  /** in the order in which they would happen, each item once */
  changes: Change[];
}

/** What would follow if a source were revised now by an edit of that class, and published; nothing is changed. */
export async function foretellPublication(
  db: Queryable,
  processes: ProcessStore,
  { source, change, at }: { source: ItemState; change: ChangeClass; at: string },
): Promise<ForetoldPublication> {
  const around = await downstreamOf(db, processes, { source, held: false });
  return { around, changes: consequencesOf(publicationOf(source, change, at), around) };
}
