import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The life of process versions and the migration of items from one to another. A version's status is derived from
 * `active`, `retired_at` and `checked_at`; the release before this one looks at `active` alone, which goes on meaning
 * the same.
 */
export class ProcessVersions1761955200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table process_version
        add column checked_at timestamptz,
        add column retired_at timestamptz,
        add column created_by text,
        add column findings jsonb not null default '[]';
      drop index process_active;
      create unique index process_active on process_version (workspace_id, process_id) where active;

      create table process_entry (
        workspace_id uuid not null,
        digest text not null,
        seq integer not null check (seq > 0),
        at timestamptz not null,
        actor_id text not null,
        change text not null check (change in ('deployed', 'checked', 'activated', 'retired')),
        comment text,
        primary key (workspace_id, digest, seq),
        foreign key (workspace_id, digest) references process_version
      );
      create trigger process_entry_insert_only before update or delete or truncate on process_entry
        for each statement execute function baton_refuse_change();

      create table process_migration (
        workspace_id uuid not null references workspace,
        migration_id uuid not null,
        from_digest text not null,
        to_digest text not null,
        mapping jsonb not null,
        started_by jsonb not null,
        status text not null check (status in ('running', 'done', 'stopped')),
        stopped_because text,
        live integer not null,
        migrated integer not null default 0,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (workspace_id, migration_id),
        foreign key (workspace_id, from_digest) references process_version,
        foreign key (workspace_id, to_digest) references process_version,
        check (from_digest <> to_digest)
      );
      create unique index process_migration_running on process_migration (workspace_id, from_digest)
        where status = 'running';
      create table process_migration_item (
        workspace_id uuid not null,
        migration_id uuid not null,
        item_id uuid not null,
        outcome text not null check (outcome in ('needs_choice', 'blocked', 'failed')),
        stage text not null,
        reason text not null,
        choices jsonb not null default '[]',
        primary key (workspace_id, migration_id, item_id),
        foreign key (workspace_id, migration_id) references process_migration
      );

      alter table message alter column item_id drop not null, alter column sequence drop not null;

      grant update (checked_at, retired_at, findings) on process_version to baton_app;
      grant select, insert on process_entry to baton_app;
      grant select, insert, update on process_migration to baton_app;
      grant select, insert, delete on process_migration_item to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
