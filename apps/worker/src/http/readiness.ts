import type { DataSource } from 'typeorm';
import { schemaFault } from '../../../../migrations/index.js';
import type { JobQueues } from '../job-queues.js';
import type { Problem } from './problem.js';

/** Whether the worker can do its work: wholly, without its queue, or not. */
export type Readiness =
  | { status: 'ready' }
  | { status: 'degraded'; detail: string }
  | { status: 'not_ready'; problem: Problem };

/** What is asked about. */
export interface Condition {
  dataSource: DataSource;
  queues: JobQueues;
  /** whether a shutdown is under way */
  isStopping: () => boolean;
}

/**
 * Without the database, with another schema than its own, or while it stops, a worker is not ready. Without its Redis it
 * is degraded: it goes on by itself when that is back, and a new worker would be no better off.
 */
export async function readiness({ dataSource, queues, isStopping }: Condition): Promise<Readiness> {
  if (isStopping()) return notReady('draining', 'This process is shutting down.');
  const fault = await schemaFault(dataSource);
  if (fault !== null) return notReady(fault.code, fault.detail);
  if (!queues.areAway) return { status: 'ready' };
  return {
    status: 'degraded',
    detail: 'The store of jobs does not answer; they wait until it does.',
  };
}

function notReady(code: string, detail: string): Readiness {
  const headers = { 'retry-after': '1' };
  return {
    status: 'not_ready',
    problem: { status: 503, code, title: 'Not ready', detail, headers },
  };
}
