import { actorId, type Change, type Process, reachesOthers } from '#domain';
import type { Answer } from './answer.js';
import type { Witness } from './around.js';
import type { Applied, Request } from './outcome.js';
import type { ChangeSet } from './parts/index.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';
import { searchTexts } from './search-texts.js';
import { loadConsequences } from './load-consequences.js';
import { ConflictError, writeChanges } from './write-changes.js';

/**
 * Writes a decision with all that follows from it for other items; a conflict where somebody else was first. One that
 * reaches other items comes with a transaction that holds its own.
 */
export async function writeDecision(
  db: Queryable,
  store: ProcessStore,
  { change, process }: { change: Change; process: Process },
  request: Request & {
    text: string | null;
    checkedAgainst: ChangeSet['checkedAgainst'];
    witnesses: Witness[];
    applied: Applied;
  },
): Promise<
  { outcome: 'answered'; answer: Answer } | { outcome: 'conflict'; conflict: ConflictError }
> {
  const { workspaceId, actor, idempotency, text, applied } = request;
  const { checkedAgainst = [], witnesses } = request;
  const following = reachesOthers(change) ? await loadConsequences(db, store, change) : [];
  const changes = [change, ...following.map((next) => next.change)];
  const processes = new Map([
    [process.digest, process],
    ...following.map((next) => [next.process.digest, next.process] as const),
  ]);
  const bodies = new Map(text === null ? [] : [[change.after.id, text]]);
  const answer = request.answer(applied);
  try {
    await writeChanges(db, {
      changes,
      bodies,
      witnesses: witnesses.map((witness) => ({ ...witness, workspaceId })),
      texts: searchTexts(changes, bodies),
      checkedAgainst,
      definitionOf: ({ after }) => processes.get(after.processDigest)!.definition,
      answered:
        idempotency === null ? null : { workspaceId, actorId: actorId(actor), idempotency, answer },
    });
    return { outcome: 'answered', answer };
  } catch (error) {
    if (error instanceof ConflictError) return { outcome: 'conflict', conflict: error };
    throw error;
  }
}
