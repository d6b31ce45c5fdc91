import {
  changeHealth,
  claimDeliveries,
  type ClaimedDelivery,
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
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { WorkerMetrics } from '../metrics.js';
import { attemptOf } from './attempt-of.js';
import type { Send } from './send-delivery.js';

/** Deliveries that are taken at a time from an endpoint that answers. */
const BATCH = 100;
/** Milliseconds after which nothing more of a batch is begun, and after which a run makes room for others. */
const BEGIN_MS = 8000;
const RUN_MS = 20_000;
/** Milliseconds that a delivery stays in hand: longer than a batch can take, with an attempt of 15 s at its end. */
const LEASE_MS = 40_000;
/** Failures in a row after which the rest of a batch is left for later. */
const GIVE_UP_AFTER = 5;

/** What a run needs of the process that it runs in. */
export interface RunGround {
  dataSource: DataSource;
  logger: Logger;
  metrics: Pick<WorkerMetrics, 'attempted'>;
  send: Send;
  /** whether the process is about to stop: then nothing more is begun */
  isStopping: () => boolean;
}

/**
 * Sends the deliveries of one lane of an endpoint whose time has come, until there are none, the endpoint is not to be
 * sent to, or its time is over. May run twice at once, and may be killed anywhere: what it has in hand belongs to it for
 * a while only, and what it did not record is sent again with the same id and the same bytes.
 */
export async function runLane(
  ground: RunGround,
  { lane, ...key }: EndpointKey & { lane: Lane },
): Promise<{ attempts: number }> {
  const pool = poolOf(ground.dataSource);
  const until = Date.now() + RUN_MS;
  let attempts = 0;
  while (Date.now() < until && !ground.isStopping()) {
    const target = await readTarget(pool, key);
    if (target === null) break;
    const atOnce = mayAttempt(target.health, new Date());
    if (atOnce === 0) break;
    const runId = randomUUID();
    const limit = atOnce === 1 ? 1 : BATCH;
    const claimed = await claimDeliveries(pool, key, { lane, limit, runId, leaseMs: LEASE_MS });
    if (claimed.length === 0) break;
    const { sent, left } = await sendBatch(ground, { key, target, claimed, atOnce });
    await recordAttempts(pool, key, { runId, attempts: sent });
    const messageIds = left.map(({ messageId }) => messageId);
    await releaseDeliveries(pool, key, { runId, messageIds });
    attempts += sent.length;
    await settleHealth(ground.dataSource, { key, target, sent });
  }
  return { attempts };
}

type Sent = Awaited<ReturnType<typeof attemptOf>>;

/** Sends up to `atOnce` at a time; what is not begun in time, or after failures in a row, is left. */
async function sendBatch(
  { send, isStopping, logger, metrics }: RunGround,
  batch: { key: EndpointKey; target: EndpointTarget; claimed: ClaimedDelivery[]; atOnce: number },
): Promise<{ sent: Sent[]; left: ClaimedDelivery[] }> {
  const { key, target, claimed, atOnce } = batch;
  const until = Date.now() + BEGIN_MS;
  const waiting = claimed.values();
  const sent: Sent[] = [];
  let failed = 0;
  const goesOn = () => Date.now() < until && failed < GIVE_UP_AFTER && !isStopping();
  const sender = async (): Promise<void> => {
    for (const delivery of waiting) {
      const at = new Date();
      const outcome = await send({ key, target, delivery, at }).catch((error: unknown) => {
        logger.error({ err: error, endpoint: key.endpointId }, 'delivery');
        return null;
      });
      // What failed on this side was no attempt. It stays in hand, and is found again when that is over.
      if (outcome === null) break;
      failed = outcome.ok ? 0 : failed + 1;
      const attempt = attemptOf(delivery, { at, outcome });
      sent.push(attempt);
      metrics.attempted(outcomeOf(attempt), outcome.durationMs / 1000);
      if (outcome.gone || !goesOn()) break;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, claimed.length) }, sender));
  return { sent, left: [...waiting] };
}

function outcomeOf({ error, nextAttemptAt }: Sent): 'delivered' | 'failed' | 'dead' {
  if (error === null) return 'delivered';
  return nextAttemptAt === null ? 'dead' : 'failed';
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
