import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a text has to be translated, how far each locale is with it, and how that came about. The rows of a segment are
 * written by the statement that writes its item, and carry no foreign key for the same reason as the other such tables.
 */
export class Segments1761955200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table item add column translation jsonb;

      create table source_text (
        workspace_id uuid not null,
        item_id uuid not null,
        digest text not null,
        title text not null,
        locale text not null,
        keys jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        primary key (workspace_id, item_id, digest)
      );

      create table segment (
        workspace_id uuid not null,
        item_id uuid not null,
        key text not null,
        state text not null check (state in
          ('untranslated', 'proposed', 'source_changed', 'translated', 'reviewed', 'approved')),
        source_hash text,
        source text,
        target text,
        note text,
        words integer not null,
        kept_state text,
        origin text not null,
        changed_by text not null,
        changed_at timestamptz not null,
        sequence integer not null,
        primary key (workspace_id, item_id, key),
        check (state = 'untranslated' or target is not null)
      );

      create table segment_change (
        workspace_id uuid not null,
        item_id uuid not null,
        key text not null,
        sequence integer not null,
        state text,
        source_hash text,
        target text,
        note text,
        origin text,
        changed_by text not null,
        changed_at timestamptz not null,
        primary key (workspace_id, item_id, key, sequence)
      );
      create trigger segment_change_insert_only before update or delete or truncate on segment_change
        for each statement execute function baton_refuse_change();

      grant select, insert on source_text, segment_change to baton_app;
      grant select, insert, update, delete on segment to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
