import type { Membership } from '#domain';
import type { Pool } from 'pg';
import { actingMemberships } from '../acting-memberships.js';
import { newId } from '../new-id.js';

/** What an issuer says about somebody, after its signature was checked. */
export interface Identity {
  /** the slug of the workspace that they come to */
  workspace: string;
  issuer: string;
  subject: string;
  /** an address that the issuer has verified, or null */
  email: string | null;
  /** the name under which somebody unknown is added; null: nobody is */
  newcomer: string | null;
}

export interface IdentifiedPerson {
  workspaceId: string;
  personId: string;
  personName: string;
  memberships: Membership[];
}

export type Identified =
  | { outcome: 'known'; person: IdentifiedPerson }
  | {
      outcome: 'workspace_unknown' | 'person_unknown' | 'person_deactivated' | 'linked_elsewhere';
    };

const FIND = {
  name: 'identity',
  text: `
    select w.workspace_id as "workspaceId", p.person_id as "personId", p.name as "personName",
      p.deactivated_at is not null as deactivated,
      ${actingMemberships('p.workspace_id', 'p.person_id')} as memberships
    from workspace w
    left join person_identity i
      on i.workspace_id = w.workspace_id and i.issuer = $2 and i.subject = $3
    left join person p on p.workspace_id = i.workspace_id and p.person_id = i.person_id
    where w.slug = $1`,
};

interface FoundRow {
  workspaceId: string;
  personId: string | null;
  personName: string | null;
  deactivated: boolean;
  memberships: Membership[];
}

/** Times to look again when others add or link the same person at this moment. */
const MOST_ATTEMPTS = 3;

/**
 * The person who an issuer's subject is: linked before, or linked now because the issuer verified the e-mail address of
 * exactly one active person of the workspace, or, where newcomers are let in, added now. One round trip for whoever is
 * linked.
 */
export async function identify(pool: Pool, identity: Identity): Promise<Identified> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await find(pool, identity);
    if (found === null) return { outcome: 'workspace_unknown' };
    if (found.personId !== null) {
      return found.deactivated ? { outcome: 'person_deactivated' } : known(found);
    }
    const why = await introduce(pool, found.workspaceId, identity);
    if (why !== null) return { outcome: why };
    if (attempt === MOST_ATTEMPTS) return { outcome: 'linked_elsewhere' };
  }
}

async function find(
  pool: Pool,
  { workspace, issuer, subject }: Identity,
): Promise<FoundRow | null> {
  const { rows } = await pool.query<FoundRow>({ ...FIND, values: [workspace, issuer, subject] });
  return rows[0] ?? null;
}

function known({ workspaceId, personId, personName, memberships }: FoundRow): Identified {
  const person = { workspaceId, personId: personId!, personName: personName!, memberships };
  return { outcome: 'known', person };
}

/** Links a subject that nobody has come with yet. Null: look again; otherwise why that is not to be. */
async function introduce(
  pool: Pool,
  workspaceId: string,
  { issuer, subject, email, newcomer }: Identity,
): Promise<Exclude<Identified['outcome'], 'known'> | null> {
  const { rows } = await pool.query<{ personId: string; deactivated: boolean; linked: boolean }>(
    `select p.person_id as "personId", p.deactivated_at is not null as deactivated,
       exists (select from person_identity i where i.workspace_id = p.workspace_id
         and i.person_id = p.person_id and i.issuer = $3 and i.subject <> $4) as linked
     from person p where p.workspace_id = $1 and lower(p.email) = lower($2)`,
    [workspaceId, email, issuer, subject],
  );
  const person = rows[0];
  if (person === undefined) {
    if (newcomer === null) return 'person_unknown';
    await addLinked(pool, { workspaceId, issuer, subject, name: newcomer, email });
    return null;
  }
  if (person.deactivated) return 'person_deactivated';
  if (person.linked) return 'linked_elsewhere';
  await pool.query(
    `insert into person_identity (workspace_id, issuer, subject, person_id)
     select workspace_id, $2, $3, person_id from person
     where workspace_id = $1 and person_id = $4 and deactivated_at is null
     on conflict do nothing`,
    [workspaceId, issuer, subject, person.personId],
  );
  return null;
}

/** A person and their identity in one statement: of two at the same instant, one adds both and the other nothing. */
async function addLinked(
  pool: Pool,
  person: {
    workspaceId: string;
    issuer: string;
    subject: string;
    name: string;
    email: string | null;
  },
): Promise<void> {
  const { workspaceId, issuer, subject, name, email } = person;
  try {
    await pool.query(
      `with linked as (
         insert into person_identity (workspace_id, issuer, subject, person_id)
         values ($1, $2, $3, $4) on conflict do nothing returning workspace_id, person_id
       )
       insert into person (workspace_id, person_id, name, email)
       select workspace_id, person_id, $5, $6 from linked`,
      [workspaceId, issuer, subject, newId(), name, email],
    );
  } catch (error) {
    // Somebody else got the address at this moment: it is looked for again.
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
  }
}

const UNIQUE_VIOLATION = '23505';

/** Forgets by whom a person is signed in, and ends what they are signed in to; the next verified address links them anew. */
export async function unlinkPerson(
  pool: Pool,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<void> {
  await pool.query(
    `with unlinked as (
       delete from person_identity where workspace_id = $1 and person_id = $2
     )
     update session set revoked_at = now()
     where workspace_id = $1 and person_id = $2 and issuer is not null and revoked_at is null`,
    [workspaceId, personId],
  );
}
