import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** The version in `If-Match`, or null where there is none. A wrong one is 400, a wildcard means any version. */
export function ifMatch(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return null;
  const version = versionIn(header);
  if (version !== null) return version;
  throw new ProblemError(
    400,
    'if_match_not_valid',
    `Expected If-Match to be an ETag as it was given, for instance "3" with its quotes; found ${header}.`,
  );
}

/** The version in `If-Match`; 428 where it is missing, so that nobody overwrites what they have not seen. */
export function requireIfMatch(request: FastifyRequest, what = 'item'): number | null {
  if (request.headers['if-match'] === undefined) {
    throw new ProblemError(
      428,
      'if_match_required',
      `Expected the header If-Match with the ETag of the ${what} as you saw it; found none.`,
    );
  }
  return ifMatch(request);
}

/** Whether `If-None-Match` names this ETag, so that 304 says it all. */
export function notModified(request: FastifyRequest, etag: string): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  return (
    header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//u, '') === etag)
  );
}

function versionIn(tag: string): number | null {
  const [, digits] = /^"(\d{1,9})"$/u.exec(tag.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
