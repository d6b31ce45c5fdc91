import { BulkEvents, type Caller as AuthenticatedCaller, ItemEntity, ProcessStore } from '#engine';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { Idempotent, MayExpectVersion } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { ifMatch } from '../http/preconditions.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { answerInBulk, BulkView, sendBulkOutcome } from './bulk-view.js';
import { ItemReader } from './item-reader.js';
import { ReleaseBody } from './release.dto.js';
import { releaseEvents, type ReleasedVariant } from './release-events.js';
import { requireSource } from './require-source.js';

@ApiTags('items')
@Controller('v1/items/:itemId/release')
export class ReleaseController {
  constructor(
    private readonly bulk: BulkEvents,
    private readonly reader: ItemReader,
    private readonly processes: ProcessStore,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /**
   * Publishes a source and its variants at one moment, all of them or none, which is 409 with the results. Each is
   * published by the caller's own right: tasks that the caller may claim are claimed on the way, all others are refused.
   */
  @Post()
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: BulkView })
  async release(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() body: ReleaseBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { item, process } = await this.reader.one(workspaceId, itemId);
    requireSource(item);
    const source = { id: item.id, stage: item.stage, process, expectedVersion: ifMatch(request) };
    const events = releaseEvents(body, source, await this.variantsOf(workspaceId, itemId));
    const itemIds = events.map((event) => event.itemId);
    const meant = { dryRun: body.dryRun ?? false, together: true };
    const outcome = await this.bulk.send(events, {
      workspaceId,
      actor,
      ...meant,
      idempotency: idempotencyKey(request),
      answer: answerInBulk(itemIds, meant),
    });
    sendBulkOutcome(outcome, itemIds, reply);
  }

  /** In the order of their locales. */
  private async variantsOf(workspaceId: string, sourceItemId: string): Promise<ReleasedVariant[]> {
    const rows = await this.dataSource
      .getRepository(ItemEntity)
      .find({ where: { workspaceId, sourceItemId }, order: { locale: 'ASC' } });
    return Promise.all(
      rows.map(async (row) => ({
        row,
        process: await this.processes.get(workspaceId, row.processDigest),
      })),
    );
  }
}
