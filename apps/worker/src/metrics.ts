import { addGauge, createRegistry, type ReadGauge, watchPool } from '#telemetry';
import type { Pool } from 'pg';
import { Histogram } from 'prom-client';
import type { JobQueues } from './job-queues.js';

/** Seconds; the upper bounds within which runs and attempts are counted. */
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/** What came of an attempt to deliver: taken, or not, and then whether there will be another one. */
export type AttemptOutcome = 'delivered' | 'failed' | 'dead';

/** What a worker counts and times. What it reads from the database is the same on every worker: take the maximum. */
export class WorkerMetrics {
  readonly registry = createRegistry();

  private readonly duties = new Histogram({
    name: 'baton_duty_duration_seconds',
    help: 'Runs of duties, by what came of them.',
    labelNames: ['duty', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly attempts = new Histogram({
    name: 'baton_delivery_attempt_duration_seconds',
    help: 'Attempts to deliver to a webhook endpoint, by what came of them; dead: it was the last one.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** Adds a figure that is read at each scrape, within two seconds. */
  gauge(gauge: ReadGauge): void {
    addGauge(this.registry, gauge);
  }

  /** Times a run of a duty. */
  async timed<T>(duty: string, run: () => Promise<T>): Promise<T> {
    const stop = this.duties.startTimer({ duty });
    try {
      const done = await run();
      stop({ outcome: 'done' });
      return done;
    } catch (error) {
      stop({ outcome: 'failed' });
      throw error;
    }
  }

  /** An attempt to deliver was made. */
  attempted(outcome: AttemptOutcome, seconds: number): void {
    this.attempts.observe({ outcome }, seconds);
  }

  /** Adds the connections to the database. */
  watchPool(pool: Pool): void {
    watchPool(this.registry, pool);
  }

  /** Adds how many jobs are in which queue, in which state, and whether the store of jobs answers. */
  watchQueues(queues: JobQueues): void {
    this.gauge({
      name: 'baton_queue_jobs',
      help: 'Jobs by queue and state.',
      labelNames: ['queue', 'state'],
      read: async () => {
        const counted = await Promise.all(
          [...queues.queues].map(async ([name, queue]) =>
            Object.entries(await queue.getJobCounts()).map(([state, value]) => ({
              labels: { queue: name, state },
              value,
            })),
          ),
        );
        return counted.flat();
      },
    });
    this.gauge({
      name: 'baton_queue_store_up',
      help: 'Whether the store of jobs answered when it was asked last, by its kind.',
      labelNames: ['kind'],
      read: () => [{ labels: { kind: queues.kind }, value: queues.areAway ? 0 : 1 }],
    });
  }
}
