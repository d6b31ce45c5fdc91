import { describe, expect, it } from '@jest/globals';
import { readSettings } from '#engine';
import { SignInSettings } from './sign-in-settings.js';

const read = (settings: Record<string, string>) =>
  readSettings(SignInSettings, { DATABASE_URL: 'postgres://db/baton', ...settings });
const OIDC = {
  OIDC_ISSUER: 'https://issuer.example/realm',
  OIDC_AUDIENCE: 'urn:baton',
  OIDC_WORKSPACE: 'acme',
};

describe('the settings of sign-in', () => {
  it('name no issuer by themselves, and limits that nobody meets by accident', () => {
    expect(read({})).toMatchObject({ OIDC_ISSUER: '', RATE_LIMIT: 60_000, RATE_LIMIT_SIGN_IN: 60 });
    expect(read(OIDC)).toMatchObject({ ...OIDC, OIDC_ALGORITHMS: 'RS256,PS256,ES256,EdDSA' });
    expect(() => read({ ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:8080' })).not.toThrow();
    expect(() => read({ PUBLIC_URL: 'http://localhost:3000' })).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'http://issuer.example' }],
    ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'https://a:b@issuer.example' }],
    ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'http://127.0.0.1.evil.example' }],
    ['OIDC_AUDIENCE', { ...OIDC, OIDC_AUDIENCE: '' }],
    ['OIDC_WORKSPACE', { ...OIDC, OIDC_WORKSPACE: '' }],
    ['OIDC_WORKSPACE', { ...OIDC, OIDC_WORKSPACE_CLAIM: 'tenant' }],
    ['OIDC_ALGORITHMS', { OIDC_ALGORITHMS: 'RS256,HS256' }],
    ['OIDC_ALGORITHMS', { OIDC_ALGORITHMS: 'none' }],
    ['OIDC_ALGORITHMS', { OIDC_ALGORITHMS: '' }],
    ['OIDC_ROLES', { OIDC_ROLES: '{}' }],
    ['OIDC_SCOPES', { OIDC_SCOPES: 'email' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://baton.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://baton.example/path' }],
    ['RATE_LIMIT', { RATE_LIMIT: '-1' }],
    ['RATE_LIMIT_SIGN_IN', { RATE_LIMIT_SIGN_IN: 'many' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'everybody' }],
  ])('say what is wrong with %s in %j', (name, settings) => {
    expect(() => read(settings)).toThrow(new RegExp(`\\n  ${name}: expected .*; found `, 'u'));
  });

  it('keep the secret of the client out of messages', () => {
    const wrong = { ...OIDC, OIDC_CLIENT_SECRET: 'hunter2', RATE_LIMIT: 'x' };
    expect(() => read(wrong)).not.toThrow('hunter2');
  });
});
