import type { Change } from '#domain';
import type { ChangeSet } from '../parts/index.js';
import type { Queryable } from '../queryable.js';
import { searchTexts } from '../search-texts.js';
import { writeChanges } from '../write-changes.js';

/** Changes that one statement writes at most: its parameters are arrays, which have to be sent and held whole. */
const CHUNK = 250;

/**
 * Writes changes of any items in the transaction of `db`, where an item may have several, with the answer in the last
 * statement. A statement changes an item once, so the first change of every item is in the first wave, the second in
 * the next one.
 */
export async function writeInWaves(
  db: Queryable,
  changes: Change[],
  { definitionOf, answered }: Pick<ChangeSet, 'definitionOf' | 'answered'>,
): Promise<void> {
  const chunks = wavesOf(changes).flatMap(chunksOf);
  if (chunks.length === 0 && answered !== null) chunks.push([]);
  for (const [index, chunk] of chunks.entries()) {
    const bodies = new Map<string, string>();
    await writeChanges(db, {
      changes: chunk,
      bodies,
      texts: searchTexts(chunk, bodies),
      definitionOf,
      answered: index === chunks.length - 1 ? answered : null,
    });
  }
}

function wavesOf(changes: Change[]): Change[][] {
  const waves: Change[][] = [];
  const counts = new Map<string, number>();
  for (const change of changes) {
    const { id } = change.after;
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    (waves[count] ??= []).push(change);
  }
  return waves;
}

function chunksOf(wave: Change[]): Change[][] {
  return Array.from({ length: Math.ceil(wave.length / CHUNK) }, (_, index) =>
    wave.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
