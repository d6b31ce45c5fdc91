import { MOST_IN_FLIGHT } from '#webhooks';
import type { DataSource } from 'typeorm';
import { spawnWorker } from '../worker-process.js';
import type { BarePoster } from './bare-posts.js';
import { HookedWorkspace } from './hooked-workspace.js';
import type { Arrival, HookReceiver } from './hook-receiver.js';
import { LEFT_BODY } from './left-changes.js';
import { processorMs, serverMs } from './process-usage.js';
import type { Undo } from './undo.js';
import type { WebhooksPlan } from './webhooks-plan.js';

/** What the worker is told, so that it sends to a receiver on this machine. */
export const RECEIVERS_HERE = { WEBHOOK_HTTP: 'true', WEBHOOK_ALLOW: '127.0.0.0/8' };

/** Deliveries of one worker to so many endpoints, round by round, and bare posts of as many at once beside it. */
export interface HookSpeed {
  endpoints: number;
  facts: number;
  /** from the commit of the facts to the arrival of the last */
  perSecond: number[];
  barePerSecond: number[];
  /** processor time of a delivery; null where nobody counts it */
  workerCpuMs: (number | null)[];
  databaseCpuMs: (number | null)[];
}

export interface HookGround {
  dataSource: DataSource;
  database: { url: string; serverPid: number | null; settle: () => Promise<void> };
  receiver: HookReceiver;
  undo: Undo;
}

/** One worker, with its jobs in Redis where a URL is given. */
export async function measureHookSpeed(
  plan: WebhooksPlan,
  ground: HookGround & { poster: BarePoster; redisUrl: string | null },
): Promise<HookSpeed[]> {
  const { dataSource, database, receiver, poster, redisUrl, undo } = ground;
  const jobs = redisUrl === null ? {} : { REDIS_URL: redisUrl };
  const worker = spawnWorker(database.url, { settings: { ...RECEIVERS_HERE, ...jobs } });
  undo.push(worker.stop);
  const rows = [
    await openRow(dataSource, { receiver, endpoints: 1, facts: plan.facts }),
    await openRow(dataSource, { receiver, endpoints: 10, facts: plan.factsForEach }),
  ];
  const { urls } = rows[0]!;
  const warmUp = { urls, count: plan.warmUpFacts, atOnce: MOST_IN_FLIGHT, body: LEFT_BODY };
  await poster.post(warmUp);
  await receiver.arrived(plan.warmUpFacts);
  await (await rows[0]!.deliver(plan.warmUpFacts)).verify();
  const speeds = rows.map(({ endpoints, facts }) => emptySpeed(endpoints, facts));
  for (let round = 1; round <= plan.speedRounds; round += 1) {
    for (const [index, { endpoints, facts, urls, deliver }] of rows.entries()) {
      const speed = speeds[index]!;
      const deliveries = endpoints * facts;
      await database.settle();
      const atOnce = endpoints * MOST_IN_FLIGHT;
      const startedAtMs = await poster.post({ urls, count: deliveries, atOnce, body: LEFT_BODY });
      speed.barePerSecond.push(rate(await receiver.arrived(deliveries), startedAtMs));
      const before = [processorMs(worker.pid), serverTime(database)];
      const { arrivals, atMs, verify } = await deliver(facts);
      const after = [processorMs(worker.pid), serverTime(database)];
      await verify();
      const [workerMs, databaseMs] = after.map((each, at) => between(before[at]!, each));
      speed.perSecond.push(rate(arrivals, atMs));
      speed.workerCpuMs.push(each(workerMs!, deliveries));
      speed.databaseCpuMs.push(each(databaseMs!, deliveries));
    }
  }
  await worker.stop();
  return speeds;
}

async function openRow(
  dataSource: DataSource,
  row: { receiver: HookReceiver; endpoints: number; facts: number },
) {
  const { receiver, endpoints, facts } = row;
  const workspace = await HookedWorkspace.open(dataSource);
  const paths = Array.from({ length: endpoints }, (_, index) => `/${index}`);
  const urls = paths.map((path) => `${receiver.url}${path}`);
  await workspace.tell(urls);
  const deliver = async (count: number) => {
    const { ids, atMs } = await workspace.happens(count);
    const arrivals = await receiver.arrived(count * endpoints);
    await workspace.untilDelivered();
    return { arrivals, atMs, verify: () => workspace.verify(arrivals, { ids, paths }) };
  };
  return { endpoints, facts, urls, deliver };
}

function emptySpeed(endpoints: number, facts: number): HookSpeed {
  return {
    endpoints,
    facts,
    perSecond: [],
    barePerSecond: [],
    workerCpuMs: [],
    databaseCpuMs: [],
  };
}

function rate(arrivals: Arrival[], startedAtMs: number): number {
  const lastMs = arrivals.reduce((last, { atMs }) => Math.max(last, atMs), 0);
  return (arrivals.length / (lastMs - startedAtMs)) * 1000;
}

function serverTime({ serverPid }: { serverPid: number | null }): number | null {
  return serverPid === null ? null : serverMs(serverPid);
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

function each(ms: number | null, deliveries: number): number | null {
  return ms === null ? null : ms / deliveries;
}
