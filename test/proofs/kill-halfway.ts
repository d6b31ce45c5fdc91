import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Ground, OWN_NAME } from './ground.js';
import { holds } from './holds.js';
import type { Servers } from './servers.js';

/** Fewer items than this go over before anybody could kill anything, so that each takes a while. */
const FEW = 3_000;
const FEW_TAKE_SECONDS = 15;
const POLL_MS = 5;
const SESSIONS_PATIENCE_MS = 30_000;

/** Where a run stands in the database. */
export interface Standing {
  status: string;
  /** as the run itself counts */
  migrated: number;
  /** items pinned to the new version */
  pinned: number;
}

/**
 * Waits until half of the items that can go over have and the worker is in the middle of the next, kills it and the
 * API, and gives where it stands then. Throws where the run comes to its end first.
 */
export async function killHalfway(
  ground: Ground,
  servers: Servers,
  run: { id: string; mapped: number; to: string },
): Promise<Standing> {
  for (;;) {
    const { status, migrated, pinned } = await standing(ground, run);
    // At whatever moment one looks: a kill could come in each of them.
    holds('The count of the run, and the items that are over', migrated, pinned);
    if (status !== 'running') throw new Error(`The run is ${status} before anything was killed.`);
    if (migrated >= run.mapped / 2 && (await isWriting(ground))) break;
    await pause(POLL_MS);
  }
  await servers.kill();
  await sessionsEnded(ground);
  return standing(ground, run);
}

/** Makes every row of a trail take a while where there are few items; gives what ends that. */
export async function slowDown(ground: Ground, items: number): Promise<() => Promise<void>> {
  if (items >= FEW) return async () => {};
  const seconds = FEW_TAKE_SECONDS / items;
  await asOwner(
    ground,
    `create function dawdle() returns trigger language plpgsql as $$
       begin perform pg_sleep(${seconds}); return new; end $$;
     create trigger dawdle before insert on audit_entry for each row execute function dawdle()`,
  );
  ground.say(`So few items take ${Math.round(seconds * 1000)} ms each, so that there is a middle.`);
  return () => asOwner(ground, 'drop trigger dawdle on audit_entry; drop function dawdle()');
}

async function standing(
  { pool, workspaceId }: Ground,
  { id, to }: { id: string; to: string },
): Promise<Standing> {
  const { rows } = await pool.query<Standing>(
    `select status, migrated, (select count(*)::integer from item i
       where i.workspace_id = m.workspace_id and i.process_digest = $3) as pinned
     from process_migration m where m.workspace_id = $1 and m.migration_id = $2`,
    [workspaceId, id, to],
  );
  return rows[0]!;
}

/** Whether the worker has a transaction open in which it has something in hand. */
async function isWriting({ pool }: Ground): Promise<boolean> {
  const { rows } = await pool.query<{ writing: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database()
       and application_name = 'baton-worker' and backend_xid is not null) as writing`,
  );
  return rows[0]!.writing;
}

/** The database notices only when it wants to answer that nobody is there any more. */
async function sessionsEnded({ pool }: Ground): Promise<void> {
  const deadline = Date.now() + SESSIONS_PATIENCE_MS;
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `select count(*)::integer as left from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend'
         and application_name <> $1`,
      [OWN_NAME],
    );
    if (rows[0]!.left === 0) return;
    if (Date.now() > deadline) throw new Error(`${rows[0]!.left} sessions of the killed are left.`);
    await pause(POLL_MS);
  }
}

async function asOwner({ database }: Ground, sql: string): Promise<void> {
  const client = new Client({ connectionString: database.url, application_name: OWN_NAME });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
