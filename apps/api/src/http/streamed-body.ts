import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { ProblemError } from './problem.js';

const BYTES = 'application/octet-stream';

/** Milliseconds for which the rest of a refused body is still read, so that its sender hears the answer. */
const LINGERING_MS = 2000;
/** Milliseconds in which no byte of a body comes until its connection is given up. */
const IDLE_MS = 60_000;

/** A route whose body is bytes of any length, read by the route itself as they come. All other routes take JSON only. */
export const StreamedBody = () =>
  applyDecorators(
    RouteConfig({ streamsBody: true }),
    ApiConsumes(BYTES),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );

/**
 * Lets routes with a streamed body take bytes and nothing else, and keeps bytes from every other. Whoever still sends when
 * the answer is out, whatever the route, is let finish for a while.
 */
export function streamBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (streamsBody(request) && mediaTypeOf(request) !== BYTES) return done(BYTES_EXPECTED);
    return done();
  });
  fastify.addContentTypeParser(BYTES, (request, payload, done) => {
    if (streamsBody(request) || request.is404) return done(null, payload);
    return done(Object.assign(new Error('Bytes are not for this route.'), { statusCode: 415 }));
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    letEnd(request.raw);
    done();
  });
}

/** The body of a route with a streamed body. One that stands still is given up. */
export function bodyStream({ raw }: FastifyRequest): IncomingMessage {
  raw.setTimeout(IDLE_MS, () => raw.destroy());
  raw.once('end', () => raw.setTimeout(0));
  return raw;
}

/** Whether a body broke off before its end, so that nobody waits for an answer. */
export function brokeOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

const BYTES_EXPECTED = new ProblemError(
  415,
  'unsupported_media_type',
  `Expected a body of type ${BYTES}; found another.`,
);

function streamsBody({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { streamsBody?: boolean } | undefined)?.streamsBody === true;
}

function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}

/** Closing at once would make the sender lose the answer while it still sends; reading for ever would serve nobody. */
function letEnd(body: IncomingMessage): void {
  if (body.complete || body.destroyed) return;
  body.resume();
  const timer = setTimeout(() => body.destroy(), LINGERING_MS);
  timer.unref();
  body.once('close', () => clearTimeout(timer));
}
