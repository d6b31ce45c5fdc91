import type { Fact } from '#domain';
import type { EntityManager } from 'typeorm';
import { currentTraceparent } from '../traceparent.js';

/** Leaves facts that belong to no item, in the caller's transaction. They have their place in the feed once it is committed. */
export async function announce(
  manager: EntityManager,
  workspaceId: string,
  { facts, at }: { facts: Fact[]; at: string },
): Promise<void> {
  if (facts.length === 0) return;
  const ids = facts.map(({ id }) => id);
  await manager.query(
    `insert into message (workspace_id, message_id, type, body, created_at)
     select $1, fact.id, fact.type, fact.body, $5
     from unnest($2::uuid[], $3::text[], $4::text[]) fact (id, type, body)`,
    [workspaceId, ids, facts.map(({ type }) => type), facts.map(({ body }) => body), at],
  );
  await manager.query(
    `insert into outbox (workspace_id, message_ids, traceparent) values ($1, $2, $3)`,
    [workspaceId, ids, currentTraceparent()],
  );
}
