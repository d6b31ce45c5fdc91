import { actorId } from '#domain';
import { ItemEntity, ProcessMigrationEntity, ProcessMigrationItemEntity } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In, LessThan, MoreThan } from 'typeorm';
import { isUuid, keyIn, type PageQuery } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import type { MigrationView, UnmigratedQuery, UnmigratedView } from './process-migrations.dto.js';

export type UnmigratedRow = Omit<UnmigratedView, 'outcome'> &
  Pick<ProcessMigrationItemEntity, 'outcome'>;

/** Reads runs with their counts, and what they set aside. */
@Injectable()
export class MigrationReader {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first; one row more than a page holds. */
  async page(workspaceId: string, query: PageQuery): Promise<MigrationView[]> {
    const before = keyIn(query.cursor, isUuid);
    const runs = await this.dataSource.getRepository(ProcessMigrationEntity).find({
      where: { workspaceId, ...(before === null ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    return this.viewsOf(this.dataSource.manager, workspaceId, runs);
  }

  /** Throws 404 where the workspace has no such run. */
  async one(
    workspaceId: string,
    id: string,
    manager = this.dataSource.manager,
  ): Promise<MigrationView> {
    const run = await manager.findOneBy(ProcessMigrationEntity, { workspaceId, id });
    if (run === null) throw notFound('migration');
    const [view] = await this.viewsOf(manager, workspaceId, [run]);
    return view!;
  }

  /** Items that a run did not bring over, in the order of their ids; one more than a page holds. */
  async unmigrated(
    workspaceId: string,
    migrationId: string,
    query: UnmigratedQuery,
  ): Promise<UnmigratedRow[]> {
    const after = keyIn(query.cursor, isUuid);
    const rows = await this.dataSource.getRepository(ProcessMigrationItemEntity).find({
      where: {
        workspaceId,
        migrationId,
        ...(after === null ? {} : { itemId: MoreThan(after) }),
        ...(query.outcome === undefined ? {} : { outcome: query.outcome }),
      },
      order: { itemId: 'ASC' },
      take: query.limit + 1,
    });
    const items = await this.dataSource.getRepository(ItemEntity).find({
      select: { id: true, slug: true, locale: true },
      where: { workspaceId, id: In(rows.map(({ itemId }) => itemId)) },
    });
    const itemOf = new Map(items.map((item) => [item.id, item]));
    return rows.map(({ itemId, outcome, stage, reason, choices }) => {
      const { slug, locale } = itemOf.get(itemId)!;
      return { itemId, slug, locale, outcome, stage, reason, choices };
    });
  }

  private async viewsOf(
    manager: EntityManager,
    workspaceId: string,
    runs: ProcessMigrationEntity[],
  ): Promise<MigrationView[]> {
    const rows = await manager.query<{ id: string; outcome: string; count: number }[]>(
      `select migration_id as id, outcome, count(*)::integer as count from process_migration_item
       where workspace_id = $1 and migration_id = any($2::uuid[]) group by 1, 2`,
      [workspaceId, runs.map(({ id }) => id)],
    );
    return runs.map((run) => {
      const of = (outcome: string) =>
        rows.find((row) => row.id === run.id && row.outcome === outcome)?.count ?? 0;
      const { id, from, to, mapping, status, stoppedBecause, live, migrated } = run;
      return {
        id,
        from,
        to,
        mapping,
        startedBy: actorId(run.startedBy),
        status,
        stoppedBecause,
        counts: {
          live,
          migrated,
          needsChoice: of('needs_choice'),
          blocked: of('blocked'),
          failed: of('failed'),
        },
        createdAt: run.createdAt.toISOString(),
        finishedAt: run.finishedAt?.toISOString() ?? null,
      };
    });
  }
}
