import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a workspace has already translated and approved. A source is kept once for each pair of locales. Its clues, by which
 * texts like it find it, carry workspace and locales in them: their index needs no other column and no extension, and
 * answers by itself, since everything that is counted stands in it.
 */
export class TranslationMemory1761955200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table memory_source (
        workspace_id uuid not null,
        source_locale text not null,
        target_locale text not null,
        source_hash text not null,
        -- a hash of the columns before it
        source_id bigint not null,
        source text not null,
        codes jsonb not null,
        -- by its id first: whoever looks for a source comes from its clues
        primary key (source_id, workspace_id, source_locale, target_locale, source_hash)
      );

      create table memory_clue (
        clue integer not null,
        words smallint not null,
        clues smallint not null,
        source_id bigint not null,
        primary key (clue, source_id, words, clues)
      );

      create table memory_entry (
        workspace_id uuid not null,
        source_locale text not null,
        target_locale text not null,
        source_hash text not null,
        -- empty at the edge of a body
        previous_hash text not null,
        next_hash text not null,
        target text not null,
        item_id uuid not null,
        key text not null,
        approved_at timestamptz not null,
        approved_by text not null,
        primary key
          (workspace_id, source_locale, target_locale, source_hash, previous_hash, next_hash)
      );
      create index memory_entry_newest
        on memory_entry (workspace_id, source_locale, target_locale, source_hash, approved_at desc);

      grant select, insert on memory_source, memory_clue to baton_app;
      grant select, insert, update on memory_entry to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
