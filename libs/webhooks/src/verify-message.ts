import { timingSafeEqual } from 'node:crypto';
import { type SignatureHeaders, signatureOf } from './signature.js';

/** Seconds that a timestamp may lie in the past or future; the tolerance of the reference libraries. */
const TOLERANCE_SECONDS = 300;
const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

type SignatureHeader = (typeof HEADERS)[number];

/** Headers as Node, Fastify or Express give them, or as `fetch` does; the case of the names does not matter. */
export type ReceivedHeaders =
  | SignatureHeaders
  | Pick<Headers, 'get'>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a receiver knows when it verifies. */
export interface Received {
  /** the bytes as they came; a text stands for its UTF-8 */
  body: string | Uint8Array;
  /** one secret, or each that is accepted while they rotate */
  secret: string | readonly string[];
  /** seconds since 1970 */
  now: number;
  /** whether a message of this id was taken before; asked only of what holds otherwise */
  seen?: (id: string) => boolean;
}

/**
 * Whether a message is what the holder of the secret signed.
 * `replayed` is also what a repeated delivery gives, which a sender makes when an answer was lost: answer it with 2xx
 * and do nothing, or the sender takes it for a failure and goes on.
 */
export type Verification =
  | { valid: true; id: string }
  | { valid: false; why: 'missing_headers'; missing: SignatureHeader[] }
  | { valid: false; why: 'timestamp_out_of_tolerance' | 'no_matching_signature' }
  | { valid: false; why: 'replayed'; id: string };

/**
 * Verifies headers and body as a receiver of Standard Webhooks 1.0.0 does: the body unchanged, the signature by a
 * known secret, the timestamp within five minutes, and not seen before where `seen` is given.
 * Throws only when a secret of the caller is none.
 */
export function verifyMessage(headers: ReceivedHeaders, received: Received): Verification {
  const values = HEADERS.map((name) => valueOf(headers, name));
  const missing = HEADERS.filter((_, index) => values[index] === '');
  if (missing.length > 0) return { valid: false, why: 'missing_headers', missing };
  const [id, timestamp, signatures] = values as [string, string, string];
  // What is signed is the timestamp as it is spelled, so another spelling of the number is refused below.
  if (!(Math.abs(received.now - Number(timestamp)) <= TOLERANCE_SECONDS)) {
    return { valid: false, why: 'timestamp_out_of_tolerance' };
  }
  const { secret, body, seen } = received;
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const expected = secrets.map((one) => Buffer.from(signatureOf({ id, timestamp, body }, one)));
  const given = signatures.split(' ').map((signature) => Buffer.from(signature));
  if (!given.some((one) => expected.some((other) => isSame(one, other)))) {
    return { valid: false, why: 'no_matching_signature' };
  }
  return seen?.(id) === true ? { valid: false, why: 'replayed', id } : { valid: true, id };
}

/** What stands under a name in whichever case; several as HTTP joins them, so that two ids are no id. */
function valueOf(headers: ReceivedHeaders, name: SignatureHeader): string {
  if (isFetched(headers)) return headers.get(name)?.trim() ?? '';
  const separator = name === 'webhook-signature' ? ' ' : ', ';
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]): string | readonly string[] => value ?? [])
    .join(separator)
    .trim();
}

const isFetched = (headers: ReceivedHeaders): headers is Pick<Headers, 'get'> =>
  'get' in headers && typeof headers.get === 'function';

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
