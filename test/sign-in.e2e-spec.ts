import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { forgetSignIns } from '#engine';
import { exportSPKI, generateKeyPair } from 'jose';
import { get } from 'node:http';
import { DataSource } from 'typeorm';
import { Browser } from './browser.fixture.js';
import {
  AUDIENCE,
  CLIENT,
  type Mint,
  secondsFromNow,
  startIssuer,
  type TestIssuer,
} from './issuer.fixture.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';
import { LastUse } from '../apps/api/src/auth/last-use.js';

const PUBLIC_URL = 'https://baton.example';
const SIGN_IN_LIMIT = 5;
const REQUEST_LIMIT = 6;
const ROLES = {
  'baton-legal': { memberships: [{ function: 'legal' }] },
  'baton-run': {
    memberships: [{ function: 'enablement' }, { function: 'regional', locale: 'de' }],
    scopes: ['read', 'write', 'admin'],
  },
};

interface Me {
  personId: string;
  name: string;
  via: string;
  scopes: string[];
  memberships: { function: string; locale: string | null }[];
}

interface SessionOf {
  session: { personId: string; csrfToken: string; until: string; by: string } | null;
  ways: string[];
}

let issuer: TestIssuer;
/** on this machine, with people of a workspace */
let api: TestApi;
let acme: TestWorkspace;
let ada: TestPerson;
let boss: TestPerson;
/** behind a proxy, encrypted, with roles and workspaces in claims, and narrow limits */
let strict: TestApi;
let strictWorkspace: TestWorkspace;

