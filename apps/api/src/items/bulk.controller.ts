import { BulkEvents, type Caller as AuthenticatedCaller } from '#engine';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { Idempotent } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { answerInBulk, BulkView, sendBulkOutcome } from './bulk-view.js';
import { BulkEventsBody } from './bulk.dto.js';
import { eventFrom } from './event-from.js';

@ApiTags('items')
@Controller('v1/items/bulk-events')
export class BulkController {
  constructor(private readonly bulk: BulkEvents) {}

  /**
   * Sends up to 500 events, each decided on what those before it lead to, with a result for each; one that is refused
   * does not hinder the others. With `together` it is every event or none, and 409 with the results where none was done.
   * The whole call is one transaction, done once for each Idempotency-Key; a dry run takes and keeps no key.
   */
  @Post()
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: BulkView })
  async send(
    @Body() { events, dryRun = false, together = false }: BulkEventsBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const itemIds = events.map(({ itemId }) => itemId);
    const sent = events.map(({ itemId, version = null, ...body }) => ({
      itemId,
      expectedVersion: version,
      ...eventFrom(body),
    }));
    const outcome = await this.bulk.send(sent, {
      workspaceId,
      actor,
      dryRun,
      together,
      idempotency: idempotencyKey(request),
      answer: answerInBulk(itemIds, { dryRun, together }),
    });
    sendBulkOutcome(outcome, itemIds, reply);
  }
}
