import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Items with their processes, revisions and tasks, the trail, and the messages that leave.
 *
 * The tables written by every event (task, audit_entry, message, idempotency) carry no foreign key to the item: the
 * statement that writes them also writes the item row, nobody may delete an item, and seven checks a transition
 * would cost more than the writes themselves.
 */
export class TheLine1761955200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table process_version (
        workspace_id uuid not null references workspace,
        digest text not null,
        process_id text not null,
        kind text not null,
        definition text not null,
        active boolean not null,
        created_at timestamptz not null default now(),
        primary key (workspace_id, digest)
      );
      create unique index process_active on process_version (workspace_id, kind) where active;

      create table item (
        workspace_id uuid not null references workspace,
        item_id uuid not null,
        kind text not null check (kind in ('content', 'training', 'variant')),
        slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        locale text not null,
        title text not null,
        type text,
        audience jsonb not null,
        purpose text,
        journey_stage jsonb not null,
        owner_function text not null,
        required_locales jsonb not null,
        process_digest text not null,
        stage text not null,
        phase text not null,
        context jsonb not null,
        version integer not null check (version > 0),
        audit_hash text not null,
        revision_number integer,
        revision_digest text,
        revision_size integer,
        source_item_id uuid,
        source_digest text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, item_id),
        foreign key (workspace_id, process_digest) references process_version,
        foreign key (workspace_id, source_item_id) references item,
        check ((kind = 'variant') = (source_item_id is not null))
      ) with (fillfactor = 80);
      create unique index item_slug on item (workspace_id, slug) where source_item_id is null;
      create unique index item_variant on item (workspace_id, source_item_id, locale)
        where source_item_id is not null;
      create index item_stage on item (workspace_id, stage, item_id);

      create table revision (
        workspace_id uuid not null,
        item_id uuid not null,
        number integer not null check (number > 0),
        digest text not null,
        size integer not null,
        body text not null,
        origin text not null,
        author_id text not null,
        written_at timestamptz,
        created_at timestamptz not null,
        primary key (workspace_id, item_id, number)
      );
      create table item_text (
        workspace_id uuid not null,
        item_id uuid not null,
        part text not null check (part in ('title', 'body')),
        content text not null,
        primary key (workspace_id, item_id, part)
      );

      create table task (
        workspace_id uuid not null,
        task_id uuid not null,
        item_id uuid not null,
        activity text not null,
        functions jsonb not null,
        locale text,
        status text not null,
        holder_id text,
        opened_at timestamptz not null,
        claimed_at timestamptz,
        closed_at timestamptz,
        primary key (workspace_id, task_id)
      ) with (fillfactor = 80);
      create unique index task_open on task (workspace_id, item_id, activity)
        where status in ('offered', 'claimed');
      create index task_offered on task (workspace_id, task_id) where status = 'offered';
      create index task_held on task (workspace_id, holder_id, task_id) where status = 'claimed';
      create index task_item on task (workspace_id, item_id);

      create table audit_entry (
        workspace_id uuid not null,
        item_id uuid not null,
        seq integer not null check (seq > 0),
        entry text not null,
        hash text not null,
        primary key (workspace_id, item_id, seq)
      );

      create table message (
        workspace_id uuid not null,
        message_id uuid not null,
        item_id uuid not null,
        sequence integer not null,
        type text not null,
        body text not null,
        created_at timestamptz not null,
        primary key (workspace_id, message_id)
      );

      create table idempotency (
        workspace_id uuid not null,
        actor_id text not null,
        key text not null,
        request_hash text not null,
        status integer not null,
        etag text,
        location text,
        body text not null,
        created_at timestamptz not null default now(),
        primary key (workspace_id, actor_id, key)
      );
      create index idempotency_age on idempotency (created_at);

      create function baton_refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'Rows of % are only ever inserted.', tg_table_name using errcode = 'insufficient_privilege';
        end $$;
      create trigger audit_entry_insert_only before update or delete or truncate on audit_entry
        for each statement execute function baton_refuse_change();
      create trigger revision_insert_only before update or delete or truncate on revision
        for each statement execute function baton_refuse_change();

      create function baton_raise_stale() returns integer language plpgsql as $$
        begin
          raise exception 'An item was changed by someone else.' using errcode = 'BT001';
        end $$;

      grant select on process_version, audit_entry, revision, message to baton_app;
      grant insert on process_version, audit_entry, revision, message to baton_app;
      grant update (active) on process_version to baton_app;
      grant select, insert, update on item, item_text, task to baton_app;
      grant select, insert, update, delete on idempotency to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
