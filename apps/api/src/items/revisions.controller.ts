import { CHANGE_CLASSES, type ChangeClass } from '#domain';
import { type Caller as AuthenticatedCaller, RevisionEntity, WorkflowEngine } from '#engine';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, MoreThan } from 'typeorm';
import { sectionsOf } from '#localization';
import { definedOf } from '../http/defined-of.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { ChangesItem, Idempotent, PageOf } from '../http/documented.js';
import { IsComment, IsInstant, Optional } from '../http/fields.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { isNumber, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { requireIfMatch } from '../http/preconditions.js';
import { notFound, notValidAt } from '../http/problem.js';
import { ItemReader } from './item-reader.js';
import { RevisionReference } from './item-parts-view.js';
import { answerWithItem, ItemView } from './item-view.js';

const ORIGINS = ['edited', 'imported'] as const;

class RevisionBody {
  @ApiProperty({ description: 'the whole text; up to 1 MB as JSON' })
  @IsString()
  body!: string;

  @Optional({
    enum: ORIGINS,
    default: 'edited',
    description: 'imported: written elsewhere; only by enablement and in the first stage',
  })
  @IsIn(ORIGINS)
  origin?: (typeof ORIGINS)[number];

  @Optional({
    maxLength: 4000,
    description: 'why enablement writes past the process; counted as ad hoc',
  })
  @IsComment()
  offProcess?: string;

  @Optional({
    enum: CHANGE_CLASSES,
    default: 'substantive',
    description:
      'how much it changes since what is published: a substantive change puts the variants out of date, a minor one is listed with them, a typo leaves them as they are; not for variants',
  })
  @IsIn(CHANGE_CLASSES)
  change?: ChangeClass;

  @Optional({ format: 'date-time', description: 'when an imported text was written' })
  @IsInstant()
  writtenAt?: string;
}

class SectionView {
  @ApiProperty({ example: 'pricing/discounts' })
  key!: string;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ description: 'SHA-256 of its text, hex' })
  digest!: string;
}

class RevisionSummary extends RevisionReference {
  @ApiProperty({
    enum: [...ORIGINS, 'translated'],
    description: 'translated: made of its segments',
  })
  origin!: string;

  @ApiProperty()
  authorId!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  writtenAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

class RevisionView extends RevisionSummary {
  @ApiProperty({ type: [SectionView], description: 'its parts under their headings, in order' })
  sections!: SectionView[];

  @ApiProperty()
  body!: string;
}

@ApiTags('items')
@Controller('v1/items/:itemId/revisions')
export class RevisionsController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Writes a new revision of the body. The text that is already current changes nothing. */
  @Post()
  @ChangesItem()
  @Idempotent()
  @ApiCreatedResponse({ type: ItemView })
  @ApiOkResponse({ type: ItemView, description: 'the text is the current one already' })
  async write(
    @Param('itemId', UuidParameter) itemId: string,
    @Body() { body, origin = 'edited', writtenAt, offProcess, change }: RevisionBody,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (writtenAt !== undefined && origin !== 'imported') {
      const detail = 'Expected writtenAt with the origin "imported" only; found it with "edited".';
      throw notValidAt('/writtenAt', detail);
    }
    const written = writtenAt === undefined ? {} : { writtenAt: new Date(writtenAt).toISOString() };
    const outcome = await this.engine.apply(
      { itemId },
      { type: 'revise', body, origin, ...written, ...definedOf({ offProcess, change }) },
      {
        workspaceId,
        actor,
        expectedVersion: requireIfMatch(request),
        idempotency: idempotencyKey(request),
        answer: (applied) => answerWithItem(actor, applied.changed ? 201 : 200)(applied),
      },
    );
    sendOutcome(outcome, { reply, actor });
  }

  /** The revisions of an item, oldest first, without their texts. */
  @Get()
  @PageOf(RevisionSummary)
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<RevisionSummary>> {
    await this.items.require(workspaceId, itemId);
    const after = keyIn(query.cursor, isNumber) ?? 0;
    const rows = await this.dataSource.getRepository(RevisionEntity).find({
      where: { workspaceId, itemId, number: MoreThan(after) },
      order: { number: 'ASC' },
      take: query.limit + 1,
    });
    return pageOf(
      rows,
      query,
      { key: ({ number }) => number, view: summaryOf },
      { request, reply },
    );
  }

  /** One revision with its text, by number, by digest, or `current`. */
  @Get(':revision')
  @ApiOkResponse({ type: RevisionView })
  async read(
    @Param('itemId', UuidParameter) itemId: string,
    @Param('revision') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<RevisionView> {
    await this.items.require(workspaceId, itemId);
    const row = await this.dataSource
      .getRepository(RevisionEntity)
      .createQueryBuilder('revision')
      .addSelect('revision.body')
      .where({ workspaceId, itemId, ...addressOf(wanted) })
      .orderBy('revision.number', 'DESC')
      .limit(1)
      .getOne();
    if (row === null) throw notFound('revision');
    return { ...summaryOf(row), sections: sectionsOf(row.body), body: row.body };
  }
}

function addressOf(wanted: string): { number?: number; digest?: string } {
  if (wanted === 'current') return {};
  if (/^\d{1,9}$/u.test(wanted)) return { number: Number(wanted) };
  return { digest: wanted };
}

function summaryOf(row: RevisionEntity): RevisionSummary {
  const { number, digest, size, origin, authorId, writtenAt, createdAt } = row;
  return {
    number,
    digest,
    size,
    origin,
    authorId,
    writtenAt: writtenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
