import { frozenBody } from '#domain';
import { newId, poolOf, sequenceOutbox } from '#engine';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { type ApiProcess, startApi } from './api-process.js';
import { type Arrivals, LIMIT, readPages, readStream, timeArrivals } from './feed-readers.js';
import { residentMb, watchMemory } from './process-usage.js';
import { prepareLine } from './seed.js';
import type { Undo } from './undo.js';

/** How much of the feed is measured, and how often. */
export interface FeedPlan {
  facts: number;
  /** of reading all of it, by pages and as a stream */
  rounds: number;
  /** facts that are committed one after another while a stream is open */
  arrivals: number;
}

export const FEED_PLANS: Record<'full' | 'short', FeedPlan> = {
  full: { facts: 100_000, rounds: 5, arrivals: 300 },
  short: { facts: 5000, rounds: 1, arrivals: 30 },
};

/** What the feed has come to. */
export interface FeedTimes {
  facts: number;
  /** of the bodies together */
  bytes: number;
  /** facts that got their places, each with an entry in the outbox of its own */
  sequencedPerSecond: number;
  /** by one reader, 200 a page; a figure for each round */
  pagesPerSecond: number[];
  pagedPerSecond: number[];
  /** by one reader of a stream from the beginning */
  streamedPerSecond: number[];
  /** from the commit of a fact until a stream has it, with a sequencer that looks every 50 ms */
  arrivalMs: Arrivals;
  /** of the API, and of the process that sequences */
  memoryMb: { before: number; reading: number[]; sequencer: { before: number; most: number } };
}

/** With an API of its own, whose memory nothing else has filled. Throws where a reader does not get each fact once, in order. */
export async function measureFeed(
  plan: FeedPlan,
  given: {
    database: { url: string; settle: () => Promise<void> };
    dataSource: DataSource;
    folder: string;
    profiled: boolean;
    undo: Undo;
  },
): Promise<FeedTimes> {
  const { database, dataSource, profiled, undo } = given;
  const folder = join(given.folder, 'feed');
  mkdirSync(folder, { recursive: true });
  const api = await startApi({ databaseUrl: database.url, folder, profiled });
  undo.push(api.stop);
  const found = await timeFeed(plan, { api, dataSource, settle: database.settle });
  await api.stop();
  return found;
}

async function timeFeed(
  plan: FeedPlan,
  given: { api: ApiProcess; dataSource: DataSource; settle: () => Promise<void> },
): Promise<FeedTimes> {
  const { api, dataSource, settle } = given;
  const pool = poolOf(dataSource);
  const { workspaceId, key } = await prepareLine(dataSource, 'bench-feed');
  const bytes = await leaveFacts(pool, workspaceId, plan.facts);
  await settle();
  const before = residentMb(process.pid);
  const watch = watchMemory(process.pid);
  const sequencing = performance.now();
  while ((await sequenceOutbox(dataSource)) !== 0);
  const sequencedPerSecond = plan.facts / ((performance.now() - sequencing) / 1000);
  const sequencer = { before, most: watch.stop() };
  await settle();
  const memoryMb: FeedTimes['memoryMb'] = {
    before: residentMb(api.pid),
    reading: [],
    sequencer,
  };
  const url = `http://127.0.0.1:${api.port}/v1/events`;
  const pagesPerSecond: number[] = [];
  const pagedPerSecond: number[] = [];
  const streamedPerSecond: number[] = [];
  for (let round = 1; round <= plan.rounds; round += 1) {
    const memory = watchMemory(api.pid);
    const paged = await secondsOf(() => readPages(url, key, plan.facts));
    pagesPerSecond.push(plan.facts / LIMIT / paged);
    pagedPerSecond.push(plan.facts / paged);
    streamedPerSecond.push(plan.facts / (await secondsOf(() => readStream(url, key, plan.facts))));
    memoryMb.reading.push(memory.stop());
  }
  const arrivalMs = await timeArrivals({ url, key, workspaceId, dataSource }, plan.arrivals);
  return {
    facts: plan.facts,
    bytes,
    sequencedPerSecond,
    pagesPerSecond,
    pagedPerSecond,
    streamedPerSecond,
    arrivalMs,
    memoryMb,
  };
}

/** Facts such as a change of stage leaves; gives the bytes of their bodies. */
async function leaveFacts(pool: Pool, workspaceId: string, count: number): Promise<number> {
  const body = frozenBody('item.stage_changed', {
    at: '2027-01-15T09:00:00.000Z',
    data: {
      subject: `items/${newId()}`,
      workspaceId,
      kind: 'content',
      slug: 'how-loud-a-launch-is',
      locale: 'en-US',
      stage: 'in_review',
      sequence: 9,
      auditHash: 'f'.repeat(64),
      from: 'drafting',
      to: 'in_review',
      event: 'submit',
      comment: 'A tier says how loud a launch is, and who has to be ready on the day.',
      actor: newId(),
    },
  });
  await pool.query(
    `with said as (
       insert into message (workspace_id, message_id, type, body, created_at)
       select $1, gen_random_uuid(), 'item.stage_changed', $2, now() from generate_series(1, $3)
       returning message_id
     )
     insert into outbox (workspace_id, message_ids) select $1, array[message_id] from said`,
    [workspaceId, body, count],
  );
  return count * Buffer.byteLength(body);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
