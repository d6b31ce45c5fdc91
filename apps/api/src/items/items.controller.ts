import { type AvailableEvent, availableEvents } from '#domain';
import { type Caller as AuthenticatedCaller, WorkflowEngine } from '#engine';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { definedOf } from '../http/defined-of.js';
import { AnswerHeaders, ChangesItem, Idempotent, KnownByEtag, PageOf } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { type Page, pageOf } from '../http/paging.js';
import { notModified } from '../http/preconditions.js';
import { AvailableEventView } from '../http/problem.js';
import { eventFrom } from './event-from.js';
import { ItemCommands } from './item-commands.js';
import { ItemReader } from './item-reader.js';
import {
  answerWithItem,
  etagOf,
  ItemSummary,
  itemSummary,
  itemView,
  ItemView,
} from './item-view.js';
import { DescriptionBody, EventBody, ItemQuery, MoveBody, NewItemBody } from './items.dto.js';
import { newItemFrom, requireGoal } from './new-item.js';

@ApiTags('items')
@Controller('v1/items')
export class ItemsController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly commands: ItemCommands,
    private readonly reader: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Creates an item in the first stage of its process. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: ItemView })
  async create(
    @Body() body: NewItemBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const item = await newItemFrom(this.dataSource, workspaceId, body);
    const outcome = await this.engine.create(item, {
      workspaceId,
      actor,
      processId: body.process,
      idempotency: idempotencyKey(request),
      answer: answerWithItem(actor, 201),
    });
    sendOutcome(outcome, { reply, actor });
  }

  /** Items in the order of their creation. */
  @Get()
  @PageOf(ItemSummary)
  async list(
    @Query() query: ItemQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ItemSummary>> {
    const rows = await this.reader.page(workspaceId, query);
    return pageOf(rows, query, { key: ({ id }) => id, view: itemSummary }, { request, reply });
  }

  /**
   * One item with its open tasks and what the caller may do. The ETag is that of the item: what one caller may do
   * changes without it where their memberships do.
   */
  @Get(':itemId')
  @KnownByEtag()
  @AnswerHeaders('Vary')
  @ApiOkResponse({ type: ItemView })
  async read(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView | undefined> {
    const found = await this.reader.one(workspaceId, itemId);
    const etag = etagOf(found.item.version);
    void reply.headers({ etag, vary: 'Authorization, Cookie' });
    if (notModified(request, etag)) {
      void reply.status(304);
      return undefined;
    }
    return itemView(found, actor);
  }

  /** Changes title, facets, owner or locales. */
  @Patch(':itemId')
  @ChangesItem()
  @ApiOkResponse({ type: ItemView })
  async describe(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() body: DescriptionBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await requireGoal(this.dataSource, caller.workspaceId, body.goalId);
    const command = { type: 'describe' as const, changes: definedOf(body) };
    await this.commands.sendAsSeen(itemId, command, { caller, request, reply });
  }

  /** Sends an event through the item's process. */
  @Post(':itemId/events')
  @ChangesItem()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async event(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() body: EventBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'event' as const, ...eventFrom(body) };
    await this.commands.sendAsSeen(itemId, command, { caller, request, reply });
  }

  /** Puts an item into any stage, past its process; by enablement, and counted as ad hoc. */
  @Post(':itemId/move')
  @HttpCode(200)
  @RequiresAdministrator()
  @ChangesItem()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async move(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { to, comment }: MoveBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'move' as const, to, comment };
    await this.commands.sendAsSeen(itemId, command, { caller, request, reply });
  }

  /** The events of the item's stage for the caller, each blocked one with its reasons. */
  @Get(':itemId/available-events')
  @ApiOkResponse({ type: [AvailableEventView] })
  async available(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
  ): Promise<AvailableEvent[]> {
    const { item, process, surroundings } = await this.reader.one(workspaceId, itemId);
    return availableEvents(process, item, actor, surroundings);
  }
}
