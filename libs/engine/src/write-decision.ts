import { actorId, type Change, type Process, reachesOthers } from '#domain';
import type { Answer } from './answer.js';
import type { Witness } from './around.js';
import type { Applied, Request } from './outcome.js';
import type { ChangeSet } from './parts/index.js';
import type { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';
import { searchTexts } from './search-texts.js';
import { rememberedBy } from './translation/remembered-by.js';
import type { SegmentWrite } from './translation/segment-work.js';
import type { TranslationDesk } from './translation/translation-desk.js';
import { loadConsequences } from './load-consequences.js';
import { ConflictError, writeChanges } from './write-changes.js';

/**
 * Writes a decision with all that follows from it for other items; a conflict where somebody else was first. One that
 * reaches other items comes with a transaction that holds its own.
 */
export async function writeDecision(
  db: Queryable,
  { processes: store, desk }: { processes: ProcessStore; desk: TranslationDesk },
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
  const consequences = reachesOthers(change) ? await loadConsequences(db, store, change) : [];
  const followed = await desk.followAll(db, consequences);
  const following = consequences.map((next, index) => ({ ...next, ...followed[index] }));
  const changes = [change, ...following.map((next) => next.change)];
  const processes = new Map([
    [process.digest, process],
    ...following.map((next) => [next.process.digest, next.process] as const),
  ]);
  const beside = [{ change, write: segments, body: text }, ...following];
  const bodies = new Map(
    beside.flatMap(({ change: { after }, body }) => (body == null ? [] : [[after.id, body]])),
  );
  const written = new Map(
    beside.flatMap(({ change: { after }, write }) => (write == null ? [] : [[after.id, write]])),
  );
  const answer = request.answer(applied);
  try {
    await writeChanges(db, {
      changes,
      bodies,
      segments: written,
      remembered: rememberedBy(changes, written),
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
