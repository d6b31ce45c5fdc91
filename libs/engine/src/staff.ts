import type { StaffMember } from '#domain';
import type { EntityManager } from 'typeorm';

/** The active people of a workspace with what they work in, and whether a key or an issuer lets them see items. */
export async function loadStaff(
  manager: EntityManager,
  workspaceId: string,
): Promise<StaffMember[]> {
  return manager.query<StaffMember[]>(
    `select p.person_id as "personId", p.name,
       (select coalesce(json_agg(json_build_object('function', m.function, 'region', m.region,
          'locale', m.locale, 'division', m.division) order by m.membership_id), '[]'::json)
        from membership m
        where m.workspace_id = p.workspace_id and m.person_id = p.person_id) as memberships,
       exists (select from api_key k
        where k.workspace_id = p.workspace_id and k.person_id = p.person_id
          and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
          and k.scopes ? 'read')
       or exists (select from person_identity i
        where i.workspace_id = p.workspace_id and i.person_id = p.person_id) as "canRead"
     from person p
     where p.workspace_id = $1 and p.deactivated_at is null
     order by p.person_id`,
    [workspaceId],
  );
}
