import type { Pool } from 'pg';
import { SESSION_IDLE } from './sessions.js';

/**
 * Writes down that keys were used, each at most once a minute. Rows that another process writes at this moment are left to
 * it.
 */
export async function noteKeyUse(pool: Pool, keyIds: readonly string[]): Promise<void> {
  await pool.query(
    `update api_key k set last_used_at = now()
     from (select workspace_id, key_id from api_key
       where key_id = any($1)
         and (last_used_at is null or last_used_at <= now() - interval '1 minute')
       order by key_id for update skip locked) used
     where k.workspace_id = used.workspace_id and k.key_id = used.key_id`,
    [keyIds],
  );
}

/** The same for sessions by the hashes of their tokens; it also puts off the end of those that are not over yet. */
export async function noteSessionUse(pool: Pool, tokenHashes: readonly string[]): Promise<void> {
  await pool.query(
    `update session s
     set last_used_at = now(), idle_expires_at = least(s.expires_at, now() + interval '${SESSION_IDLE}')
     from (select workspace_id, session_id from session
       where token_hash = any($1) and revoked_at is null and idle_expires_at > now()
         and last_used_at <= now() - interval '1 minute'
       order by session_id for update skip locked) used
     where s.workspace_id = used.workspace_id and s.session_id = used.session_id`,
    [tokenHashes],
  );
}
