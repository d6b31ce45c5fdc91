import type { Caller as AuthenticatedCaller } from '#engine';
import { readPo, writePo } from '#localization';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Caller } from '../auth/caller.decorator.js';
import { contentDisposition } from '../http/content-disposition.js';
import { AnswerHeaders, MayExpectVersion, Problems } from '../http/documented.js';
import { ifMatch } from '../http/preconditions.js';
import { StreamedBody } from '../http/streamed-body.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { SegmentDesk } from '../segments/segment-desk.js';
import { exchangeFileOf, TOOL } from './exchange-files.js';
import { ImportUnits } from './import-units.js';
import { ImportQuery, ImportReport } from './interchange.dto.js';
import { withSpooledBody } from './spooled-body.js';

const PO = 'text/x-gettext-translation';

@ApiTags('interchange')
@Controller('v1/items/:itemId/po')
export class PoController {
  constructor(
    private readonly desks: SegmentDesk,
    private readonly imports: ImportUnits,
  ) {}

  /** The segments of a variant as a gettext file, for whoever has nothing else; codes are written as tags. */
  @Get()
  @AnswerHeaders('Content-Disposition')
  @Problems(409)
  @ApiProduces(PO)
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Param('itemId', UuidParameter) itemId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<StreamableFile> {
    const { desk } = await this.desks.of(workspaceId, itemId);
    const { slug, locale } = desk.item;
    const written = writePo(exchangeFileOf(desk), { tool: TOOL });
    return new StreamableFile(Readable.from(written), {
      type: `${PO}; charset=utf-8`,
      disposition: contentDisposition(`${slug}.${locale}.po`),
    });
  }

  /** Brings a translated gettext file of this variant in. The same file again changes nothing. */
  @Post()
  @HttpCode(200)
  @StreamedBody()
  @MayExpectVersion()
  @ApiOkResponse({ type: ImportReport })
  import(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: ImportQuery,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return withSpooledBody(request, (reopen) =>
      this.imports.import(() => readPo(reopen()), {
        ...query,
        workspaceId,
        actor,
        itemId,
        expectedVersion: ifMatch(request),
      }),
    );
  }
}
