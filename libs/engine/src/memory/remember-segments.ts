import type { Queryable } from '../queryable.js';
import { writeChanges } from '../write-changes.js';
import type { MemoryRow } from './memory-row.js';

/**
 * Takes approved segments into the translation memory of their workspace. Who calls it answers for their being approved.
 * One round trip for any number of rows. With the client of a transaction it is a part of that.
 */
export async function rememberSegments(db: Queryable, remembered: MemoryRow[]): Promise<void> {
  if (remembered.length === 0) return;
  const nothingElse = { changes: [], bodies: new Map(), texts: [], answered: null };
  await writeChanges(db, {
    ...nothingElse,
    definitionOf: () => {
      throw new Error('No item changes.');
    },
    remembered,
  });
}