beforeAll(async () => {
  for (const method of ['warn', 'info'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
  issuer = await startIssuer({
    ada: { email: 'Ada@example.org', email_verified: true, name: 'Ada' },
    unverified: { email: 'boss@example.org', email_verified: false },
    impostor: { email: 'ada@example.org', email_verified: true },
    stranger: { email: 'stranger@example.org', email_verified: true },
    lena: { name: 'Lena', roles: ['baton-run', 'other'], tenant: 'strict' },
    leo: { name: 'Leo', roles: ['baton-legal'], tenant: 'strict' },
    nobody: { name: 'Nobody', roles: ['other'], tenant: 'strict' },
    elsewhere: { name: 'Elsewhere', roles: ['baton-legal'], tenant: 'missing' },
  });
  const oidc = {
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  };
  api = await startTestApi({ ...oidc, OIDC_WORKSPACE: 'acme' }, { demonstration: true });
  strict = await startTestApi({
    ...oidc,
    OIDC_WORKSPACE_CLAIM: 'tenant',
    OIDC_ROLES: JSON.stringify(ROLES),
    PUBLIC_URL,
    RATE_LIMIT: String(REQUEST_LIMIT),
    RATE_LIMIT_SIGN_IN: String(SIGN_IN_LIMIT),
    TRUSTED_PROXIES: 'loopback',
  });
  await issuer.serve([api.url, PUBLIC_URL]);
  acme = await api.workspace('acme');
  ada = await acme.person([{ function: 'legal' }]);
  boss = await acme.person([{ function: 'enablement' }]);
  strictWorkspace = await strict.workspace('strict');
  await named(ada, 'ada@example.org');
  await named(boss, 'boss@example.org');
});

afterAll(async () => {
  await api.close();
  await strict.close();
  await issuer.close();
  jest.restoreAllMocks();
});

async function named({ id }: TestPerson, email: string): Promise<void> {
  await api.database.query('update person set email = $2 where person_id = $1', [id, email]);
}

async function bearer(text: string, path = '/v1/me'): Promise<Response> {
  return fetch(api.url + path, { headers: { authorization: `Bearer ${text}` } });
}

/** The status of an answer, and the code where it is a problem. */
async function outcome(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer;
  if (response.status < 400) return String(response.status);
  return `${response.status} ${((await response.json()) as { code: string }).code}`;
}

/** A browser that signed in, and what its session says. */
async function signedIn(login: string, browser = new Browser(), returnTo = '/v1/me') {
  const begin = `${api.url}/v1/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
  const callback = await browser.signIn(begin, { login, until: `${api.url}/v1/auth/callback` });
  const answer = await browser.send(callback.href);
  const session = await sessionOf(browser);
  return { browser, callback, answer, csrf: session?.csrfToken ?? '', session };
}

async function sessionOf(browser: Browser): Promise<SessionOf['session']> {
  const answer = await browser.send(`${api.url}/v1/auth/session`);
  return ((await answer.json()) as SessionOf).session;
}

const me = (browser: Browser) => browser.send(`${api.url}/v1/me`);

let changes = 0;

/** A change that a page of our own could ask for. */
function change(browser: Browser, headers: Record<string, string>): Promise<Response> {
  changes += 1;
  const title = `Changed ${changes} times`;
  return browser.send(`${api.url}/v1/items`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      kind: 'content',
      title,
      locale: 'en-US',
      ownerFunction: 'marketing',
    }),
  });
}

/** Does something as if so many milliseconds had gone by here; the database keeps its time. */
async function moved<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}

describe('a token of the issuer', () => {
  it('opens the API for the one person with its verified e-mail address, who is linked from then on', async () => {
    const token = await issuer.tokenFor('ada');
    const answer = await bearer(token);
    expect(answer.status).toBe(200);
    const { personId, via, scopes, memberships } = (await answer.json()) as Me;
    expect({ personId, via, scopes }).toEqual({
      personId: ada.id,
      via: 'oidc',
      scopes: ['read', 'write'],
    });
    expect(memberships).toMatchObject([{ function: 'legal' }]);
    await named(ada, 'countess@example.org');
    expect(await outcome(bearer(await issuer.mint('ada')))).toBe('200');
    await named(ada, 'ada@example.org');
  });

  it('carries scopes of ours, and no others', async () => {
    const reading = await issuer.mint('ada', { claims: { scope: 'openid read delete' } });
    expect(((await (await bearer(reading)).json()) as Me).scopes).toEqual(['read']);
    const refused = await change(new Browser(), { authorization: `Bearer ${reading}` });
    expect(refused.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="baton", error="insufficient_scope", scope="write", error_description="/u,
    );
    expect(await outcome(refused)).toBe('403 scope_missing');
    const admin = await issuer.mint('ada', { claims: { scope: 'admin' } });
    expect(await outcome(bearer(admin, '/v1/api-keys'))).toBe('403 not_your_function');
  });

  it.each<[string, string, () => Mint | Promise<Mint>]>([
    ['for another audience', 'token_wrong_audience', () => ({ claims: { aud: 'urn:other' } })],
    [
      'of another issuer',
      'token_wrong_issuer',
      () => ({ claims: { iss: 'https://evil.example' } }),
    ],
    ['that has expired', 'token_expired', () => ({ claims: { exp: secondsFromNow(-60) } })],
    ['without an end', 'token_malformed', () => ({ claims: { exp: undefined } })],
    ['that begins later', 'token_not_yet_valid', () => ({ claims: { nbf: secondsFromNow(60) } })],
    ['with an unknown key', 'token_unknown_key', () => ({ header: { kid: 'unknown' } })],
    ['that ends sessions', 'token_malformed', () => ({ header: { typ: 'logout+jwt' } })],
    [
      'that a stranger signed',
      'token_signature_invalid',
      async () => ({ key: (await generateKeyPair('RS256')).privateKey }),
    ],
    [
      'signed with the public key as a shared secret',
      'token_algorithm_refused',
      async () => ({
        header: { alg: 'HS256' },
        key: Buffer.from(await exportSPKI(issuer.key().publicKey)),
      }),
    ],
  ])('%s is refused as such', async (_what, code, mint) => {
    const answer = await bearer(await issuer.mint('ada', await mint()));
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="baton", error="invalid_token", error_description="[^"\\]+"$/u,
    );
    expect(await outcome(answer)).toBe(`401 ${code}`);
  });

  it('that was changed, unsigned, encrypted or cut is refused as such', async () => {
    const [header, claims, signature] = (await issuer.mint('ada')).split('.') as [
      string,
      string,
      string,
    ];
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const other = encode({
      ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
      sub: 'boss',
    });
    const outcomes = {
      [`${header}.${other}.${signature}`]: '401 token_signature_invalid',
      [`${encode({ alg: 'none' })}.${claims}.`]: '401 token_algorithm_refused',
      [`${encode({ alg: 5 })}.${claims}.${signature}`]: '401 token_malformed',
      [`${header}.${claims}`]: '401 token_malformed',
      [`${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`]: '401 token_malformed',
      [`${ada.key}0`]: '401 key_malformed',
      nonsense: '401 token_malformed',
    };
    for (const [text, expected] of Object.entries(outcomes)) {
      expect(await outcome(bearer(text))).toBe(expected);
    }
  });

  it('of nobody whom the workspace knows for certain is refused, and links and adds nobody', async () => {
    const contents = () =>
      api.database.query(
        `select (select count(*) from person) as people, (select count(*) from person_identity) as links`,
      );
    const before = await contents();
    const outcomes = {
      stranger: '403 person_unknown',
      unverified: '403 person_unknown',
      unheard_of: '403 person_unknown',
      impostor: '403 linked_elsewhere',
    };
    for (const [login, expected] of Object.entries(outcomes)) {
      expect([login, await outcome(bearer(await issuer.mint(login)))]).toEqual([login, expected]);
    }
    expect(await contents()).toEqual(before);
  });

  it('opens nothing for somebody deactivated, linked before or not', async () => {
    const gone = await acme.person([{ function: 'legal' }]);
    await named(gone, 'gone@example.org');
    const token = () =>
      issuer.mint('gone', { claims: { email: 'gone@example.org', email_verified: true } });
    const active = (is: boolean) => boss.patch(`/v1/people/${gone.id}`, { active: is }).expect(200);
    await active(false);
    expect(await outcome(bearer(await token()))).toBe('403 person_deactivated');
    await active(true);
    expect(await outcome(bearer(await token()))).toBe('200');
    await active(false);
    expect(await outcome(bearer(await token()))).toBe('403 person_deactivated');
  });

  it('links one person once, whoever else comes at this moment', async () => {
    const twin = await acme.person([{ function: 'legal' }]);
    await named(twin, 'twin@example.org');
    const claims = { email: 'twin@example.org', email_verified: true };
    const tokens = await Promise.all(
      ['twin', 'twin', 'other_twin', 'twin', 'other_twin'].map((sub) =>
        issuer.mint(sub, { claims }),
      ),
    );
    const outcomes = await Promise.all(tokens.map((token) => outcome(bearer(token))));
    const [first, , second] = outcomes;
    expect([first!, second!].toSorted()).toEqual(['200', '403 linked_elsewhere']);
    expect(outcomes).toEqual([first, first, second, first, second]);
  });

  it('is linked anew once enablement has forgotten the account', async () => {
    expect(await outcome(bearer(await issuer.mint('impostor')))).toBe('403 linked_elsewhere');
    await boss.delete(`/v1/people/${ada.id}/identities`).expect(204);
    expect(await outcome(bearer(await issuer.mint('impostor')))).toBe('200');
    expect(await outcome(bearer(await issuer.mint('ada')))).toBe('403 linked_elsewhere');
    await boss.delete(`/v1/people/${ada.id}/identities`).expect(204);
    expect(await outcome(bearer(await issuer.mint('ada')))).toBe('200');
  });

  it('stands in the trail as the way somebody came', async () => {
    const { browser, csrf } = await signedIn('ada');
    const ways = {
      oidc: { authorization: `Bearer ${await issuer.mint('ada')}` },
      session: { 'x-csrf-token': csrf },
      [ada.key.split('_')[1]!]: { authorization: `Bearer ${ada.key}` },
    };
    for (const [via, headers] of Object.entries(ways)) {
      const { id } = (await (await change(browser, headers)).json()) as { id: string };
      const { body } = await boss.get(`/v1/items/${id}/history`).expect(200);
      const { items } = body as { items: { entry: { actor: object } }[] };
      expect(items[0]!.entry.actor).toMatchObject({ kind: 'person', id: ada.id, via });
    }
  });

  it('signed with a new key counts once the issuer publishes it, and one with the old key no more', async () => {
    const old = await issuer.mint('ada');
    await issuer.rotate();
    const later = Date.now() + 31_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    const answer = await outcome(bearer(await issuer.mint('ada')));
    clock.mockRestore();
    expect(answer).toBe('200');
    expect(await outcome(bearer(old))).toBe('401 token_unknown_key');
  });

  it('waits while its issuer does not answer', async () => {
    const silent = await startIssuer({});
    const waiting = await startTestApi({
      OIDC_ISSUER: silent.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_WORKSPACE: 'acme',
    });
    const answer = await fetch(`${waiting.url}/v1/me`, {
      headers: { authorization: `Bearer ${await silent.mint('ada')}` },
    });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await outcome(answer)).toBe('503 issuer_unavailable');
    await silent.serve([]);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3000);
    const again = await fetch(`${waiting.url}/v1/me`, {
      headers: { authorization: `Bearer ${await silent.mint('ada')}` },
    });
    clock.mockRestore();
    expect(await outcome(again)).toBe('403 workspace_unknown');
    await waiting.close();
    await silent.close();
  });
});

describe('signing in with a browser', () => {
  it('leads to the issuer, back, and on to where the person wanted to be', async () => {
    const { answer, session, browser } = await signedIn('ada', new Browser(), '/v1/me?a=b#c');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/v1/me?a=b#c']);
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('baton='));
    expect(cookie).toMatch(/^baton=[\w-]{43}; Max-Age=86\d{3}; Path=\/; HttpOnly; SameSite=Lax$/u);
    expect(session).toMatchObject({ personId: ada.id, by: 'oidc' });
    const who = (await (await me(browser)).json()) as Me;
    expect(who).toMatchObject({
      personId: ada.id,
      via: 'session',
      scopes: ['read', 'write', 'admin'],
    });
  });

  it('asks with PKCE, state and nonce, and keeps what it compares out of the address', async () => {
    const begun = await fetch(`${api.url}/v1/auth/sign-in`, { redirect: 'manual' });
    const asked = new URL(begun.headers.get('location')!).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${api.url}/v1/auth/callback`,
    });
    expect(asked.get('nonce')).toMatch(/^[\w-]{43}$/u);
    const [cookie] = begun.headers.getSetCookie();
    expect(cookie).toMatch(
      /^baton-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/u,
    );
    expect(cookie).not.toContain(asked.get('state'));
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'v1/me',
    '',
  ])('leads nowhere else: %j', async (returnTo) => {
    const query = new URLSearchParams({ returnTo });
    const answer = await fetch(`${api.url}/v1/auth/sign-in?${query.toString()}`, {
      redirect: 'manual',
    });
    expect(await outcome(answer)).toBe('400 not_valid');
  });

  it('is finished by the browser that began it, once, and with the answer of the issuer that was asked', async () => {
    const browser = new Browser();
    const until = `${api.url}/v1/auth/callback`;
    const callback = await browser.signIn(`${api.url}/v1/auth/sign-in`, { login: 'ada', until });
    const changed = (name: string, value: string) => {
      const url = new URL(callback);
      url.searchParams.set(name, value);
      return url.href;
    };
    expect(callback.searchParams.get('iss')).toBe(issuer.url);
    expect(await outcome(new Browser().send(callback.href))).toBe('400 sign_in_not_begun');
    const other = new Browser();
    await other.send(`${api.url}/v1/auth/sign-in`);
    expect(await outcome(other.send(callback.href))).toBe('400 sign_in_not_begun');
    expect(await outcome(browser.send(changed('state', 'x')))).toBe('400 sign_in_not_begun');
    expect(await outcome(browser.send(changed('iss', 'https://evil.example')))).toBe(
      '400 sign_in_wrong_issuer',
    );
    const cookie = browser.cookie(api.url, 'baton-sign-in')!;
    expect(await outcome(browser.send(callback.href))).toBe('303');
    browser.set(api.url, 'baton-sign-in', cookie);
    expect(await outcome(browser.send(callback.href))).toBe('400 sign_in_not_begun');
  });

  it('does not take a code that was replayed, made up, or asked for by another browser', async () => {
    const [thief, owner] = [new Browser(), new Browser()];
    const until = `${api.url}/v1/auth/callback`;
    const stolen = await owner.signIn(`${api.url}/v1/auth/sign-in`, { login: 'ada', until });
    const own = await thief.signIn(`${api.url}/v1/auth/sign-in`, { login: 'stranger', until });
    own.searchParams.set('code', stolen.searchParams.get('code')!);
    expect(await outcome(thief.send(own.href))).toBe('400 sign_in_refused');
    expect(await outcome(me(thief))).toBe('401 key_missing');
  });

  it('says so where the issuer does not know the person, or Baton does not', async () => {
    const browser = new Browser();
    const begun = await browser.send(`${api.url}/v1/auth/sign-in`);
    const state = new URL(begun.headers.get('location')!).searchParams.get('state')!;
    const denied = new URLSearchParams({ state, error: 'access_denied', iss: issuer.url });
    const answer = await browser.send(`${api.url}/v1/auth/callback?${denied.toString()}`);
    expect(((await answer.json()) as { detail: string }).detail).toContain('"access_denied"');
    const stranger = await signedIn('stranger');
    expect(await outcome(stranger.answer)).toBe('403 person_unknown');
    expect(stranger.session).toBeNull();
  });

  it('always makes a new session, so that a cookie from before is worth nothing', async () => {
    const browser = new Browser();
    const planted = 'p'.repeat(43);
    browser.set(api.url, 'baton', planted);
    await signedIn('ada', browser);
    const first = browser.cookie(api.url, 'baton')!;
    expect(first).not.toBe(planted);
    await signedIn('ada', browser);
    const reuse = (token: string) =>
      outcome(fetch(`${api.url}/v1/me`, { headers: { cookie: `baton=${token}` } }));
    expect(await reuse(planted)).toBe('401 session_unknown');
    expect(await reuse(first)).toBe('401 session_revoked');
    expect(await reuse(browser.cookie(api.url, 'baton')!)).toBe('200');
  });

  it('keeps only hashes', async () => {
    const { browser } = await signedIn('ada');
    const token = browser.cookie(api.url, 'baton')!;
    const rows = await api.database.query<{ text: string }>(
      `select row_to_json(s)::text as text from session s
       union all select row_to_json(a)::text from sign_in_attempt a`,
    );
    expect(rows.map(({ text }) => text).join('\n')).not.toContain(token);
  });
});

