import { isIP } from 'node:net';
import { AddressGuard, type AddressRule, bareHost } from './address-rule.js';

/** Characters of a URL, also once it is normalised. */
const LONGEST = 2048;
/** Names that no public DNS answers (RFC 6761, RFC 6762, RFC 8375 and ICANN's `internal`). */
const LOCAL_NAME = /(^|\.)(localhost|localdomain|local|internal|home\.arpa)$/u;

export interface UrlRules {
  /** whether plain `http` will do */
  allowHttp: boolean;
  /** what is accepted beside public addresses */
  allow: readonly AddressRule[];
}

/**
 * What speaks against delivering to a URL, as sentences; none where it may be registered. Pure: it resolves no name, so
 * it is a courtesy to who registers. What keeps deliveries out of a network is the check of each connection.
 */
export function checkUrl(text: string, { allowHttp, allow }: UrlRules): string[] {
  if (text.length > LONGEST) {
    return [`Expected a URL of at most ${LONGEST} characters; found ${text.length}.`];
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || hasBlank(text)) {
    return ['Expected an absolute URL such as https://example.com/hook; found another text.'];
  }
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) {
    const expected = allowHttp ? 'an https or http URL' : 'an https URL';
    return [`Expected ${expected}; found ${url.protocol.slice(0, -1)}.`];
  }
  return [
    ...shapeProblems(url),
    ...hostProblems(url.hostname.replaceAll(/[[\]]/gu, ''), new AddressGuard(allow)),
  ];
}

/** Blanks and control characters, which the parser would drop without a word. */
function hasBlank(text: string): boolean {
  return /[\s\p{Cc}]/u.test(text);
}

function shapeProblems({ href, username, password }: URL): string[] {
  const problems: string[] = [];
  if (username !== '' || password !== '') {
    problems.push('Expected a URL without a name or password in it; found one.');
  }
  if (href.includes('#')) problems.push('Expected a URL without a fragment (#…); found one.');
  if (href.length > LONGEST) {
    problems.push(
      `Expected a URL of at most ${LONGEST} characters; found ${href.length} once it is encoded.`,
    );
  }
  return problems;
}

function hostProblems(hostname: string, guard: AddressGuard): string[] {
  if (guard.allowsHost(hostname)) return [];
  if (isIP(hostname) !== 0) {
    if (guard.allowsAddress(hostname)) return [];
    return [`Expected a public address; found ${hostname}.`];
  }
  const host = bareHost(hostname);
  if (host.includes('.') && !LOCAL_NAME.test(host)) return [];
  return [`Expected a host of the public internet; found ${host}.`];
}
