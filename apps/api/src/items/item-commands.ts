import { type Caller, type ItemCommand, WorkflowEngine } from '#engine';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendOutcome } from '../http/answer.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { ifMatch, requireIfMatch } from '../http/preconditions.js';
import { answerWithItem } from './item-view.js';

/** A request that changes an item, and where its answer goes. */
export interface Http {
  caller: Caller;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Lets requests for an item in by the one door, and their outcomes out. */
@Injectable()
export class ItemCommands {
  constructor(private readonly engine: WorkflowEngine) {}

  /** For what is decided on what the sender has seen: `If-Match` is required. */
  async sendAsSeen(itemId: string, command: ItemCommand, http: Http): Promise<void> {
    await this.apply(itemId, command, http, requireIfMatch(http.request));
  }

  /** For what holds whatever the version is, such as a comment: `If-Match` may be given. */
  async send(itemId: string, command: ItemCommand, http: Http): Promise<void> {
    await this.apply(itemId, command, http, ifMatch(http.request));
  }

  private async apply(
    itemId: string,
    command: ItemCommand,
    { caller: { workspaceId, actor }, request, reply }: Http,
    expectedVersion: number | null,
  ): Promise<void> {
    const outcome = await this.engine.apply({ itemId }, command, {
      workspaceId,
      actor,
      expectedVersion,
      idempotency: request.method === 'POST' ? idempotencyKey(request) : null,
      answer: answerWithItem(actor),
    });
    sendOutcome(outcome, { reply, actor });
  }
}
