import { type Actor, actorId, frozenBody } from '#domain';
import type { EntityManager } from 'typeorm';
import { announce } from './log/announce.js';
import { newId } from './new-id.js';
import type { ProcessChange } from './tables/process-entry.entity.js';
import type { ProcessVersionEntity } from './tables/process-version.entity.js';

/** Keeps what happened to a version; its row is locked by the caller, or new, so that the numbers have no gap. */
export async function appendProcessEntry(
  manager: EntityManager,
  entry: {
    workspaceId: string;
    digest: string;
    actor: Actor;
    change: ProcessChange;
    comment?: string;
  },
): Promise<void> {
  const { workspaceId, digest, actor, change, comment = null } = entry;
  await manager.query(
    `insert into process_entry (workspace_id, digest, seq, at, actor_id, change, comment)
     select $1, $2, coalesce(max(seq), 0) + 1, clock_timestamp(), $3, $4, $5
     from process_entry where workspace_id = $1 and digest = $2`,
    [workspaceId, digest, actorId(actor), change, comment],
  );
}

/** A fact about a process version, as other systems will hear of it. It belongs to no item. */
export async function appendProcessFact(
  manager: EntityManager,
  fact: {
    workspaceId: string;
    row: ProcessVersionEntity;
    actor: Actor;
    type: 'process.activated' | 'process.retired';
    data: Record<string, unknown>;
  },
): Promise<void> {
  const { workspaceId, row, actor, type, data } = fact;
  const timestamp = new Date().toISOString();
  const { digest, processId, kind } = row;
  const body = frozenBody(type, {
    at: timestamp,
    data: {
      subject: `processes/${digest}`,
      workspaceId,
      process: processId,
      digest,
      kind,
      actor: actorId(actor),
      ...data,
    },
  });
  await announce(manager, workspaceId, { facts: [{ id: newId(), type, body }], at: timestamp });
}
