import { type Membership, sha256 } from '#domain';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { actingMemberships } from '../acting-memberships.js';
import type { Caller, Scope } from '../api-keys.js';
import { newId } from '../new-id.js';
import { withClaimed } from './with-claimed.js';

/** Without a request for so long, a session is over. */
export const SESSION_IDLE = '8 hours';
/** However much it is used, a session is over then. */
export const SESSION_AT_MOST = '24 hours';

/** 32 random bytes, which a cookie can hold as they are. */
const TOKEN = /^[\w-]{43}$/u;

export interface NewSession {
  workspaceId: string;
  personId: string;
  /** who signed the person in; null: the demonstration */
  issuer: string | null;
  scopes: Scope[];
  /** what the roles of the issuer stand for; null: whatever the rows of the person say at each request */
  memberships: Membership[] | null;
  /** the session that the browser had before, which ends with this */
  instead: string | null;
}

/** Opens a session for an active person. Gives its token, here and never again, or null where there is no such person. */
export async function openSession(
  pool: Pool,
  session: NewSession,
): Promise<{ token: string; expiresAt: Date } | null> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await pool.query<{ expiresAt: Date }>(
    `with ended as (
       update session set revoked_at = now() where token_hash = $7 and revoked_at is null
     )
     insert into session (workspace_id, session_id, person_id, token_hash, issuer, scopes, memberships,
       idle_expires_at, expires_at)
     select workspace_id, $3, person_id, $4, $5, $6, $8,
       now() + interval '${SESSION_IDLE}', now() + interval '${SESSION_AT_MOST}'
     from person where workspace_id = $1 and person_id = $2 and deactivated_at is null
     returning expires_at as "expiresAt"`,
    [
      session.workspaceId,
      session.personId,
      newId(),
      sha256(token),
      session.issuer,
      JSON.stringify(session.scopes),
      session.instead === null ? null : sha256(session.instead),
      session.memberships === null ? null : JSON.stringify(session.memberships),
    ],
  );
  return rows[0] === undefined ? null : { token, expiresAt: rows[0].expiresAt };
}

/** A session as its browser may see it. */
export interface Session {
  issuer: string | null;
  createdAt: Date;
  /** unless it is used before */
  idleUntil: Date;
  until: Date;
}

export type AuthenticatedSession =
  | { valid: true; caller: Caller; session: Session }
  | { valid: false; why: 'unknown' | 'revoked' | 'expired' | 'deactivated' };

const LOOKUP = {
  name: 'session',
  text: `
    select s.workspace_id as "workspaceId", s.person_id as "personId", p.name as "personName",
      s.issuer, s.scopes, s.memberships as claimed, s.created_at as "createdAt",
      s.idle_expires_at as "idleUntil", s.expires_at as until,
      s.revoked_at is not null as revoked,
      now() >= least(s.expires_at, s.idle_expires_at) as expired,
      p.deactivated_at is not null as deactivated,
      ${actingMemberships('s.workspace_id', 's.person_id')} as memberships
    from session s
    join person p on p.workspace_id = s.workspace_id and p.person_id = s.person_id
    where s.token_hash = $1`,
};

interface SessionRow extends Session {
  workspaceId: string;
  personId: string;
  personName: string;
  scopes: Scope[];
  claimed: Membership[] | null;
  memberships: Membership[];
  revoked: boolean;
  expired: boolean;
  deactivated: boolean;
}

/** One round trip, asked of the database at every request, so that a session that was ended counts no more at once. */
export async function authenticateSession(
  pool: Pool,
  token: string,
): Promise<AuthenticatedSession> {
  if (!TOKEN.test(token)) return { valid: false, why: 'unknown' };
  const { rows } = await pool.query<SessionRow>({ ...LOOKUP, values: [sha256(token)] });
  const row = rows[0];
  if (row === undefined) return { valid: false, why: 'unknown' };
  if (row.revoked) return { valid: false, why: 'revoked' };
  if (row.expired) return { valid: false, why: 'expired' };
  if (row.deactivated) return { valid: false, why: 'deactivated' };
  const { workspaceId, personId, personName, scopes, claimed, issuer, createdAt } = row;
  const memberships = withClaimed(row.memberships, claimed);
  const actor = { kind: 'person' as const, id: personId, via: 'session', memberships };
  return {
    valid: true,
    caller: { via: 'session', workspaceId, personId, personName, scopes, actor },
    session: { issuer, createdAt, idleUntil: row.idleUntil, until: row.until },
  };
}

/** Ends a session; it opens nothing from the next request on. Gives who had signed its person in, where it was open. */
export async function endSession(pool: Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ issuer: string | null }>(
    `update session set revoked_at = now() where token_hash = $1 and revoked_at is null
     returning issuer`,
    [sha256(token)],
  );
  return rows[0]?.issuer ?? null;
}

/** Ends every session of a person. */
export async function endSessionsOf(
  pool: Pool,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<void> {
  await pool.query(
    `update session set revoked_at = now()
     where workspace_id = $1 and person_id = $2 and revoked_at is null`,
    [workspaceId, personId],
  );
}
