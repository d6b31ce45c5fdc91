import { type BackendFactory, createRedisBackend, type IQueueBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { JobStore } from './job-store.js';

/** How long a lost connection waits before the next try at most, in milliseconds. */
const RECONNECT_MS = 2000;
/** How long adding a job waits for its answer, in milliseconds. */
const ADDING_MS = 4000;

/**
 * Jobs in Redis, which may be gone, empty or behind at any moment. Whoever adds is told so at once and keeps its rows;
 * whoever takes waits for as long as it lasts.
 */
export function redisJobs(url: string, onError: (error: Error) => void): JobStore {
  const open = (options: RedisOptions) =>
    new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 100, RECONNECT_MS),
      ...options,
    })
      .on('error', onError)
      .setMaxListeners(0);
  const adding = open({ enableOfflineQueue: false, commandTimeout: ADDING_MS });
  const taking = open({});
  return {
    kind: 'redis',
    factory: createRedisBackend as BackendFactory<IQueueBackend, unknown>,
    adding,
    taking,
    disconnect: async () => {
      adding.disconnect();
      taking.disconnect();
    },
  };
}
