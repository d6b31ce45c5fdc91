import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

const EVERY_MS = 200;

/**
 * What waits for its next attempt, for hours as a receiver may ask or the schedule says, waits no more; nor does what
 * waits for the pause of an endpoint. A delivery is in hand for 40 seconds, and here for 6.
 */
const PASS = [
  `update delivery set next_attempt_at = now()
   where workspace_id = $1 and status = 'pending' and next_attempt_at > now()
     and (claimed_by is null or next_attempt_at < now() + interval '34 seconds')`,
  `update webhook_endpoint set breaker_until = now() where workspace_id = $1 and breaker_until > now()`,
];

/** Lets the time pass by the rows that hold it, again and again until it is stopped. */
export function letTimePass(pool: Pool, workspaceId: string): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const sql of PASS) {
        // The database is away now and then.
        await pool.query(sql, [workspaceId]).catch(() => {});
      }
      await pause(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
