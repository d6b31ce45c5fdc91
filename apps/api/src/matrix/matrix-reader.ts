import type { Freshness, SegmentCounts } from '#domain';
import { poolOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isUuid, keyIn } from '../http/paging.js';
import type { CellView, LocaleTotalView, MatrixFilter, MatrixRowView } from './matrix.dto.js';

/** A row as the database gives it. */
export interface MatrixRow extends Omit<MatrixRowView, 'cells'> {
  cells: (Omit<CellView, 'left'> & { counts: SegmentCounts | null })[];
}

/** Segments and words that nobody answers for yet, from the counts of a variant `v`. */
const LEFT = (of: 'units' | 'words') =>
  `coalesce((v.translation #>> '{counts,untranslated,${of}}')::integer, 0)
   + coalesce((v.translation #>> '{counts,proposed,${of}}')::integer, 0)
   + coalesce((v.translation #>> '{counts,source_changed,${of}}')::integer, 0)`;

/** The locales that a source `i` needs or has, each with its variant `v`: found by one scan of an index for each source. */
const CELLS = `
  from (select distinct jsonb_array_elements_text(i.required_locales) as locale) l
  full join (
    select o.locale, o.item_id, o.stage, o.version, o.freshness, o.out_of_date_since, o.translation
    from item o where o.workspace_id = i.workspace_id and o.source_item_id = i.item_id
      and ($2::text is null or o.locale = $2)
  ) v using (locale)
  where locale <> i.locale
    and ($2::text is null or locale = $2)
    and ($3::text is null or coalesce(v.freshness, 'missing') = $3)`;
const SOURCES = `
  i.workspace_id = $1 and i.source_item_id is null
    and ($4::text is null or i.kind = $4)
    and ($5::text is null or i.type = $5)
    and ($6::text is null or i.owner_function = $6)`;

/**
 * Items × locales: all of it in one query, whatever its size. The sources are put in order before their cells are made:
 * nothing wide is sorted, and a page makes no more cells than it shows.
 */
export const MATRIX = {
  name: 'matrix',
  text: `
    select i.item_id as "itemId", i.slug, i.title, i.kind, i.locale, i.stage, c.cells
    from (
      select * from item i where ${SOURCES} and ($7::uuid is null or i.item_id > $7) order by i.item_id
    ) i
    cross join lateral (
      select json_agg(json_build_object('locale', locale, 'freshness', coalesce(v.freshness, 'missing'),
        'since', v.out_of_date_since, 'itemId', v.item_id, 'stage', v.stage, 'version', v.version,
        'counts', v.translation -> 'counts') order by locale) as cells
      ${CELLS}
    ) c
    where c.cells is not null
    order by i.item_id limit $8`,
};
export const TOTALS = {
  name: 'matrix_totals',
  text: `
    select v.locale, coalesce(v.freshness, 'missing') as freshness, count(*)::integer as items,
      sum(${LEFT('units')})::integer as segments, sum(${LEFT('words')})::integer as words
    from item i
    cross join lateral (select locale, v.freshness, v.translation ${CELLS}) v
    where ${SOURCES}
    group by 1, 2 order by 1, 2`,
};

/** Reads how far each locale of each item is. */
@Injectable()
export class MatrixReader {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One row more than a page holds, in the order of their creation. */
  async page(workspaceId: string, filter: MatrixFilter): Promise<MatrixRow[]> {
    const after = keyIn(filter.cursor, isUuid);
    const { rows } = await poolOf(this.dataSource).query<MatrixRow>({
      ...MATRIX,
      values: [...valuesOf(workspaceId, filter), after, filter.limit + 1],
    });
    return rows;
  }

  async totals(workspaceId: string, filter: MatrixFilter): Promise<LocaleTotalView[]> {
    const { rows } = await poolOf(this.dataSource).query<{
      locale: string;
      freshness: Freshness;
      items: number;
      segments: number;
      words: number;
    }>({ ...TOTALS, values: valuesOf(workspaceId, filter) });
    const totals = new Map<string, LocaleTotalView>();
    for (const { locale, freshness, items, segments, words } of rows) {
      const total = totals.get(locale) ?? nothingYet(locale);
      total.items[freshness] += items;
      total.segments += segments;
      total.words += words;
      totals.set(locale, total);
    }
    return [...totals.values()];
  }
}

function valuesOf(workspaceId: string, filter: MatrixFilter): (string | null)[] {
  const { locale, freshness, kind, type, ownerFunction } = filter;
  return [
    workspaceId,
    ...[locale, freshness, kind, type, ownerFunction].map((each) => each ?? null),
  ];
}

function nothingYet(locale: string): LocaleTotalView {
  const items = { missing: 0, in_progress: 0, up_to_date: 0, out_of_date: 0 };
  return { locale, items, segments: 0, words: 0 };
}
