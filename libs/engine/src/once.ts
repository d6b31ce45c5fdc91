import type { DataSource, EntityManager } from 'typeorm';
import type { Answer, IdempotencyKey } from './answer.js';
import { tellReplay } from './decided.js';

/** The outcome of a request sent under an idempotency key: its answer, or the finding that the key was used for another. */
export type OnceOutcome = { outcome: 'answered'; answer: Answer } | { outcome: 'key_reused' };

/**
 * Runs what a request asks for beside items (people, memberships, keys) in one transaction, once for each key of an
 * actor: the second equal request waits for the first and gets its answer. `effect` gives the answer that is sent
 * and, where they differ, the one that is kept, since a secret must not be.
 */
export async function once(
  dataSource: DataSource,
  sender: { workspaceId: string; actorId: string; idempotency: IdempotencyKey | null },
  effect: (manager: EntityManager) => Promise<{ sent: Answer; kept: Answer }>,
): Promise<OnceOutcome> {
  const { workspaceId, actorId, idempotency } = sender;
  return dataSource.transaction(async (manager) => {
    if (idempotency === null) return { outcome: 'answered', answer: (await effect(manager)).sent };
    const address = [workspaceId, actorId, idempotency.key];
    const taken = await manager.query<unknown[]>(
      `insert into idempotency (workspace_id, actor_id, key, request_hash, status, body)
       values ($1, $2, $3, $4, 0, '') on conflict do nothing returning 1`,
      [...address, idempotency.requestHash],
    );
    if (taken.length === 0) {
      const [kept] = await manager.query<(Answer & { requestHash: string })[]>(
        `select request_hash as "requestHash", status, etag, location, body from idempotency
         where workspace_id = $1 and actor_id = $2 and key = $3`,
        address,
      );
      if (kept!.requestHash !== idempotency.requestHash) return { outcome: 'key_reused' };
      tellReplay();
      const { status, etag, location, body } = kept!;
      return { outcome: 'answered', answer: { status, etag, location, body } };
    }
    const { sent, kept } = await effect(manager);
    await manager.query(
      `update idempotency set status = $4, etag = $5, location = $6, body = $7
       where workspace_id = $1 and actor_id = $2 and key = $3`,
      [...address, kept.status, kept.etag, kept.location, kept.body],
    );
    return { outcome: 'answered', answer: sent };
  });
}

/** Forgets the answers that are older than 24 hours; gives how many. */
export async function forgetOldAnswers(dataSource: DataSource): Promise<number> {
  const [, count] = await dataSource.query<[unknown, number]>(
    `delete from idempotency where created_at < now() - interval '24 hours'`,
  );
  return count;
}
