import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What work is for, with everything that was ever changed about it, and what enablement and each function agreed on. */
export class GoalsAndAgreements1761955200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table goal (
        workspace_id uuid not null references workspace,
        goal_id uuid not null,
        title text not null,
        metric text,
        unit text,
        baseline numeric,
        target_kind text check (target_kind in ('absolute', 'percent')),
        target_value numeric,
        scope text,
        deadline date,
        sponsor_id uuid,
        contributions jsonb not null,
        status text not null check (status in ('draft', 'active', 'closed')),
        version integer not null check (version > 0),
        created_by uuid not null,
        created_at timestamptz not null,
        activated_at timestamptz,
        closed_at timestamptz,
        actual numeric,
        retrospective text,
        primary key (workspace_id, goal_id),
        foreign key (workspace_id, sponsor_id) references person,
        foreign key (workspace_id, created_by) references person,
        check ((target_kind is null) = (target_value is null)),
        check ((status = 'draft') = (activated_at is null)),
        check ((status = 'closed') = (closed_at is not null)),
        check ((status = 'closed') = (actual is not null and retrospective is not null))
      );
      create index goal_status on goal (workspace_id, status, goal_id);

      -- a pair of goals that pull against each other, once, whichever of them named the other
      create table goal_conflict (
        workspace_id uuid not null,
        goal_id uuid not null,
        other_id uuid not null,
        primary key (workspace_id, goal_id, other_id),
        foreign key (workspace_id, goal_id) references goal,
        foreign key (workspace_id, other_id) references goal,
        check (goal_id < other_id)
      );
      create index goal_conflict_other on goal_conflict (workspace_id, other_id);

      create table goal_entry (
        workspace_id uuid not null,
        goal_id uuid not null,
        seq integer not null check (seq > 0),
        at timestamptz not null,
        actor_id text not null,
        change text not null,
        primary key (workspace_id, goal_id, seq),
        foreign key (workspace_id, goal_id) references goal
      );
      create trigger goal_entry_insert_only before update or delete or truncate on goal_entry
        for each statement execute function baton_refuse_change();

      create table agreement (
        workspace_id uuid not null references workspace,
        function text not null,
        purpose text not null,
        mode text not null check (mode in ('meeting', 'async', 'embedded')),
        cadence text not null
          check (cadence in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'on_demand')),
        deadline date,
        updated_by uuid not null,
        updated_at timestamptz not null,
        primary key (workspace_id, function),
        foreign key (workspace_id, updated_by) references person
      );

      -- facts about goals belong to no item
      alter table message alter column item_id drop not null, alter column sequence drop not null;

      grant select, insert, update on goal to baton_app;
      grant select, insert, delete on goal_conflict to baton_app;
      grant select, insert on goal_entry to baton_app;
      grant select, insert, update, delete on agreement to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
