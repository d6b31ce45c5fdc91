import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PUBLIC } from '../auth/caller.decorator.js';
import { notReadable } from './problem.js';
import { argumentsOf, QUERY } from './route-arguments.js';

/**
 * Refuses parameters of a query where the route takes none, which no validator ever sees: who sends them takes them to be
 * heeded. To what is public anybody leads browsers, issuers and probes too, with what they like in the address.
 */
@Injectable()
export class NothingUnasked implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const [name] = Object.keys(query as object);
    if (name === undefined) return true;
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [handler, controller])) {
      return true;
    }
    const taken = argumentsOf(controller, handler.name);
    if (taken.some(({ kind }) => kind === QUERY)) return true;
    throw notReadable(
      `/${name}`,
      `Expected: parameter ${name} not to be there; this takes none.`,
      'unknown_property',
    );
  }
}
