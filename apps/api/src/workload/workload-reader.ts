import type { Membership } from '#domain';
import { actingMemberships, poolOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { inRegion } from '../tasks/task-reader.js';
import type { WorkloadQuery } from './workload.dto.js';

/** Claimed tasks of one person that are alike. */
export interface HeldTasks {
  activity: string;
  locale: string | null;
  count: number;
  overdue: number;
  oldest: string;
}

export interface PersonRow {
  id: string;
  name: string;
  /** their own, and those of the absent in whose place they act */
  memberships: Membership[];
  absence: { startsAt: string; endsAt: string; delegateId: string } | null;
  held: HeldTasks[];
}

/** Offered tasks that the same people could claim. */
export interface OfferedTasks {
  functions: string[];
  locale: string | null;
  /** whom they were passed on to */
  to: string | null;
  count: number;
  overdue: number;
  oldest: Date;
}

export type TaskFilter = Pick<WorkloadQuery, 'function' | 'locale' | 'region'>;

/** Reads who holds what and what is offered, in two queries for any number of people. */
@Injectable()
export class WorkloadReader {
  private readonly pool: Pool;

  constructor(@InjectDataSource() dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** Everybody active in the order of their ids, with the tasks in their hands that a filter lets through. */
  async people(workspaceId: string, filter: TaskFilter): Promise<PersonRow[]> {
    const values = valuesOf(workspaceId, filter);
    return (await this.pool.query<PersonRow>({ ...PEOPLE, values })).rows;
  }

  async offered(workspaceId: string, filter: TaskFilter): Promise<OfferedTasks[]> {
    const values = valuesOf(workspaceId, filter);
    return (await this.pool.query<OfferedTasks>({ ...OFFERED, values })).rows;
  }
}

function valuesOf(workspaceId: string, filter: TaskFilter): unknown[] {
  const { function: name, locale = null, region = null } = filter;
  return [workspaceId, name === undefined ? null : JSON.stringify([name]), locale, region];
}

const FILTERED = `($2::jsonb is null or t.functions @> $2) and ($3::text is null or t.locale = $3)
  and ($4::text is null or ${inRegion('t.locale', '$4')})`;

const instant = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PEOPLE = {
  name: 'workload_people',
  text: `
    select p.person_id as id, p.name,
      ${actingMemberships('p.workspace_id', 'p.person_id')} as memberships,
      (select json_build_object('startsAt', ${instant('a.starts_at')}, 'endsAt',
         ${instant('a.ends_at')}, 'delegateId', a.delegate_id)
       from absence a
       where a.workspace_id = p.workspace_id and a.person_id = p.person_id
         and a.starts_at <= now() and now() < a.ends_at) as absence,
      coalesce(h.tasks, '[]'::json) as held
    from person p
    left join (
      select one.holder_id, json_agg(json_build_object('activity', one.activity, 'locale', one.locale,
        'count', one.count, 'overdue', one.overdue, 'oldest', ${instant('one.oldest')})
        order by one.activity, one.locale) as tasks
      from (
        select t.holder_id, t.activity, t.locale, count(*) as count,
          count(*) filter (where t.due_at < now()) as overdue, min(t.claimed_at) as oldest
        from task t where t.workspace_id = $1 and t.status = 'claimed' and ${FILTERED}
        group by t.holder_id, t.activity, t.locale
      ) one
      group by one.holder_id
    ) h on h.holder_id = p.person_id::text
    where p.workspace_id = $1 and p.deactivated_at is null
    order by p.person_id`,
};

const OFFERED = {
  name: 'workload_offered',
  text: `
    select t.functions, t.locale, t.delegation ->> 'to' as "to", count(*)::integer as count,
      count(*) filter (where t.dropped or t.due_at < now())::integer as overdue,
      min(t.opened_at) as oldest
    from task t
    where t.workspace_id = $1 and t.status = 'offered' and t.role = 'responsible' and ${FILTERED}
    group by t.functions, t.locale, t.delegation ->> 'to'
    order by t.locale nulls first`,
};
