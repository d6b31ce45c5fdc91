import {
  type Caller as AuthenticatedCaller,
  type Desk,
  SegmentChangeEntity,
  WorkflowEngine,
} from '#engine';
import { Body, Controller, Get, Param, Patch, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { definedOf } from '../http/defined-of.js';
import { AnswerHeaders, ChangesItem, PageOf, Problems } from '../http/documented.js';
import { isNumber, keyIn, type Page, pageOf } from '../http/paging.js';
import { requireIfMatch } from '../http/preconditions.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ItemReader } from '../items/item-reader.js';
import { etagOf } from '../items/item-view.js';
import { reportOf, segmentView } from './segment-view.js';
import { SegmentDesk } from './segment-desk.js';
import {
  SegmentHistoryView,
  SegmentQuery,
  SegmentsBody,
  SegmentsReport,
  SegmentView,
} from './segments.dto.js';

@ApiTags('segments')
@Controller('v1/items/:itemId/segments')
export class SegmentsController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly desks: SegmentDesk,
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The segments of a variant in the order of its source, the title first. */
  @Get()
  @AnswerHeaders('ETag')
  @Problems(409)
  @PageOf(SegmentView)
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: SegmentQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<SegmentView>> {
    const { desk, terms } = await this.desks.of(workspaceId, itemId);
    void reply.header('etag', etagOf(desk.item.version));
    const after = keyIn(query.cursor, isNumber) ?? -1;
    const found = desk.text.units
      .map((unit, position) => ({ unit, position }))
      .filter(({ position }) => position > after)
      .filter(({ unit }) => query.state === undefined || stateOf(desk, unit.key) === query.state)
      .slice(0, query.limit + 1);
    return pageOf(
      found,
      query,
      { key: ({ position }) => position, view: (each) => segmentView(desk, each, terms) },
      { request, reply },
    );
  }

  /** Translates, judges or annotates segments: all that are sent, or none. */
  @Patch()
  @ChangesItem()
  @ApiOkResponse({ type: SegmentsReport })
  async edit(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { segments, acceptReordered = false, rebuild = false }: SegmentsBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const outcome = await this.engine.apply(
      { itemId },
      {
        type: 'translate',
        edits: segments.map((edit) => definedOf(edit)),
        origin: 'written',
        fromFile: false,
        acceptReordered,
        rebuild,
      },
      {
        workspaceId,
        actor,
        expectedVersion: requireIfMatch(request),
        idempotency: null,
        answer: (applied) => ({
          status: 200,
          etag: etagOf(applied.item.version),
          location: null,
          body: JSON.stringify(reportOf(applied)),
        }),
      },
    );
    sendOutcome(outcome, { reply, actor });
  }

  /** What a segment was before, newest first; at most the last 200 changes. */
  @Get(':key/history')
  @ApiOkResponse({ type: SegmentHistoryView })
  async history(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('key') key: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<SegmentHistoryView> {
    await this.items.require(workspaceId, itemId);
    const rows = await this.dataSource.getRepository(SegmentChangeEntity).find({
      where: { workspaceId, itemId, key },
      order: { sequence: 'DESC' },
      take: 200,
    });
    return {
      items: rows.map(({ sequence, state, target, note, origin, changedBy, changedAt }) => ({
        sequence,
        state,
        target,
        note,
        origin,
        changedBy,
        changedAt: changedAt.toISOString(),
      })),
    };
  }
}

function stateOf({ rows }: Desk, key: string) {
  return rows.get(key)?.state ?? 'untranslated';
}
