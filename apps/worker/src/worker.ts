import { type DatabaseSettings, dataSourceOptions } from '#engine';
import { createPostgresBackend, withBackend } from 'bullmq';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { type Duty, DUTIES } from './duties.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

const QUEUE = 'duties';
/** How long a failed fetch of jobs waits before the next, in milliseconds. */
const RETRY_MS = 1000;

/** A running worker; `close` lets the job in hand finish. */
export interface RunningWorker {
  close: () => Promise<void>;
}

/**
 * Runs the duties on their schedules. Any number of workers may run: the queue gives each run to one of them. A job
 * carries no state, so a lost one is made up for by the next.
 */
export async function startWorker(
  settings: DatabaseSettings,
  duties: Record<string, Duty> = DUTIES,
): Promise<RunningWorker> {
  const logger = pino({ level: settings.LOG_LEVEL, base: { app: 'worker' } });
  const options = dataSourceOptions({
    url: settings.DATABASE_URL,
    poolSize: settings.POOL_SIZE,
    applicationName: 'baton-worker',
  });
  const dataSource = await new DataSource(options).initialize();
  const connection = { connectionString: settings.DATABASE_URL, ...options.extra, max: 4 };

  const queue = new Queue(QUEUE, { connection });
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      const duty = duties[name];
      if (duty === undefined) throw new Error(`No duty is called "${name}".`);
      const done = await duty.run(dataSource);
      const idle = Object.values(done).every((count) => count === 0);
      logger[idle ? 'debug' : 'info']({ duty: name, ...done }, 'duty');
    },
    { connection, concurrency: 2, runRetryDelay: RETRY_MS },
  );
  worker.on('failed', (job, error) => logger.error({ duty: job?.name, err: error }, 'duty failed'));
  queue.on('error', (error) => logger.error({ err: error }, 'queue'));
  worker.on('error', (error) => logger.error({ err: error }, 'queue'));
  await retireUnknown(queue, duties);
  for (const [name, { everyMs }] of Object.entries(duties)) {
    await queue.upsertJobScheduler(
      name,
      { every: everyMs },
      { name, opts: { removeOnComplete: true, removeOnFail: 100 } },
    );
  }
  return {
    close: async () => {
      await worker.close();
      await queue.close();
      await dataSource.destroy();
    },
  };
}

/** Schedules of duties that an earlier release had. */
async function retireUnknown(
  queue: InstanceType<typeof Queue>,
  duties: Record<string, Duty>,
): Promise<void> {
  const schedulers = await queue.getJobSchedulers();
  for (const { key } of schedulers) {
    if (!Object.hasOwn(duties, key)) await queue.removeJobScheduler(key);
  }
}
