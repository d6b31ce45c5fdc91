import type { Change } from '#domain';
import type { ChangeSet } from '../parts/index.js';
import type { Queryable } from '../queryable.js';
import { searchTexts } from '../search-texts.js';
import { rememberedBy } from '../translation/remembered-by.js';
import type { SegmentWrite } from '../translation/segment-work.js';
import { writeChanges } from '../write-changes.js';
import type { Turn } from './decide-in-turn.js';

/** Changes that one statement writes at most: its parameters are arrays, which have to be sent and held whole. */
const CHUNK = 250;

/**
 * Writes changes of any items in the transaction of `db`, where an item may have several, with the answer in the last
 * statement. A statement changes an item once, so the first change of every item is in the first wave, the second in
 * the next one.
 */
export async function writeInWaves(
  db: Queryable,
  { changes, beside }: Pick<Turn, 'changes' | 'beside'>,
  { definitionOf, answered }: Pick<ChangeSet, 'definitionOf' | 'answered'>,
): Promise<void> {
  const chunks = wavesOf(changes).flatMap(chunksOf);
  if (chunks.length === 0 && answered !== null) chunks.push([]);
  for (const [index, chunk] of chunks.entries()) {
    const bodies = new Map<string, string>();
    const segments = new Map<string, SegmentWrite>();
    for (const change of chunk) {
      const { write, body } = beside.get(change) ?? { write: null, body: null };
      if (write !== null) segments.set(change.after.id, write);
      if (body !== null) bodies.set(change.after.id, body);
    }
    await writeChanges(db, {
      changes: chunk,
      bodies,
      segments,
      remembered: rememberedBy(chunk, segments),
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
