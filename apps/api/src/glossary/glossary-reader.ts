import { GlossaryEntryEntity, GlossaryTermEntity } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { isNumber, isUuid, keyIn, type PageQuery } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import type { GlossaryExportQuery, GlossaryQuery } from './glossary.dto.js';

/** Reads the glossary. Every query begins with the workspace. */
@Injectable()
export class GlossaryReader {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Throws 404 where the workspace has no such term. */
  async one(workspaceId: string, id: string): Promise<GlossaryTermEntity> {
    const row = await this.dataSource.manager.findOneBy(GlossaryTermEntity, { workspaceId, id });
    if (row === null) throw notFound('term');
    return row;
  }

  /** One row more than a page holds, in the order of their making. */
  async page(workspaceId: string, query: GlossaryQuery): Promise<GlossaryTermEntity[]> {
    const { status, q, cursor, limit } = query;
    const select = this.select(workspaceId, query)
      .orderBy('term.id')
      .take(limit + 1);
    const after = keyIn(cursor, isUuid);
    if (after !== null) select.andWhere('term.id > :after', { after });
    if (status !== undefined) {
      select.andWhere('term.targets @> :status::jsonb', { status: JSON.stringify([{ status }]) });
    }
    if (q !== undefined) {
      select.andWhere(
        `(term.source ilike :q or exists (
           select from jsonb_array_elements(term.targets) target where target ->> 'text' ilike :q))`,
        { q: `%${q.normalize('NFC').replaceAll(/[\\%_]/gu, String.raw`\$&`)}%` },
      );
    }
    return select.getMany();
  }

  /** All terms of some locales, in alphabetical order. */
  async all(workspaceId: string, query: GlossaryExportQuery): Promise<GlossaryTermEntity[]> {
    return this.select(workspaceId, query)
      .orderBy('term.sourceLocale')
      .addOrderBy('term.targetLocale')
      .addOrderBy('term.folded')
      .getMany();
  }

  /** One entry more than a page holds; also of a term that was taken away. Throws 404 where there never was one. */
  async history(
    workspaceId: string,
    termId: string,
    { cursor, limit }: PageQuery,
  ): Promise<GlossaryEntryEntity[]> {
    const { manager } = this.dataSource;
    if (!(await manager.existsBy(GlossaryEntryEntity, { workspaceId, termId }))) {
      throw notFound('term');
    }
    return manager.find(GlossaryEntryEntity, {
      where: { workspaceId, termId, seq: MoreThan(keyIn(cursor, isNumber) ?? 0) },
      order: { seq: 'ASC' },
      take: limit + 1,
    });
  }

  private select(
    workspaceId: string,
    { sourceLocale, targetLocale }: GlossaryExportQuery,
  ): SelectQueryBuilder<GlossaryTermEntity> {
    const select = this.dataSource
      .getRepository(GlossaryTermEntity)
      .createQueryBuilder('term')
      .where('term.workspaceId = :workspaceId', { workspaceId });
    if (sourceLocale !== undefined) {
      select.andWhere('term.sourceLocale = :sourceLocale', { sourceLocale });
    }
    if (targetLocale !== undefined) {
      select.andWhere('term.targetLocale = :targetLocale', { targetLocale });
    }
    return select;
  }
}
