import type { Membership } from '#domain';
import type { Queryable } from './queryable.js';

/**
 * A JSON array of what a person works in at this moment: their own memberships, then those of absent people in whose
 * place they act, each with whose it is. The arguments are SQL expressions.
 */
export const actingMemberships = (workspaceId: string, personId: string): string => `
  (select coalesce(json_agg(one.membership order by one.own desc, one.id), '[]'::json)
   from (
     select true as own, m.membership_id as id, json_build_object('function', m.function,
       'region', m.region, 'locale', m.locale, 'division', m.division) as membership
     from membership m
     where m.workspace_id = ${workspaceId} and m.person_id = ${personId}
     union all
     select false, m.membership_id, json_build_object('function', m.function,
       'region', m.region, 'locale', m.locale, 'division', m.division, 'onBehalfOf', m.person_id)
     from absence a
     join person q on q.workspace_id = a.workspace_id and q.person_id = a.person_id
       and q.deactivated_at is null
     join membership m on m.workspace_id = a.workspace_id and m.person_id = a.person_id
     where a.workspace_id = ${workspaceId} and a.delegate_id = ${personId}
       and a.starts_at <= now() and now() < a.ends_at
   ) one)`;

/** What somebody works in at this moment, or null where the workspace has no such active person. */
export async function loadActingMemberships(
  db: Queryable,
  workspaceId: string,
  personId: string,
): Promise<Membership[] | null> {
  const { rows } = await db.query<{ memberships: Membership[] }>({
    name: 'acting_memberships',
    text: `
      select ${actingMemberships('p.workspace_id', 'p.person_id')} as memberships
      from person p where p.workspace_id = $1 and p.person_id = $2 and p.deactivated_at is null`,
    values: [workspaceId, personId],
  });
  return rows[0]?.memberships ?? null;
}
