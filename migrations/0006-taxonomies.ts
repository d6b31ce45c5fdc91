import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words that items are described by, governed: taxonomies with their terms, and a history of each term. Workspaces
 * that are there already get the lists that were fixed before.
 *
 * A message may stand for something that is not an item from here on, as the merge of two terms.
 */
export class Taxonomies1761955200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table taxonomy (
        workspace_id uuid not null references workspace,
        name text not null check (name in ('type', 'audience', 'purpose', 'journey_stage')),
        open boolean not null,
        version integer not null default 1,
        primary key (workspace_id, name)
      );
      create table term (
        workspace_id uuid not null,
        taxonomy text not null,
        key text not null check (key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
        position integer not null check (position > 0),
        kind text check (kind in ('content', 'training')),
        label text not null,
        description text,
        owner_function text not null,
        synonyms jsonb not null,
        status text not null check (status in ('active', 'deprecated', 'merged')),
        successor text,
        primary key (workspace_id, taxonomy, key),
        foreign key (workspace_id, taxonomy) references taxonomy,
        foreign key (workspace_id, taxonomy, successor) references term,
        check (kind is null or taxonomy = 'type'),
        check (successor <> key),
        check (status <> 'active' or successor is null),
        check (status <> 'merged' or successor is not null)
      );
      create table term_entry (
        workspace_id uuid not null,
        taxonomy text not null,
        key text not null,
        seq integer not null check (seq > 0),
        at timestamptz not null,
        actor_id text not null,
        change text not null,
        primary key (workspace_id, taxonomy, key, seq),
        foreign key (workspace_id, taxonomy, key) references term
      );
      create trigger term_entry_insert_only before update or delete or truncate on term_entry
        for each statement execute function baton_refuse_change();

      create index item_type on item (workspace_id, type) where type is not null;
      create index item_purpose on item (workspace_id, purpose) where purpose is not null;
      create index item_words on item using gin (audience jsonb_path_ops, journey_stage jsonb_path_ops);

      alter table message alter column item_id drop not null, alter column sequence drop not null;

      grant select, insert on taxonomy, term, term_entry to baton_app;
      grant update (open, version) on taxonomy to baton_app;
      grant update (label, description, owner_function, synonyms, status, successor) on term to baton_app;
    `);
    await runner.query(
      `insert into taxonomy (workspace_id, name, open)
       select w.workspace_id, x.name, x.name in ('audience', 'purpose')
       from workspace w, unnest(array['type', 'audience', 'purpose', 'journey_stage']) as x (name)`,
    );
    for (const [taxonomy, kind, keys] of FIXED_LISTS) {
      await runner.query(
        `insert into term (workspace_id, taxonomy, key, position, kind, label, owner_function, synonyms, status)
         select w.workspace_id, $1, k.key,
           k.position + (select count(*) from term t where t.workspace_id = w.workspace_id and t.taxonomy = $1),
           $2, upper(left(k.key, 1)) || replace(substr(k.key, 2), '_', ' '), 'enablement', '[]', 'active'
         from workspace w, unnest($3::text[]) with ordinality as k (key, position)`,
        [taxonomy, kind, keys.split(' ')],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** As they stood in the release before: what they become later must not change what this did. */
const FIXED_LISTS = [
  [
    'type',
    'content',
    'pitch_deck one_pager case_study value_calculator proposal_module email_template demo_script white_paper video playbook battle_card guided_selling_script relationship_map objection_sheet persona pricing_guide launch_kit faq guideline messaging policy',
  ],
  [
    'type',
    'training',
    'e_learning instructor_led virtual_instructor_led microlearning role_play assessment certification learning_path onboarding coaching_guide shadowing_guide lesson course',
  ],
  [
    'journey_stage',
    null,
    'awareness consideration evaluation purchase implementation adoption all',
  ],
] as const;
