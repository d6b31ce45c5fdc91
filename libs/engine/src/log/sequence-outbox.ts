import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';
import { inTransaction } from '../queryable.js';
import { readTips, tipColumns } from './log-tips.js';
import { type OutboxRow, outboxRows } from './outbox-rows.js';
import { type Places, planPlaces } from './plan-places.js';

/** Any number: it keeps two sequencers of one database apart. */
export const SEQUENCER_LOCK = 6_242_171;
/** Changes that get their places in one transaction. */
const AT_A_TIME = 2000;

/**
 * Gives what was committed its place: facts in the feed of their workspace, entries in its tree. Gives how many changes
 * got theirs, or null where another process is at it. A place is given after the commit, so whoever reads the feed
 * in its order misses nothing, however long a transaction took.
 */
export async function sequenceOutbox(dataSource: DataSource): Promise<number | null> {
  return inTransaction(poolOf(dataSource), async (client) => {
    const { rows: locks } = await client.query<{ held: boolean }>({
      name: 'sequencer',
      text: 'select pg_try_advisory_xact_lock($1) as held',
      values: [SEQUENCER_LOCK],
    });
    if (!locks[0]!.held) return null;
    const rows = await outboxRows(client, AT_A_TIME);
    if (rows.length === 0) return 0;
    const workspaces = [...new Set(rows.map(({ workspaceId }) => workspaceId))];
    await write(client, planPlaces(rows, await readTips(client, workspaces)), rows);
    return rows.length;
  });
}

/** One statement for all of it. */
async function write(client: PoolClient, places: Places, rows: OutboxRow[]): Promise<void> {
  const { facts, leaves, nodes } = places;
  const tips = [...places.tips].map(([workspaceId, tip]) => [workspaceId, ...tipColumns(tip)]);
  await client.query({
    name: 'give_places',
    text: GIVE_PLACES,
    values: [
      facts.map((fact) => fact.workspaceId),
      facts.map((fact) => fact.position),
      facts.map((fact) => fact.messageId),
      facts.map((fact) => fact.traceparent),
      leaves.map((leaf) => leaf.workspaceId),
      leaves.map((leaf) => leaf.index),
      leaves.map((leaf) => leaf.itemId),
      leaves.map((leaf) => leaf.seq),
      leaves.map((leaf) => leaf.hash),
      nodes.map((node) => node.workspaceId),
      nodes.map((node) => node.level),
      nodes.map((node) => node.index),
      nodes.map((node) => node.hash),
      ...[0, 1, 2, 3].map((column) => tips.map((tip) => tip[column])),
      rows.map(({ outboxId }) => outboxId),
    ],
  });
}

const GIVE_PLACES = `
  with facts as (
    insert into feed (workspace_id, position, message_id, traceparent)
    select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[])
  ), leaves as (
    insert into audit_leaf (workspace_id, leaf_index, item_id, seq, hash)
    select * from unnest($5::uuid[], $6::bigint[], $7::uuid[], $8::integer[], $9::bytea[])
  ), nodes as (
    insert into audit_node (workspace_id, level, node_index, hash)
    select * from unnest($10::uuid[], $11::smallint[], $12::bigint[], $13::bytea[])
  ), tips as (
    insert into log_tip (workspace_id, position, leaves, peaks)
    select * from unnest($14::uuid[], $15::bigint[], $16::bigint[], $17::bytea[])
    on conflict (workspace_id) do update
      set position = excluded.position, leaves = excluded.leaves, peaks = excluded.peaks
  )
  delete from outbox where outbox_id = any($18::bigint[])`;
