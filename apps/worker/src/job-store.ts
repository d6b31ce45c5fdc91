import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Where jobs are kept. */
export interface JobStore {
  kind: 'postgresql' | 'redis';
  factory: BackendFactory<IQueueBackend, unknown>;
  /** for what adds jobs: it fails soon where the store is away */
  adding: unknown;
  /** for what takes jobs: it waits until the store is back */
  taking: unknown;
  /** Ends every connection; what still waits for an answer fails. */
  disconnect: () => Promise<void>;
}
