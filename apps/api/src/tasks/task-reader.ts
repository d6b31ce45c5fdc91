import type { TaskState } from '#domain';
import { type Caller, ItemEntity, TaskEntity } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { isUuid, keyIn } from '../http/paging.js';
import type { TaskQuery } from './tasks.dto.js';

export interface TaskRow extends Omit<TaskState, 'dueAt'> {
  dueAt: Date | null;
  openedAt: Date;
  claimedAt: Date | null;
  closedAt: Date | null;
  item: Pick<ItemEntity, 'id' | 'kind' | 'slug' | 'locale' | 'title' | 'stage' | 'version'>;
}

/** Reads tasks with the items they are for, in one query. */
@Injectable()
export class TaskReader {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async one(workspaceId: string, taskId: string): Promise<TaskRow | null> {
    const rows = await this.select(workspaceId)
      .andWhere('task.id = :taskId', { taskId })
      .getRawMany<TaskRow>();
    return rows[0] ?? null;
  }

  /** One row more than a page holds. */
  async page({ workspaceId, actor }: Caller, query: TaskQuery): Promise<TaskRow[]> {
    const select = this.select(workspaceId)
      .orderBy('task.id')
      .limit(query.limit + 1);
    const after = keyIn(query.cursor, isUuid);
    if (after !== null) select.andWhere('task.id > :after', { after });
    const { view = 'all', status, locale, region, activity, stage, itemId, role } = query;
    if (view === 'mine') {
      select.andWhere("task.status = 'claimed' and task.holderId = :holder", { holder: actor.id });
    } else if (view === 'claimable') {
      select.andWhere("task.status = 'offered'");
      onlyRoutedTo(select, actor);
    } else if (status === undefined) {
      select.andWhere("task.status in ('offered', 'claimed')");
    } else {
      select.andWhere('task.status = :status', { status });
    }
    if (query.function !== undefined) {
      select.andWhere('task.functions @> :wanted::jsonb', {
        wanted: JSON.stringify([query.function]),
      });
    }
    if (locale !== undefined) select.andWhere('task.locale = :locale', { locale });
    if (activity !== undefined) select.andWhere('task.activity = :activity', { activity });
    if (role !== undefined) select.andWhere('task.role = :role', { role });
    if (itemId !== undefined) select.andWhere('task.itemId = :itemId', { itemId });
    if (stage !== undefined) select.andWhere('item.stage = :stage', { stage });
    if (region !== undefined) select.andWhere(inRegion('task.locale', ':region'), { region });
    return select.getRawMany<TaskRow>();
  }

  /** The items of tasks, by the tasks' ids; those that the workspace does not have are left out. */
  async itemsOf(workspaceId: string, taskIds: string[]): Promise<Map<string, string>> {
    const rows = await this.dataSource
      .getRepository(TaskEntity)
      .find({ select: { id: true, itemId: true }, where: { workspaceId, id: In(taskIds) } });
    return new Map(rows.map(({ id, itemId }) => [id, itemId]));
  }

  /** The ids of the tasks that are open for work on some items, by the items' ids. */
  async openOf(workspaceId: string, itemIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.getRepository(TaskEntity).find({
      select: { id: true, itemId: true },
      where: {
        workspaceId,
        itemId: In(itemIds),
        status: In(['offered', 'claimed']),
        role: 'responsible',
      },
    });
    const open = new Map<string, string[]>();
    for (const { id, itemId } of rows) open.set(itemId, [...(open.get(itemId) ?? []), id]);
    return open;
  }

  private select(workspaceId: string): SelectQueryBuilder<TaskEntity> {
    return this.dataSource
      .getRepository(TaskEntity)
      .createQueryBuilder('task')
      .innerJoin(
        ItemEntity,
        'item',
        'item.workspace_id = task.workspace_id and item.item_id = task.item_id',
      )
      .select([
        'task.task_id as "id"',
        'task.activity as "activity"',
        'task.functions as "functions"',
        'task.locale as "locale"',
        'task.status as "status"',
        'task.holder_id as "holderId"',
        'task.role as "role"',
        'task.due_at as "dueAt"',
        'task.dropped as "dropped"',
        'task.delegation as "delegation"',
        'task.signature as "signature"',
        'task.opened_at as "openedAt"',
        'task.claimed_at as "claimedAt"',
        'task.closed_at as "closedAt"',
        `json_build_object('id', item.item_id, 'kind', item.kind, 'slug', item.slug, 'locale',
           item.locale, 'title', item.title, 'stage', item.stage, 'version', item.version) as "item"`,
      ])
      .where('task.workspaceId = :workspaceId', { workspaceId });
  }
}

/** Whether a locale is of a region, both SQL expressions: `regionOf` of the domain, for canonical tags. */
export function inRegion(locale: string, region: string): string {
  return `${locale} ~ ('^[^-]+(-[^-]+)*?-' || ${region} || '(-|$)')`;
}

/**
 * The same rule as `membershipCovers` of the domain, for the database to apply: a function that the task is offered
 * to, and where the task has a locale, a language range and a region that cover it. paging.e2e-spec.ts holds the two
 * against each other.
 */
function onlyRoutedTo(
  select: SelectQueryBuilder<TaskEntity>,
  { id, memberships }: Caller['actor'],
): void {
  // What was passed on to one person is offered to nobody else.
  select.andWhere(`coalesce(task.delegation ->> 'to', :me) = :me`, { me: id });
  select.andWhere(
    new Brackets((any) => {
      any.where('task.delegation is not null');
      memberships.forEach((membership, index) => {
        const [f, l, r] = [`f${index}`, `l${index}`, `r${index}`];
        any.orWhere(
          `(task.functions @> :${f}::jsonb and (task.locale is null or (
             (:${l}::text is null or lower(task.locale) = lower(:${l})
               or starts_with(lower(task.locale), lower(:${l}) || '-'))
             and (:${r}::text is null or ${inRegion('task.locale', `:${r}`)}))))`,
          {
            [f]: JSON.stringify([membership.function]),
            [l]: membership.locale,
            [r]: membership.region,
          },
        );
      });
    }),
  );
}
