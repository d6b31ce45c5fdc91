import {
  type Actor,
  actorId,
  type Change,
  type Command,
  decide,
  type Invalid,
  type ItemState,
  type NewItem,
  type Process,
  type Refusal,
  sha256,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Answer, IdempotencyKey } from './answer.js';
import { poolOf } from './data-source.js';
import { type Head, loadHead, loadStart, loadVariants, type Target } from './load-head.js';
import { newId } from './new-id.js';
import { openVariants } from './open-variants.js';
import { ProcessStore } from './process-store.js';
import { processNotActive, replay, stale, takenBy } from './refused-beforehand.js';
import { searchTexts } from './search-texts.js';
import { ConflictError, writeChanges } from './write-changes.js';

/** An item after a command, as the answer to it is made of. */
export interface Applied {
  item: ItemState;
  process: Process;
  createdAt: Date;
  updatedAt: Date;
  changed: boolean;
}

/** Who sends a command, and how the answer is made and kept. */
export interface Request {
  workspaceId: string;
  actor: Actor;
  idempotency: IdempotencyKey | null;
  answer: (applied: Applied) => Answer;
}

export type Outcome =
  | { outcome: 'answered'; answer: Answer }
  /** the item as it stands, where there is one, so that the refusal can say what is possible */
  | { outcome: 'refused'; refusal: Refusal; item: ItemState | null; process: Process | null }
  | Invalid
  | { outcome: 'missing' };

/** Commands that change an item that exists. A revision comes with its text. */
export type ItemCommand =
  | Exclude<Command, { type: 'create' | 'revise' }>
  | { type: 'revise'; body: string; origin: 'edited' | 'imported'; writtenAt?: string };

/** How often a command is decided anew when others change the item at the same moment. */
const ATTEMPTS = 20;

/**
 * The one door: every change of an item goes through here, in one transaction with its tasks, audit entry, messages
 * and answer. Load, decide, write: two round trips, whatever the command leads to, and two more where publishing
 * has to look at the variants and at their process.
 */
