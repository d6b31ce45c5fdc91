import {
  type Caller as AuthenticatedCaller,
  leverage,
  LEVERAGE_CLASSES,
  type MemoryScope,
  poolOf,
  readMemory,
} from '#engine';
import { type MemoryEntry, writeTmx } from '#localization';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { AnswerHeaders, Problems } from '../http/documented.js';
import { Caller } from '../auth/caller.decorator.js';
import { contentDisposition } from '../http/content-disposition.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { SegmentDesk } from '../segments/segment-desk.js';
import { previousSourceOf } from '../segments/segment-view.js';
import { TOOL } from './exchange-files.js';
import { MemoryQuery } from './interchange.dto.js';
import { neighboursOf } from './proposals.js';

const TMX = 'application/x-tmx+xml';
const COUNT = {
  type: 'object' as const,
  required: ['units', 'words'],
  properties: { units: { type: 'integer' as const }, words: { type: 'integer' as const } },
};
const LEVERAGE = {
  type: 'object' as const,
  required: [...LEVERAGE_CLASSES, 'total'],
  properties: Object.fromEntries([...LEVERAGE_CLASSES, 'total'].map((name) => [name, COUNT])),
};

@ApiTags('interchange')
@Controller('v1')
export class MemoryController {
  constructor(
    private readonly desks: SegmentDesk,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The translation memory of two languages as TMX 1.4b: approved translations, each with the texts around it. */
  @Get('memory/tmx')
  @AnswerHeaders('Content-Disposition')
  @ApiProduces(TMX)
  @ApiOkResponse({ schema: { type: 'string' } })
  tmx(
    @Query() { sourceLocale, targetLocale }: MemoryQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): StreamableFile {
    const scope = { workspaceId, sourceLocale, targetLocale };
    const written = writeTmx(this.entries(scope), { tool: TOOL, sourceLocale });
    return new StreamableFile(Readable.from(written), {
      type: TMX,
      disposition: contentDisposition(`memory.${sourceLocale}.${targetLocale}.tmx`),
    });
  }

  /**
   * What the memory spares whoever translates a variant, in units and words: known in context (101), exact (100), repeated,
   * similar (95, 85, 75 and up), changed since it was translated, and new.
   */
  @Get('items/:itemId/leverage')
  @Problems(409)
  @ApiOkResponse({ schema: LEVERAGE })
  async leverage(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<object> {
    const { desk } = await this.desks.of(workspaceId, itemId);
    const { text, item, rows } = desk;
    return leverage(poolOf(this.dataSource), {
      workspaceId,
      sourceLocale: text.locale,
      targetLocale: item.locale,
      units: text.units.map((unit, place) => ({
        ...neighboursOf(text.units, place),
        words: unit.words,
        changed: previousSourceOf(rows.get(unit.key), unit) !== null,
      })),
    });
  }

  private async *entries(scope: MemoryScope): AsyncGenerator<MemoryEntry> {
    const { sourceLocale, targetLocale } = scope;
    for await (const entry of readMemory(poolOf(this.dataSource), scope)) {
      const { source, target, itemId, key, approvedAt, previousHash, nextHash } = entry;
      yield {
        source,
        target,
        sourceLocale,
        targetLocale,
        createdAt: approvedAt,
        itemId,
        key,
        ...(previousHash === null ? {} : { previousHash }),
        ...(nextHash === null ? {} : { nextHash }),
      };
    }
  }
}
