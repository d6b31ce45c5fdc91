import { type Answer, TimedOut } from './answer.js';
import type { DeliveryError } from './attempt-outcome.js';

/** Why an attempt failed. */
export interface Failure {
  error: DeliveryError;
  detail: string;
  /** that the error names; null where it names none */
  address: string | null;
}

/** An error of Node, undici or this lib. */
interface Found extends Error {
  code?: string;
  address?: string | null;
  /** one for each address that was tried */
  errors?: Found[];
}

/** Codes of errors and what they mean to who looks after the endpoint; the first row that matches counts. */
const MEANINGS: [codes: RegExp, error: DeliveryError, detail: string][] = [
  [
    /^BATON_ADDRESS_REFUSED$/u,
    'address_refused',
    'Expected a host with public addresses only; found one that deliveries may not go to.',
  ],
  [
    /^(ENOTFOUND|ENODATA|ESERVFAIL|EAI_.+)$/u,
    'dns',
    'Expected the host to have an address; found none.',
  ],
  [
    /^ECONNREFUSED$/u,
    'connection_refused',
    'Expected the host to take the connection; it refused.',
  ],
  [
    /^(E(HOST|NET)(UNREACH|DOWN)|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)$/u,
    'unreachable',
    'Expected a way to the host; found none.',
  ],
  [
    /^(ETIMEDOUT|UND_ERR_.+_TIMEOUT)$/u,
    'timeout',
    'Expected the host to take the connection in time; it did not.',
  ],
  [
    /^BATON_NOT_HTTP$/u,
    'not_http',
    'Expected a final answer in HTTP/1.1; found other bytes, or 100 Continue, which was not asked for.',
  ],
  [
    /^UND_ERR_HEADERS_OVERFLOW$/u,
    'too_large',
    'Expected headers of at most 16 KB in the answer; found more.',
  ],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH))$/u,
    'reset',
    'Expected a complete answer; the connection ended before it.',
  ],
];
const TLS = /^(BATON_TLS|EPROTO|ERR_(SSL|TLS)_.+)$/u;
/** The dispatcher was closed, the request is none, or the system is out of something. */
const OURS =
  /^(UND_ERR_(DESTROYED|CLOSED|INVALID_ARG|NOT_SUPPORTED)|EMFILE|ENFILE|ENOBUFS|ENOMEM)$/u;

/** What made an attempt fail, or null where nothing did. Throws the error where it is one of this side. */
export function failureOf(
  { error, statusCode }: Pick<Answer, 'error' | 'statusCode'>,
  timeoutMs: number,
): Failure | null {
  if (error !== null) return failureBy(error, { statusCode, timeoutMs });
  const found = `Expected an answer of 2xx; found ${statusCode}`;
  const status = statusCode ?? 0;
  if (status >= 200 && status < 300) return null;
  if (status < 300 || status >= 400) {
    return { error: 'http_status', detail: `${found}.`, address: null };
  }
  const detail = `${found}, a redirect, and redirects are never followed.`;
  return { error: 'redirect', detail, address: null };
}

function failureBy(
  error: Found,
  { statusCode, timeoutMs }: { statusCode: number | null; timeoutMs: number },
): Failure {
  if (error instanceof TimedOut) {
    const found = statusCode === null ? 'none' : `a part of one, of the status ${statusCode}`;
    const detail = `Expected a complete answer within ${timeoutMs / 1000} s; found ${found}.`;
    return { error: 'timeout', detail, address: null };
  }
  const code = codeOf(error);
  if (OURS.test(code)) throw error;
  const address = error.address ?? error.errors?.[0]?.address ?? null;
  if (TLS.test(code)) return { error: 'tls', detail: tlsDetail(error), address };
  const [, meaning = 'other', detail = `Expected an answer; found ${code || error.message}.`] =
    MEANINGS.find(([codes]) => codes.test(code)) ?? [];
  return { error: meaning, detail, address };
}

function tlsDetail({ code = '', message }: Found): string {
  const found = code === 'BATON_TLS' ? message : code;
  return `Expected TLS with a certificate of this host that can be trusted; found ${found}.`;
}

/** undici says only in words how a connection ended, and gives no code to an answer that it cannot parse. */
function codeOf({ code, errors, name, message }: Found): string {
  if (code === 'UND_ERR_SOCKET' && message.startsWith('bad ')) return 'BATON_NOT_HTTP';
  if (name === 'HTTPParserError') return message.includes('EOF') ? 'EPIPE' : 'BATON_NOT_HTTP';
  return code ?? errors?.[0]?.code ?? '';
}
