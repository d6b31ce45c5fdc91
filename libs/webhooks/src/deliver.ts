import type { Dispatcher } from 'undici';
import { type Answer, exchange } from './answer.js';
import type { AttemptOutcome } from './attempt-outcome.js';
import { checkHeaders } from './check-headers.js';
import { failureOf } from './failure.js';
import { readRetryAfter } from './retry.js';
import { signMessage } from './signature.js';

/** Milliseconds for one attempt, all in all. */
const TIMEOUT = 15_000;
const USER_AGENT = 'Baton-Webhooks';
const GONE = 410;

/** One POST that is to be made. */
export interface DeliveryRequest {
  url: string;
  /** the exact bytes that are signed and sent; a text stands for its UTF-8 */
  body: string | Uint8Array;
  /** that the endpoint asked for, as `checkHeaders` lets them */
  headers?: Readonly<Record<string, string>>;
  /** one, or each that is valid while they rotate */
  secrets: readonly string[];
  /** of the message: the same on every attempt */
  id: string;
  /** seconds since 1970, of the attempt */
  timestamp: number;
  /** `application/json` where it is left out */
  contentType?: string;
  /** W3C Trace Context, of the attempt */
  traceparent?: string | null;
}

export interface DeliveryOptions {
  dispatcher: Dispatcher;
  /** milliseconds for all of it; 15 s where it is left out */
  timeoutMs?: number;
}

/**
 * Makes one attempt and says what became of it: success is an answer of 2xx within 15 seconds, of which no more than
 * 64 KB are read. A redirect is a failure and never followed. Nothing that a receiver or the network does makes it
 * throw; it throws for what is wrong on this side: a secret, an id, a header or a URL that is none, a dispatcher that
 * was closed, a system without sockets or memory. Such an attempt was none and says nothing about the endpoint.
 */
export async function deliver(
  request: DeliveryRequest,
  { dispatcher, timeoutMs = TIMEOUT }: DeliveryOptions,
): Promise<AttemptOutcome> {
  const { origin, pathname, search } = new URL(request.url);
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  const headers = headersOf(request, body);
  const start = performance.now();
  const answer = await exchange(
    dispatcher,
    { origin, path: `${pathname}${search}`, method: 'POST', headers, body },
    timeoutMs,
  );
  const durationMs = Math.round(performance.now() - start);
  return { ...outcomeOf(answer, timeoutMs), durationMs };
}

function headersOf(
  { headers = {}, contentType, traceparent, id, timestamp, secrets }: DeliveryRequest,
  body: Uint8Array,
): Record<string, string> {
  const problems = checkHeaders(headers);
  if (problems.length > 0) throw new Error(problems.join(' '));
  return {
    'user-agent': USER_AGENT,
    ...headers,
    'content-type': contentType ?? 'application/json',
    ...(traceparent != null && { traceparent }),
    ...signMessage({ id, timestamp, body }, secrets),
  };
}

function outcomeOf(answer: Answer, timeoutMs: number): Omit<AttemptOutcome, 'durationMs'> {
  const { statusCode, headers, body } = answer;
  const failure = failureOf(answer, timeoutMs);
  const retryAfter = [headers['retry-after']].flat()[0];
  return {
    ok: failure === null,
    statusCode,
    error: failure?.error ?? null,
    detail: failure?.detail ?? `The receiver answered ${statusCode}.`,
    retryAfter: failure === null ? null : readRetryAfter(retryAfter, new Date()),
    gone: statusCode === GONE,
    responseBody: statusCode === null ? null : textOf(body),
    address: failure?.address ?? answer.address,
  };
}

/** The text of the first bytes of a body: no character that was cut in two, and no NUL, which PostgreSQL refuses. */
function textOf(body: Buffer): string {
  return new TextDecoder().decode(body, { stream: true }).replaceAll('\0', '\uFFFD');
}
