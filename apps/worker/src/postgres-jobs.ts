import { type DatabaseSettings, dataSourceOptions } from '#engine';
import { type BackendFactory, createPostgresBackend, type IQueueBackend } from 'bullmq';
import { Pool } from 'pg';
import type { JobStore } from './job-store.js';

/** The schema that BullMQ keeps its tables in; the migrations make it. */
const SCHEMA = 'bullmq';
/** Connections of all queues together; each worker holds one of them, to be told of jobs. */
const CONNECTIONS = 12;

/** Jobs in the database, beside the data: one pool for all queues of the process. */
export function postgresJobs(
  { DATABASE_URL: url }: DatabaseSettings,
  onError: (error: Error) => void,
): JobStore {
  const { extra } = dataSourceOptions({ url, poolSize: CONNECTIONS, applicationName: '' });
  const pool = new Pool({
    ...extra,
    // A job that is lost is made again, so nobody waits until it is on the disk.
    options: `${extra.options} -c search_path=${SCHEMA} -c synchronous_commit=off`,
    connectionString: url,
    application_name: 'baton-jobs',
    max: CONNECTIONS,
    keepAlive: true,
  });
  // Every queue and worker listens to the errors of its connections.
  pool.setMaxListeners(0);
  pool.on('error', onError);
  return {
    kind: 'postgresql',
    factory: createPostgresBackend as BackendFactory<IQueueBackend, unknown>,
    adding: pool,
    taking: pool,
    disconnect: () => pool.end(),
  };
}
