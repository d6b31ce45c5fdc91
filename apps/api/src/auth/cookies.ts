import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a browser keeps for Baton: that it is signed in, or that it is about to be. */
export type CookieKind = 'session' | 'sign-in';

/**
 * With `__Host-` a browser takes a cookie only from this very host and only encrypted, which browsers do not grant to http; there
 * Baton listens on loopback only.
 */
const NAMES: Record<CookieKind, { encrypted: string; loopback: string }> = {
  session: { encrypted: '__Host-baton', loopback: 'baton' },
  'sign-in': { encrypted: '__Host-baton-sign-in', loopback: 'baton-sign-in' },
};

/** The value of a cookie, or null. */
export function cookieIn(
  { headers: { cookie }, server }: FastifyRequest,
  kind: CookieKind,
  encrypted: boolean,
): string | null {
  if (cookie === undefined) return null;
  return server.parseCookie(cookie)[nameOf(kind, encrypted)] || null;
}

/** Gives a browser a cookie for so many seconds; 0 takes it away. Scripts never see it, and other sites do not send it along. */
export function giveCookie(
  reply: FastifyReply,
  cookie: { kind: CookieKind; encrypted: boolean; value: string; maxAgeS: number },
): void {
  const { kind, encrypted, value, maxAgeS } = cookie;
  void reply.setCookie(nameOf(kind, encrypted), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: encrypted,
    maxAge: maxAgeS,
  });
}

function nameOf(kind: CookieKind, encrypted: boolean): string {
  return NAMES[kind][encrypted ? 'encrypted' : 'loopback'];
}
