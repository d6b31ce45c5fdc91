import { dataSourceOptions, poolOf } from '#engine';
import { startTracing, traceFields } from '#telemetry';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { again } from './again.js';
import { type Duty, dutiesFor } from './duties.js';
import { startDeliveries } from './deliveries/start-deliveries.js';
import type { WorkerGround, WorkerHttp } from './http/worker-http.js';
import { JobQueues } from './job-queues.js';
import { WorkerMetrics } from './metrics.js';
import { restoreSchedules } from './schedules.js';
import type { WorkerSettings } from './settings.js';

const QUEUE = 'duties';
/** How often the schedules are looked after, in milliseconds. */
const LOOK_AFTER_MS = 2000;
/** How long a worker that froze keeps others from what it had in hand, in milliseconds. */
const IDLE_IN_TRANSACTION_MS = 10_000;

/** A running worker; `close` lets the job in hand finish. */
export interface RunningWorker {
  /** where it tells how it is doing; null where no port was named */
  url: string | null;
  close: () => Promise<void>;
}

/**
 * Runs the duties on their schedules. Any number of workers may run: the queue gives each run to one of them. A job
 * carries no state, so a lost one is made up for by the next, and lost schedules come back by themselves.
 */
export async function startWorker(
  settings: WorkerSettings,
  duties: Record<string, Duty> = dutiesFor(settings),
): Promise<RunningWorker> {
  const logger = pino({ level: settings.LOG_LEVEL, base: { app: 'worker' }, mixin: traceFields });
  if (settings.AUDIT_KEY === '' && settings.AUDIT_KEY_FILE === '') {
    logger.warn('No audit key (AUDIT_KEY_FILE): this worker signs no checkpoints.');
  }
  const options = dataSourceOptions({
    url: settings.DATABASE_URL,
    poolSize: settings.POOL_SIZE,
    applicationName: 'baton-worker',
    idleInTransactionMs: IDLE_IN_TRANSACTION_MS,
  });
  const dataSource = await new DataSource(options).initialize();
  const queues = new JobQueues(settings, logger);
  const metrics = new WorkerMetrics();
  const tracing = await startTracing({
    service: 'baton-worker',
    endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    onError: (error) => logger.error({ err: error }, 'traces cannot be exported'),
  });

  const worker = queues.openWorker(
    QUEUE,
    async ({ name }) => {
      const duty = duties[name];
      if (duty === undefined) throw new Error(`No duty is called "${name}".`);
      const done = await metrics.timed(name, () => duty.run(dataSource));
      const idle = Object.values(done).every((count) => count === 0);
      logger[idle ? 'debug' : 'info']({ duty: name, ...done }, 'duty');
    },
    { concurrency: 2 },
  );
  worker.on('failed', (job, error) => logger.error({ duty: job?.name, err: error }, 'duty failed'));

  const deliveries = startDeliveries(dataSource, { queues, logger, settings, metrics });
  const queue = queues.openQueue(QUEUE);
  const everyMs = Object.fromEntries(
    Object.entries(duties).map(([name, duty]) => [name, duty.everyMs]),
  );
  const lookAfter = again(async () => {
    const restored = await queues.ask(() => restoreSchedules(queue, everyMs));
    if (restored !== null && restored.length > 0) logger.info({ restored }, 'schedules');
    return LOOK_AFTER_MS;
  });
  metrics.watchPool(poolOf(dataSource));
  metrics.watchQueues(queues);
  let stopping = false;
  const http = await watched({
    settings,
    dataSource,
    queues,
    metrics,
    logger,
    isStopping: () => stopping,
  });
  return {
    url: http?.url ?? null,
    close: async () => {
      stopping = true;
      await lookAfter.stop();
      await deliveries.stop();
      await queues.close();
      await deliveries.close();
      await http?.close();
      await tracing.stop();
      await dataSource.destroy();
    },
  };
}

/** The page of the queues is loaded only where somebody can look at it. */
async function watched(ground: WorkerGround): Promise<WorkerHttp | null> {
  const { WORKER_PORT: port } = ground.settings;
  if (port === null) return null;
  const { serveWorker } = await import('./http/worker-http.js');
  return serveWorker(ground, port);
}
