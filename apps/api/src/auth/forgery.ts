import type { FastifyRequest } from 'fastify';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../http/problem.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * What a page of our own shows beside the cookie that its browser sends by itself. It follows from the token of the session,
 * so nothing has to be kept, and other sites can read neither.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('x-csrf-token').digest('base64url');
}

/** Throws where a change that comes with a cookie was not sent by a page of our own. */
export function refuseForgery(
  request: FastifyRequest,
  { token, origin }: { token: string; origin: string | null },
): void {
  if (SAFE_METHODS.includes(request.method)) return;
  refuseOtherSites(request, origin);
  const shown = request.headers['x-csrf-token'];
  if (typeof shown !== 'string') {
    throw new ProblemError(
      403,
      'csrf_token_missing',
      'Expected the header x-csrf-token, as GET /v1/auth/session gives it; found none.',
    );
  }
  if (!isEqual(shown, csrfTokenOf(token))) {
    throw new ProblemError(
      403,
      'csrf_token_wrong',
      'Expected the x-csrf-token of this session; found another. GET /v1/auth/session gives it.',
    );
  }
}

/** Throws where a browser says that a page of another site sends the request. */
export function refuseOtherSites({ headers }: FastifyRequest, origin: string | null): void {
  const { origin: sender, 'sec-fetch-site': site } = headers;
  const foreign = sender !== undefined && sender !== origin;
  if (!foreign && (site === undefined || site === 'same-origin')) return;
  throw new ProblemError(
    403,
    'cross_site_request',
    `Expected a request of a page of ${origin ?? 'this machine'}; found one of ${foreign ? JSON.stringify(sender) : 'another site'}.`,
  );
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