describe('a session', () => {
  it('changes something only for a page of our own', async () => {
    const { browser, csrf } = await signedIn('ada');
    const other = (await signedIn('ada')).csrf;
    const own = { 'x-csrf-token': csrf };
    const rows: [Record<string, string>, string][] = [
      [{}, '403 csrf_token_missing'],
      [{ 'x-csrf-token': '' }, '403 csrf_token_wrong'],
      [{ 'x-csrf-token': other }, '403 csrf_token_wrong'],
      [{ ...own, origin: 'https://evil.example' }, '403 cross_site_request'],
      [{ ...own, origin: 'null' }, '403 cross_site_request'],
      [{ ...own, 'sec-fetch-site': 'cross-site' }, '403 cross_site_request'],
      [{ ...own, 'sec-fetch-site': 'same-site' }, '403 cross_site_request'],
      [{ ...own, origin: api.url, 'sec-fetch-site': 'same-origin' }, '201'],
      [own, '201'],
      // Nobody else's browser sends these by itself, so they are proof enough.
      [{ authorization: `Bearer ${ada.key}`, origin: 'https://evil.example' }, '201'],
      [{ authorization: `Bearer ${await issuer.mint('ada')}` }, '201'],
      [{ ...own, authorization: `Bearer ${ada.key}0` }, '401 key_malformed'],
      [{ ...own, authorization: 'Basic YTpi' }, '401 key_missing'],
    ];
    for (const [headers, expected] of rows) {
      expect([headers, await outcome(change(browser, headers))]).toEqual([headers, expected]);
    }
    const reading = await browser.send(`${api.url}/v1/me`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(reading.status).toBe(200);
    expect(reading.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('yields to the key that comes with it', async () => {
    const { browser } = await signedIn('ada');
    const answer = await browser.send(`${api.url}/v1/me`, {
      headers: { authorization: `Bearer ${boss.key}` },
    });
    expect((await answer.json()) as Me).toMatchObject({ personId: boss.id, via: 'key' });
  });

  it('ends when its person signs out, which nobody else can do for them', async () => {
    const { browser, csrf } = await signedIn('ada');
    const token = browser.cookie(api.url, 'baton')!;
    const signOut = (headers: Record<string, string>) =>
      browser.send(`${api.url}/v1/auth/sign-out`, { method: 'POST', headers });
    expect(await outcome(signOut({}))).toBe('403 csrf_token_missing');
    expect(await outcome(me(browser))).toBe('200');
    const answer = (await (await signOut({ 'x-csrf-token': csrf })).json()) as {
      endSessionUrl: string;
    };
    expect(answer.endSessionUrl).toContain(`${issuer.url}/session/end?`);
    expect((await fetch(answer.endSessionUrl)).status).toBe(200);
    expect(browser.cookie(api.url, 'baton')).toBeUndefined();
    const cookie = { cookie: `baton=${token}` };
    expect(await outcome(fetch(`${api.url}/v1/me`, { headers: cookie }))).toBe(
      '401 session_revoked',
    );
    expect(await outcome(signOut({}))).toBe('200');
  });

  it.each([
    ['idle for too long', "idle_expires_at = now() - interval '1 second'", 'session_expired'],
    ['as old as can be', "expires_at = now() - interval '1 second'", 'session_expired'],
    ['revoked', 'revoked_at = now()', 'session_revoked'],
  ])('that is %s opens nothing', async (_what, moved, code) => {
    const { browser } = await signedIn('ada');
    await api.database.query(`update session set ${moved} where person_id = $1`, [ada.id]);
    expect(await outcome(me(browser))).toBe(`401 ${code}`);
    expect(await sessionOf(browser)).toBeNull();
  });

  it('is forgotten once it is over, as is a sign-in that nobody finished, and others are not', async () => {
    const { browser } = await signedIn('ada');
    await fetch(`${api.url}/v1/auth/sign-in`, { redirect: 'manual' });
    await api.database.query(`update sign_in_attempt set expires_at = now() - interval '1 second'`);
    await api.database.query(`update session set expires_at = now() - interval '1 second'
      where revoked_at is not null`);
    expect(await forgetSignIns(api.app.get(DataSource))).toBeGreaterThan(1);
    const [left] = await api.database.query<{ over: string }>(
      `select (select count(*) from session where expires_at < now())
         + (select count(*) from sign_in_attempt where expires_at < now()) as over`,
    );
    expect(left).toEqual({ over: '0' });
    expect(await outcome(me(browser))).toBe('200');
  });

  it('lasts longer when it is used, and no longer than a day', async () => {
    const { browser } = await signedIn('ada');
    const move = (sql: string) =>
      api.database.query(`update session set ${sql} where revoked_at is null`);
    await move(`last_used_at = now() - interval '2 hours',
      idle_expires_at = now() + interval '6 hours', expires_at = now() + interval '7 hours'`);
    // The use by which it was opened was noted already, and none of the minute after it is.
    await moved(61_000, () => me(browser));
    await api.app.get(LastUse).write();
    const [row] = await api.database.query<{ used: boolean; capped: boolean }>(
      `select last_used_at > now() - interval '1 minute' as used, idle_expires_at = expires_at as capped
       from session where person_id = $1 and revoked_at is null order by created_at desc limit 1`,
      [ada.id],
    );
    expect(row).toEqual({ used: true, capped: true });
  });

  it('opens nothing for somebody deactivated, and enablement ends all of a person', async () => {
    const { browser } = await signedIn('ada');
    await boss.patch(`/v1/people/${ada.id}`, { active: false }).expect(200);
    expect(await outcome(me(browser))).toBe('401 session_deactivated');
    expect(await outcome((await signedIn('ada')).answer)).toBe('403 person_deactivated');
    await boss.patch(`/v1/people/${ada.id}`, { active: true }).expect(200);
    expect(await outcome(me(browser))).toBe('200');
    await boss.delete(`/v1/people/${ada.id}/sessions`).expect(204);
    expect(await outcome(me(browser))).toBe('401 session_revoked');
  });

  it('sees its own workspace and no other', async () => {
    const other = await (await api.workspace('other')).person([{ function: 'enablement' }]);
    const { browser, csrf } = await signedIn('ada');
    expect(await outcome(browser.send(`${api.url}/v1/people/${other.id}`))).toBe('404 not_found');
    await boss.delete(`/v1/people/${other.id}/sessions`).expect(404);
    await boss.delete(`/v1/people/${other.id}/identities`).expect(404);
    expect(await outcome(change(browser, { 'x-csrf-token': csrf }))).toBe('201');
    expect((await other.get('/v1/items')).body).toMatchObject({ items: [] });
  });
});

/** A request to the strict API from an address of its own, so that nobody else's failures count. */
const strictly = (
  path: string,
  { from, bearer: text, ...init }: RequestInit & { from: string; bearer?: string },
): Promise<Response> =>
  fetch(strict.url + path, {
    ...init,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': from,
      ...(text === undefined ? {} : { authorization: `Bearer ${text}` }),
      ...(init.headers as Record<string, string> | undefined),
    },
  });

describe('an encrypted address', () => {
  it('gives cookies that no other host can set, and says never to come unencrypted', async () => {
    const from = '192.0.2.1';
    const begun = await strictly('/v1/auth/sign-in', { from });
    const [attempt = ''] = begun.headers.getSetCookie();
    expect(attempt).toMatch(/^__Host-baton-sign-in=[\w-]+; .*Path=\/; HttpOnly; Secure;/u);
    const until = `${PUBLIC_URL}/v1/auth/callback`;
    const callback = await new Browser().signIn(begun.headers.get('location')!, {
      login: 'lena',
      until,
    });
    const cookie = attempt.split(';')[0]!;
    const path = callback.pathname + callback.search;
    const answer = await strictly(path, { from, headers: { cookie } });
    const [session = ''] = answer.headers.getSetCookie();
    expect(session).toMatch(
      /^__Host-baton=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const pair = session.split(';')[0]!;
    const who = await strictly('/v1/me', { from, headers: { cookie: pair } });
    expect((await who.json()) as Me).toMatchObject({
      name: 'Lena',
      via: 'session',
      scopes: ['read', 'write', 'admin'],
      memberships: [{ function: 'enablement' }, { function: 'regional', locale: 'de' }],
    });
    const renamed = { cookie: pair.replace('__Host-', '') };
    expect(await outcome(strictly('/v1/me', { from, headers: renamed }))).toBe('401 key_missing');
  });
});

describe('roles of the issuer', () => {
  it('say what somebody works in, add who is new, and count instead of what rows say', async () => {
    const from = '192.0.2.2';
    const token = await issuer.mint('leo');
    const answer = await strictly('/v1/me', { from, bearer: token });
    const leo = (await answer.json()) as Me;
    expect(leo).toMatchObject({ name: 'Leo', scopes: ['read', 'write'] });
    await strict.database.query(
      `insert into membership (workspace_id, membership_id, person_id, function)
       values ($1, gen_random_uuid(), $2, 'enablement')`,
      [strictWorkspace.id, leo.personId],
    );
    const again = (await (await strictly('/v1/me', { from, bearer: token })).json()) as Me;
    expect(again.personId).toBe(leo.personId);
    expect(again.memberships.map((each) => each.function)).toEqual(['legal']);
    const more = await issuer.mint('leo', { claims: { scope: 'read admin' } });
    const limited = (await (await strictly('/v1/me', { from, bearer: more })).json()) as Me;
    expect(limited.scopes).toEqual(['read']);
  });

  it('add a person once, however many requests come at this moment', async () => {
    const claims = { roles: ['baton-legal'], tenant: 'strict', name: 'New' };
    const token = await issuer.mint('new', { claims });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => strictly('/v1/me', { from: '192.0.2.3', bearer: token })),
    );
    const people = await Promise.all(answers.map(async (each) => (await each.json()) as Me));
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(1);
    const [row] = await strict.database.query<{ count: string }>(
      "select count(*) from person where name = 'New'",
    );
    expect(row!.count).toBe('1');
  });

  it('let nobody in who has none that is known, or whose workspace is not', async () => {
    const outcomes = { nobody: '403 role_unknown', elsewhere: '403 workspace_unknown' };
    for (const [login, expected] of Object.entries(outcomes)) {
      const bearer = await issuer.mint(login);
      expect(await outcome(strictly('/v1/me', { from: '192.0.2.4', bearer }))).toBe(expected);
    }
  });
});

describe('limits', () => {
  it('count the requests of a key, say how many are left, and begin anew after a minute', async () => {
    const { key } = await strictWorkspace.person([{ function: 'legal' }]);
    const ask = () => strictly('/v1/me', { from: '192.0.2.5', bearer: key });
    const left: (string | null)[] = [];
    for (let count = 0; count < REQUEST_LIMIT; count += 1) {
      const answer = await ask();
      expect(answer.headers.get('ratelimit-policy')).toBe(`"default";q=${REQUEST_LIMIT};w=60`);
      left.push(/^"default";r=(\d+);t=\d+$/u.exec(answer.headers.get('ratelimit')!)![1]!);
    }
    expect(left).toEqual(['5', '4', '3', '2', '1', '0']);
    const refused = await ask();
    expect(refused.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/u);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcome(refused)).toBe('429 rate_limited');
    const other = await strictWorkspace.person([{ function: 'legal' }]);
    expect(await outcome(strictly('/v1/me', { from: '192.0.2.5', bearer: other.key }))).toBe('200');
    expect(await moved(61_000, () => outcome(ask()))).toBe('200');
  });

  it('are not used up by whoever knows the id of a key and not its secret', async () => {
    const { key } = await strictWorkspace.person([{ function: 'legal' }]);
    const guess = key.replace(/_[0-9a-f]{64}$/u, `_${'0'.repeat(64)}`);
    for (let count = 0; count < SIGN_IN_LIMIT; count += 1) {
      const asked = strictly('/v1/me', { from: '192.0.2.6', bearer: guess });
      expect(await outcome(asked)).toBe('401 key_unknown');
    }
    const answer = await strictly('/v1/me', { from: '192.0.2.7', bearer: key });
    expect(answer.headers.get('ratelimit')).toContain(`r=${REQUEST_LIMIT - 1};`);
  });

  it('stop guessing from an address, but not who was let in before, nor who signs in', async () => {
    const [known, late] = [
      await strictWorkspace.person([{ function: 'legal' }]),
      await strictWorkspace.person([{ function: 'legal' }]),
    ];
    // One household has many addresses of IPv6.
    let host = 0;
    const ask = (bearer: string) => {
      host += 1;
      return strictly('/v1/me', { from: `2001:db8:1:2::${host}`, bearer });
    };
    expect(await outcome(ask(known.key))).toBe('200');
    const forged = `${await issuer.mint('leo')}x`;
    for (let count = 0; count < SIGN_IN_LIMIT; count += 1) {
      expect(await outcome(ask(count % 2 === 0 ? 'btn_x' : forged))).toMatch(/^401 /u);
    }
    const refused = await ask('btn_x');
    expect(refused.headers.get('ratelimit-policy')).toBe(`"sign-in";q=${SIGN_IN_LIMIT};w=60`);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcome(refused)).toBe('429 too_many_attempts');
    expect(await outcome(ask(forged))).toBe('429 too_many_attempts');
    expect(await outcome(ask(late.key))).toBe('429 too_many_attempts');
    expect(await outcome(ask(known.key))).toBe('200');
    const signIn = strictly('/v1/auth/sign-in', { from: '2001:db8:1:2::1' });
    expect(await outcome(signIn)).toBe('303');
    await strict.database.query('update api_key set revoked_at = now() where person_id = $1', [
      known.id,
    ]);
    // The second is not even looked up.
    expect(await outcome(ask(known.key))).toBe('429 too_many_attempts');
    expect(await outcome(ask(known.key))).toBe('429 too_many_attempts');
    const elsewhere = strictly('/v1/me', { from: '2001:db8:1:3::1', bearer: late.key });
    expect(await outcome(elsewhere)).toBe('200');
    expect(await moved(61_000, () => outcome(ask('btn_x')))).toBe('401 key_malformed');
  });

  it('count sign-ins by address, and believe no address that somebody else than a proxy wrote', async () => {
    const begin = () => strictly('/v1/auth/sign-in', { from: '192.0.2.8' });
    for (let count = 0; count < SIGN_IN_LIMIT; count += 1) expect((await begin()).status).toBe(303);
    expect(await outcome(begin())).toBe('429 too_many_attempts');
    // The last address is the one that the trusted proxy saw.
    const faked = strictly('/v1/auth/sign-in', { from: '203.0.113.9, 192.0.2.8' });
    expect(await outcome(faked)).toBe('429 too_many_attempts');
  });
});

