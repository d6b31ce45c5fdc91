import { type MemoryRow, type MemoryScope, rememberSegments } from '#engine';
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Texts } from './memory-texts.js';

const SEGMENTS_AT_ONCE = 2_000;
/** Senders at once: while one makes texts, the database writes those of the other. */
const SENDERS = 2;

/** Takes so many segments in, by the engine's own statement. Gives the seconds that it took. */
export async function loadMemory(
  pool: Pool,
  { scope, texts, segments }: { scope: MemoryScope; texts: Texts; segments: number },
): Promise<number> {
  const started = performance.now();
  let left = segments;
  const send = async (): Promise<void> => {
    while (left > 0) {
      const count = Math.min(SEGMENTS_AT_ONCE, left);
      left -= count;
      await rememberSegments(
        pool,
        Array.from({ length: count }, () => rowOf(scope, texts.next())),
      );
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return (performance.now() - started) / 1000;
}

/** Every source of the memory, some at a time. */
export async function* sourcesIn(pool: Pool): AsyncGenerator<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('declare known cursor for select source from memory_source');
    for (;;) {
      const { rows } = await client.query<{ source: string }>('fetch 20000 from known');
      if (rows.length === 0) break;
      yield rows.map(({ source }) => source);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const AT = new Date('2026-01-05T08:00:00.000Z');

function rowOf(scope: MemoryScope, text: string): MemoryRow {
  return {
    ...scope,
    sourceHash: hashOf(text),
    source: [text],
    previousHash: null,
    nextHash: null,
    target: text,
    itemId: randomUUID(),
    key: 'p-1',
    approvedAt: AT,
    approvedBy: 'bench',
  };
}
