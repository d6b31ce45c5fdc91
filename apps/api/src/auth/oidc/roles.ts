import { FUNCTIONS, type Membership } from '#domain';
import { type Scope, SCOPES } from '#engine';
import { canonicalLocale } from '#localization';

/** What somebody with a role of the issuer works in, and what their tokens may be used for. */
export interface Role {
  memberships: Membership[];
  scopes: Scope[];
}

/** By the value that the claim has. */
export type Roles = ReadonlyMap<string, Role>;

const DEFAULT_SCOPES: Scope[] = ['read', 'write'];
const REGION = /^[A-Z]{2}$/u;
const DIVISION = /^[a-z0-9]+(_[a-z0-9]+)*$/u;

/** Roles as the settings say them, or null where they say something else. */
export function readRoles(text: string): Roles | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!isRecord(given)) return null;
    const roles = Object.entries(given).map(([name, role]) => [name, roleIn(role)] as const);
    return roles.length > 0 && roles.every(isWhole) ? new Map(roles) : null;
  } catch {
    return null;
  }
}

function isWhole(entry: readonly [string, Role | null]): entry is readonly [string, Role] {
  return entry[1] !== null;
}

function roleIn(given: unknown): Role | null {
  if (!isRecord(given) || !hasOnly(given, ['memberships', 'scopes'])) return null;
  const { memberships, scopes = DEFAULT_SCOPES } = given;
  if (!Array.isArray(memberships) || !Array.isArray(scopes)) return null;
  const read = memberships.map(membershipIn);
  if (!read.every((membership) => membership !== null)) return null;
  return scopes.every(isScope) ? { memberships: read, scopes } : null;
}

function membershipIn(given: unknown): Membership | null {
  if (!isRecord(given) || !hasOnly(given, ['function', 'region', 'locale', 'division']))
    return null;
  const { function: name, region = null, locale = null, division = null } = given;
  if (typeof name !== 'string' || !(FUNCTIONS as readonly string[]).includes(name)) return null;
  if (!isNullOr(region, (text) => REGION.test(text))) return null;
  if (!isNullOr(locale, (text) => canonicalLocale(text) !== null)) return null;
  if (!isNullOr(division, (text) => DIVISION.test(text))) return null;
  return {
    function: name,
    region,
    locale: locale === null ? null : canonicalLocale(locale),
    division,
  };
}

function isNullOr(value: unknown, fits: (text: string) => boolean): value is string | null {
  return value === null || (typeof value === 'string' && fits(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(given: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(given).every((name) => names.includes(name));
}

export function isScope(value: unknown): value is Scope {
  return (SCOPES as readonly unknown[]).includes(value);
}

/** What all the roles of somebody stand for together, or null where none of them is known here. */
export function joined(roles: Roles, names: readonly string[]): Role | null {
  const held = names.map((name) => roles.get(name)).filter((role) => role !== undefined);
  if (held.length === 0) return null;
  const memberships = new Map(
    held.flatMap((role) => role.memberships).map((each) => [JSON.stringify(each), each]),
  );
  return {
    memberships: [...memberships.values()],
    scopes: SCOPES.filter((scope) => held.some(({ scopes }) => scopes.includes(scope))),
  };
}
