import {
  type IQueueBackend,
  type Job,
  type JobProgress,
  type Processor,
  Queue,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import type { Logger } from 'pino';
import type { JobStore } from './job-store.js';
import { postgresJobs } from './postgres-jobs.js';
import { redisJobs } from './redis-jobs.js';
import { RepeatedErrors } from './repeated-errors.js';
import type { WorkerSettings } from './settings.js';

/** A queue of jobs with data of type `D`; a job carries ids, never state. */
export type JobQueue<D = unknown> = Queue<
  D,
  unknown,
  string,
  D,
  unknown,
  string,
  IQueueBackend,
  unknown
>;
/** What takes the jobs of one queue. */
export type JobWorker<D = unknown> = Worker<
  D,
  unknown,
  string,
  IQueueBackend,
  JobProgress,
  unknown
>;
/** What is done with a job. It may run twice, or on a worker that was taken for dead: effects are fenced elsewhere. */
export type JobProcessor<D = unknown> = (job: Job<D, unknown>) => Promise<unknown>;
export type JobWorkerOptions = Partial<
  Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'>
>;

/** Workers of one process at most: each holds a connection of the pool for as long as it runs. */
const MOST_WORKERS = 8;
/** How long a failed fetch of jobs waits before the next, in milliseconds. */
const RETRY_MS = 1000;
/** How long closing waits for jobs in hand, in milliseconds; less than a container is given. */
const CLOSE_MS = 20_000;

/**
 * The queues of this process, in PostgreSQL or, with REDIS_URL, in Redis: the same code over either. Whatever is in
 * them may be lost at any moment; who adds a job has to be able to add it again from its own rows.
 */
export class JobQueues {
  private readonly store: JobStore;
  private readonly opened = new Map<string, JobQueue>();
  private readonly workers: JobWorker[] = [];
  private readonly inHand = new Set<Promise<unknown>>();
  private readonly errors: RepeatedErrors;

  constructor(settings: WorkerSettings, logger: Logger) {
    this.errors = new RepeatedErrors(logger, 'queue');
    const onError = (error: Error) => this.errors.heard(error);
    this.store =
      settings.REDIS_URL === ''
        ? postgresJobs(settings, onError)
        : redisJobs(settings.REDIS_URL, onError);
  }

  /** Where the jobs are kept. */
  get kind(): JobStore['kind'] {
    return this.store.kind;
  }

  /** Whether the queues did not answer when they were asked last. */
  get areAway(): boolean {
    return this.errors.isAway;
  }

  /** The queues that are open, by name. */
  get queues(): ReadonlyMap<string, JobQueue> {
    return this.opened;
  }

  /** A queue to add jobs to; the same one for the same name. Adding fails within seconds where the store is away. */
  openQueue<D = unknown>(name: string): JobQueue<D> {
    const known = this.opened.get(name);
    if (known !== undefined) return known as JobQueue<D>;
    const queue: JobQueue = new Queue(name, { connection: this.store.adding }, this.store.factory);
    queue.on('error', (error) => this.errors.heard(error));
    this.opened.set(name, queue);
    return queue as JobQueue<D>;
  }

  /** Takes jobs of a queue, `concurrency` at a time (1 unless told otherwise), until `close`. */
  openWorker<D = unknown>(
    name: string,
    processor: JobProcessor<D>,
    options: JobWorkerOptions = {},
  ): JobWorker<D> {
    if (this.workers.length === MOST_WORKERS) {
      throw new Error(`Expected at most ${MOST_WORKERS} workers in a process; found one more.`);
    }
    const worker: JobWorker = new Worker(
      name,
      this.remembered(processor) as Processor,
      { ...options, connection: this.store.taking, runRetryDelay: RETRY_MS },
      this.store.factory,
    );
    worker.on('error', (error) => this.errors.heard(error));
    this.workers.push(worker);
    return worker as JobWorker<D>;
  }

  /** Asks the store something, and remembers whether it answered within `withinMs`; null where it did not. */
  async ask<T>(question: () => Promise<T>, withinMs = 2000): Promise<T | null> {
    try {
      const answer = await within(withinMs, question());
      this.errors.answered();
      return answer;
    } catch (error) {
      this.errors.lost(error);
      return null;
    }
  }

  /** Lets the jobs in hand finish, for 20 seconds at most, and ends every connection. */
  async close(): Promise<void> {
    const [anyQueue] = this.opened.values();
    if (anyQueue !== undefined) await this.ask(() => anyQueue.count(), RETRY_MS);
    // Where the store is away, what was done with a job can be written down nowhere: the job comes again.
    const closing = this.areAway ? this.untilIdle() : this.closeWorkers(false);
    await within(CLOSE_MS, closing).catch(() => {});
    await within(RETRY_MS, this.closeWorkers(true)).catch(() => {});
    const queues = Promise.all([...this.opened.values()].map((queue) => queue.close()));
    await within(RETRY_MS, queues).catch(() => {});
    await this.store.disconnect();
  }

  private async closeWorkers(force: boolean): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close(force)));
  }

  private async untilIdle(): Promise<void> {
    while (this.inHand.size > 0) await Promise.allSettled(this.inHand);
  }

  /** Remembers the work on jobs for as long as it takes. */
  private remembered<D>(processor: JobProcessor<D>): JobProcessor<D> {
    return async (job) => {
      const work = Promise.resolve(processor(job));
      this.inHand.add(work);
      try {
        return await work;
      } finally {
        this.inHand.delete(work);
      }
    };
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Expected an answer within ${ms} ms; found none.`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
