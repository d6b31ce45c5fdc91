import { DatabaseSettings } from '#engine';
import { Transform } from 'class-transformer';
import {
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isAddressList } from './client-address.js';
import { readRoles } from './oidc/roles.js';
import { isOwnAddress, isSafeAddress } from './safe-address.js';

/** Signatures that a key published by the issuer can check: never `none`, and no secret that both sides know. */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');
const LIMIT_FROM_TO =
  'expected a whole number from 0 to 10000000, requests a minute, 0 for no limit';
const RATE_LIMIT_EXPECTED = { message: `RATE_LIMIT: ${LIMIT_FROM_TO}` };
const SIGN_IN_LIMIT_EXPECTED = { message: `RATE_LIMIT_SIGN_IN: ${LIMIT_FROM_TO}` };
const MOST = 10_000_000;

const isNamed = (settings: SignInSettings) => settings.OIDC_ISSUER !== '';
const given = (name: keyof SignInSettings) => (settings: SignInSettings) => settings[name] !== '';

/** What the environment decides about who gets in, and how often. */
export class SignInSettings extends DatabaseSettings {
  /** the OpenID Connect issuer whose people get in; empty: API keys only */
  @ValidateIf(given('OIDC_ISSUER'))
  @Is(isSafeAddress, 'OIDC_ISSUER: expected an https:// address, or http:// on this machine')
  OIDC_ISSUER = '';

  /** what tokens for this API carry as `aud` */
  @ValidateIf(isNamed)
  @IsNotEmpty({ message: 'OIDC_AUDIENCE: expected the audience of tokens for this API' })
  OIDC_AUDIENCE = '';

  @Is(
    areAlgorithms,
    `OIDC_ALGORITHMS: expected some of ${ALGORITHMS.join(', ')}, separated by commas`,
  )
  OIDC_ALGORITHMS = 'RS256,PS256,ES256,EdDSA';

  /** the slug of the workspace whose people the issuer knows; or else the claim that carries it */
  @ValidateIf((settings: SignInSettings) => isNamed(settings) && !namesOneWorkspace(settings))
  @Is(() => false, 'OIDC_WORKSPACE: expected either it or OIDC_WORKSPACE_CLAIM, and not both')
  OIDC_WORKSPACE = '';

  @IsString()
  OIDC_WORKSPACE_CLAIM = '';

  /** which claim names the roles of a person: its name, or a path of names joined by dots */
  @IsNotEmpty({ message: 'OIDC_ROLES_CLAIM: expected the name of a claim' })
  OIDC_ROLES_CLAIM = 'roles';

  /** JSON: what each role stands for; empty: what people work in is kept here */
  @ValidateIf(given('OIDC_ROLES'))
  @Is(
    (text) => readRoles(String(text)) !== null,
    'OIDC_ROLES: expected JSON like { "legal": { "memberships": [{ "function": "legal" }], "scopes": ["read"] } }',
  )
  OIDC_ROLES = '';

  /** what the issuer knows Baton by, for people who sign in with a browser; empty: they do not */
  @IsString()
  OIDC_CLIENT_ID = '';

  /** empty: a public client, which proves itself by PKCE alone */
  @IsString()
  OIDC_CLIENT_SECRET = '';

  /** asked of the issuer at sign-in */
  @Matches(/^openid( |$)/u, { message: 'OIDC_SCOPES: expected openid, then others after blanks' })
  OIDC_SCOPES = 'openid email profile';

  /** where browsers reach this API; empty: on this machine only */
  @ValidateIf(given('PUBLIC_URL'))
  @Is(isOwnAddress, 'PUBLIC_URL: expected https://host, or http:// on this machine, without a path')
  PUBLIC_URL = '';

  /** requests a minute of one key, token holder or session, in each process */
  @IsInt(RATE_LIMIT_EXPECTED)
  @Min(0, RATE_LIMIT_EXPECTED)
  @Max(MOST, RATE_LIMIT_EXPECTED)
  @Transform(({ value }) => Number(value))
  RATE_LIMIT = 60_000;

  /** sign-ins and failed authentications a minute from one address, in each process */
  @IsInt(SIGN_IN_LIMIT_EXPECTED)
  @Min(0, SIGN_IN_LIMIT_EXPECTED)
  @Max(MOST, SIGN_IN_LIMIT_EXPECTED)
  @Transform(({ value }) => Number(value))
  RATE_LIMIT_SIGN_IN = 60;

  /** proxies whose X-Forwarded-For is believed: addresses and networks, separated by commas */
  @ValidateIf(given('TRUSTED_PROXIES'))
  @Is(isAddressList, 'TRUSTED_PROXIES: expected addresses or networks like 10.0.0.0/8')
  TRUSTED_PROXIES = '';
}

function areAlgorithms(text: unknown): boolean {
  return typeof text === 'string' && text.split(',').every((name) => ALGORITHMS.includes(name));
}

function namesOneWorkspace(settings: SignInSettings): boolean {
  return (settings.OIDC_WORKSPACE === '') !== (settings.OIDC_WORKSPACE_CLAIM === '');
}

function Is(validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({ name: 'is', validator: { validate } }, { message });
}
