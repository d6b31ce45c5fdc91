import { Injectable, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createRemoteJWKSet, customFetch as jwksFetch, type RemoteJWKSet } from 'jose';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  None,
} from 'openid-client';
import { ProblemError } from '../../http/problem.js';
import type { Settings } from '../../settings.js';
import { isSafeAddress } from '../safe-address.js';

/** Milliseconds in which an issuer that failed is not asked again, so that its outage costs no request much. */
const SILENCE_MS = 2000;
/** Seconds that the issuer has for an answer. */
const TIMEOUT_S = 5;

interface Discovered {
  configuration: Configuration;
  keys: RemoteJWKSet;
  /** as its tokens name it */
  name: string;
}

/** The issuer of the settings: discovered when it is first needed, its keys fetched again when one is unknown. */
@Injectable()
export class Issuer {
  private readonly logger = new Logger('issuer');
  private discovered: Promise<Discovered> | null = null;
  private silentUntil = 0;

  constructor(private readonly config: ConfigService<Settings, true>) {}

  get isNamed(): boolean {
    return this.address !== '';
  }

  /** Whether people sign in with it in a browser. */
  get signsIn(): boolean {
    return this.isNamed && this.config.get('OIDC_CLIENT_ID', { infer: true }) !== '';
  }

  /** Throws `issuer_unavailable` where it does not answer. */
  async discover(): Promise<Discovered> {
    this.discovered ??= this.ask();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = null;
      throw this.unavailable(error);
    }
  }

  /** The problem for a request that needs the issuer, which failed. */
  unavailable(cause: unknown): ProblemError {
    if (cause instanceof ProblemError) return cause;
    this.logger.warn(`${this.address} does not answer as an issuer should: ${sentenceOf(cause)}`);
    return new ProblemError(
      503,
      'issuer_unavailable',
      'Expected an answer of the issuer that signs people in; found none. Try again in a moment.',
      { headers: { 'retry-after': '5' } },
    );
  }

  private get address(): string {
    return this.config.get('OIDC_ISSUER', { infer: true });
  }

  private async ask(): Promise<Discovered> {
    const url = new URL(this.address);
    const client = this.config.get('OIDC_CLIENT_ID', { infer: true });
    const secret = this.config.get('OIDC_CLIENT_SECRET', { infer: true });
    const configuration = await discovery(url, client || 'baton', {}, proofBy(secret), {
      timeout: TIMEOUT_S,
      [customFetch]: this.fetch,
      execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
    const { issuer: name, jwks_uri: keysAt } = configuration.serverMetadata();
    if (!isSafeAddress(keysAt)) throw new Error('It names no safe address of its keys.');
    const keys = createRemoteJWKSet(new URL(keysAt!), {
      timeoutDuration: TIMEOUT_S * 1000,
      [jwksFetch]: this.fetch,
    });
    return { configuration, keys, name };
  }

  private readonly fetch = async (url: string, options: object): Promise<Response> => {
    if (Date.now() < this.silentUntil) throw new Error('It failed a moment ago.');
    try {
      const response = await fetch(url, options);
      if (response.status >= 500) this.silentUntil = Date.now() + SILENCE_MS;
      return response;
    } catch (error) {
      this.silentUntil = Date.now() + SILENCE_MS;
      throw error;
    }
  };
}

/** As the issuer wants it, and in the way of RFC 6749 where it does not say. */
function proofBy(secret: string): ClientAuth {
  if (secret === '') return None();
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const wanted = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (wanted.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
}
