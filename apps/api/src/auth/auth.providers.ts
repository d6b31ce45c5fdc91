import type { Provider } from '@nestjs/common';
import { Authentication } from './authentication.js';
import { LastUse } from './last-use.js';
import { CodeFlow } from './oidc/code-flow.js';
import { Issuer } from './oidc/issuer.js';
import { PeopleOfClaims } from './oidc/person-of-claims.js';
import { TokenVerifier } from './oidc/token-verifier.js';
import { OwnOrigin } from './own-origin.js';
import { RateLimits } from './rate-limits.js';
import { Sessions } from './sessions.js';

/** What lets people in. */
export const AUTH_PROVIDERS: Provider[] = [
  OwnOrigin,
  RateLimits,
  LastUse,
  Issuer,
  TokenVerifier,
  PeopleOfClaims,
  CodeFlow,
  Sessions,
  Authentication,
];
