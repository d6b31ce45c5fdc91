import { actorId, type Change, type Process } from '#domain';
import type { Answer } from './answer.js';
import type { Witness } from './around.js';
import type { Applied, Request } from './outcome.js';
import type { ChangeSet } from './parts/index.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';
import { searchTexts } from './search-texts.js';
import type { SegmentWrite } from './translation/segment-work.js';
import { variantChanges } from './variant-changes.js';
import { ConflictError, writeChanges } from './write-changes.js';

/**
 * Writes a decision with all that follows from it, variants of a source that it publishes among them; a conflict where
 * somebody else was first.
 */
export async function writeDecision(
  db: Queryable,
  store: ProcessStore,
  { change, process }: { change: Change; process: Process },
  request: Request & {
    text: string | null;
    segments: SegmentWrite | null;
    checkedAgainst: ChangeSet['checkedAgainst'];
    witnesses: Witness[];
    applied: Applied;
  },
): Promise<
  { outcome: 'answered'; answer: Answer } | { outcome: 'conflict'; conflict: ConflictError }
> {
  const { workspaceId, actor, idempotency, text, segments, applied } = request;
  const { checkedAgainst = [], witnesses } = request;
  const variants = change.effects.includes('open_variants')
    ? await variantChanges(db, store, change)
    : [];
  const changes = [change, ...variants.map((variant) => variant.change)];
  const processes = new Map([
    [process.digest, process],
    ...variants.map((variant) => [variant.process.digest, variant.process] as const),
  ]);
  const bodies = new Map(text === null ? [] : [[change.after.id, text]]);
  const answer = request.answer(applied);
  try {
    await writeChanges(db, {
      changes,
      bodies,
      segments: new Map(segments === null ? [] : [[change.after.id, segments]]),
      witnesses: witnesses.map((witness) => ({ ...witness, workspaceId })),
      texts: searchTexts(changes, bodies),
      checkedAgainst,
      phaseOf: ({ after }) =>
        processes.get(after.processDigest)!.definition.states[after.stage]!.meta.phase,
      answered:
        idempotency === null ? null : { workspaceId, actorId: actorId(actor), idempotency, answer },
    });
    return { outcome: 'answered', answer };
  } catch (error) {
    if (error instanceof ConflictError) return { outcome: 'conflict', conflict: error };
    throw error;
  }
}
