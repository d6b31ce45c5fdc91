import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of facts, with which secrets, and what came of every attempt. */
export class Webhooks1761955200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_endpoint (
        workspace_id uuid not null references workspace,
        endpoint_id uuid not null,
        url text not null,
        description text not null,
        types jsonb not null,
        format text not null check (format in ('standard', 'cloudevents')),
        status text not null check (status in ('active', 'degraded', 'disabled')),
        disabled_because text check (disabled_because in ('gone', 'failing', 'manual')),
        consecutive_failures integer not null default 0,
        failing_since timestamptz,
        breaker_until timestamptz,
        -- facts up to here have their deliveries; while it is disabled, this stands still
        relayed_position bigint not null,
        version integer not null default 1 check (version > 0),
        created_by uuid not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (workspace_id, endpoint_id),
        foreign key (workspace_id, created_by) references person,
        check ((status = 'disabled') = (disabled_because is not null))
      ) with (fillfactor = 80);

      create table webhook_secret (
        workspace_id uuid not null,
        endpoint_id uuid not null,
        secret_id uuid not null,
        secret text not null,
        created_at timestamptz not null default now(),
        -- null: the one that is current
        expires_at timestamptz,
        primary key (workspace_id, endpoint_id, secret_id),
        foreign key (workspace_id, endpoint_id) references webhook_endpoint on delete cascade
      );
      create unique index webhook_secret_current on webhook_secret (workspace_id, endpoint_id)
        where expires_at is null;

      create table delivery (
        workspace_id uuid not null,
        endpoint_id uuid not null,
        message_id uuid not null,
        -- of the fact in the feed; null for a ping, which only its endpoint gets
        position bigint,
        type text not null,
        format text not null check (format in ('standard', 'cloudevents')),
        status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
        -- attempts ever begun, and those that failed since the delivery was last put in line
        attempts integer not null default 0,
        failures integer not null default 0,
        next_attempt_at timestamptz not null,
        -- the run that has it in hand; until then next_attempt_at says when another may take it
        claimed_by uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        primary key (workspace_id, endpoint_id, message_id),
        foreign key (workspace_id, endpoint_id) references webhook_endpoint on delete cascade,
        check ((status = 'pending') = (finished_at is null))
      ) with (fillfactor = 80);
      create index delivery_due on delivery (workspace_id, endpoint_id, (failures > 0), next_attempt_at)
        where status = 'pending';
      create index delivery_dead on delivery (workspace_id, message_id, endpoint_id) where status = 'dead';

      create table attempt (
        workspace_id uuid not null,
        endpoint_id uuid not null,
        message_id uuid not null,
        number integer not null check (number > 0),
        at timestamptz not null,
        duration_ms integer not null,
        status_code integer,
        -- a stable code, null where the receiver took the message
        error text,
        detail text,
        address text,
        response_body text,
        primary key (workspace_id, endpoint_id, message_id, number),
        foreign key (workspace_id, endpoint_id, message_id) references delivery on delete cascade
      );

      grant select, insert, update, delete on webhook_endpoint, webhook_secret, delivery to baton_app;
      grant select, insert, delete on attempt to baton_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
