import {
  compareStates,
  compileProcess,
  DEFAULT_PROCESSES,
  type ProcessDefinition,
  replayTrail,
  type StoredEntry,
  type TaskState,
} from '#domain';
import { ITEM_COLUMNS, type ItemRow, itemStateOf, OPEN_TASKS } from '#engine';
import type { Pool } from 'pg';
import { PLAIN_ITEMS_FROM } from './plain-items.js';
import type { SampleChange } from './sample-change.js';
import { DRAFT_VERSION, type Line } from './seed.js';
import type { Submitted } from './ways.js';

/** Throws unless the database shows as many whole transitions as were counted, whichever way they came. */
export async function verifyRows(
  pool: Pool,
  { workspaceId }: Line,
  sample: SampleChange,
  counted: Submitted,
): Promise<void> {
  const [drafts, plain] = ['<', '>='].map((side) =>
    Object.entries({
      item: `where stage = 'in_review' and version = $2 and item_id ${side} $3`,
      'task opened': `where status = 'offered' and $2 > 0 and item_id ${side} $3`,
      'task closed': `where status = 'done' and activity = 'draft' and $2 > 0 and item_id ${side} $3`,
      audit_entry: `where seq = $2 and item_id ${side} $3`,
      message: `where sequence = $2 and item_id ${side} $3`,
      idempotency: `where $2 > 0 and key ${side} $3::uuid::text`,
    }),
  );
  const perTransition: Record<string, number> = {
    'task opened': sample.opened.length,
    message: sample.messages.length,
  };
  // Drafts of one call share one kept answer.
  const { inBulk } = counted;
  const sparedIn = (name: string, which: string) =>
    name === 'idempotency' && which === 'over HTTP' ? inBulk.drafts - inBulk.calls : 0;
  for (const [parts, transitions, which] of [
    [drafts!, counted.drafts, 'over HTTP'],
    [plain!, counted.plain, 'in plain SQL'],
  ] as const) {
    for (const [name, where] of parts) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::integer from ${name.split(' ')[0]} ${where} and workspace_id = $1`,
        [workspaceId, DRAFT_VERSION + 1, PLAIN_ITEMS_FROM],
      );
      const expected = transitions * (perTransition[name] ?? 1) - sparedIn(name, which);
      if (rows[0]!.count !== expected) {
        throw new Error(
          `Expected ${expected} rows of ${name} for ${transitions} transitions ${which}; found ${rows[0]!.count}.`,
        );
      }
    }
  }
}

/** Throws unless all of a migration's items went over as often as they should have, and the line went on beside them. */
export async function verifyMigrated(
  pool: Pool,
  { workspaceId, process }: Line,
  expected: { digest: string; items: number; versions: number; submitted: number },
): Promise<void> {
  const { digest, items, versions, submitted } = expected;
  const { rows } = await pool.query<Record<'migrated' | 'entries' | 'aside' | 'submitted', number>>(
    `select
       (select count(*)::integer from item where workspace_id = $1 and process_digest = $2
          and stage = 'drafting' and version = $3) as migrated,
       (select count(*)::integer from audit_entry where workspace_id = $1
          and entry::json -> 'command' ->> 'type' = 'migrate') as entries,
       (select count(*)::integer from process_migration_item where workspace_id = $1) as aside,
       (select count(*)::integer from item where workspace_id = $1 and process_digest = $4
          and stage = 'in_review' and version = $5) as submitted`,
    [workspaceId, digest, DRAFT_VERSION + versions, process.digest, DRAFT_VERSION + 1],
  );
  const wanted = { migrated: items, entries: items * versions, aside: 0, submitted };
  const found = JSON.stringify(rows[0]);
  if (found !== JSON.stringify(wanted)) {
    throw new Error(`Expected after the migrations ${JSON.stringify(wanted)}; found ${found}.`);
  }
}

/** Replays the trails of some of the items that went over HTTP; throws at the first that does not hold. */
export async function verifyTrails(
  pool: Pool,
  { workspaceId }: Line,
  {
    some,
    stage = 'in_review',
    definitions = [],
  }: {
    some: number;
    stage?: string;
    /** of versions that are no default processes */
    definitions?: ProcessDefinition[];
  },
): Promise<void> {
  const processes = new Map(
    [...DEFAULT_PROCESSES, ...definitions]
      .map(compileProcess)
      .map((process) => [process.digest, process] as const),
  );
  const { rows } = await pool.query<ItemRow & { openTasks: TaskState[]; entries: StoredEntry[] }>(
    `select ${ITEM_COLUMNS}, ${OPEN_TASKS} as "openTasks",
       (select json_agg(json_build_object('seq', a.seq, 'text', a.entry, 'hash', a.hash) order by a.seq)
        from audit_entry a
        where a.workspace_id = i.workspace_id and a.item_id = i.item_id) as entries
     from item i
     where i.workspace_id = $1 and i.stage = $4 and i.item_id < $2
     order by md5(i.item_id::text) limit $3`,
    [workspaceId, PLAIN_ITEMS_FROM, some, stage],
  );
  if (rows.length === 0) throw new Error(`Expected items in ${stage}; found none.`);
  for (const row of rows) {
    const stored = itemStateOf(row, row.openTasks);
    const identity = { workspaceId, itemId: row.id };
    const replayed = replayTrail(row.entries, identity, (digest) => processes.get(digest));
    const fault = replayed.ok
      ? compareStates(stored, replayed.state)
      : `row ${replayed.fault.seq}: ${replayed.fault.detail}`;
    if (fault !== null) throw new Error(`The trail of item ${row.id} does not hold: ${fault}`);
  }
}
