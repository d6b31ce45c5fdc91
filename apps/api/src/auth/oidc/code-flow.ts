import {
  keepAttempt,
  type NewSession,
  poolOf,
  SCOPES,
  type SignInAttempt,
  takeAttempt,
} from '#engine';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JWTPayload } from 'jose';
import { randomBytes } from 'node:crypto';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { DataSource } from 'typeorm';
import { notFound, ProblemError } from '../../http/problem.js';
import type { Settings } from '../../settings.js';
import { Issuer } from './issuer.js';
import { PeopleOfClaims } from './person-of-claims.js';
import { TokenVerifier } from './token-verifier.js';

export const CALLBACK = '/v1/auth/callback';

/** What an issuer got wrong rather than did not do, by the code of openid-client. */
const NOT_PROVEN = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_UNSUPPORTED_OPERATION',
];

/** Signs a browser in at the issuer: authorization code flow with PKCE, state and nonce. */
@Injectable()
export class CodeFlow {
  constructor(
    private readonly issuer: Issuer,
    private readonly verifier: TokenVerifier,
    private readonly people: PeopleOfClaims,
    private readonly config: ConfigService<Settings, true>,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  get isOffered(): boolean {
    return this.issuer.signsIn;
  }

  /** Where the browser goes to, and what it keeps meanwhile. */
  async begin(origin: string, returnTo: string): Promise<{ url: URL; browser: string }> {
    if (!this.isOffered) throw notOffered();
    const { configuration } = await this.issuer.discover();
    const attempt: SignInAttempt = {
      state: randomState(),
      browser: randomBytes(32).toString('base64url'),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
      returnTo,
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: `${origin}${CALLBACK}`,
      scope: this.config.get('OIDC_SCOPES', { infer: true }),
      code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
    });
    await keepAttempt(poolOf(this.dataSource), attempt);
    return { url, browser: attempt.browser };
  }

  /** Who came back from the issuer, and where they wanted to go. `browser` is what `begin` gave them. */
  async finish(
    callback: URL,
    browser: string | null,
  ): Promise<{ session: Omit<NewSession, 'instead'>; returnTo: string }> {
    if (!this.isOffered) throw notOffered();
    const { configuration, name } = await this.issuer.discover();
    const from = callback.searchParams.get('iss');
    if (from !== null && from !== name) throw WRONG_ISSUER;
    const state = callback.searchParams.get('state');
    const attempt =
      state === null || browser === null
        ? null
        : await takeAttempt(poolOf(this.dataSource), { state, browser });
    if (attempt === null) throw NOT_BEGUN;
    const claims = await this.claimsOf(configuration, callback, attempt);
    const { read, caller } = await this.people.find(claims, 'session');
    const { workspaceId, personId } = caller;
    const { memberships, allowed, identity } = read;
    const scopes = allowed ?? [...SCOPES];
    const session = { workspaceId, personId, issuer: identity.issuer, scopes, memberships };
    return { session, returnTo: attempt.returnTo };
  }

  /** Where a browser ends what it has with the issuer too; null where the issuer has no such place or does not answer. */
  async endingAt(origin: string): Promise<string | null> {
    if (!this.isOffered) return null;
    try {
      const { configuration } = await this.issuer.discover();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${origin}/` }).href;
    } catch {
      return null;
    }
  }

  private async claimsOf(
    configuration: Configuration,
    callback: URL,
    { state, nonce, codeVerifier }: SignInAttempt,
  ): Promise<JWTPayload> {
    try {
      const tokens = await authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      // It came from the issuer itself; that it is signed as tokens have to be makes it proof without that.
      const client = this.config.get('OIDC_CLIENT_ID', { infer: true });
      const claims = await this.verifier.verifyFor(client, tokens.id_token!);
      const { userinfo_endpoint: more } = configuration.serverMetadata();
      const told =
        more === undefined
          ? {}
          : await fetchUserInfo(configuration, tokens.access_token, claims.sub!);
      return { ...told, ...claims };
    } catch (error) {
      throw this.problemOf(error);
    }
  }

  private problemOf(error: unknown): ProblemError {
    if (error instanceof ProblemError) {
      return error.status === 401 ? refused('its answer does not prove who signed in') : error;
    }
    if (error instanceof AuthorizationResponseError) {
      return refused(`it says ${JSON.stringify(error.error.slice(0, 100))}`);
    }
    if (error instanceof ResponseBodyError && error.status < 500) {
      return refused(`it says ${JSON.stringify(error.error.slice(0, 100))}`);
    }
    const { code } = error as { code?: string };
    if (code !== undefined && NOT_PROVEN.includes(code)) {
      return refused('its answer does not prove who signed in');
    }
    return this.issuer.unavailable(error);
  }
}

function notOffered(): ProblemError {
  return notFound('way to sign in');
}

function refused(why: string): ProblemError {
  return new ProblemError(
    400,
    'sign_in_refused',
    `Expected the issuer to say who signed in; ${why}. Begin again.`,
  );
}

const NOT_BEGUN = new ProblemError(
  400,
  'sign_in_not_begun',
  'Expected the end of a sign-in that this browser began within 10 minutes and has not finished; found none. Begin again.',
);
const WRONG_ISSUER = new ProblemError(
  400,
  'sign_in_wrong_issuer',
  'Expected an answer of the issuer that was asked; found one of another. Begin again.',
);
