import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { Browser } from './browser.fixture.js';

/** What tokens for Baton are for. */
export const AUDIENCE = 'urn:baton:api';
export const CLIENT = { id: 'baton', secret: 'a secret of the test that is long enough' };

/** Somebody whom the issuer knows, by their login. */
export interface Account {
  email?: string;
  email_verified?: boolean;
  name?: string;
  roles?: string[];
  tenant?: string;
}

interface Key {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

/** What a token is made of beside what every token has. */
export interface Mint {
  /** undefined leaves one out */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
}

/** An OpenID provider that was not written here, on a port of its own. */
export interface TestIssuer {
  url: string;
  accounts: Record<string, Account>;
  key: () => Key;
  /** where Baton may be told to come back to */
  serve: (baton: string[]) => Promise<void>;
  /** from now on it signs with another key */
  rotate: () => Promise<void>;
  /** a token for Baton, by the code flow of a client of its own */
  tokenFor: (login: string, scope?: string) => Promise<string>;
  /** a token with the issuer's own key, or as a forger would make it */
  mint: (subject: string, mint?: Mint) => Promise<string>;
  close: () => Promise<void>;
}

const TOOL = 'http://127.0.0.1/tool';
const VERIFIER = 'v'.repeat(43);

/** Listens at once; it answers when it is told whom it serves. */
export async function startIssuer(accounts: Record<string, Account>): Promise<TestIssuer> {
  let listener: RequestListener = (_request, response) => response.writeHead(503).end();
  let key = await newKey();
  let served: string[] = [];
  const server = createServer((request, response) => listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serve = async (baton: string[]) => {
    served = baton;
    const jwk = { ...(await exportJWK(key.privateKey)), kid: key.kid, alg: 'RS256', use: 'sig' };
    listener = new Provider(url, configuration({ accounts, jwk, baton })).callback();
  };
  return {
    url,
    accounts,
    key: () => key,
    serve,
    rotate: async () => {
      key = await newKey();
      await serve(served);
    },
    tokenFor: (login, scope = 'openid read write') => tokenFor(url, login, scope),
    mint: async (subject, { claims = {}, header = {}, key: other } = {}) =>
      new SignJWT({
        iss: url,
        aud: AUDIENCE,
        sub: subject,
        exp: secondsFromNow(300),
        ...accounts[subject],
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid, ...header })
        .sign(other ?? key.privateKey),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

let keys = 0;

async function newKey(): Promise<Key> {
  keys += 1;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid: `key-${keys}`, privateKey, publicKey };
}

function configuration(of: {
  accounts: Record<string, Account>;
  jwk: object;
  baton: string[];
}): object {
  const { accounts, jwk, baton } = of;
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: baton.map((each) => `${each}/v1/auth/callback`),
        post_logout_redirect_uris: baton.map((each) => `${each}/`),
      },
      {
        client_id: 'tool',
        redirect_uris: [TOOL],
        token_endpoint_auth_method: 'none',
        application_type: 'native',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'roles', 'tenant'],
    },
    findAccount: (_context: unknown, id: string) =>
      accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    extraTokenClaims: (_context: unknown, { accountId }: { accountId: string }) =>
      accounts[accountId],
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'read write admin',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

async function tokenFor(url: string, login: string, scope: string): Promise<string> {
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER));
  const asked = new URLSearchParams({
    client_id: 'tool',
    response_type: 'code',
    redirect_uri: TOOL,
    scope,
    resource: AUDIENCE,
    code_challenge: Buffer.from(challenge).toString('base64url'),
    code_challenge_method: 'S256',
  });
  const back = await new Browser().signIn(`${url}/auth?${asked.toString()}`, {
    login,
    until: TOOL,
  });
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: 'tool',
      grant_type: 'authorization_code',
      code: back.searchParams.get('code')!,
      redirect_uri: TOOL,
      code_verifier: VERIFIER,
      resource: AUDIENCE,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
