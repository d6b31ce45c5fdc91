import type { FastifyInstance } from 'fastify';

/** A year, as browsers are told to come back encrypted only. */
const ONLY_ENCRYPTED = 'max-age=31536000';
/** Who somebody is, is kept by nobody on the way. */
const NOT_KEPT = /^\/v1\/(?:auth|me|api-keys)(?=[/?]|$)/u;

/** Nothing that depends on who asks is given to somebody else by a cache on the way. */
const OWN_ONLY = 'private, no-cache';

/** What every answer says to browsers, unless its route says otherwise. */
export function addSecurityHeaders(
  fastify: FastifyInstance,
  { encrypted }: { encrypted: boolean },
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    if (encrypted) void reply.header('strict-transport-security', ONLY_ENCRYPTED);
    void reply.header('cache-control', NOT_KEPT.test(request.url) ? 'no-store' : OWN_ONLY);
    done();
  });
}
