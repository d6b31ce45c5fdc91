import type { Membership } from '#domain';
import type { Pool } from 'pg';
import { actingMemberships } from '../acting-memberships.js';

export interface ActivePerson {
  workspaceId: string;
  id: string;
  name: string;
  memberships: Membership[];
}

/** The active people of a workspace by its slug, in the order in which they were added. */
export async function activePeople(pool: Pool, slug: string): Promise<ActivePerson[]> {
  const { rows } = await pool.query<ActivePerson>(
    `select p.workspace_id as "workspaceId", p.person_id as id, p.name,
       ${actingMemberships('p.workspace_id', 'p.person_id')} as memberships
     from workspace w join person p on p.workspace_id = w.workspace_id
     where w.slug = $1 and p.deactivated_at is null order by p.person_id`,
    [slug],
  );
  return rows;
}
