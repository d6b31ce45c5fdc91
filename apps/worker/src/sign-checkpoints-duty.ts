import { signCheckpoints } from '#engine';
import type { KeyObject } from 'node:crypto';
import type { Duty } from './duties.js';

const MINUTE_MS = 60_000;

/**
 * Signs what the trees of entries have become. Without a key it does nothing, so that a worker that has one is not kept
 * from it. A tree that does not go on from its last checkpoint fails the run once all others are signed.
 */
export function signCheckpointsDuty(key: KeyObject | null): Duty {
  return {
    everyMs: MINUTE_MS,
    run: async (dataSource) => {
      if (key === null) return { signed: 0 };
      const { signed, inconsistent } = await signCheckpoints(dataSource, key);
      if (inconsistent.length > 0) throw new Error(inconsistent.join(' '));
      return { signed };
    },
  };
}