describe('the demonstration', () => {
  const choose = (browser: Browser, personId: string, headers: Record<string, string> = {}) =>
    browser.send(`${api.url}/v1/auth/demonstration`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ personId }),
    });

  it('lets people of its workspace be chosen, and of no other', async () => {
    expect(await outcome(fetch(`${api.url}/v1/auth/demonstration`))).toBe('404 not_found');
    const demonstration = await api.workspace('demonstration');
    const ella = await demonstration.person([{ function: 'enablement' }]);
    const list = await fetch(`${api.url}/v1/auth/demonstration`);
    expect(await list.json()).toMatchObject({
      people: [{ id: ella.id, memberships: [{ function: 'enablement' }] }],
    });
    const browser = new Browser();
    expect(await outcome(choose(browser, ada.id))).toBe('404 not_found');
    const foreign = { origin: 'https://evil.example' };
    expect(await outcome(choose(browser, ella.id, foreign))).toBe('403 cross_site_request');
    expect(await outcome(choose(browser, ella.id))).toBe('204');
    expect(await sessionOf(browser)).toMatchObject({ personId: ella.id, by: 'demonstration' });
    const answer = (await (await browser.send(`${api.url}/v1/auth/session`)).json()) as SessionOf;
    expect(answer.ways).toEqual(['oidc', 'demonstration']);
  });

  it('answers on this machine only, whatever name leads there', async () => {
    const rebound = await new Promise<number | undefined>((resolve) => {
      get(`${api.url}/v1/auth/demonstration`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
    });
    expect(rebound).toBe(409);
  });

  it('does not exist where the program does not say so', async () => {
    const from = '192.0.2.9';
    await strict.workspace('demonstration');
    expect(await outcome(strictly('/v1/auth/demonstration', { from }))).toBe('404 no_such_route');
    const asked = { from, method: 'POST' };
    expect(await outcome(strictly('/v1/auth/demonstration', asked))).toBe('404 no_such_route');
  });
});

describe('a key', () => {
  it('says when it was last used', async () => {
    await boss.get('/v1/me').expect(200);
    await api.app.get(LastUse).write();
    const { body } = await boss.get('/v1/api-keys').expect(200);
    const { items } = body as { items: { personId: string; lastUsedAt: string | null }[] };
    const own = items.find(({ personId }) => personId === boss.id);
    expect(Date.now() - Date.parse(own!.lastUsedAt!)).toBeLessThan(120_000);
  });

  it('hands on no scope that it does not have', async () => {
    const keeper = await acme.person([{ function: 'enablement' }], ['read', 'admin']);
    const wanted = (scopes: string[]) =>
      keeper.post('/v1/api-keys', { personId: ada.id, name: 'connector', scopes });
    const refused = await wanted(['read', 'write']);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      403,
      'scope_exceeds_own',
    ]);
    await wanted(['read']).expect(201);
  });
});
