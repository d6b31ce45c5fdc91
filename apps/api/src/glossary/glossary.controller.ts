import {
  type Caller as AuthenticatedCaller,
  type GlossaryEntryEntity,
  type GlossaryTerm,
} from '#engine';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { sendAnswer } from '../http/answer.js';
import { createOnce, doOnce, takenIsConflict } from '../http/create-once.js';
import { CSV_TYPE, csvOf } from '../http/csv-body.js';
import { definedOf } from '../http/defined-of.js';
import { AnswerHeaders, Changes, Idempotent, PageOf } from '../http/documented.js';
import { type Page, pageOf, PageQuery } from '../http/paging.js';
import { requireIfMatch } from '../http/preconditions.js';
import { notValid } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { readGlossary, writeGlossary } from './glossary-csv.js';
import {
  addTerm,
  changeTerm,
  glossaryTermOf,
  importTerms,
  removeTerm,
  requireSomeKeeper,
} from './glossary-keeper.js';
import { GlossaryReader } from './glossary-reader.js';
import {
  GlossaryEntryView,
  GlossaryExportQuery,
  GlossaryImportView,
  GlossaryQuery,
  GlossaryTermChangesBody,
  GlossaryTermView,
  NewGlossaryTermBody,
} from './glossary.dto.js';

@ApiTags('glossary')
@Controller('v1/glossary')
export class GlossaryController {
  constructor(
    private readonly reader: GlossaryReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Adds a term, by regional people for the locales they cover and by enablement. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: GlossaryTermView })
  async create(
    @Body() { caseSensitive = false, note = null, ...body }: NewGlossaryTermBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const term = await addTerm(manager, caller, { ...body, caseSensitive, note });
      return { location: `/v1/glossary/${term.id}`, etag: `"${term.version}"`, sent: term };
    });
  }

  /** Terms in the order of their making. */
  @Get()
  @PageOf(GlossaryTermView)
  async list(
    @Query() query: GlossaryQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<GlossaryTermView>> {
    const rows = await this.reader.page(workspaceId, query);
    return pageOf(rows, query, { key: ({ id }) => id, view: glossaryTermOf }, { request, reply });
  }

  /** All terms of some locales as CSV, a row for each word, which can be imported as it is. */
  @Get('export')
  @AnswerHeaders('Content-Disposition')
  @Header('content-type', `${CSV_TYPE}; charset=utf-8`)
  @Header('content-disposition', 'attachment; filename="glossary.csv"')
  @ApiProduces(CSV_TYPE)
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Query() query: GlossaryExportQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<string> {
    return writeGlossary(await this.reader.all(workspaceId, query));
  }

  /**
   * Adds and changes the terms of a file: a row for each word, with the columns source_locale, target_locale, source,
   * target, status and, where they matter, case_sensitive and note; 5,000 rows at most. All of it or, with every fault
   * and its line, nothing; terms that the file does not have stay.
   */
  @Post('import')
  @HttpCode(200)
  @Idempotent()
  @ApiConsumes(CSV_TYPE)
  @ApiBody({ required: true, schema: { type: 'string' } })
  @ApiOkResponse({ type: GlossaryImportView })
  async import(
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireSomeKeeper(caller);
    const { terms, problems } = readGlossary(csvOf(request));
    if (problems.length > 0) throw notValid(problems);
    await doOnce(this.dataSource, { caller, request, reply }, (manager) =>
      importTerms(manager, caller, terms),
    );
  }

  /** One term with its words. */
  @Get(':termId')
  @ApiOkResponse({ type: GlossaryTermView })
  async read(
    @Param('termId', UuidParameter) termId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTerm(glossaryTermOf(await this.reader.one(workspaceId, termId)), reply);
  }

  /** Changes the words of a term; its locales stay, since they are what it is a term of. */
  @Patch(':termId')
  @Changes('term')
  @ApiOkResponse({ type: GlossaryTermView })
  async change(
    @Param('termId', UuidParameter) id: string,
    @Body() body: GlossaryTermChangesBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seen = { id, expectedVersion: requireIfMatch(request, 'term') };
    const term = await takenIsConflict(
      this.dataSource.transaction((manager) => changeTerm(manager, caller, seen, definedOf(body))),
    );
    sendTerm(term, reply);
  }

  /** Takes a term away. Its history stays. */
  @Delete(':termId')
  @HttpCode(204)
  @Changes('term')
  @ApiNoContentResponse()
  async remove(
    @Param('termId', UuidParameter) id: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const seen = { id, expectedVersion: requireIfMatch(request, 'term') };
    await this.dataSource.transaction((manager) => removeTerm(manager, caller, seen));
  }

  /** What happened to a term: who, when, and what it was before and after, oldest first; also once it was taken away. */
  @Get(':termId/history')
  @PageOf(GlossaryEntryView)
  async history(
    @Param('termId', UuidParameter) termId: string,
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<GlossaryEntryView>> {
    const rows = await this.reader.history(workspaceId, termId, query);
    return pageOf(rows, query, { key: ({ seq }) => seq, view: entryView }, { request, reply });
  }
}

function sendTerm(term: GlossaryTerm, reply: FastifyReply): void {
  const body = JSON.stringify(term);
  sendAnswer({ status: 200, etag: `"${term.version}"`, location: null, body }, reply);
}

function entryView({ seq, at, actorId, change }: GlossaryEntryEntity): GlossaryEntryView {
  const { before, after } = JSON.parse(change) as Pick<GlossaryEntryView, 'before' | 'after'>;
  return { seq, at: at.toISOString(), actorId, before, after };
}
