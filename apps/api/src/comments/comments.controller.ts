import { type Caller as AuthenticatedCaller, CommentEntity } from '#engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, IsNull, MoreThan, Not } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { Idempotent, MayExpectVersion, PageOf } from '../http/documented.js';
import { isUuid, keyIn, type Page, pageOf } from '../http/paging.js';
import { notFound, notValid } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ItemCommands } from '../items/item-commands.js';
import { ItemReader } from '../items/item-reader.js';
import { ItemView } from '../items/item-view.js';
import { ActiveMembers } from '../people/active-members.js';
import { CommentBody, CommentQuery, CommentView } from './comments.dto.js';

@ApiTags('comments')
@Controller('v1/items/:itemId/comments')
export class CommentsController {
  constructor(
    private readonly commands: ItemCommands,
    private readonly items: ItemReader,
    private readonly members: ActiveMembers,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Comments on an item or on a section of its text. */
  @Post()
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async add(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { text, section, mandatory = false, mentions = [] }: CommentBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const unknown = await this.members.unknownAmong(caller.workspaceId, mentions);
    if (unknown.length > 0) {
      throw notValid(
        unknown.map((id) => ({
          pointer: `/mentions/${mentions.indexOf(id)}`,
          code: 'not_valid',
          detail: `Expected an active person of this workspace; found ${id}.`,
        })),
      );
    }
    const command = {
      type: 'comment' as const,
      text,
      section: section ?? null,
      mandatory,
      mentions,
    };
    await this.commands.send(itemId, command, { caller, request, reply });
  }

  /** The comments of an item, oldest first. */
  @Get()
  @PageOf(CommentView)
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: CommentQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<CommentView>> {
    await this.items.require(workspaceId, itemId);
    const after = keyIn(query.cursor, isUuid);
    const { status, section } = query;
    const rows = await this.dataSource.getRepository(CommentEntity).find({
      where: {
        workspaceId,
        itemId,
        ...(after === null ? {} : { id: MoreThan(after) }),
        ...(status === undefined
          ? {}
          : { resolvedAt: status === 'open' ? IsNull() : Not(IsNull()) }),
        ...(section === undefined ? {} : { section }),
      },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    return pageOf(rows, query, { key: ({ id }) => id, view: commentView }, { request, reply });
  }

  /** Says that a comment is settled. */
  @Post(':commentId/resolve')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async resolve(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('commentId', UuidParameter) commentId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = caller;
    const exists = await this.dataSource
      .getRepository(CommentEntity)
      .existsBy({ workspaceId, itemId, id: commentId });
    if (!exists) throw notFound('comment');
    const command = { type: 'resolve_comment' as const, commentId };
    await this.commands.send(itemId, command, { caller, request, reply });
  }
}

function commentView(row: CommentEntity): CommentView {
  const { id, section, body, mandatory, mentions, authorId, createdAt } = row;
  return {
    id,
    section,
    text: body,
    mandatory,
    mentions,
    authorId,
    createdAt: createdAt.toISOString(),
    resolvedBy: row.resolvedBy,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
