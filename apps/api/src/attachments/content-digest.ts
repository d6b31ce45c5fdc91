import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';

const SHA_256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/u;

/** The SHA-256 that `Content-Digest` (RFC 9530) announces, in hex; null where there is no such header. */
export function announcedDigest({ headers }: FastifyRequest): string | null {
  const header = headers['content-digest'];
  if (header === undefined) return null;
  const [, base64] = SHA_256.exec(String(header)) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, 'base64').toString('hex');
  throw new ProblemError(
    400,
    'content_digest_not_valid',
    'Expected Content-Digest with "sha-256=:…:", 32 bytes in base64 between the colons; found something else.',
  );
}

/** The same the other way round, for `Repr-Digest`. */
export function digestHeader(digest: string): string {
  return `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`;
}
