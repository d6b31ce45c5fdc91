import { worksIn, worksInOwnRight } from '#domain';
import { authenticateKey, type Authenticated, type Caller, poolOf } from '#engine';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem.js';
import {
  type AuthenticatedRequest,
  PUBLIC,
  REQUIREMENT,
  type Requirement,
} from './caller.decorator.js';

const READING = ['GET', 'HEAD'];

const WHY_NOT: Record<Extract<Authenticated, { valid: false }>['why'], string> = {
  malformed: 'Expected a key of the form btn_<id>_<secret>; found something else.',
  unknown: 'This key is not known.',
  revoked: 'This key was revoked.',
  expired: 'This key has expired.',
  deactivated: 'The person of this key was deactivated.',
};

/** Lets nobody pass without a valid key whose scope and whose person's functions are enough for the route. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const authenticated = await authenticateKey(poolOf(this.dataSource), bearerOf(request));
    if (!authenticated.valid) throw unauthorized(authenticated.why, WHY_NOT[authenticated.why]);
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(
      REQUIREMENT,
      targets,
    ) ?? { scope: READING.includes(request.method) ? 'read' : 'write', functions: [] };
    demand(authenticated.caller, requirement);
    request.caller = authenticated.caller;
    return true;
  }
}

function bearerOf(request: AuthenticatedRequest): string {
  const [, text] = /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? '') ?? [];
  if (text !== undefined) return text;
  throw unauthorized('missing', 'Expected the header "Authorization: Bearer btn_…"; found none.');
}

function unauthorized(why: string, detail: string): ProblemError {
  return new ProblemError(401, `key_${why}`, detail, {
    headers: { 'www-authenticate': 'Bearer realm="baton"' },
  });
}

function demand({ scopes, actor }: Caller, { scope, functions }: Requirement): void {
  if (!scopes.includes(scope)) {
    throw new ProblemError(
      403,
      'scope_missing',
      `Expected a key with the scope "${scope}"; this one has ${scopes.join(', ') || 'none'}.`,
    );
  }
  // Whoever stands in for somebody does their work on items; people, keys and processes are not lent.
  const works = scope === 'admin' ? worksInOwnRight : worksIn;
  if (functions.length > 0 && !works(actor, functions)) {
    throw new ProblemError(403, 'not_your_function', `This is for ${functions.join(' or ')}.`);
  }
}
