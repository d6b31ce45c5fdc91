import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants, their people, what those work in, and the keys they come with; and the role that applications run as. */
export class WorkspacesAndPeople1761955200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_APPLICATION_ROLE);
    await runner.query(`
      create table workspace (
        workspace_id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text not null,
        created_at timestamptz not null default now()
      );
      create table person (
        workspace_id uuid not null references workspace,
        person_id uuid not null,
        name text not null,
        email text,
        created_at timestamptz not null default now(),
        deactivated_at timestamptz,
        primary key (workspace_id, person_id)
      );
      create unique index person_email on person (workspace_id, lower(email)) where email is not null;
      create table membership (
        workspace_id uuid not null,
        membership_id uuid not null,
        person_id uuid not null,
        function text not null,
        region text,
        locale text,
        created_at timestamptz not null default now(),
        primary key (workspace_id, membership_id),
        foreign key (workspace_id, person_id) references person,
        unique nulls not distinct (workspace_id, person_id, function, region, locale)
      );
      create table api_key (
        workspace_id uuid not null,
        key_id text not null unique,
        person_id uuid not null,
        name text not null,
        secret_hash text not null,
        scopes jsonb not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, key_id),
        foreign key (workspace_id, person_id) references person
      );
      create index api_key_person on api_key (workspace_id, person_id);
      grant select, insert on workspace to baton_app;
      grant select, insert, update on person, api_key to baton_app;
      grant select, insert, delete on membership to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** Roles belong to the whole server, so another database may have created it, even at this moment. */
const CREATE_APPLICATION_ROLE = `
  do $$
  begin
    if not exists (select from pg_roles where rolname = 'baton_app') then
      begin
        create role baton_app nologin;
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception 'The role baton_app is missing and % may not create it. Let an administrator run: create role baton_app nologin; grant baton_app to %;', current_user, current_user;
      end;
    end if;
    if not pg_has_role(current_user, 'baton_app', 'member') then
      begin
        execute format('grant baton_app to %I', current_user);
      exception when insufficient_privilege then
        raise exception '% is not a member of the role baton_app. Let an administrator run: grant baton_app to %;', current_user, current_user;
      end;
    end if;
    execute format('grant usage on schema %I to baton_app', current_schema());
  end $$;
`;
