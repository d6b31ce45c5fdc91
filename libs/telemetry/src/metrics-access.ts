import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Who asks for the figures. */
export interface Asker {
  /** the address of the socket, not of a header */
  remoteAddress: string | undefined;
  headers: IncomingHttpHeaders;
}

/** Headers that tell of a proxy on this machine, behind which everybody seems to be local. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/u;

/**
 * Why somebody may not read the figures, or null where they may: with the token where one is set, from this machine where
 * none is.
 */
export function whyNotShown(
  token: string,
  { remoteAddress, headers }: Asker,
): 'token' | 'remote' | null {
  if (token !== '') {
    const [, given = ''] = /^Bearer +(\S+)$/iu.exec(headers['authorization'] ?? '') ?? [];
    return timingSafeEqual(sha256(given), sha256(token)) ? null : 'token';
  }
  const proxied = FORWARDED.some((name) => headers[name] !== undefined);
  return !proxied && LOOPBACK.test(remoteAddress ?? '') ? null : 'remote';
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
