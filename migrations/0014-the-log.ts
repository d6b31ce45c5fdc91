import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One order for all that happened in a workspace: what a change leaves in `outbox` is taken from there after it was
 * committed, and gets its places in `feed` (facts) and in the tree of `audit_leaf` and `audit_node` (entries).
 */
export class TheLog1761955200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        outbox_id bigint generated always as identity primary key,
        workspace_id uuid not null,
        item_id uuid,
        seq integer,
        message_ids uuid[] not null,
        traceparent text,
        check ((item_id is null) = (seq is null))
      );

      create table feed (
        workspace_id uuid not null,
        position bigint not null check (position > 0),
        message_id uuid not null,
        traceparent text,
        primary key (workspace_id, position),
        unique (workspace_id, message_id)
      );

      -- leaves and the complete subtrees over them, as RFC 6962 hashes them
      create table audit_leaf (
        workspace_id uuid not null,
        leaf_index bigint not null check (leaf_index >= 0),
        item_id uuid not null,
        seq integer not null,
        hash bytea not null check (length(hash) = 32),
        primary key (workspace_id, leaf_index),
        unique (workspace_id, item_id, seq)
      );
      create table audit_node (
        workspace_id uuid not null,
        level smallint not null check (level > 0),
        node_index bigint not null check (node_index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (workspace_id, level, node_index)
      );

      -- how far both have come; the peaks are the roots of the complete subtrees, the largest first
      create table log_tip (
        workspace_id uuid primary key references workspace,
        position bigint not null check (position >= 0),
        leaves bigint not null check (leaves >= 0),
        peaks bytea not null check (length(peaks) % 32 = 0)
      );

      create trigger feed_insert_only before update or delete or truncate on feed
        for each statement execute function baton_refuse_change();
      create trigger audit_leaf_insert_only before update or delete or truncate on audit_leaf
        for each statement execute function baton_refuse_change();
      create trigger audit_node_insert_only before update or delete or truncate on audit_node
        for each statement execute function baton_refuse_change();

      grant select, insert, delete on outbox to baton_app;
      grant select, insert on feed, audit_leaf, audit_node to baton_app;
      grant select, insert, update on log_tip to baton_app;
    `);
    await runner.query(SEQUENCE_WHAT_IS_THERE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** What happened before this release, in the order in which it happened. */
const SEQUENCE_WHAT_IS_THERE = `
  insert into outbox (workspace_id, item_id, seq, message_ids)
  select workspace_id, item_id, seq, message_ids from (
    select e.workspace_id, e.item_id, e.seq, (e.entry::json ->> 'at')::timestamptz as at,
      coalesce(m.message_ids, '{}') as message_ids
    from audit_entry e
    left join (
      select workspace_id, item_id, sequence, array_agg(message_id order by message_id) as message_ids
      from message where item_id is not null group by 1, 2, 3
    ) m on m.workspace_id = e.workspace_id and m.item_id = e.item_id and m.sequence = e.seq
    union all
    select workspace_id, null, null, created_at, array[message_id] from message where item_id is null
  ) each
  order by at, item_id, seq`;
