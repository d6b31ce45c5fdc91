import { ItemEntity } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In, IsNull } from 'typeorm';
import type { CellReference } from './matrix.dto.js';

/** A cell with the variant that is in it. */
export interface FoundCell extends CellReference {
  /** null where the locale has none, or the source is not there */
  variantId: string | null;
  /** whether the source is there and needs this locale */
  required: boolean;
}

/** Finds the variants of cells, all in two queries. */
@Injectable()
export class MatrixCells {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In the order of the cells. */
  async find(workspaceId: string, cells: CellReference[]): Promise<FoundCell[]> {
    const items = this.dataSource.getRepository(ItemEntity);
    const sourceIds = [...new Set(cells.map(({ itemId }) => itemId))];
    const variants = await items.find({
      where: { workspaceId, sourceItemId: In(sourceIds) },
      select: { id: true, sourceItemId: true, locale: true },
    });
    const sources = await items.find({
      where: { workspaceId, id: In(sourceIds), sourceItemId: IsNull() },
      select: { id: true, requiredLocales: true },
    });
    const required = new Set(
      sources.flatMap(({ id, requiredLocales }) => requiredLocales.map((each) => `${id} ${each}`)),
    );
    const ids = new Map(variants.map((each) => [`${each.sourceItemId} ${each.locale}`, each.id]));
    return cells.map(({ itemId, locale }) => ({
      itemId,
      locale,
      variantId: ids.get(`${itemId} ${locale}`) ?? null,
      required: required.has(`${itemId} ${locale}`),
    }));
  }
}
