import {
  ITEM_COLUMNS,
  ItemEntity,
  type ItemRow,
  itemStateOf,
  loadTaxonomies,
  OPEN_TASKS,
  poolOf,
  ProcessStore,
  SurroundingsReader,
  type Applied,
} from '#engine';
import { FACET_OF, TAXONOMIES, type TaskState, termFor } from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isUuid, keyIn } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import type { ItemQuery } from './items.dto.js';

/** Reads items. Every query begins with the workspace. */
@Injectable()
export class ItemReader {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly processes: ProcessStore,
    private readonly surroundings: SurroundingsReader,
  ) {}

  /** Throws 404 where the workspace has no such item. */
  async one(workspaceId: string, itemId: string): Promise<Omit<Applied, 'changed' | 'settled'>> {
    const { rows } = await poolOf(this.dataSource).query<
      ItemRow & { openTasks: TaskState[]; createdAt: Date; updatedAt: Date }
    >({
      name: 'item',
      text: `select ${ITEM_COLUMNS}, i.created_at as "createdAt", i.updated_at as "updatedAt",
               ${OPEN_TASKS} as "openTasks"
             from item i where i.workspace_id = $1 and i.item_id = $2`,
      values: [workspaceId, itemId],
    });
    const row = rows[0];
    if (row === undefined) throw notFound('item');
    const process = await this.processes.get(workspaceId, row.processDigest);
    const item = itemStateOf(row, row.openTasks);
    const { surroundings } = await this.surroundings.of(item, process);
    return { item, process, surroundings, createdAt: row.createdAt, updatedAt: row.updatedAt };
  }

  /** Throws 404 where the workspace has no such item. */
  async require(workspaceId: string, id: string): Promise<void> {
    const exists = await this.dataSource.getRepository(ItemEntity).existsBy({ workspaceId, id });
    if (!exists) throw notFound('item');
  }

  /** One row more than a page holds, in order of creation. */
  async page(workspaceId: string, asked: ItemQuery): Promise<ItemEntity[]> {
    const query = { ...asked, ...(await this.inTerms(workspaceId, asked)) };
    const after = keyIn(query.cursor, isUuid);
    const select = this.dataSource
      .getRepository(ItemEntity)
      .createQueryBuilder('item')
      .where('item.workspaceId = :workspaceId', { workspaceId })
      .orderBy('item.id')
      .take(query.limit + 1);
    if (after !== null) select.andWhere('item.id > :after', { after });
    for (const column of EQUAL_FILTERS) {
      if (query[column] !== undefined) {
        select.andWhere(`item.${column} = :${column}`, { [column]: query[column] });
      }
    }
    if (query.blocked !== undefined) {
      select.andWhere(`item.blockers ${query.blocked ? '<>' : '='} '[]'::jsonb`);
    }
    for (const column of ['audience', 'journeyStage'] as const) {
      if (query[column] !== undefined) {
        select.andWhere(`item.${column} @> :${column}::jsonb`, {
          [column]: JSON.stringify([query[column]]),
        });
      }
    }
    (query.q ?? '')
      .normalize('NFC')
      .split(/\s+/u)
      .filter(Boolean)
      .forEach((word, index) => {
        select.andWhere(
          `item.id in (select t.item_id from item_text t
           where t.workspace_id = :workspaceId and t.content ilike :word${index})`,
          { [`word${index}`]: `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%` },
        );
      });
    return select.getMany();
  }

  /** The words that items are asked by, in the terms that items carry. */
  private async inTerms(workspaceId: string, query: ItemQuery): Promise<Partial<ItemQuery>> {
    const asked = TAXONOMIES.filter((name) => query[FACET_OF[name]] !== undefined);
    if (asked.length === 0) return {};
    const taxonomies = await loadTaxonomies(poolOf(this.dataSource), workspaceId);
    return Object.fromEntries(
      asked.map((name) => {
        const word = query[FACET_OF[name]]!;
        return [FACET_OF[name], termFor(taxonomies[name], word)?.key ?? word];
      }),
    );
  }
}

const EQUAL_FILTERS = [
  'kind',
  'stage',
  'phase',
  'freshness',
  'type',
  'purpose',
  'ownerFunction',
  'locale',
  'slug',
  'sourceItemId',
  'goalId',
] as const;
