import { sha256 } from '#domain';
import {
  authenticateKey,
  authenticateSession,
  type Authenticated,
  type AuthenticatedSession,
  type Caller,
  poolOf,
} from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem.js';
import { unauthorized } from './challenge.js';
import type { Credential } from './credential.js';
import { LastUse } from './last-use.js';
import { scopesOf } from './oidc/claims.js';
import { PeopleOfClaims } from './oidc/person-of-claims.js';
import { TokenVerifier } from './oidc/token-verifier.js';
import { RateLimits } from './rate-limits.js';

type OpenSession = Extract<AuthenticatedSession, { valid: true }>;
type WhyNot<T extends { valid: boolean }> = Extract<T, { why: string }>['why'];

const KEY_REFUSED: Record<WhyNot<Authenticated>, string> = {
  malformed: 'Expected a key of the form btn_<id>_<secret>; found something else.',
  unknown: 'This key is not known.',
  revoked: 'This key was revoked.',
  expired: 'This key has expired.',
  deactivated: 'The person of this key was deactivated.',
};

const SESSION_REFUSED: Record<WhyNot<AuthenticatedSession>, string> = {
  unknown: 'This session is not known. Sign in again.',
  revoked: 'This session was ended. Sign in again.',
  expired: 'This session is over. Sign in again.',
  deactivated: 'The person of this session was deactivated.',
};

/** What is over by itself is nobody's guess. */
const NO_GUESS = ['token_expired', 'session_expired'];

interface Http {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Finds out who sends a request, and counts it. */
@Injectable()
export class Authentication {
  constructor(
    private readonly limits: RateLimits,
    private readonly lastUse: LastUse,
    private readonly verifier: TokenVerifier,
    private readonly people: PeopleOfClaims,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Throws 401 or 403 where a credential does not count, and 429 where it comes too often. */
  async callerOf(credential: Credential, http: Http): Promise<Caller> {
    switch (credential.kind) {
      case 'key':
        return this.counted(credential.text, http, () => this.byKey(credential.text));
      case 'session':
        return (await this.sessionOf(credential.token, http)).caller;
      case 'token':
        return this.byToken(credential.text, http);
    }
  }

  /**
   * The same once more, for an answer that goes on for long: neither counted nor taken for a use. Throws 401 or 403 where the
   * credential does not count any more.
   */
  async callerAgain(credential: Credential): Promise<Caller> {
    switch (credential.kind) {
      case 'key':
        return this.keyCaller(credential.text);
      case 'session':
        return (await this.openSession(credential.token)).caller;
      case 'token': {
        const claims = await this.verifier.verify(credential.text);
        const { read, caller } = await this.people.find(claims, 'oidc');
        return { ...caller, scopes: scopesOf(claims, read.allowed) };
      }
    }
  }

  /** The session of a token and whose it is; throws as `callerOf` does. */
  async sessionOf(token: string, http: Http): Promise<OpenSession> {
    return this.counted(token, http, () => this.bySession(token));
  }

  /**
   * Only who has all of a secret reaches its count, so that nobody uses up another's. A secret that was not let in before is not
   * looked up for an address that fails too often.
   */
  private async counted<T>(secret: string, http: Http, open: () => Promise<T>): Promise<T> {
    const count = sha256(secret);
    const known = await this.limits.countKnown(count, http.reply);
    if (!known) await this.limits.refuseGuessing(http.request);
    const opened = await this.orFailure(http, open, () => this.limits.forget(count));
    if (!known) await this.limits.admit(count, http.reply);
    return opened;
  }

  /** Tokens come and go, so requests are counted by whom they stand for, once it is known that they are no forgery. */
  private async byToken(text: string, http: Http): Promise<Caller> {
    const claims = await this.orFailure(http, () => this.verifier.verify(text));
    const count = sha256(JSON.stringify([claims.iss, claims.sub]));
    const known = await this.limits.countKnown(count, http.reply);
    const { read, caller } = await this.orFailure(http, () => this.people.find(claims, 'oidc'));
    if (!known) await this.limits.admit(count, http.reply);
    return { ...caller, scopes: scopesOf(claims, read.allowed) };
  }

  private async byKey(text: string): Promise<Caller> {
    const caller = await this.keyCaller(text);
    this.lastUse.noteKey(text.split('_')[1]!);
    return caller;
  }

  private async keyCaller(text: string): Promise<Caller> {
    const found = await authenticateKey(poolOf(this.dataSource), text);
    if (!found.valid) throw unauthorized(`key_${found.why}`, KEY_REFUSED[found.why]);
    return found.caller;
  }

  private async bySession(token: string): Promise<OpenSession> {
    const found = await this.openSession(token);
    this.lastUse.noteSession(sha256(token));
    return found;
  }

  private async openSession(token: string): Promise<OpenSession> {
    const found = await authenticateSession(poolOf(this.dataSource), token);
    if (!found.valid) throw unauthorized(`session_${found.why}`, SESSION_REFUSED[found.why]);
    return found;
  }

  private async orFailure<T>(
    { request }: Http,
    open: () => Promise<T>,
    forget: () => void = () => {},
  ): Promise<T> {
    try {
      return await open();
    } catch (error) {
      forget();
      if (isGuess(error)) await this.limits.countFailure(request);
      throw error;
    }
  }
}

function isGuess(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    (error.status === 401 || error.status === 403) &&
    !NO_GUESS.includes(error.code)
  );
}
