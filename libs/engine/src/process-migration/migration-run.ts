import type { Actor, Process, StageMapping } from '#domain';
import type { Pool } from 'pg';
import type { ProcessStore } from '../process-store.js';
import { inTransaction, type Queryable } from '../queryable.js';
import { areItemsLeft, finalStages, type LiveItems } from './live-items.js';

/** A run as the worker goes about it. */
export interface MigrationRun {
  migrationId: string;
  live: LiveItems;
  from: Process;
  to: Process;
  mapping: StageMapping;
  startedBy: Actor;
}

export interface RunAddress {
  workspaceId: string;
  migrationId: string;
}

/** The runs that are not at their end, the oldest first. */
export async function runningMigrations(queryable: Queryable): Promise<RunAddress[]> {
  const { rows } = await queryable.query<RunAddress>(
    `select workspace_id as "workspaceId", migration_id as "migrationId"
     from process_migration where status = 'running' order by created_at`,
  );
  return rows;
}

/**
 * The run with its mapping as it is by now, or null when it does not run any more. One whose new version was retired
 * meanwhile is stopped here, and says so.
 */
export async function loadRun(
  queryable: Queryable,
  processes: ProcessStore,
  { workspaceId, migrationId }: RunAddress,
): Promise<MigrationRun | null> {
  const { rows } = await queryable.query<{
    from: string;
    to: string;
    mapping: StageMapping;
    startedBy: Actor;
    active: boolean;
  }>(
    `select m.from_digest as "from", m.to_digest as "to", m.mapping, m.started_by as "startedBy", p.active
     from process_migration m
     join process_version p on p.workspace_id = m.workspace_id and p.digest = m.to_digest
     where m.workspace_id = $1 and m.migration_id = $2 and m.status = 'running'`,
    [workspaceId, migrationId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  if (!row.active) {
    await stopRun(queryable, { workspaceId, migrationId }, NOT_ACTIVE_ANY_MORE);
    return null;
  }
  const from = await processes.get(workspaceId, row.from);
  const to = await processes.get(workspaceId, row.to);
  const live = { workspaceId, from: row.from, finalStages: finalStages(from.definition) };
  return { migrationId, live, from, to, mapping: row.mapping, startedBy: row.startedBy };
}

const NOT_ACTIVE_ANY_MORE =
  'The version that it migrates to is not active any more. Activate it and let the run go on, or migrate to another.';

/** Whether a running run was stopped by this. `because` is for those that Baton stops by itself. */
export async function stopRun(
  queryable: Queryable,
  { workspaceId, migrationId }: RunAddress,
  because: string | null,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update process_migration set status = 'stopped', stopped_because = $3, finished_at = now()
     where workspace_id = $1 and migration_id = $2 and status = 'running'`,
    [workspaceId, migrationId, because],
  );
  return rowCount === 1;
}

/**
 * Brings a run to its end where nothing is left of it; false where something is. Whoever sets a run going again has its
 * row in hand, so that the two cannot miss each other.
 */
export async function finishRun(pool: Pool, run: MigrationRun): Promise<boolean> {
  const { migrationId, live } = run;
  const address = [live.workspaceId, migrationId];
  return inTransaction(pool, async (client) => {
    await client.query(
      `select from process_migration where workspace_id = $1 and migration_id = $2 for update`,
      address,
    );
    if (await areItemsLeft(client, live, migrationId)) return false;
    await client.query(
      `update process_migration set status = 'done', finished_at = now()
       where workspace_id = $1 and migration_id = $2 and status = 'running'`,
      address,
    );
    return true;
  });
}
