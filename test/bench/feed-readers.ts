import { frozenBody } from '#domain';
import { announce, newId, sequenceOutbox } from '#engine';
import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openStream } from '../event-stream.js';
import { percentile } from './latencies.js';

/** Events of a page. */
export const LIMIT = 200;
const SEQUENCE_EVERY_MS = 50;

/** Milliseconds. */
export interface Arrivals {
  p50: number;
  p99: number;
  most: number;
}

/** All of a feed by its pages, each behind the last event of the one before. */
export async function readPages(url: string, key: string, wanted: number): Promise<void> {
  let next = 1;
  for (let after = ''; next <= wanted;) {
    const response = await fetch(`${url}?limit=${LIMIT}&after=${after}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const page = (await response.json()) as { items: { id: string; position: number }[] };
    for (const { id, position } of page.items) {
      expectNumber('position', position, next);
      next += 1;
      after = id;
    }
    if (page.items.length === 0) throw new Error(`Expected ${wanted} facts; found ${next - 1}.`);
  }
}

/** All of it as one stream. */
export async function readStream(url: string, key: string, wanted: number): Promise<void> {
  const { frames, stop } = await openStream(`${url}/stream`, key);
  let seen = 0;
  for await (const { event } of frames) {
    if (event !== undefined) seen += 1;
    if (seen === wanted) break;
  }
  stop();
  expectNumber('facts', seen, wanted);
}

/** How long facts that are committed at any moment between two looks of the sequencer take to a stream. */
export async function timeArrivals(
  given: { url: string; key: string; workspaceId: string; dataSource: DataSource },
  count: number,
): Promise<Arrivals> {
  const { url, key, workspaceId, dataSource } = given;
  const committed = new Map<string, number>();
  const { frames, stop } = await openStream(`${url}/stream?after=latest`, key);
  await frames.next();
  const run = { isOver: false };
  const sequencing = (async () => {
    while (!run.isOver) {
      await sequenceOutbox(dataSource);
      await pause(SEQUENCE_EVERY_MS);
    }
  })();
  const committing = (async () => {
    for (let number = 0; number < count; number += 1) {
      const id = newId();
      const at = new Date().toISOString();
      const body = frozenBody('goal.activated', { at, data: { subject: `goals/${id}` } });
      await dataSource.transaction((manager) =>
        announce(manager, workspaceId, { facts: [{ id, type: 'goal.activated', body }], at }),
      );
      committed.set(id, performance.now());
      await pause(randomInt(5, 100));
    }
  })();
  const took: number[] = [];
  for await (const { id, event } of frames) {
    if (event === undefined) continue;
    took.push(performance.now() - committed.get(id!)!);
    if (took.length === count) break;
  }
  run.isOver = true;
  stop();
  await Promise.all([sequencing, committing]);
  const ascending = took.toSorted((one, other) => one - other);
  return {
    p50: percentile(ascending, 0.5),
    p99: percentile(ascending, 0.99),
    most: ascending.at(-1)!,
  };
}

function expectNumber(of: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`Expected ${of} ${wanted}; found ${found}.`);
}
