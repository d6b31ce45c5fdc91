import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People signed in by an issuer of their organization, and the sessions of their browsers. Secrets are random, so a plain
 * hash of them is kept and looked up.
 */
export class SignIn1761955200017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_identity (
        workspace_id uuid not null,
        issuer text not null,
        subject text not null,
        person_id uuid not null,
        linked_at timestamptz not null default now(),
        primary key (workspace_id, issuer, subject),
        -- an e-mail address that went to somebody else at the issuer opens nobody's account here
        unique (workspace_id, person_id, issuer),
        foreign key (workspace_id, person_id) references person
      );

      create table session (
        workspace_id uuid not null,
        session_id uuid not null,
        person_id uuid not null,
        token_hash text not null unique,
        -- null: chosen among the people of the demonstration
        issuer text,
        scopes jsonb not null,
        -- what the roles of the issuer stand for; null: whatever the rows of the person say
        memberships jsonb,
        created_at timestamptz not null default now(),
        last_used_at timestamptz not null default now(),
        idle_expires_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        primary key (workspace_id, session_id),
        foreign key (workspace_id, person_id) references person
      );
      create index session_person on session (workspace_id, person_id);
      create index session_expiry on session (expires_at);

      -- a browser on its way to the issuer and back; it belongs to no workspace yet
      create table sign_in_attempt (
        state_hash text primary key,
        browser_hash text not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        expires_at timestamptz not null
      );
      create index sign_in_attempt_expiry on sign_in_attempt (expires_at);

      alter table api_key add column last_used_at timestamptz;

      grant select, insert, delete on person_identity, sign_in_attempt to baton_app;
      grant select, insert, update, delete on session to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
