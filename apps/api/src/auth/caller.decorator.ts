import type { Caller as AuthenticatedCaller, Scope } from '#engine';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** A request after the guard has let it pass. */
export interface AuthenticatedRequest extends FastifyRequest {
  caller: AuthenticatedCaller;
  /** Asks once more whether this request would be let pass, for answers that go on for long; fails as the database does. */
  mayStill: () => Promise<boolean>;
}

/** Who sends the request. */
export const Caller = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().caller,
);

export const PUBLIC = 'baton:public';
/** A route that needs no key. */
export const Public = () => SetMetadata(PUBLIC, true);

export interface Requirement {
  scope: Scope;
  /** functions one of which the caller must work in */
  functions: string[];
}
export const REQUIREMENT = 'baton:requirement';
/** What a route asks for beside a valid key; without it, GET asks for `read` and everything else for `write`. */
export const Requires = (requirement: Requirement) => SetMetadata(REQUIREMENT, requirement);

/** People, memberships and keys are kept by enablement, with a key that says so. */
export const RequiresAdministrator = () => Requires({ scope: 'admin', functions: ['enablement'] });
