import { type Actor, actorId, type Invalid } from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { againOnConflict } from '../again-on-conflict.js';
import type { Answer, IdempotencyKey } from '../answer.js';
import { poolOf } from '../data-source.js';
import { type DoneList, observedList } from '../decided.js';
import { loadStart } from '../load-head.js';
import { lockItems } from '../load-items.js';
import { ProcessStore } from '../process-store.js';
import { inTransaction, type Queryable } from '../queryable.js';
import { replay } from '../refused-beforehand.js';
import { SurroundingsReader } from '../surroundings-reader.js';
import { TranslationDesk } from '../translation/translation-desk.js';
import { decideInTurn, type Result } from './decide-in-turn.js';
import { type CommandTo, type Ground, idsIn, loadGround } from './ground.js';
import { writeInWaves } from './write-in-waves.js';

/** Who sends a list of commands, how it is meant, and how the answer to it is made and kept. */
export interface BulkRequest {
  workspaceId: string;
  actor: Actor;
  /** true: only say what would come of it; such an answer is not kept */
  dryRun: boolean;
  /** true: every command or none */
  together: boolean;
  idempotency: IdempotencyKey | null;
  /** a result for each command, in their order */
  answer: (results: Result[]) => Answer;
}

export type BulkOutcome =
  | { outcome: 'answered'; answer: Answer }
  /** `together`, and not every command was accepted: nothing was written */
  | { outcome: 'held_back'; results: Result[] }
  /** the idempotency key was used for another request */
  | Invalid;

/**
 * Many commands at once, events and claims of tasks, to any items of a workspace, in one transaction. The second way
 * through the one door: the same rules decide, the same statement writes. Its items are locked first, in the order of
 * their ids, so that nothing of what was decided is stale when it is written; single events on them wait that long, and
 * are then decided on what it left. The answer is written with the effect, so there is neither a half-done list nor one
 * that is done and not answered.
 */
@Injectable()
export class BulkEvents {
  private readonly pool: Pool;

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly processes: ProcessStore,
    private readonly reader: SurroundingsReader,
    private readonly desk: TranslationDesk,
  ) {
    this.pool = poolOf(dataSource);
  }

  /**
   * Throws, with nothing written, where others five times in a row opened the same variant, answered the same key, or
   * waited for these items while this waited for theirs.
   */
  async send(listed: CommandTo[], request: BulkRequest): Promise<BulkOutcome> {
    if (request.dryRun) return this.foretell(listed, request);
    return observedList(() =>
      againOnConflict(() =>
        inTransaction(this.pool, (client) => this.perform(client, listed, request)),
      ),
    );
  }

  private async foretell(listed: CommandTo[], request: BulkRequest): Promise<BulkOutcome> {
    const start = await this.start(this.pool, { ...request, idempotency: null });
    const ground = await this.ground(this.pool, listed, { ...request, ...start, held: false });
    const { results } = await decideInTurn(listed, ground, { ...request, at: start.now });
    return { outcome: 'answered', answer: request.answer(verdict(results, ground, request)) };
  }

  private async perform(
    client: Queryable,
    listed: CommandTo[],
    request: BulkRequest,
  ): Promise<DoneList<BulkOutcome>> {
    const { workspaceId, actor, together, idempotency } = request;
    await lockItems(client, workspaceId, idsIn(listed));
    // Only now: an equal request may have been answered while this one waited for the items.
    const start = await this.start(client, request);
    if (start.answered !== null) {
      return { outcome: replay(start.answered, idempotency!), results: null };
    }
    const ground = await this.ground(client, listed, { ...request, ...start, held: true });
    const turn = await decideInTurn(listed, ground, { workspaceId, actor, at: start.now });
    const results = verdict(turn.results, ground, request);
    if (together && !results.every(isAccepted)) {
      return { outcome: { outcome: 'held_back', results }, results };
    }
    const answer = request.answer(results);
    await writeInWaves(client, turn, {
      definitionOf: ({ after }) => ground.processes.get(after.processDigest)!.definition,
      answered:
        idempotency === null ? null : { workspaceId, actorId: actorId(actor), idempotency, answer },
    });
    return { outcome: { outcome: 'answered', answer }, results };
  }

  private start(
    db: Queryable,
    { workspaceId, actor, idempotency }: Pick<BulkRequest, 'workspaceId' | 'actor' | 'idempotency'>,
  ) {
    const key = idempotency?.key ?? null;
    return loadStart(db, { workspaceId, kind: 'variant', actorId: actorId(actor), key });
  }

  private ground(
    db: Queryable,
    listed: CommandTo[],
    given: { workspaceId: string; processDigest: string | null; held: boolean },
  ): Promise<Ground> {
    const { workspaceId, processDigest: variantDigest, held } = given;
    const { processes, reader, desk } = this;
    return loadGround(db, listed, { workspaceId, variantDigest, processes, reader, desk, held });
  }
}

function isAccepted({ outcome }: Result): boolean {
  return outcome === 'accepted';
}

/** In a set, what would have been accepted is held back by what was not, and its item stands as before. */
function verdict(results: Result[], ground: Ground, { together }: BulkRequest): Result[] {
  if (!together || results.every(isAccepted)) return results;
  return results.map((result) =>
    result.outcome === 'accepted'
      ? { outcome: 'held_back', item: ground.items.get(result.item.id)! }
      : result,
  );
}
