import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { problemInText } from './json-body.js';
import type { ProblemError } from './problem.js';
import { notStorableIn } from './storable.js';

interface TextBodies {
  types: readonly string[];
  /** bytes */
  bodyLimit: number;
  /** as they are registered; every other refuses these types */
  routes: readonly string[];
  /** what any other route answers */
  notHere: ProblemError;
  /** what a controller is given for a text, so that no other body can be taken for it */
  bodyOf: (text: string) => object;
}

/** Takes bodies that are text and no JSON as they were sent, on the routes that are named. */
export function readTextBodies(
  app: NestFastifyApplication,
  { types, bodyLimit, routes, notHere, bodyOf }: TextBodies,
): void {
  for (const type of types) {
    app.useBodyParser(
      type,
      { bodyLimit },
      (
        request: FastifyRequest,
        body: Buffer,
        done: (error: Error | null, body?: unknown) => void,
      ) => {
        const { url = '' } = request.routeOptions;
        if (!routes.includes(url)) return done(notHere);
        const problem = problemInText(body);
        if (problem !== null) return done(problem);
        const text = body.toString();
        return done(notStorableIn(text), bodyOf(text));
      },
    );
  }
}
