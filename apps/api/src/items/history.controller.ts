import type { AuditEntry } from '#domain';
import { AuditEntryEntity, type Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, MoreThan } from 'typeorm';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller } from '../auth/caller.decorator.js';
import { PageOf } from '../http/documented.js';
import { isNumber, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { ItemReader } from './item-reader.js';

class HistoryEntry {
  @ApiProperty({ description: 'SHA-256 of the entry as it is stored, hex' })
  hash!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'seq, at, actor, command, from, to, opened, closed, prevHash',
  })
  entry!: AuditEntry;
}

@ApiTags('items')
@Controller('v1/items/:itemId/history')
export class HistoryController {
  constructor(
    private readonly items: ItemReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The trail of an item: who sent what, when, and what it led to, oldest first. */
  @Get()
  @PageOf(HistoryEntry)
  async list(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry>> {
    await this.items.require(workspaceId, itemId);
    const rows = await this.dataSource.getRepository(AuditEntryEntity).find({
      where: { workspaceId, itemId, seq: MoreThan(keyIn(query.cursor, isNumber) ?? 0) },
      order: { seq: 'ASC' },
      take: query.limit + 1,
    });
    const view = ({ entry, hash }: AuditEntryEntity) => ({
      hash,
      entry: JSON.parse(entry) as AuditEntry,
    });
    return pageOf(rows, query, { key: ({ seq }) => seq, view }, { request, reply });
  }
}
