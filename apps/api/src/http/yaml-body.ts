import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemError } from './problem.js';
import { readTextBodies } from './text-body.js';

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
  readTextBodies(app, {
    types: YAML_TYPES,
    bodyLimit,
    routes,
    notHere: NOT_HERE,
    bodyOf: (text) => new YamlBody(text),
  });
}

const NOT_HERE = new ProblemError(
  415,
  'unsupported_media_type',
  'Expected a body of type application/json; found YAML, which only processes can be written in.',
);
