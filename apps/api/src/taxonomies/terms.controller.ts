import { type Term, whyNotLiving, whyNotNamed } from '#domain';
import {
  type Caller as AuthenticatedCaller,
  loadTaxonomies,
  lockTaxonomy,
  poolOf,
  saveTerm,
  TermEntryEntity,
} from '#engine';
import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, MoreThan } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { Idempotent, PageOf, Problems } from '../http/documented.js';
import { isNumber, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { notValidAt } from '../http/problem.js';
import { requireKeeper, requireNone, synonymsFrom, taxonomyNamed, termNamed } from './governed.js';
import { NewTermBody, TermChangesBody, TermEntryView, TermView } from './taxonomies.dto.js';

@ApiTags('taxonomies')
@Controller('v1/taxonomies/:taxonomy/terms')
export class TermsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Adds a term; for enablement, and for the function that is to keep it. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: TermView })
  async add(
    @Param('taxonomy') wanted: string,
    @Body() body: NewTermBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const name = taxonomyNamed(wanted);
    requireKeeper(caller, body);
    if (body.kind !== undefined && name !== 'type') {
      const detail = `Expected no kind, which only types have; found "${body.kind}".`;
      throw notValidAt('/kind', detail);
    }
    const term: Term = {
      key: body.key,
      kind: body.kind ?? null,
      label: body.label,
      description: body.description ?? null,
      ownerFunction: body.ownerFunction,
      synonyms: synonymsFrom(body.key, body.synonyms ?? []),
      status: 'active',
      successor: null,
    };
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const taxonomy = await lockTaxonomy(manager, caller.workspaceId, name);
      requireNone(whyNotNamed(taxonomy, term, { isNew: true }));
      const change = { type: 'created', term } as const;
      await saveTerm(manager, taxonomy, { term, change, actor: caller.actor });
      return { location: `/v1/taxonomies/${name}`, sent: term };
    });
  }

  /** Changes what a term is called, means or stands for, or hands it to another function. */
  @Patch(':term')
  @Problems(409)
  @ApiOkResponse({ type: TermView })
  async change(
    @Param('taxonomy') wanted: string,
    @Param('term') key: string,
    @Body() body: TermChangesBody,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<TermView> {
    const name = taxonomyNamed(wanted);
    return this.dataSource.transaction(async (manager) => {
      const taxonomy = await lockTaxonomy(manager, caller.workspaceId, name);
      const before = termNamed(taxonomy, key);
      requireKeeper(caller, before);
      requireNone(whyNotLiving(taxonomy, before));
      const fields = changedFields(before, body);
      if (Object.keys(fields).length === 0) return before;
      const term = { ...before, ...fields };
      requireNone(whyNotNamed(taxonomy, term, { isNew: false }));
      const change = { type: 'changed', fields } as const;
      await saveTerm(manager, taxonomy, { term, change, actor: caller.actor });
      return term;
    });
  }

  /** What happened to a term since it was made or seeded: who, when and what, oldest first. */
  @Get(':term/history')
  @PageOf(TermEntryView)
  async history(
    @Param('taxonomy') wanted: string,
    @Param('term') key: string,
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<TermEntryView>> {
    const taxonomy = taxonomyNamed(wanted);
    termNamed((await loadTaxonomies(poolOf(this.dataSource), workspaceId))[taxonomy], key);
    const after = keyIn(query.cursor, isNumber) ?? 0;
    const rows = await this.dataSource.getRepository(TermEntryEntity).find({
      where: { workspaceId, taxonomy, key, seq: MoreThan(after) },
      order: { seq: 'ASC' },
      take: query.limit + 1,
    });
    const view = ({ seq, at, actorId, change }: TermEntryEntity): TermEntryView => ({
      seq,
      at: at.toISOString(),
      actorId,
      change: JSON.parse(change) as object,
    });
    return pageOf(rows, query, { key: ({ seq }) => seq, view }, { request, reply });
  }
}

/** The fields of a term that a body makes others. */
function changedFields(before: Term, body: TermChangesBody): Partial<Term> {
  const wanted = {
    ...body,
    ...(body.synonyms === undefined ? {} : { synonyms: synonymsFrom(before.key, body.synonyms) }),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(before[field as keyof Term]),
    ),
  );
}
