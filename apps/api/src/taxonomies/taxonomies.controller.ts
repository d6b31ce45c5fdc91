import { type Taxonomy, TAXONOMIES, TERM_STATUSES } from '#domain';
import {
  type Caller as AuthenticatedCaller,
  loadTaxonomies,
  lockTaxonomy,
  poolOf,
  TaxonomyEntity,
  wordsInUse,
} from '#engine';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { taxonomyNamed } from './governed.js';
import { TaxonomyChangesBody, TaxonomySummary, TaxonomyView } from './taxonomies.dto.js';

@ApiTags('taxonomies')
@Controller('v1/taxonomies')
export class TaxonomiesController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The taxonomies that items are described by, one for each facet. */
  @Get()
  @ApiOkResponse({ type: [TaxonomySummary] })
  async list(@Caller() { workspaceId }: AuthenticatedCaller): Promise<TaxonomySummary[]> {
    const taxonomies = await loadTaxonomies(poolOf(this.dataSource), workspaceId);
    return TAXONOMIES.map((name) => summaryOf(taxonomies[name]));
  }

  /** The terms of a taxonomy with the number of items that carry each, and the words in use that are no term. */
  @Get(':taxonomy')
  @ApiOkResponse({ type: TaxonomyView })
  async read(
    @Param('taxonomy') wanted: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<TaxonomyView> {
    const name = taxonomyNamed(wanted);
    const pool = poolOf(this.dataSource);
    const { open, terms } = (await loadTaxonomies(pool, workspaceId))[name];
    const used = await wordsInUse(pool, workspaceId, name);
    return {
      taxonomy: name,
      open,
      terms: terms.map((term) => ({ ...term, usedBy: used.get(term.key) ?? 0 })),
      unlisted: [...used]
        .filter(([word]) => terms.every(({ key }) => key !== word))
        .map(([word, usedBy]) => ({ word, usedBy })),
    };
  }

  /** Opens a taxonomy to words that are no term, or closes it. What items carry already stays. */
  @Patch(':taxonomy')
  @RequiresAdministrator()
  @ApiOkResponse({ type: TaxonomySummary })
  async change(
    @Param('taxonomy') wanted: string,
    @Body() { open }: TaxonomyChangesBody,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<TaxonomySummary> {
    const name = taxonomyNamed(wanted);
    return this.dataSource.transaction(async (manager) => {
      const taxonomy = await lockTaxonomy(manager, workspaceId, name);
      await manager.update(TaxonomyEntity, { workspaceId, name }, { open });
      return summaryOf({ ...taxonomy, open });
    });
  }
}

function summaryOf({ name, open, terms }: Taxonomy): TaxonomySummary {
  const counts = TERM_STATUSES.map((status) => [
    status,
    terms.filter((term) => term.status === status).length,
  ]);
  return { taxonomy: name, open, terms: Object.fromEntries(counts) };
}
