import { type Actor, type Membership, sha256 } from '#domain';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { actingMemberships } from './acting-memberships.js';

/** What a key, a token or a session may be used for; what its person may do is decided by their memberships. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** By what a person comes: an API key, a token of the issuer, or the session of a browser. */
export const WAYS_IN = ['key', 'oidc', 'session'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** A key as its owner sees it, once: `btn_<id>_<secret>`. */
export interface NewKey {
  id: string;
  secretHash: string;
  text: string;
}

/** 8 random bytes of id and 32 of secret in hex, so that a double click selects the whole key. */
export function newKey(): NewKey {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('hex');
  return { id, secretHash: sha256(secret), text: `btn_${id}_${secret}` };
}

/** Who sends a request, as a valid key, token or session says. */
export interface Caller {
  via: WayIn;
  workspaceId: string;
  personId: string;
  personName: string;
  scopes: Scope[];
  actor: Actor & { kind: 'person' };
}

export type Authenticated =
  | { valid: true; caller: Caller }
  | { valid: false; why: 'malformed' | 'unknown' | 'revoked' | 'expired' | 'deactivated' };

const KEY = /^btn_([0-9a-f]{16})_([0-9a-f]{64})$/u;

const LOOKUP = {
  name: 'key',
  text: `
    select k.workspace_id as "workspaceId", k.person_id as "personId", p.name as "personName",
      k.secret_hash as "secretHash", k.scopes,
      k.revoked_at is not null as revoked,
      coalesce(k.expires_at <= now(), false) as expired,
      p.deactivated_at is not null as deactivated,
      ${actingMemberships('k.workspace_id', 'k.person_id')} as memberships
    from api_key k
    join person p on p.workspace_id = k.workspace_id and p.person_id = k.person_id
    where k.key_id = $1`,
};

interface KeyRow {
  workspaceId: string;
  personId: string;
  personName: string;
  secretHash: string;
  scopes: Scope[];
  revoked: boolean;
  expired: boolean;
  deactivated: boolean;
  memberships: Membership[];
}

/**
 * One round trip, asked of the database at every request, so that a key revoked or a membership taken away counts
 * from the next request on. The secrets are 256 random bits, so a plain hash of them is enough.
 */
export async function authenticateKey(pool: Pool, text: string): Promise<Authenticated> {
  const [, keyId, secret] = KEY.exec(text) ?? [];
  if (keyId === undefined || secret === undefined) return { valid: false, why: 'malformed' };
  const { rows } = await pool.query<KeyRow>({ ...LOOKUP, values: [keyId] });
  const row = rows[0];
  if (row === undefined || !sameHash(row.secretHash, sha256(secret))) {
    return { valid: false, why: 'unknown' };
  }
  if (row.revoked) return { valid: false, why: 'revoked' };
  if (row.expired) return { valid: false, why: 'expired' };
  if (row.deactivated) return { valid: false, why: 'deactivated' };
  const { workspaceId, personId, personName, scopes, memberships } = row;
  const actor = { kind: 'person' as const, id: personId, via: keyId, memberships };
  return { valid: true, caller: { via: 'key', workspaceId, personId, personName, scopes, actor } };
}

function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