@Injectable()
export class WorkflowEngine {
  private readonly pool: Pool;

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly processes: ProcessStore,
  ) {
    this.pool = poolOf(dataSource);
  }

  /**
   * Sends a command to an item. With `expectedVersion` it is refused as stale where the item has moved on; without,
   * it is decided against the item as it is. Equal requests under one idempotency key have one effect and one answer.
   */
  async apply(
    target: Target,
    command: ItemCommand,
    request: Request & { expectedVersion: number | null },
  ): Promise<Outcome> {
    const { workspaceId, actor, idempotency, expectedVersion } = request;
    const sender = { workspaceId, actorId: actorId(actor), key: idempotency?.key ?? null };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const head = await loadHead(this.pool, target, sender);
      if (head === null) return { outcome: 'missing' };
      if (head.answered !== null) return replay(head.answered, idempotency!);
      const { item } = head;
      const process = await this.processes.get(workspaceId, item.processDigest);
      if (expectedVersion !== null && expectedVersion !== item.version) {
        return { outcome: 'refused', refusal: stale(expectedVersion, item), item, process };
      }
      const decision = decide(process, item, asDomainCommand(command), {
        workspaceId,
        itemId: item.id,
        actor,
        at: head.now,
      });
      if (decision.outcome === 'invalid') return decision;
      if (decision.outcome === 'refused') {
        return { outcome: 'refused', refusal: decision, item, process };
      }
      const applied = appliedOf(head, process, decision);
      if (decision.outcome === 'unchanged') {
        return { outcome: 'answered', answer: request.answer(applied) };
      }
      const bodies = new Map(command.type === 'revise' ? [[item.id, command.body]] : []);
      const written = await this.write(decision, process, { ...request, bodies }, applied);
      if (written.outcome === 'answered') return written;
    }
    throw new Error(
      `${JSON.stringify(target)} was changed by others ${ATTEMPTS} times while one command waited.`,
    );
  }

  /** Creates an item, pinned to the active version of the process that is named, or called like its kind. */
  async create(
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
      if (start.processDigest === null) {
        if (processId !== undefined) return processNotActive(item.kind, processId);
        throw new Error(`Workspace ${workspaceId} has no active process for ${item.kind}.`);
      }
      const process = await this.processes.get(workspaceId, start.processDigest);
      if (taken !== null) return { outcome: 'refused', refusal: taken, item: null, process };
      const decision = decide(
        process,
        null,
        { type: 'create', item: { ...item, processDigest: start.processDigest } },
        { workspaceId, itemId: newId(), actor, at: start.now },
      );
      if (decision.outcome === 'invalid') return decision;
      if (decision.outcome === 'refused') {
        return { outcome: 'refused', refusal: decision, item: null, process };
      }
      if (decision.outcome === 'unchanged') throw new Error('A creation always changes something.');
      const createdAt = new Date(start.now);
      const applied = {
        item: decision.after,
        process,
        createdAt,
        updatedAt: createdAt,
        changed: true,
      };
      const written = await this.write(
        decision,
        process,
        { ...request, bodies: new Map() },
        applied,
      );
      if (written.outcome === 'answered') return written;
      taken = takenBy(written.conflict, item);
    }
    throw new Error(`An item "${item.slug}" could not be created in ${ATTEMPTS} attempts.`);
  }

  private async write(
    change: Change,
    process: Process,
    request: Request & { bodies: Map<string, string> },
    applied: Applied,
  ): Promise<
    { outcome: 'answered'; answer: Answer } | { outcome: 'conflict'; conflict: ConflictError }
  > {
    const { workspaceId, actor, idempotency, bodies } = request;
    const variants = change.effects.includes('open_variants')
      ? await this.variantChanges(change)
      : [];
    const changes = [change, ...variants.map((variant) => variant.change)];
    const processes = new Map([
      [process.digest, process],
      ...variants.map((variant) => [variant.process.digest, variant.process] as const),
    ]);
    const answer = request.answer(applied);
    try {
      await writeChanges(this.pool, {
        changes,
        bodies,
        texts: searchTexts(changes, bodies),
        phaseOf: ({ after }) =>
          processes.get(after.processDigest)!.definition.states[after.stage]!.meta.phase,
        answered:
          idempotency === null
            ? null
            : { workspaceId, actorId: actorId(actor), idempotency, answer },
      });
      return { outcome: 'answered', answer };
    } catch (error) {
      if (error instanceof ConflictError) return { outcome: 'conflict', conflict: error };
      throw error;
    }
  }

  private async variantChanges(published: Change): Promise<{ change: Change; process: Process }[]> {
    const { workspaceId, id } = published.after;
    const existing = await loadVariants(this.pool, workspaceId, id);
    const start = await loadStart(this.pool, {
      workspaceId,
      kind: 'variant',
      actorId: '',
      key: null,
    });
    const digests = new Set([start.processDigest!, ...existing.map((item) => item.processDigest)]);
    const processes = new Map<string, Process>();
    for (const digest of digests) {
      processes.set(digest, await this.processes.get(workspaceId, digest));
    }
    return openVariants(published, existing, {
      active: processes.get(start.processDigest!)!,
      pinned: (digest) => processes.get(digest)!,
    });
  }
}

function asDomainCommand(command: ItemCommand): Exclude<Command, { type: 'create' }> {
  if (command.type !== 'revise') return command;
  const { body, origin, writtenAt } = command;
  return {
    type: 'revise',
    digest: sha256(body),
    size: Buffer.byteLength(body),
    origin,
    ...(writtenAt === undefined ? {} : { writtenAt }),
  };
}

function appliedOf(
  head: Head,
  process: Process,
  decision: Change | { outcome: 'unchanged'; after: ItemState },
): Applied {
  const changed = decision.outcome === 'changed';
  return {
    item: decision.after,
    process,
    createdAt: head.createdAt,
    updatedAt: changed ? new Date(decision.at) : head.updatedAt,
    changed,
  };
}
