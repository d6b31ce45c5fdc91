import { BLOCKER_CATEGORIES, type Blocker, FUNCTIONS } from '#domain';
import { type Caller as AuthenticatedCaller, poolOf } from '#engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { Idempotent, MayExpectVersion, PageOf } from '../http/documented.js';
import { IsComment, Optional } from '../http/fields.js';
import { isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { notValidAt } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ItemCommands } from '../items/item-commands.js';
import { BlockerView } from '../items/item-parts-view.js';
import { ItemView } from '../items/item-view.js';
import { ActiveMembers } from '../people/active-members.js';

class BlockerBody {
  @ApiProperty({ enum: BLOCKER_CATEGORIES })
  @IsIn(BLOCKER_CATEGORIES)
  category!: (typeof BLOCKER_CATEGORIES)[number];

  @Optional({ format: 'uuid', description: 'who has to clear it away; this or ownerFunction' })
  @IsUUID()
  ownerId?: string;

  @Optional({ enum: FUNCTIONS, description: 'the function that has to clear it away' })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];

  @ApiProperty({ maxLength: 4000, description: 'what is in the way' })
  @IsComment()
  detail!: string;
}

class ClearBody {
  static readonly mayBeLeftOut = true;

  @Optional({ maxLength: 4000 })
  @IsComment()
  comment?: string;
}

class BlockerQuery extends PageQuery {
  @Optional({ enum: BLOCKER_CATEGORIES })
  @IsIn(BLOCKER_CATEGORIES)
  category?: (typeof BLOCKER_CATEGORIES)[number];

  @Optional({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];
}

class BlockedItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  stage!: string;
}

class OpenBlockerView extends BlockerView {
  @ApiProperty({ type: BlockedItem })
  item!: BlockedItem;

  @ApiProperty({ description: 'whole hours since it was raised' })
  ageHours!: number;
}

interface BlockerRow {
  blocker: Blocker;
  ageHours: number;
  item: BlockedItem;
}

@ApiTags('blockers')
@Controller('v1')
export class BlockersController {
  constructor(
    private readonly commands: ItemCommands,
    private readonly members: ActiveMembers,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Says what keeps an item from going on, whatever its stage. */
  @Post('items/:itemId/blockers')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async block(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { category, detail, ...owner }: BlockerBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = {
      type: 'block' as const,
      category,
      detail,
      owner: await this.ownerFrom(caller, owner),
    };
    await this.commands.send(itemId, command, { caller, request, reply });
  }

  /** Takes a blocker away. */
  @Post('items/:itemId/blockers/:blockerId/clear')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async clear(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('blockerId', UuidParameter) blockerId: string,
    @Body() { comment }: ClearBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = comment === undefined ? {} : { comment };
    const command = { type: 'unblock' as const, blockerId, ...said };
    await this.commands.send(itemId, command, { caller, request, reply });
  }

  /** What stands in the way of the workspace's items, oldest first. */
  @Get('blockers')
  @PageOf(OpenBlockerView)
  async list(
    @Query() query: BlockerQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<OpenBlockerView>> {
    const { rows } = await poolOf(this.dataSource).query<BlockerRow>(LISTED, [
      workspaceId,
      keyIn(query.cursor, isUuid),
      query.category ?? null,
      query.ownerFunction ?? null,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query,
      {
        key: ({ blocker }) => blocker.id,
        view: ({ blocker, item, ageHours }) => ({ ...blocker, item, ageHours }),
      },
      { request, reply },
    );
  }

  private async ownerFrom(
    { workspaceId }: AuthenticatedCaller,
    { ownerId, ownerFunction }: Pick<BlockerBody, 'ownerId' | 'ownerFunction'>,
  ): Promise<Blocker['owner']> {
    if (ownerFunction !== undefined && ownerId === undefined) return { function: ownerFunction };
    if (ownerId === undefined || ownerFunction !== undefined) {
      const detail = `Expected ownerId or ownerFunction; found ${ownerId === undefined ? 'neither' : 'both'}.`;
      throw notValidAt('/ownerId', detail);
    }
    const unknown = await this.members.unknownAmong(workspaceId, [ownerId]);
    if (unknown.length === 0) return { personId: ownerId };
    const detail = 'Expected an active person of this workspace; found none.';
    throw notValidAt('/ownerId', detail);
  }
}

const LISTED = `
  select b.blocker,
    floor(extract(epoch from now() - (b.blocker ->> 'at')::timestamptz) / 3600)::integer as "ageHours",
    json_build_object('id', i.item_id, 'slug', i.slug, 'locale', i.locale, 'title', i.title,
      'stage', i.stage) as item
  from item i cross join lateral jsonb_array_elements(i.blockers) b (blocker)
  where i.workspace_id = $1 and i.blockers <> '[]'
    and ($2::uuid is null or (b.blocker ->> 'id')::uuid > $2)
    and ($3::text is null or b.blocker ->> 'category' = $3)
    and ($4::text is null or b.blocker -> 'owner' ->> 'function' = $4)
  order by (b.blocker ->> 'id')::uuid
  limit $5`;
