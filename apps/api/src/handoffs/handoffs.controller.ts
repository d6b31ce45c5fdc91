import { BOUNDARIES, type Boundary, FORMALITIES } from '#domain';
import { type Caller as AuthenticatedCaller, HandoffEntity, poolOf } from '#engine';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { PageOf } from '../http/documented.js';
import { IsInstant, Optional } from '../http/fields.js';
import { isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';

const OUTCOMES = ['accepted', 'declined', 'dropped', 'overridden', 'moved', 'edited'] as const;

class HandoffQuery extends PageQuery {
  @Optional({ format: 'uuid' })
  @IsUUID()
  itemId?: string;

  @Optional({ enum: FORMALITIES })
  @IsIn(FORMALITIES)
  formality?: (typeof FORMALITIES)[number];

  @Optional({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @Optional({ enum: BOUNDARIES, description: 'those that crossed this boundary' })
  @IsIn(BOUNDARIES)
  crossed?: Boundary;
}

class HandoffCountQuery {
  @Optional({ format: 'date-time', description: 'settled at this instant or later' })
  @IsInstant()
  since?: string;
}

class HandoffView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ description: "the entry of the item's trail that it ended with" })
  sequence!: number;

  @ApiProperty({ type: String, nullable: true })
  activity!: string | null;

  @ApiProperty({ type: String, nullable: true })
  fromStage!: string | null;

  @ApiProperty()
  toStage!: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: string;

  @ApiProperty({
    enum: FORMALITIES,
    description:
      'formal: as the process says. informal: an override or a reassignment. ad_hoc: past the process',
  })
  formality!: string;

  @ApiProperty()
  giverId!: string;

  @ApiProperty({ type: String, nullable: true })
  giverFunction!: string | null;

  @ApiProperty({ type: String, nullable: true })
  receiverId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  receiverFunction!: string | null;

  @ApiProperty({ enum: BOUNDARIES, isArray: true })
  crossed!: Boundary[];

  @ApiProperty({ type: String, nullable: true })
  reasonCode!: string | null;

  @ApiProperty({ format: 'date-time' })
  offeredAt!: string;

  @ApiProperty({ format: 'date-time' })
  settledAt!: string;
}

class HandoffCount {
  @ApiProperty({ enum: FORMALITIES })
  formality!: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: string;

  @ApiProperty()
  count!: number;
}

@ApiTags('handoffs')
@Controller('v1/handoffs')
export class HandoffsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Batons that were passed, or were not, in the order in which that was settled. */
  @Get()
  @PageOf(HandoffView)
  async list(
    @Query() query: HandoffQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HandoffView>> {
    const select = this.dataSource
      .getRepository(HandoffEntity)
      .createQueryBuilder('handoff')
      .where('handoff.workspaceId = :workspaceId', { workspaceId })
      .orderBy('handoff.id')
      .take(query.limit + 1);
    const after = keyIn(query.cursor, isUuid);
    if (after !== null) select.andWhere('handoff.id > :after', { after });
    for (const column of ['itemId', 'formality', 'outcome'] as const) {
      if (query[column] !== undefined) {
        select.andWhere(`handoff.${column} = :${column}`, { [column]: query[column] });
      }
    }
    if (query.crossed !== undefined) {
      select.andWhere('handoff.crossed @> :crossed::jsonb', {
        crossed: JSON.stringify([query.crossed]),
      });
    }
    const rows = await select.getMany();
    return pageOf(rows, query, { key: ({ id }) => id, view: handoffView }, { request, reply });
  }

  /** How many hand-offs went as the process says, and how many past it. */
  @Get('counts')
  @ApiOkResponse({ type: [HandoffCount] })
  async counts(
    @Query() { since }: HandoffCountQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<HandoffCount[]> {
    const { rows } = await poolOf(this.dataSource).query<HandoffCount>(
      `select formality, outcome, count(*)::integer as count from handoff
       where workspace_id = $1 and ($2::timestamptz is null or settled_at >= $2)
       group by formality, outcome order by formality, outcome`,
      [workspaceId, since ?? null],
    );
    return rows;
  }
}

function handoffView({ offeredAt, settledAt, ...row }: HandoffEntity): HandoffView {
  const { workspaceId: _, ...shown } = row;
  return { ...shown, offeredAt: offeredAt.toISOString(), settledAt: settledAt.toISOString() };
}
