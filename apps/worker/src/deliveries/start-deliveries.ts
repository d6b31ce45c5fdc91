import type { DatabaseSettings, EndpointKey, Lane } from '#engine';
import { createDispatcher, readAddressRules } from '#webhooks';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { JobQueues } from '../job-queues.js';
import type { WorkerMetrics } from '../metrics.js';
import { startLogLoop } from '../log-loop.js';
import { watchDeliveries } from './delivery-gauges.js';
import { enqueueInto } from './delivery-queue.js';
import { runLane } from './run-lane.js';
import { sendOver } from './send-delivery.js';

const QUEUE = 'deliveries';
/** Lanes that one process runs at once; each waits for its receiver most of the time. */
const LANES_AT_ONCE = 64;
/** Milliseconds after which a lane of a worker that was killed or froze is run by another one. */
const LOCK_MS = 10_000;

/** Deliveries that are being made; `close` lets those in flight finish. */
export interface RunningDeliveries {
  /** begins nothing more */
  stop: () => Promise<void>;
  /** after the queues were closed */
  close: () => Promise<void>;
}

/** Carries facts from the outbox to the endpoints: see `log-loop.ts` for what finds the work, `run-lane.ts` for what does it. */
export function startDeliveries(
  dataSource: DataSource,
  ground: {
    queues: JobQueues;
    logger: Logger;
    settings: DatabaseSettings;
    metrics: WorkerMetrics;
  },
): RunningDeliveries {
  const { queues, logger, settings, metrics } = ground;
  const dispatcher = createDispatcher({ allow: readAddressRules(settings.WEBHOOK_ALLOW) });
  watchDeliveries(metrics, dataSource);
  let stopping = false;
  const run = {
    dataSource,
    logger,
    metrics,
    send: sendOver(dispatcher),
    isStopping: () => stopping,
  };
  queues.openWorker<EndpointKey>(
    QUEUE,
    async ({ name, data }) => runLane(run, { ...data, lane: name as Lane }),
    {
      concurrency: LANES_AT_ONCE,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 1000,
    },
  );
  const queue = queues.openQueue<EndpointKey>(QUEUE);
  const loop = startLogLoop(dataSource, { enqueue: enqueueInto(queue), logger });
  return {
    stop: async () => {
      stopping = true;
      await loop.stop();
    },
    close: () => dispatcher.close(),
  };
}
