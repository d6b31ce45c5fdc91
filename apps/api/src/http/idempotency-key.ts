import { canonicalJson, sha256 } from '#domain';
import type { IdempotencyKey } from '#engine';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

const KEY = /^[\x21-\x7e]{1,255}$/u;

/**
 * The `Idempotency-Key` of a request, bare or as an RFC 8941 string, with the hash of what was asked; null where there is
 * none. A body that was streamed is stood for by what it is known by.
 */
export function idempotencyKey(
  request: FastifyRequest,
  body: unknown = request.body ?? null,
): IdempotencyKey | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  const key = String(header).replace(/^"(.*)"$/u, '$1');
  if (!KEY.test(key)) {
    throw new ProblemError(
      400,
      'idempotency_key_not_valid',
      'Expected Idempotency-Key to be 1 to 255 visible ASCII characters; found something else.',
    );
  }
  const asked = `${request.method} ${request.url}\n${canonicalJson(body)}`;
  return { key, requestHash: sha256(asked) };
}
