import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What words are called in other languages, by pairs of locales, and a history of each term that outlives it: who takes
 * a term away says so there.
 */
export class Glossary1761955200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table glossary_term (
        workspace_id uuid not null references workspace,
        term_id uuid not null,
        source_locale text not null,
        target_locale text not null,
        source text not null,
        folded text not null,
        targets jsonb not null check (jsonb_array_length(targets) > 0),
        case_sensitive boolean not null,
        note text,
        version integer not null check (version > 0),
        primary key (workspace_id, term_id),
        constraint glossary_term_once unique (workspace_id, source_locale, target_locale, folded)
      );
      create table glossary_entry (
        workspace_id uuid not null references workspace,
        term_id uuid not null,
        seq integer not null check (seq > 0),
        at timestamptz not null,
        actor_id text not null,
        change text not null,
        primary key (workspace_id, term_id, seq)
      );
      create trigger glossary_entry_insert_only before update or delete or truncate on glossary_entry
        for each statement execute function baton_refuse_change();

      grant select, insert, delete on glossary_term to baton_app;
      grant update (source, folded, targets, case_sensitive, note, version) on glossary_term to baton_app;
      grant select, insert on glossary_entry to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
