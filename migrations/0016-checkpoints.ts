import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is signed of the tree of entries, and the keys that sign it: one after the other for the whole installation. */
export class Checkpoints1761955200016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- a key is in force from its row on until the next one; nothing of it ever changes
      create table audit_key (
        key_number integer primary key check (key_number > 0),
        public_key bytea not null unique check (length(public_key) = 32),
        activated_at timestamptz not null default clock_timestamp(),
        -- the signed note in which the key before says that this one follows; null where none was there to say so
        statement text
      );

      create table audit_checkpoint (
        workspace_id uuid not null references workspace,
        size bigint not null check (size > 0),
        root bytea not null check (length(root) = 32),
        note text not null,
        key_number integer not null references audit_key,
        signed_at timestamptz not null,
        primary key (workspace_id, size)
      );

      create trigger audit_key_insert_only before update or delete or truncate on audit_key
        for each statement execute function baton_refuse_change();
      create trigger audit_checkpoint_insert_only before update or delete or truncate on audit_checkpoint
        for each statement execute function baton_refuse_change();

      grant select, insert on audit_key, audit_checkpoint to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
