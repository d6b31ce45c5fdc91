import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isStorable, NOT_STORABLE, problemInText } from './json-body.js';
import { ProblemError } from './problem.js';

/** YAML has no one name: RFC 9512 and those that came before it. */
export const YAML_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];

/** A body in YAML as it was sent. It is parsed when it is known who sent it, since that costs far more than JSON. */
export class YamlBody {
  constructor(readonly text: string) {}
}

/** Takes YAML on the routes that are named, as they are registered, and refuses it on every other. */
export function readYamlBodies(
  app: NestFastifyApplication,
  { bodyLimit, routes }: { bodyLimit: number; routes: readonly string[] },
): void {
  for (const type of YAML_TYPES) {
    app.useBodyParser(
      type,
      { bodyLimit },
      (
        request: FastifyRequest,
        body: Buffer,
        done: (error: Error | null, body?: unknown) => void,
      ) => {
        const { url = '' } = request.routeOptions;
        if (!routes.includes(url)) return done(NOT_HERE);
        const problem = problemInText(body);
        if (problem !== null) return done(problem);
        const text = body.toString();
        return isStorable(text) ? done(null, new YamlBody(text)) : done(NOT_STORABLE);
      },
    );
  }
}

const NOT_HERE = new ProblemError(
  415,
  'unsupported_media_type',
  'Expected a body of type application/json; found YAML, which only processes can be written in.',
);
