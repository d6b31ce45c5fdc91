import { LINK_TYPES, type LinkType } from '#domain';
import { type Caller as AuthenticatedCaller, poolOf } from '#engine';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { Idempotent, MayExpectVersion } from '../http/documented.js';
import { IsId } from '../http/fields.js';
import { ProblemError } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ItemCommands } from '../items/item-commands.js';
import { ItemReader } from '../items/item-reader.js';
import { ItemView } from '../items/item-view.js';

class LinkBody {
  @ApiProperty({
    enum: LINK_TYPES,
    description:
      'trains_on: training on content. derived_from: made out of the other. prerequisite: training that comes before. replaces: stands in the place of the other, which is where its readers are sent',
  })
  @IsIn(LINK_TYPES)
  type!: LinkType;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  to!: string;
}

class LinkedItem {
  @ApiProperty({ enum: LINK_TYPES })
  type!: LinkType;

  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  stage!: string;
}

class LinksView {
  @ApiProperty({ type: [LinkedItem], description: 'what the item depends on' })
  to!: LinkedItem[];

  @ApiProperty({ type: [LinkedItem], description: 'what depends on the item' })
  from!: LinkedItem[];
}

@ApiTags('links')
@Controller('v1/items/:itemId/links')
export class LinksController {
  constructor(
    private readonly commands: ItemCommands,
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** What an item depends on, and what depends on it. */
  @Get()
  @ApiOkResponse({ type: LinksView })
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<LinksView> {
    await this.items.require(workspaceId, itemId);
    const { rows } = await poolOf(this.dataSource).query<LinkedItem & { leads: 'to' | 'from' }>(
      LISTED,
      [workspaceId, itemId],
    );
    const leading = (way: string) =>
      rows.filter(({ leads }) => leads === way).map(({ leads: _, ...linked }) => linked);
    return { to: leading('to'), from: leading('from') };
  }

  /** Ties an item to another that it depends on; no chain of links may lead back. */
  @Post()
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async link(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { type: link, to }: LinkBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.commands.send(itemId, { type: 'link', link, to }, { caller, request, reply });
  }

  /** Takes a link away. */
  @Delete(':link/:to')
  @MayExpectVersion()
  @ApiOkResponse({ type: ItemView })
  async unlink(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('link', new ParseEnumPipe(LINK_TYPES, { exceptionFactory: unknownType })) link: string,
    @Param('to', UuidParameter) to: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'unlink' as const, link: link as LinkType, to };
    await this.commands.send(itemId, command, { caller, request, reply });
  }
}

function unknownType(): ProblemError {
  const detail = `Expected a type of link, one of ${LINK_TYPES.join(', ')}; found another.`;
  return new ProblemError(400, 'not_valid', detail);
}

const LISTED = `
  select 'to' as leads, l ->> 'type' as type, t.item_id as "itemId", t.kind, t.slug, t.title, t.stage
  from item i cross join lateral jsonb_array_elements(i.links) l
  join item t on t.workspace_id = i.workspace_id and t.item_id = (l ->> 'itemId')::uuid
  where i.workspace_id = $1 and i.item_id = $2
  union all
  select 'from', l ->> 'type', f.item_id, f.kind, f.slug, f.title, f.stage
  from item f cross join lateral jsonb_array_elements(f.links) l
  where f.workspace_id = $1 and l ->> 'itemId' = $2::text
    and f.links @> jsonb_build_array(jsonb_build_object('itemId', $2::text))
  order by leads, type, "itemId"`;
