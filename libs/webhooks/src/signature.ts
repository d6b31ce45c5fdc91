import { createHmac, timingSafeEqual } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';
const VERSION = 'v1';
/** Seconds that a timestamp may lie in the past or future; the tolerance of the reference libraries. */
const TOLERANCE_SECONDS = 300;

/** The three headers of a delivery, per Standard Webhooks 1.0.0, "Webhook headers". */
export interface SignatureHeaders {
  'webhook-id': string;
  /** seconds since 1970, of the attempt */
  'webhook-timestamp': string;
  /** one `v1,` signature a secret, separated by spaces */
  'webhook-signature': string;
}

/** What is signed: the same id on every retry, and the body as the exact bytes that are sent. */
export interface SignedMessage {
  id: string;
  /** seconds since 1970 */
  timestamp: number;
  body: string;
}

/**
 * Signs a message with every given secret, so that a receiver can verify with the old or the new one while a secret
 * rotates. Throws when an id has a dot (it would make the signed text ambiguous) or a secret is not `whsec_` followed
 * by base64 of 24 to 64 bytes.
 */
export function signMessage(message: SignedMessage, secrets: readonly string[]): SignatureHeaders {
  if (message.id.includes('.') || message.id === '') {
    throw new Error(`Expected a message id without a dot; found "${message.id}".`);
  }
  const signatures = secrets.map((secret) => `${VERSION},${hmac(message, secretBytes(secret))}`);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

export type Verification =
  | { valid: true }
  | { valid: false; why: 'timestamp_out_of_tolerance' | 'no_matching_signature' };

/** Checks headers and body as a receiver would; `now` is seconds since 1970. */
export function verifyMessage(
  headers: SignatureHeaders,
  received: { body: string; secret: string; now: number },
): Verification {
  const timestamp = Number(headers['webhook-timestamp']);
  if (!(Math.abs(received.now - timestamp) <= TOLERANCE_SECONDS)) {
    return { valid: false, why: 'timestamp_out_of_tolerance' };
  }
  const message = { id: headers['webhook-id'], timestamp, body: received.body };
  const expected = Buffer.from(`${VERSION},${hmac(message, secretBytes(received.secret))}`);
  const matches = headers['webhook-signature'].split(' ').some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return matches ? { valid: true } : { valid: false, why: 'no_matching_signature' };
}

function hmac({ id, timestamp, body }: SignedMessage, secret: Buffer): string {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
}

function secretBytes(secret: string): Buffer {
  const bytes = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  if (!secret.startsWith(SECRET_PREFIX) || bytes.length < 24 || bytes.length > 64) {
    throw new Error(`Expected a secret "${SECRET_PREFIX}" with base64 of 24 to 64 bytes after it.`);
  }
  return bytes;
}
