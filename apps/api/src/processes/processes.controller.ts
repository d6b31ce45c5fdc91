import { ITEM_KINDS, type ProcessDefinition } from '#domain';
import { type Caller as AuthenticatedCaller, ProcessVersionEntity } from '#engine';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { notFound } from '../http/problem.js';
import { processMermaid, processSvg } from './diagram/index.js';

class ProcessSummary {
  @ApiProperty({ example: 'content' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of the canonical JSON of the definition, hex' })
  digest!: string;

  @ApiProperty({ enum: ITEM_KINDS })
  kind!: string;

  @ApiProperty({ description: 'new items of this kind are pinned to it' })
  active!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

class ProcessView extends ProcessSummary {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'an XState machine as data, with roles and deadlines in meta',
  })
  definition!: ProcessDefinition;
}

/** `:process` is a digest, or the id of a process for its active version. */
@ApiTags('processes')
@Controller('v1/processes')
export class ProcessesController {
  /** Pictures by digest: a version never changes, and drawing one takes a tenth of a second. */
  private readonly pictures = new Map<string, Promise<string>>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The process versions of the workspace. */
  @Get()
  @ApiOkResponse({ type: [ProcessSummary] })
  async list(@Caller() { workspaceId }: AuthenticatedCaller): Promise<ProcessSummary[]> {
    const rows = await this.dataSource
      .getRepository(ProcessVersionEntity)
      .find({ where: { workspaceId }, order: { processId: 'ASC', createdAt: 'ASC' } });
    return rows.map(summaryOf);
  }

  /** A process as JSON, by digest, or by id for its active version. */
  @Get(':process')
  @ApiOkResponse({ type: ProcessView })
  async read(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ProcessView> {
    const row = await this.find(workspaceId, wanted);
    return { ...summaryOf(row), definition: definitionOf(row) };
  }

  /** A process as a Mermaid state diagram. */
  @Get(':process/mermaid')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async mermaid(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<string> {
    return processMermaid(definitionOf(await this.find(workspaceId, wanted)));
  }

  /** A process as a picture. */
  @Get(':process/svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async svg(
    @Param('process') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<string> {
    const row = await this.find(workspaceId, wanted);
    const drawn = this.pictures.get(row.digest) ?? processSvg(definitionOf(row));
    this.pictures.set(row.digest, drawn);
    return drawn;
  }

  private async find(workspaceId: string, wanted: string): Promise<ProcessVersionEntity> {
    const row = await this.dataSource.getRepository(ProcessVersionEntity).findOneBy([
      { workspaceId, digest: wanted },
      { workspaceId, processId: wanted, active: true },
    ]);
    if (row === null) throw notFound('process');
    return row;
  }
}

function summaryOf(row: ProcessVersionEntity): ProcessSummary {
  const { processId: id, digest, kind, active, createdAt } = row;
  return { id, digest, kind, active, createdAt: createdAt.toISOString() };
}

function definitionOf({ definition }: ProcessVersionEntity): ProcessDefinition {
  return JSON.parse(definition) as ProcessDefinition;
}
