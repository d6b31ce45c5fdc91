import { mergedInto, type Term, whyNotDeprecated, whyNotMerged, whyNotReactivated } from '#domain';
import {
  againOnConflict,
  type Caller as AuthenticatedCaller,
  countTagged,
  type LockedTaxonomy,
  loadTaxonomies,
  lockTaxonomy,
  mergeTerms,
  poolOf,
  ProcessStore,
  saveTerm,
} from '#engine';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { doOnce } from '../http/create-once.js';
import { Idempotent } from '../http/documented.js';
import { refused } from '../http/problem.js';
import { otherTerm, requireKeeper, requireNone, taxonomyNamed, termNamed } from './governed.js';
import { DeprecationBody, MergeBody, MergedView, TermView } from './taxonomies.dto.js';

interface Http {
  caller: AuthenticatedCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('taxonomies')
@Controller('v1/taxonomies/:taxonomy/terms/:term')
export class TermStatusController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly processes: ProcessStore,
  ) {}

  /** Takes a term out of new use. What carries it keeps it; a successor is named to whoever still asks for it. */
  @Post('deprecate')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: TermView })
  async deprecate(
    @Param('taxonomy') wanted: string,
    @Param('term') key: string,
    @Body() { successor, comment }: DeprecationBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.onTerm({ wanted, key }, { caller, request, reply }, async (manager, own) => {
      const { taxonomy, term: before } = own;
      const other = successor === undefined ? null : otherTerm(taxonomy, '/successor', successor);
      requireNone(whyNotDeprecated(taxonomy, before, other));
      const term: Term = { ...before, status: 'deprecated', successor: successor ?? null };
      const change = { type: 'deprecated', successor: term.successor, comment } as const;
      await saveTerm(manager, taxonomy, { term, change, actor: caller.actor });
      return term;
    });
  }

  /** Brings a deprecated term back into use. */
  @Post('reactivate')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: TermView })
  async reactivate(
    @Param('taxonomy') wanted: string,
    @Param('term') key: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.onTerm({ wanted, key }, { caller, request, reply }, async (manager, own) => {
      requireNone(whyNotReactivated(own.taxonomy, own.term));
      const term: Term = { ...own.term, status: 'active', successor: null };
      const change = { type: 'reactivated' } as const;
      await saveTerm(manager, own.taxonomy, { term, change, actor: caller.actor });
      return term;
    });
  }

  /** Merges a term into another and re-tags every item that carries it, all at once or not at all. */
  @Post('merge')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: MergedView })
  async merge(
    @Param('taxonomy') wanted: string,
    @Param('term') key: string,
    @Body() { into: intoKey, comment, dryRun = false }: MergeBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (dryRun) {
      void reply.send(await this.foreseen({ wanted, key, into: intoKey }, caller));
      return;
    }
    await this.onTerm({ wanted, key }, { caller, request, reply }, async (manager, own) => {
      const into = otherTerm(own.taxonomy, '/into', intoKey);
      requireKeeper(caller, into);
      const merge = { from: own.term, into, comment, actor: caller.actor };
      const merged = await mergeTerms(manager, this.processes, own.taxonomy, merge);
      if (merged.outcome === 'refused') throw refused(merged, []);
      return { items: merged.items, dryRun, into: merged.into };
    });
  }

  /** What a merge would do if it were done now. */
  private async foreseen(
    { wanted, key, into: intoKey }: { wanted: string; key: string; into: string },
    caller: AuthenticatedCaller,
  ): Promise<MergedView> {
    const { workspaceId } = caller;
    const pool = poolOf(this.dataSource);
    const taxonomy = (await loadTaxonomies(pool, workspaceId))[taxonomyNamed(wanted)];
    const from = termNamed(taxonomy, key);
    requireKeeper(caller, from);
    const into = otherTerm(taxonomy, '/into', intoKey);
    requireKeeper(caller, into);
    requireNone(whyNotMerged(taxonomy, from, into));
    const word = { workspaceId, taxonomy: taxonomy.name, word: from.key };
    return { items: await countTagged(pool, word), dryRun: true, into: mergedInto(from, into) };
  }

  /** Does something to a term that the caller keeps, in a transaction that holds its taxonomy, once for each key. */
  private async onTerm(
    { wanted, key }: { wanted: string; key: string },
    http: Http,
    effect: (
      manager: EntityManager,
      own: { taxonomy: LockedTaxonomy; term: Term },
    ) => Promise<object>,
  ): Promise<void> {
    const name = taxonomyNamed(wanted);
    await againOnConflict(() =>
      doOnce(this.dataSource, http, async (manager) => {
        const taxonomy = await lockTaxonomy(manager, http.caller.workspaceId, name);
        const term = termNamed(taxonomy, key);
        requireKeeper(http.caller, term);
        return effect(manager, { taxonomy, term });
      }),
    );
  }
}
