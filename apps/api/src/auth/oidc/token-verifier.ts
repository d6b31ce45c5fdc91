import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyOptions,
  type RemoteJWKSet,
} from 'jose';
import type { Settings } from '../../settings.js';
import { unauthorized } from '../challenge.js';
import type { ProblemError } from '../../http/problem.js';
import { Issuer } from './issuer.js';

/** Seconds by which the clocks of the issuer and of this machine may differ. */
const TOLERANCE_S = 10;
/** What a token for an API may call itself (RFC 9068 §2.1); others, as those that end sessions, are no proof of anybody. */
const TYPES = ['jwt', 'at+jwt', 'application/at+jwt'];

/** Checks that a token was made by the issuer, for whom it is shown to, and counts now. */
@Injectable()
export class TokenVerifier {
  constructor(
    private readonly issuer: Issuer,
    private readonly config: ConfigService<Settings, true>,
  ) {}

  /** The claims of a token for this API; throws the problem of one that proves nothing. */
  async verify(text: string): Promise<JWTPayload> {
    return this.verifyFor(this.config.get('OIDC_AUDIENCE', { infer: true }), text);
  }

  /** The claims of a token for an audience. */
  async verifyFor(audience: string, text: string): Promise<JWTPayload> {
    const { header, claims } = takenApart(text);
    const algorithms = this.config.get('OIDC_ALGORITHMS', { infer: true }).split(',');
    if (!algorithms.includes(header.alg)) throw algorithmRefused(header.alg, algorithms);
    if (!TYPES.includes(header.typ.toLowerCase())) throw malformed();
    const { name, keys } = await this.issuer.discover();
    if (claims.iss !== name) {
      throw unauthorized(
        'token_wrong_issuer',
        `Expected a token of ${name}; found one of another.`,
      );
    }
    const wanted = { issuer: name, audience, algorithms, requiredClaims: ['exp', 'sub'] };
    try {
      return await verified(text, keys, { ...wanted, clockTolerance: TOLERANCE_S });
    } catch (error) {
      throw (
        refusalFor(error, { audience, algorithms, alg: header.alg }) ??
        this.issuer.unavailable(error)
      );
    }
  }
}

/** What a token says of itself, unchecked. */
function takenApart(text: string): { header: { alg: string; typ: string }; claims: JWTPayload } {
  try {
    const { alg, typ = 'JWT' }: Record<string, unknown> = decodeProtectedHeader(text);
    if (typeof alg === 'string' && typeof typ === 'string') {
      return { header: { alg, typ }, claims: decodeJwt(text) };
    }
    throw malformed();
  } catch {
    throw malformed();
  }
}

async function verified(
  text: string,
  keys: RemoteJWKSet,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(text, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    return verifiedByOne(text, error, options);
  }
}

/** A token that does not name its key is tried with each that it could be. */
async function verifiedByOne(
  text: string,
  candidates: errors.JWKSMultipleMatchingKeys,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of candidates) {
    try {
      return (await jwtVerify(text, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** Why a token was refused; null where that was not its fault. */
function refusalFor(
  error: unknown,
  { audience, algorithms, alg }: { audience: string; algorithms: string[]; alg: string },
): ProblemError | null {
  if (error instanceof errors.JWTExpired) {
    return unauthorized('token_expired', 'Expected a token that counts now; this one has expired.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefused(error, audience);
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return unauthorized(
      'token_signature_invalid',
      'Expected a token as its issuer signed it; found one that was changed or signed by another.',
    );
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return unauthorized(
      'token_unknown_key',
      'Expected a token signed with a key that its issuer publishes; found one that it does not.',
    );
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return algorithmRefused(alg, algorithms);
  }
  return error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid
    ? malformed()
    : null;
}

function claimRefused(
  { claim, reason }: errors.JWTClaimValidationFailed,
  audience: string,
): ProblemError {
  if (claim === 'aud') {
    return unauthorized(
      'token_wrong_audience',
      `Expected a token for the audience ${audience}; found one for another.`,
    );
  }
  if (claim === 'nbf' && reason === 'check_failed') {
    return unauthorized(
      'token_not_yet_valid',
      'Expected a token that counts now; this one begins later.',
    );
  }
  return malformed();
}

function algorithmRefused(found: string, algorithms: readonly string[]): ProblemError {
  return unauthorized(
    'token_algorithm_refused',
    `Expected a token signed by ${algorithms.join(' or ')}; found ${JSON.stringify(found.slice(0, 20))}.`,
  );
}

function malformed(): ProblemError {
  return unauthorized(
    'token_malformed',
    'Expected a key btn_<id>_<secret>, or a signed token that says whose it is and until when; found something else.',
  );
}
