import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DECORATORS } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PUBLIC } from '../auth/caller.decorator.js';
import { foundIn } from './found-in.js';
import { notReadable } from './problem.js';
import { argumentsOf, BODY, QUERY } from './route-arguments.js';

/**
 * Refuses parameters of a query, and bodies that say something, where the route takes none, which no validator ever sees:
 * who sends them takes them to be heeded. To what is public anybody leads browsers, issuers and probes too, with what they
 * like in the address.
 */
@Injectable()
export class NothingUnasked implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [name] = Object.keys(request.query as object);
    const sendsBody = !isNothing(request.body);
    if (name === undefined && !sendsBody) return true;
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [handler, controller])) {
      return true;
    }
    const taken = new Set(argumentsOf(controller, handler.name).map(({ kind }) => kind));
    if (name !== undefined && !taken.has(QUERY)) {
      const detail = `Expected: parameter ${name} not to be there; this takes none.`;
      throw notReadable(`/${name}`, detail, 'unknown_property');
    }
    if (sendsBody && !taken.has(BODY) && !this.readsBodyItself(handler)) {
      const detail = `Expected no body, as this takes none; found ${foundIn(request.body)}.`;
      throw notReadable('', detail, 'unknown_property');
    }
    return true;
  }

  /** Says what it consumes, and takes it out of the request: a text, or bytes as they come. */
  private readsBodyItself(handler: ReturnType<ExecutionContext['getHandler']>): boolean {
    return this.reflector.get<unknown>(DECORATORS.API_CONSUMES, handler) !== undefined;
  }
}

/** No body, or one that says as much: clients that send JSON always send `{}` or null. */
function isNothing(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return body === undefined || body === null;
  return !Array.isArray(body) && Object.keys(body).length === 0;
}
