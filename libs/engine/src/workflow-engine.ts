import {
  actorId,
  type Change,
  decide,
  type NewItem,
  type Process,
  type Refusal,
  reachesOthers,
  type Surroundings,
  type Unchanged,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { observed } from './decided.js';
import { type ItemCommand, type Spoken, spoken } from './item-command.js';
import { lockLinks, whyNotLinkable } from './linkable.js';
import { lockItems } from './load-items.js';
import { type Head, loadHead, loadStart, type Target } from './load-head.js';
import { newId } from './new-id.js';
import type { Applied, Outcome, Request } from './outcome.js';
import { ProcessStore } from './process-store.js';
import { inTransaction, type Queryable } from './queryable.js';
import { processNotActive, replay, stale, takenBy } from './refused-beforehand.js';
import { asSeen, classed } from './seen-text.js';
import { SurroundingsReader } from './surroundings-reader.js';
import { tagCommand, tagNewItem } from './tag-at-the-door.js';
import type { Settled } from './translation/plan-edits.js';
import type { TranslateRequest } from './translation/translate-request.js';
import { TranslationDesk } from './translation/translation-desk.js';
import { ConflictError, conflictIn } from './write-changes.js';
import { writeDecision } from './write-decision.js';

/** How often a command is decided anew when others change the item at the same moment. */
const ATTEMPTS = 20;
/** After so many of them it holds the item first: many that all decide at once would let only one of them through. */
const UNHELD_ATTEMPTS = 2;

/** A request to change an item. */
export interface ChangeRequest extends Request {
  /** the version that its sender decided on; null: whichever it is */
  expectedVersion: number | null;
  /** true: only say what would come of it */
  dryRun?: boolean;
}

/** What came of one attempt: an outcome, or the finding that somebody else was first. */
type Attempt = Outcome | { outcome: 'conflict'; conflict: ConflictError };

/**
 * The one door: every change of an item goes through here, in one transaction with its tasks, audit entry, messages
 * and answer. Load, decide, write: two round trips, whatever the command leads to, and more only where words are checked
 * against the taxonomies, where a rule of the stage looks beyond the item, where the change reaches other items, or where
 * links must not close a circle.
 */
@Injectable()
export class WorkflowEngine {
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
   * Sends a command to an item. With `expectedVersion` it is refused as stale where the item has moved on; without,
   * it is decided against the item as it is. Equal requests under one idempotency key have one effect and one answer.
   */
  apply(target: Target, command: ItemCommand, request: ChangeRequest): Promise<Outcome> {
    const work = () => this.decideAndWrite(target, command, request);
    return request.dryRun === true ? work() : observed(`engine ${command.type}`, work);
  }

  private async decideAndWrite(
    target: Target,
    command: ItemCommand,
    request: ChangeRequest,
  ): Promise<Outcome> {
    const said = command.type === 'translate' ? command : spoken(command);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const made =
        command.type === 'link'
          ? await this.attemptLinking(target, said, request)
          : await this.attempt(this.pool, target, said, request, attempt >= UNHELD_ATTEMPTS);
      if (made.outcome !== 'conflict') return made;
    }
    throw new Error(
      `${JSON.stringify(target)} was changed by others ${ATTEMPTS} times while one command waited.`,
    );
  }

  /** Creates an item, pinned to the active version of the process that is named, or called like its kind. */
  create(
    item: Omit<NewItem, 'processDigest'>,
    request: Request & { processId?: string | undefined },
  ): Promise<Outcome> {
    return observed('engine create', () => this.decideOnNew(item, request));
  }

  private async decideOnNew(
    item: Omit<NewItem, 'processDigest'>,
    request: Request & { processId?: string | undefined },
  ): Promise<Outcome> {
    const { workspaceId, actor, idempotency, processId } = request;
    const address = {
      workspaceId,
      kind: item.kind,
      processId,
      actorId: actorId(actor),
      key: idempotency?.key ?? null,
    };
    // A slug may be taken by the very request that this one repeats, so the answers are looked at once more.
    let taken: Refusal | null = null;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const start = await loadStart(this.pool, address);
      if (start.answered !== null) return replay(start.answered, idempotency!);
      if (taken !== null) return { outcome: 'refused', refusal: taken, stands: null };
      if (start.processDigest === null) {
        if (processId !== undefined) return processNotActive(item.kind, processId);
        throw new Error(`Workspace ${workspaceId} has no active process for ${item.kind}.`);
      }
      const process = await this.processes.get(workspaceId, start.processDigest);
      const checked = await tagNewItem(this.pool, workspaceId, item);
      if (checked.outcome === 'invalid') return checked;
      const command = {
        type: 'create' as const,
        item: { ...checked.tagged, processDigest: start.processDigest },
      };
      const moment = { workspaceId, itemId: newId(), actor, at: start.now };
      const weighed = decide(process, null, command, moment);
      if (weighed.outcome === 'invalid') return weighed;
      if (weighed.outcome === 'refused') {
        return { outcome: 'refused', refusal: weighed, stands: null };
      }
      if (weighed.outcome === 'unchanged') throw new Error('A creation always changes something.');
      const followed = await this.desk.follow(this.pool, weighed, process);
      const decision = followed?.change ?? weighed;
      const { surroundings } = await this.reader.of(decision.after, process);
      const createdAt = new Date(start.now);
      const written = await writeDecision(
        this.pool,
        { processes: this.processes, desk: this.desk },
        { change: decision, process },
        {
          ...request,
          text: null,
          segments: null,
          checkedAgainst: checked.checkedAgainst,
          witnesses: [],
          applied: {
            item: decision.after,
            process,
            surroundings,
            createdAt,
            updatedAt: createdAt,
            changed: true,
            settled: [],
          },
        },
      );
      if (written.outcome === 'answered') return written;
      taken = takenBy(written.conflict, item);
    }
    throw new Error(`An item "${item.slug}" could not be created in ${ATTEMPTS} attempts.`);
  }

  private async attempt(
    db: Queryable,
    target: Target,
    said: Spoken | TranslateRequest,
    request: ChangeRequest,
    holds = false,
  ): Promise<Attempt> {
    const { workspaceId, actor, idempotency, expectedVersion } = request;
    const sender = { workspaceId, actorId: actorId(actor), key: idempotency?.key ?? null };
    const head = await loadHead(db, target, sender);
    if (head === null) return { outcome: 'missing' };
    if (head.answered !== null) return replay(head.answered, idempotency!);
    const { item } = head;
    if (holds) return this.attemptHolding(item.id, target, said, request);
    const process = await this.processes.get(workspaceId, item.processDigest);
    const { surroundings, witnesses } = await this.reader.of(item, process, db);
    const stands = { item, process, surroundings };
    if (expectedVersion !== null && expectedVersion !== item.version) {
      return { outcome: 'refused', refusal: stale(expectedVersion, item), stands };
    }
    const prepared = await this.desk.prepare(db, said, { item, process, actor });
    if (prepared.outcome === 'invalid') return prepared;
    if (prepared.outcome === 'refused') return { outcome: 'refused', refusal: prepared, stands };
    const { command, text, settled } = prepared;
    if (command.type === 'link') {
      const { link, to } = command;
      const unlinkable = await whyNotLinkable(db, workspaceId, { from: item, link, to });
      if (unlinkable?.outcome === 'invalid') return unlinkable;
      if (unlinkable !== null) return { outcome: 'refused', refusal: unlinkable, stands };
    }
    const seen = asSeen(classed(command, item), stands, expectedVersion);
    const checked = await tagCommand(db, item, seen);
    if (checked.outcome === 'invalid') return checked;
    const { tagged: sent, checkedAgainst } = checked;
    const moment = { workspaceId, itemId: item.id, actor, at: head.now, surroundings };
    const weighed = decide(process, item, sent, moment);
    if (weighed.outcome === 'invalid') return weighed;
    if (weighed.outcome === 'refused') return { outcome: 'refused', refusal: weighed, stands };
    const followed =
      weighed.outcome === 'changed' ? await this.desk.follow(db, weighed, process) : null;
    const decision = followed?.change ?? weighed;
    const applied = await this.appliedOf(db, head, { process, decision, surroundings, settled });
    if (decision.outcome === 'unchanged' || request.dryRun === true) {
      return { outcome: 'answered', answer: request.answer(applied) };
    }
    if (reachesOthers(decision) && db === this.pool) {
      return this.attemptHolding(item.id, target, said, request);
    }
    return writeDecision(
      db,
      { processes: this.processes, desk: this.desk },
      { change: decision, process },
      {
        ...request,
        text: followed?.body ?? text,
        segments: followed?.write ?? prepared.write,
        checkedAgainst,
        witnesses: sent.type === 'event' ? witnesses : [],
        applied,
      },
    );
  }

  /**
   * Links are made one at a time in a workspace, or two of them could close a circle that neither sees; and content is not
   * published while a training is linked to it, or the training would not hear of that.
   */
  private attemptLinking(
    target: Target,
    said: Spoken | TranslateRequest,
    request: ChangeRequest,
  ): Promise<Attempt> {
    const { workspaceId } = request;
    return this.attemptInTransaction(target, said, request, async (client) => {
      await lockLinks(client, workspaceId);
      if (!('command' in said) || said.command.type !== 'link') return;
      const { link, to } = said.command;
      if (link === 'trains_on') await lockItems(client, workspaceId, [to]);
    });
  }

  /** Once more from the start, with the item held: what its change reaches is loaded after that and stays as it is. */
  private attemptHolding(
    itemId: string,
    target: Target,
    said: Spoken | TranslateRequest,
    request: ChangeRequest,
  ): Promise<Attempt> {
    return this.attemptInTransaction(target, said, request, (client) =>
      lockItems(client, request.workspaceId, [itemId]),
    );
  }

  private async attemptInTransaction(
    target: Target,
    said: Spoken | TranslateRequest,
    request: ChangeRequest,
    hold: (client: Queryable) => Promise<void>,
  ): Promise<Attempt> {
    try {
      return await inTransaction(this.pool, async (client) => {
        await hold(client);
        const made = await this.attempt(client, target, said, request);
        // What was refused by a unique index or a version has to be undone before it is tried again.
        if (made.outcome === 'conflict') throw made.conflict;
        return made;
      });
    } catch (error) {
      const conflict = conflictIn(error);
      if (conflict !== null) return { outcome: 'conflict', conflict };
      throw error;
    }
  }

  private async appliedOf(
    db: Queryable,
    head: Head,
    decided: {
      process: Process;
      decision: Change | Unchanged;
      surroundings: Surroundings;
      settled: Settled[];
    },
  ): Promise<Applied> {
    const { process, decision, surroundings, settled } = decided;
    const { after } = decision;
    const changed = decision.outcome === 'changed';
    const sameStage =
      after.stage === head.item.stage && after.description === head.item.description;
    return {
      item: after,
      process,
      surroundings:
        sameStage && after.links === head.item.links
          ? surroundings
          : (await this.reader.of(after, process, db)).surroundings,
      createdAt: head.createdAt,
      updatedAt: changed ? new Date(decision.at) : head.updatedAt,
      changed,
      settled,
    };
  }
}
