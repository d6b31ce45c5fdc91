import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import { notStorableIn } from './storable.js';

/** Bytes of a body in JSON, YAML or CSV at most; no text in one is longer. */
export const BODY_LIMIT = 1_048_576;
/** Levels of nesting at most; what checks and stores a body recurses through it. */
const DEEPEST = 100;
const POISONED = new ProblemError(
  400,
  'invalid_json',
  'Expected a body without the key __proto__ or constructor; found one.',
);
/** Escapes that can stand for what cannot be stored: a NUL, or half of a surrogate pair. */
const ESCAPE = /\\u(?:0000|d[89a-f])/iu;
const UNPARSED = Symbol('unparsed');
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Bodies are JSON in UTF-8 and nothing else; none at all is fine where a route asks for none. */
export function readJsonBodies(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  const parse = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser(
    'application/json',
    { bodyLimit },
    (
      request: FastifyRequest,
      body: Buffer,
      done: (error: Error | null, body?: unknown) => void,
    ) => {
      if (body.length === 0) return done(null);
      const problem = problemIn(body);
      if (problem !== null) return done(problem);
      const text = body.toString();
      // The parser catches whatever its callback throws, so nothing is decided inside it.
      let parsed: unknown = UNPARSED;
      void parse(request, text, (error, value) => (parsed = error === null ? value : UNPARSED));
      if (parsed === UNPARSED) return done(whyNotParsed(text));
      return done(ESCAPE.test(text) ? notStorableIn(parsed) : null, parsed);
    },
  );
}

/** The parser of the house refuses keys that would reach a prototype as well; what is no JSON, Node names better. */
function whyNotParsed(text: string): ProblemError {
  try {
    JSON.parse(text);
    return POISONED;
  } catch (error) {
    const detail = `Expected a body of valid JSON; it cannot be parsed: ${(error as Error).message}.`;
    return new ProblemError(400, 'invalid_json', detail);
  }
}

/** Why bytes are no text, or null. */
export function problemInText(body: Buffer): ProblemError | null {
  try {
    UTF8.decode(body);
    return null;
  } catch {
    return new ProblemError(400, 'not_utf8', 'Expected a body in UTF-8; found other bytes.');
  }
}

function problemIn(body: Buffer): ProblemError | null {
  const problem = problemInText(body);
  if (problem !== null) return problem;
  if (depthOf(body) <= DEEPEST) return null;
  const detail = `Expected JSON of at most ${DEEPEST} levels; found more.`;
  return new ProblemError(400, 'json_too_deep', detail);
}

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPENING = [...'[{'].map((bracket) => bracket.charCodeAt(0));
const CLOSING = [...']}'].map((bracket) => bracket.charCodeAt(0));

/** The deepest nesting of brackets outside strings. */
function depthOf(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index]!;
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENING.includes(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (CLOSING.includes(byte)) depth -= 1;
  }
  return deepest;
}
