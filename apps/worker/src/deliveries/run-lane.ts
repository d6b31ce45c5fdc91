import {
  changeHealth,
  claimDeliveries,
  type EndpointKey,
  type EndpointTarget,
  type Lane,
  poolOf,
  readTarget,
  recordAttempts,
  releaseDeliveries,
} from '#engine';
import { afterAttempts, mayAttempt } from '#webhooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type SendGround, SendingBatch, type Sent } from './sending-batch.js';

/** Deliveries that are taken at a time from an endpoint that answers. */
const BATCH = 100;
/** Milliseconds after which a run makes room for others. */
const RUN_MS = 20_000;
/** Milliseconds that a delivery stays in hand: longer than a batch can take, with an attempt of 15 s at its end. */
const LEASE_MS = 40_000;
/** Milliseconds that a batch is waited for before the next is taken beside it. */
const STRAGGLING_MS = 500;

/** What a run needs of the process that it runs in. */
export interface RunGround extends SendGround {
  dataSource: DataSource;
  /** whether the lane was asked for since this was asked last */
  isAskedAgain: () => boolean;
}

type LaneKey = EndpointKey & { lane: Lane };

/**
 * Sends the deliveries of one lane of an endpoint whose time has come, until there are none, the endpoint is not to be
 * sent to, or its time is over. May run twice at once, and may be killed anywhere: what it has in hand belongs to it for
 * a while only, and what it did not record is sent again with the same id and the same bytes.
 */
export async function runLane(ground: RunGround, lane: LaneKey): Promise<{ attempts: number }> {
  const until = Date.now() + RUN_MS;
  const unsettled = new Map<SendingBatch, Promise<void>>();
  const run = { attempts: 0, broken: false };
  const settle = async (batch: SendingBatch, settled: Promise<Sent[]>) => {
    const sent = await settled;
    unsettled.delete(batch);
    run.attempts += sent.length;
    // What is wrong on this side is not mended by taking more.
    if (sent.length === 0) run.broken = true;
  };
  try {
    while (Date.now() < until && !run.broken && !ground.isStopping()) {
      const target = await readTarget(poolOf(ground.dataSource), lane);
      const atOnce = target === null ? 0 : mayAttempt(target.health, new Date());
      if (target === null || atOnce === 0) break;
      const batches = [...unsettled.keys()];
      const inFlight = batches.reduce((sum, batch) => sum + batch.inFlight, 0);
      // What hangs holds up nothing but itself: once the rest is under way, what else is due is sent beside it.
      const free = batches.every(({ isBegun }) => isBegun) ? atOnce - inFlight : 0;
      const limit = atOnce === 1 ? 1 : BATCH;
      const taken =
        free > 0 ? await takeBatch(ground, lane, { target, atOnce: free, limit }) : null;
      if (taken === null && unsettled.size === 0) {
        if (ground.isAskedAgain()) continue;
        break;
      }
      if (taken !== null) unsettled.set(taken.batch, settle(taken.batch, taken.settled));
      const straggling = pause(STRAGGLING_MS, undefined, { ref: false });
      await Promise.race([...unsettled.values(), straggling]);
    }
    await Promise.all(unsettled.values());
  } finally {
    await Promise.allSettled(unsettled.values());
  }
  return { attempts: run.attempts };
}

/** Takes deliveries in hand and begins to send them; null where none is due. */
async function takeBatch(
  ground: RunGround,
  { lane, ...key }: LaneKey,
  { target, atOnce, limit }: { target: EndpointTarget; atOnce: number; limit: number },
): Promise<{ batch: SendingBatch; settled: Promise<Sent[]> } | null> {
  const pool = poolOf(ground.dataSource);
  const runId = randomUUID();
  const claimed = await claimDeliveries(pool, key, { lane, limit, runId, leaseMs: LEASE_MS });
  if (claimed.length === 0) return null;
  const record = async (attempts: Sent[]) => {
    await recordAttempts(pool, key, { runId, attempts });
  };
  const batch = new SendingBatch(ground, { key, target, claimed, atOnce, record });
  const settled = batch.over.then(async ({ sent, left }) => {
    const messageIds = left.map(({ messageId }) => messageId);
    await releaseDeliveries(pool, key, { runId, messageIds });
    await settleHealth(ground.dataSource, { key, target, sent });
    return sent;
  });
  return { batch, settled };
}

/** Where everything was taken by an endpoint that was fine, there is nothing to change. */
async function settleHealth(
  dataSource: DataSource,
  { key, target, sent }: { key: EndpointKey; target: EndpointTarget; sent: Sent[] },
): Promise<void> {
  const { status, consecutiveFailures } = target.health;
  const fine = sent.every(({ error }) => error === null);
  if (sent.length === 0 || (fine && status === 'active' && consecutiveFailures === 0)) return;
  const outcomes = sent.map(({ error, gone }) => ({ ok: error === null, gone }));
  await changeHealth(dataSource, key, (health, now) => afterAttempts(health, outcomes, now));
}
