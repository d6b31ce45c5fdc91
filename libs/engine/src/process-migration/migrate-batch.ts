import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../queryable.js';
import { ConflictError, writeChanges } from '../write-changes.js';
import { holderNames, takeLiveItems } from './live-items.js';
import { migrateItem, type Unmigrated } from './migrate-item.js';
import type { MigrationRun } from './migration-run.js';

/** What a batch came to. `last` is the last item that was taken; null: there was none to take. */
export interface BatchResult {
  migrated: number;
  unmigrated: number;
  taken: number;
  last: string | null;
  /** the run was stopped in the meantime, so nothing of this batch was written */
  stopped: boolean;
}

const DEADLOCK = '40P01';
/** Classes of errors that come from what was written, not from the connection or the server: data, integrity. */
const OF_THE_DATA = ['22', '23'];

/**
 * Takes items that a run has not come to, plans and decides each, and writes them all in one transaction, with the
 * count of the run: a kill leaves no half of it. A batch that the database refuses is tried again item by item, so
 * that one bad item does not stand in the way of the others.
 */
export async function migrateBatch(
  pool: Pool,
  run: MigrationRun,
  page: { after: string; limit: number },
): Promise<BatchResult> {
  try {
    return await inTransaction(pool, (client) => migrateTaken(client, run, page));
  } catch (error) {
    if (error instanceof StoppedMeanwhile) return { ...NOTHING, stopped: true };
    if (!isOfTheData(error)) throw error;
    return page.limit === 1 ? setAside(pool, run, page, error) : oneByOne(pool, run, page);
  }
}

async function migrateTaken(
  client: Queryable,
  run: MigrationRun,
  page: { after: string; limit: number },
): Promise<BatchResult> {
  const { migrationId, live } = run;
  const taken = await takeLiveItems(client, live, { migrationId, ...page });
  if (taken.length === 0) return NOTHING;
  const names = await holderNames(client, live.workspaceId, taken);
  const outcomes = taken.map((each) => migrateItem(run, each, (id) => names.get(id) ?? id));
  const changes = outcomes.filter((outcome) => 'change' in outcome).map(({ change }) => change);
  const unmigrated = outcomes.filter((outcome) => 'reason' in outcome);
  if (changes.length > 0) {
    await writeChanges(client, {
      changes,
      bodies: new Map(),
      texts: [],
      definitionOf: () => run.to.definition,
      answered: null,
    });
  }
  const counted = await note(client, run, { migrated: changes.length, unmigrated });
  if (!counted) throw new StoppedMeanwhile();
  return {
    migrated: changes.length,
    unmigrated: unmigrated.length,
    taken: taken.length,
    last: taken.at(-1)!.item.id,
    stopped: false,
  };
}

const NOTHING: BatchResult = { migrated: 0, unmigrated: 0, taken: 0, last: null, stopped: false };

/** Adds to the run's count and keeps what was not migrated; false where the run does not run any more. */
async function note(
  client: Queryable,
  { migrationId, live: { workspaceId } }: MigrationRun,
  { migrated, unmigrated }: { migrated: number; unmigrated: Unmigrated[] },
): Promise<boolean> {
  const { rows } = await client.query<{ running: boolean }>({
    name: 'migration_note',
    text: `
      with running as (
        update process_migration set migrated = migrated + $3
        where workspace_id = $1 and migration_id = $2 and status = 'running' returning 1),
      kept as (
        insert into process_migration_item
          (workspace_id, migration_id, item_id, outcome, stage, reason, choices)
        select $1, $2, r.* from running,
          unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::jsonb[]) r)
      select exists (select from running) as running`,
    values: [
      workspaceId,
      migrationId,
      migrated,
      unmigrated.map(({ itemId }) => itemId),
      unmigrated.map(({ outcome }) => outcome),
      unmigrated.map(({ stage }) => stage),
      unmigrated.map(({ reason }) => reason),
      unmigrated.map(({ choices }) => JSON.stringify(choices)),
    ],
  });
  return rows[0]!.running;
}

/** The same items again, each in a transaction of its own. */
async function oneByOne(
  pool: Pool,
  run: MigrationRun,
  { after, limit }: { after: string; limit: number },
): Promise<BatchResult> {
  const sum = { ...NOTHING };
  let last = after;
  while (sum.taken < limit) {
    const one = await migrateBatch(pool, run, { after: last, limit: 1 });
    if (one.last === null || one.stopped) return { ...sum, stopped: one.stopped };
    last = one.last;
    sum.last = last;
    sum.taken += 1;
    sum.migrated += one.migrated;
    sum.unmigrated += one.unmigrated;
  }
  return sum;
}

/** An item that the database refuses is kept as failed, and why; one that others got to first waits for the next round. */
async function setAside(
  pool: Pool,
  run: MigrationRun,
  page: { after: string; limit: number },
  error: unknown,
): Promise<BatchResult> {
  return inTransaction(pool, async (client) => {
    const { migrationId, live } = run;
    const [taken] = await takeLiveItems(client, live, { migrationId, ...page });
    if (taken === undefined) return NOTHING;
    const { id: itemId, stage } = taken.item;
    const waits = error instanceof ConflictError || codeOf(error) === DEADLOCK;
    const failed = {
      itemId,
      stage,
      outcome: 'failed' as const,
      reason: messageOf(error),
      choices: [],
    };
    const unmigrated = waits ? [] : [failed];
    const stopped = !(await note(client, run, { migrated: 0, unmigrated }));
    return { ...NOTHING, taken: 1, last: itemId, unmigrated: unmigrated.length, stopped };
  });
}

class StoppedMeanwhile extends Error {}

function isOfTheData(error: unknown): boolean {
  const code = codeOf(error);
  return (
    error instanceof ConflictError || code === DEADLOCK || OF_THE_DATA.includes(code.slice(0, 2))
  );
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
