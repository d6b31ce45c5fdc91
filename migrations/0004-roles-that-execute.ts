import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What RACI, hand-offs, reviews by section, blockers, links, comments and attachments need. Columns have defaults that
 * mean "nothing of it", so that the release before this one goes on writing beside it.
 */
export class RolesThatExecute1761955200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table membership add column division text;
      alter table membership drop constraint membership_workspace_id_person_id_function_region_locale_key;
      alter table membership add constraint membership_once
        unique nulls not distinct (workspace_id, person_id, function, region, locale, division);

      create table absence (
        workspace_id uuid not null,
        person_id uuid not null,
        delegate_id uuid not null check (delegate_id <> person_id),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        set_by text not null,
        set_at timestamptz not null default now(),
        primary key (workspace_id, person_id),
        foreign key (workspace_id, person_id) references person,
        foreign key (workspace_id, delegate_id) references person
      );
      create index absence_delegate on absence (workspace_id, delegate_id);

      alter table item
        add column goal_id uuid,
        add column arrival jsonb,
        add column revision_sections jsonb not null default '[]',
        add column blockers jsonb not null default '[]',
        add column links jsonb not null default '[]',
        add column open_comments jsonb not null default '[]',
        add column attachments jsonb not null default '[]',
        add constraint item_author_never_approves check (not jsonb_path_exists(context,
          '$.approvals[*] ? (@.actorId == $.authors[*] || @.onBehalfOf == $.authors[*])'));
      create index item_goal on item (workspace_id, goal_id) where goal_id is not null;
      create index item_blocked on item (workspace_id, item_id) where blockers <> '[]';
      create index item_links on item using gin (links jsonb_path_ops);

      alter table task
        add column role text not null default 'responsible' check (role in ('responsible', 'consulted')),
        add column due_at timestamptz,
        add column dropped boolean not null default false,
        add column delegation jsonb,
        add column signature jsonb;
      create index task_due on task (due_at) where status = 'offered' and due_at is not null and not dropped;

      create table handoff (
        workspace_id uuid not null,
        handoff_id uuid not null,
        item_id uuid not null,
        sequence integer not null,
        activity text,
        from_stage text,
        to_stage text not null,
        outcome text not null,
        formality text not null,
        giver_id text not null,
        giver_function text,
        receiver_id text,
        receiver_function text,
        crossed jsonb not null,
        reason_code text,
        offered_at timestamptz not null,
        settled_at timestamptz not null,
        primary key (workspace_id, handoff_id)
      );
      create index handoff_item on handoff (workspace_id, item_id, sequence);
      create trigger handoff_insert_only before update or delete or truncate on handoff
        for each statement execute function baton_refuse_change();

      create table comment (
        workspace_id uuid not null,
        comment_id uuid not null,
        item_id uuid not null,
        section text,
        body text not null,
        mandatory boolean not null,
        mentions jsonb not null,
        author_id text not null,
        created_at timestamptz not null,
        resolved_by text,
        resolved_at timestamptz,
        primary key (workspace_id, comment_id)
      );
      create index comment_item on comment (workspace_id, item_id, comment_id);

      alter table message alter column item_id drop not null, alter column sequence drop not null;

      grant select, insert, update, delete on absence to baton_app;
      grant select, insert on handoff to baton_app;
      grant select, insert, update on comment to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
