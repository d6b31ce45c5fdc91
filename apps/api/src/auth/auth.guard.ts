import { functionsOf, worksIn, worksInOwnRight } from '#domain';
import type { Caller } from '#engine';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { Authentication } from './authentication.js';
import {
  type AuthenticatedRequest,
  PUBLIC,
  REQUIREMENT,
  type Requirement,
} from './caller.decorator.js';
import { scopeMissing } from './challenge.js';
import { credentialIn } from './credential.js';
import { refuseForgery } from './forgery.js';
import { Issuer } from './oidc/issuer.js';
import { OwnOrigin } from './own-origin.js';

const READING = ['GET', 'HEAD'];
const REFUSED = [401, 403];

/**
 * Lets nobody pass without a valid key, token or session whose scope and whose person's functions are enough for the route.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly origin: OwnOrigin,
    private readonly issuer: Issuer,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    const credential = credentialIn(request, {
      encrypted: this.origin.isEncrypted,
      takesTokens: this.issuer.isNamed,
    });
    if (credential.kind === 'session') {
      refuseForgery(request, { token: credential.token, origin: this.origin.of(request) });
    }
    const reply = http.getResponse<FastifyReply>();
    const caller = await this.authentication.callerOf(credential, { request, reply });
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(
      REQUIREMENT,
      targets,
    ) ?? { scope: READING.includes(request.method) ? 'read' : 'write', functions: [] };
    demand(caller, requirement);
    request.caller = caller;
    request.mayStill = () =>
      this.authentication
        .callerAgain(credential)
        .then((again) => {
          demand(again, requirement);
          return true;
        })
        .catch(noLongerLetIn);
    return true;
  }
}

/** A refusal is an answer; anything else, such as a database that is gone, says nothing about who asks. */
function noLongerLetIn(failed: unknown): boolean {
  if (failed instanceof ProblemError && REFUSED.includes(failed.status)) return false;
  throw failed;
}

function demand({ scopes, actor }: Caller, { scope, functions }: Requirement): void {
  if (!scopes.includes(scope)) throw scopeMissing(scope, scopes);
  // Whoever stands in for somebody does their work on items; people, keys and processes are not lent.
  const works = scope === 'admin' ? worksInOwnRight : worksIn;
  if (functions.length > 0 && !works(actor, functions)) {
    throw new ProblemError(
      403,
      'not_your_function',
      `This is for ${functions.join(' or ')}; you work in ${functionsOf(actor)}.`,
    );
  }
}
