import type { FastifyRequest } from 'fastify';
import { notIdentified } from './challenge.js';
import { cookieIn } from './cookies.js';

/** What somebody shows to be let in, not yet checked. */
export type Credential =
  | { kind: 'key'; text: string }
  | { kind: 'token'; text: string }
  | { kind: 'session'; token: string };

/** What a request shows. Where it has both, Authorization counts and the cookie does not. Throws where it has neither. */
export function credentialIn(
  request: FastifyRequest,
  { encrypted, takesTokens }: { encrypted: boolean; takesTokens: boolean },
): Credential {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    const token = cookieIn(request, 'session', encrypted);
    if (token === null) throw notIdentified();
    return { kind: 'session', token };
  }
  const [, text] = /^Bearer +(\S+)$/iu.exec(authorization) ?? [];
  if (text === undefined) throw notIdentified();
  return { kind: takesTokens && !text.startsWith('btn_') ? 'token' : 'key', text };
}
