import { type Answer, type Caller, once } from '#engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { sendAnswer } from './answer.js';
import { idempotencyKey } from './idempotency-key.js';
import { notValid, ProblemError } from './problem.js';

/** What was created: where it is, what is sent, and what is kept for a repetition where that must hold no secret. */
export interface Created {
  location: string;
  sent: object;
  kept?: object;
  etag?: string;
  /** 200: it was there already, as asked for. 202: work has begun. */
  status?: 200 | 201 | 202;
}

interface Http {
  caller: Caller;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Creates something beside items, once for each idempotency key, and answers 201 unless it says otherwise. What is there already is 409. */
export async function createOnce(
  dataSource: DataSource,
  http: Http,
  create: (manager: EntityManager) => Promise<Created>,
): Promise<void> {
  await answerOnce(dataSource, http, async (manager) => {
    const { location, sent, kept = sent, etag = null, status = 201 } = await create(manager);
    const answer = { status, etag, location };
    return {
      sent: { ...answer, body: JSON.stringify(sent) },
      kept: { ...answer, body: JSON.stringify(kept) },
    };
  });
}

/** Does something to what is beside items, once for each idempotency key, and answers 200 with what it gives. */
export async function doOnce(
  dataSource: DataSource,
  http: Http,
  effect: (manager: EntityManager) => Promise<object>,
): Promise<void> {
  await answerOnce(dataSource, http, async (manager) => {
    const body = JSON.stringify(await effect(manager));
    const answer = { status: 200, etag: null, location: null, body };
    return { sent: answer, kept: answer };
  });
}

/** Does something beside items in one transaction, once for each idempotency key, and sends the answer to it. */
export async function answerOnce(
  dataSource: DataSource,
  http: Http,
  effect: (manager: EntityManager) => Promise<{ sent: Answer; kept: Answer }>,
): Promise<void> {
  const { workspaceId, actor } = http.caller;
  const sender = { workspaceId, actorId: actor.id, idempotency: idempotencyKey(http.request) };
  const outcome = await takenIsConflict(once(dataSource, sender, effect));
  if (outcome.outcome === 'key_reused') {
    throw notValid([
      {
        pointer: '',
        code: 'idempotency_key_reused',
        detail:
          'Expected the same request as before under this Idempotency-Key; found another one.',
      },
    ]);
  }
  sendAnswer(outcome.answer, http.reply);
}

/** What is there already is 409, whichever unique index says so. */
export async function takenIsConflict<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    throw new ProblemError(409, 'already_there', 'The same is there already.');
  }
}

const UNIQUE_VIOLATION = '23505';
