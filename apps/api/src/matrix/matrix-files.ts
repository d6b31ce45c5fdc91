import { ItemEntity, poolOf, TranslationDesk } from '#engine';
import { type ExchangeFile, writeXliff, type XliffOptions } from '#localization';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';
import { exchangeFileOf } from '../interchange/exchange-files.js';
import type { ZipEntry } from '../interchange/zip-of.js';

/** Variants that are laid out at once. */
const AT_A_TIME = 50;

/** Writes the cells of a matrix for translators: one XLIFF document a pair of languages, a file in it an item. */
@Injectable()
export class MatrixFiles {
  constructor(
    private readonly desk: TranslationDesk,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Variants without a text to translate are left out, and so is a document that would have none. */
  async *entries(
    workspaceId: string,
    variantIds: string[],
    options: XliffOptions,
  ): AsyncGenerator<ZipEntry> {
    for (const [pair, ids] of await this.byPair(workspaceId, variantIds)) {
      yield { name: `${pair}.xlf`, chunks: writeXliff(this.files(workspaceId, ids), options) };
    }
  }

  private async *files(workspaceId: string, ids: string[]): AsyncGenerator<ExchangeFile> {
    for (let start = 0; start < ids.length; start += AT_A_TIME) {
      const some = ids.slice(start, start + AT_A_TIME);
      const desks = await this.desk.layMany(poolOf(this.dataSource), workspaceId, some);
      for (const desk of desks) yield exchangeFileOf(desk);
    }
  }

  /** The variants that have something to translate, by the languages from and to: `en-US.de-DE`. */
  private async byPair(workspaceId: string, ids: string[]): Promise<Map<string, string[]>> {
    const variants = await this.dataSource.getRepository(ItemEntity).find({
      where: { workspaceId, id: In(ids) },
      select: { id: true, locale: true, sourceItemId: true, sourceDigest: true },
      order: { locale: 'ASC', slug: 'ASC' },
    });
    const sources = await this.dataSource.getRepository(ItemEntity).find({
      where: { workspaceId, id: In(variants.map(({ sourceItemId }) => sourceItemId)) },
      select: { id: true, locale: true },
    });
    const localeOf = new Map(sources.map(({ id, locale }) => [id, locale]));
    const pairs = new Map<string, string[]>();
    for (const { id, locale, sourceItemId, sourceDigest } of variants) {
      if (sourceItemId === null || sourceDigest === null) continue;
      const pair = `${localeOf.get(sourceItemId)}.${locale}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), id]);
    }
    return pairs;
  }
}
