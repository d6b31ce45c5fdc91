import type { DatabaseSettings, EndpointKey, Lane } from '#engine';
import { createDispatcher, readAddressRules } from '#webhooks';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { JobQueues } from '../job-queues.js';
import type { WorkerMetrics } from '../metrics.js';
import { type Enqueue, startLogLoop } from '../log-loop.js';
import { RepeatedErrors } from '../repeated-errors.js';
import { watchDeliveries } from './delivery-gauges.js';
import { enqueueInto, laneJob } from './delivery-queue.js';
import { LanesInHand } from './lanes-in-hand.js';
import { runLane } from './run-lane.js';
import { sendOver } from './send-delivery.js';

const QUEUE = 'deliveries';
/** Lanes that one process runs at once; each waits for its receiver most of the time. */
const LANES_AT_ONCE = 64;
/**
 * Milliseconds that a lane is kept for a worker that says nothing, and between two searches for lanes so kept: it stands
 * still for both at most when its worker is killed or freezes. Two that run it at once do no harm.
 */
const LOCK_MS = 5000;
const STALLED_MS = 2000;

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
  const putInLine = enqueueInto(queues, QUEUE);
  const inHand = new LanesInHand();
  const enqueue: Enqueue = async (lanes) => {
    for (const lane of lanes) inHand.ask(laneJob(lane).opts.jobId);
    await putInLine(lanes);
  };
  const worker = queues.openWorker<EndpointKey>(
    QUEUE,
    async ({ id, name, data }) => {
      inHand.begin(id!);
      const isAskedAgain = () => inHand.isAskedAgain(id!);
      return runLane({ ...run, isAskedAgain }, { ...data, lane: name as Lane });
    },
    {
      concurrency: LANES_AT_ONCE,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: 1000,
    },
  );
  const errors = new RepeatedErrors(logger, 'deliveries');
  worker.on('completed', ({ id, name, data }) => {
    errors.answered();
    if (!inHand.end(id!) || stopping) return;
    void putInLine([{ ...data, lane: name as Lane }]);
  });
  worker.on('failed', (job, error) => {
    errors.lost(error);
    inHand.end(job?.id ?? '');
  });
  const loop = startLogLoop(dataSource, { enqueue, logger });
  return {
    stop: async () => {
      stopping = true;
      await loop.stop();
    },
    close: () => dispatcher.close(),
  };
}
