import type { Membership } from '#domain';
import { type Identity, type Scope, SCOPES } from '#engine';
import type { JWTPayload } from 'jose';
import { isStorable } from '../../http/storable.js';
import { isScope, joined, type Roles } from './roles.js';

/** What the settings say about reading claims. */
export interface ClaimReading {
  /** the slug of the workspace, or else the claim that carries it */
  workspace: { slug: string } | { claim: string };
  rolesClaim: string;
  /** null: what people work in, rows say */
  roles: Roles | null;
}

/** What checked claims say about who somebody is and what they may. */
export interface ReadClaims {
  identity: Identity;
  /** null: whatever the rows of the person say */
  memberships: Membership[] | null;
  /** what roles allow, or null where rows decide */
  allowed: Scope[] | null;
}

/** Why claims that were checked lead to nobody. */
export type Unreadable = 'workspace_unknown' | 'role_unknown' | 'subject_unreadable';

const DEFAULT_SCOPES: Scope[] = ['read', 'write'];
/** Characters; OpenID Connect Core, section 2, gives a subject no more. */
const LONGEST_SUBJECT = 255;
const LONGEST_NAME = 200;
const LONGEST_EMAIL = 320;

/** Reads who somebody is from claims whose signature, issuer and time were checked. */
export function readClaims(
  claims: JWTPayload,
  { workspace, rolesClaim, roles }: ClaimReading,
): ReadClaims | Unreadable {
  const slug = 'slug' in workspace ? workspace.slug : textIn(claimAt(claims, workspace.claim), 200);
  if (slug === null) return 'workspace_unknown';
  const subject = textIn(claims.sub, LONGEST_SUBJECT);
  if (subject === null || claims.iss === undefined) return 'subject_unreadable';
  const role = roles === null ? null : joined(roles, wordsIn(claimAt(claims, rolesClaim)));
  if (roles !== null && role === null) return 'role_unknown';
  const email = claims['email_verified'] === true ? textIn(claims['email'], LONGEST_EMAIL) : null;
  const name =
    textIn(claims['name'], LONGEST_NAME) ??
    textIn(claims['preferred_username'], LONGEST_NAME) ??
    email?.slice(0, LONGEST_NAME) ??
    subject.slice(0, LONGEST_NAME);
  return {
    identity: {
      workspace: slug,
      issuer: claims.iss,
      subject,
      email,
      newcomer: role === null ? null : name,
    },
    memberships: role?.memberships ?? null,
    allowed: role?.scopes ?? null,
  };
}

/**
 * What a token may be used for: the scopes that it names of ours, or read and write where it names none; never more than its
 * roles allow.
 */
export function scopesOf(claims: JWTPayload, allowed: Scope[] | null): Scope[] {
  const named = wordsIn(claims['scope'] ?? claims['scp']).filter(isScope);
  const asked = named.length > 0 ? named : (allowed ?? DEFAULT_SCOPES);
  return SCOPES.filter((scope) => asked.includes(scope) && (allowed?.includes(scope) ?? true));
}

/** A claim by its name, which may have dots in it, or by a path of names. */
function claimAt(claims: JWTPayload, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      claims,
    );
}

/** A list of texts, or one text of words separated by blanks. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function textIn(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest) return null;
  return isStorable(value) ? value : null;
}
