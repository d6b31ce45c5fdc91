import { describe, expect, it } from '@jest/globals';
import { type ClaimReading, readClaims, scopesOf } from './claims.js';
import { readRoles } from './roles.js';

const CLAIMS = { iss: 'https://issuer.example', sub: 'ada' };
const reading = (changes: Partial<ClaimReading> = {}): ClaimReading => ({
  workspace: { slug: 'acme' },
  rolesClaim: 'roles',
  roles: null,
  ...changes,
});
const ROLES = readRoles(
  JSON.stringify({
    legal: { memberships: [{ function: 'legal' }] },
    german: { memberships: [{ function: 'regional', locale: 'DE-de' }], scopes: ['read'] },
    lead: { memberships: [{ function: 'legal' }], scopes: ['admin'] },
  }),
);

describe('claims', () => {
  it('give an e-mail address only where the issuer verified it', () => {
    const email = 'ada@example.org';
    const emailOf = (claims: object) => {
      const read = readClaims({ ...CLAIMS, ...claims }, reading());
      return typeof read === 'string' ? read : read.identity.email;
    };
    expect(emailOf({ email, email_verified: true })).toBe(email);
    expect(emailOf({ email })).toBeNull();
    expect(emailOf({ email, email_verified: 'true' })).toBeNull();
    expect(emailOf({ email: ['a', 'b'], email_verified: true })).toBeNull();
    expect(emailOf({ email: 'a\u0000b', email_verified: true })).toBeNull();
  });

  it('carry the workspace where the settings say so, as text and not as more', () => {
    const claim = reading({ workspace: { claim: 'tenant' } });
    expect(readClaims({ ...CLAIMS, tenant: 'acme' }, claim)).toMatchObject({
      identity: { workspace: 'acme' },
    });
    for (const tenant of [undefined, '', 7, ['acme'], { toString: 'acme' }]) {
      expect(readClaims({ ...CLAIMS, tenant }, claim)).toBe('workspace_unknown');
    }
  });

  it('name roles in a list, in a text, under a name with dots or along a path', () => {
    const roles = ROLES;
    const memberships = [{ function: 'legal', region: null, locale: null, division: null }];
    const named = { memberships, allowed: ['read', 'write'] };
    const at = (rolesClaim: string, claims: object) =>
      readClaims({ ...CLAIMS, ...claims }, reading({ rolesClaim, roles }));
    expect(at('roles', { roles: ['legal', 'unknown', 7] })).toMatchObject(named);
    expect(at('roles', { roles: 'unknown legal' })).toMatchObject(named);
    expect(at('https://a.example/roles', { 'https://a.example/roles': ['legal'] })).toMatchObject(
      named,
    );
    expect(at('realm.roles', { realm: { roles: ['legal'] } })).toMatchObject(named);
    expect(at('roles', { roles: ['constructor'] })).toBe('role_unknown');
    expect(at('constructor.name', {})).toBe('role_unknown');
    expect(at('realm.roles', { realm: null })).toBe('role_unknown');
  });

  it('join what several roles stand for, each once', () => {
    const read = readClaims(
      { ...CLAIMS, roles: ['lead', 'german', 'legal'] },
      reading({ roles: ROLES }),
    );
    expect(read).toMatchObject({
      memberships: [{ function: 'legal' }, { function: 'regional', locale: 'de-DE' }],
      allowed: ['read', 'write', 'admin'],
    });
  });
});

describe('scopes', () => {
  it.each([
    [{}, null, ['read', 'write']],
    [{ scope: 'openid email' }, null, ['read', 'write']],
    [{ scope: 'admin read openid' }, null, ['read', 'admin']],
    [{ scp: ['read'] }, null, ['read']],
    [{ scope: 'read admin' }, ['read' as const], ['read']],
    [{ scope: 'admin' }, ['read' as const], []],
    [{}, ['admin' as const], ['admin']],
  ])('of %j under roles that allow %j are %j', (claims, allowed, scopes) => {
    expect(scopesOf(claims, allowed)).toEqual(scopes);
  });
});

describe('roles in the settings', () => {
  it.each([
    'nothing',
    '[]',
    '{}',
    '{ "a": {} }',
    '{ "a": { "memberships": [{}] } }',
    '{ "a": { "memberships": [{ "function": "dancing" }] } }',
    '{ "a": { "memberships": [{ "function": "regional", "locale": "zh_CN" }] } }',
    '{ "a": { "memberships": [{ "function": "regional", "region": "germany" }] } }',
    '{ "a": { "memberships": [], "scopes": ["everything"] } }',
    '{ "a": { "memberships": [], "more": true } }',
  ])('are not %s', (text) => {
    expect(readRoles(text)).toBeNull();
  });
});
