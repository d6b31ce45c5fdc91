import type { Caller as AuthenticatedCaller } from '#engine';
import { readXliff, writeXliff, type XliffOptions } from '#localization';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Caller } from '../auth/caller.decorator.js';
import { contentDisposition } from '../http/content-disposition.js';
import { notReadable, type ProblemError } from '../http/problem.js';
import { AnswerHeaders, MayExpectVersion, Problems } from '../http/documented.js';
import { ifMatch } from '../http/preconditions.js';
import { StreamedBody } from '../http/streamed-body.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { SegmentDesk } from '../segments/segment-desk.js';
import { exchangeFileOf, TOOL } from './exchange-files.js';
import { ImportUnits } from './import-units.js';
import { ImportQuery, ImportReport, XliffQuery } from './interchange.dto.js';
import { Proposals } from './proposals.js';
import { withSpooledBody } from './spooled-body.js';

const XLIFF = 'application/xliff+xml';

@ApiTags('interchange')
@Controller('v1')
export class XliffController {
  constructor(
    private readonly desks: SegmentDesk,
    private readonly proposals: Proposals,
    private readonly imports: ImportUnits,
  ) {}

  /** The segments of a variant as an XLIFF file, for any CAT tool. */
  @Get('items/:itemId/xliff')
  @AnswerHeaders('Content-Disposition')
  @Problems(409)
  @ApiProduces(XLIFF)
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: XliffQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<StreamableFile> {
    const { desk } = await this.desks.of(workspaceId, itemId);
    const options = xliffOptionsOf(query, profileNotValid);
    const offered = query.proposals === true ? await this.proposals.of(desk) : undefined;
    const { slug, locale } = desk.item;
    const written = writeXliff([exchangeFileOf(desk, offered)], options);
    return new StreamableFile(Readable.from(written), {
      type: XLIFF,
      disposition: contentDisposition(`${slug}.${locale}.xlf`),
    });
  }

  /** Brings a translated XLIFF file of this variant in. The same file again changes nothing. */
  @Post('items/:itemId/xliff')
  @HttpCode(200)
  @StreamedBody()
  @MayExpectVersion()
  @ApiOkResponse({ type: ImportReport })
  importOne(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() query: ImportQuery,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return withSpooledBody(request, (reopen) =>
      this.imports.import(() => readXliff(reopen()), {
        ...query,
        workspaceId,
        actor,
        itemId,
        expectedVersion: ifMatch(request),
      }),
    );
  }

  /** Brings an XLIFF file of any number of variants in, each by a change of its own. */
  @Post('xliff')
  @HttpCode(200)
  @StreamedBody()
  @ApiOkResponse({ type: ImportReport })
  importAll(
    @Query() query: ImportQuery,
    @Caller() { workspaceId, actor }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return withSpooledBody(request, (reopen) =>
      this.imports.import(() => readXliff(reopen()), { ...query, workspaceId, actor }),
    );
  }
}

/** Throws what `refused` makes of a version and a profile that do not go together. */
export function xliffOptionsOf(
  { version = '2.1', profile = 'plain' }: XliffQuery,
  refused: (detail: string) => ProblemError,
): XliffOptions {
  if (version === '1.2') return { version, profile, tool: TOOL };
  if (profile === 'plain') return { version, tool: TOOL };
  throw refused('Expected the profile "prefilled" with version 1.2 only; found it with 2.1.');
}

function profileNotValid(detail: string): ProblemError {
  return notReadable('/profile', detail);
}
