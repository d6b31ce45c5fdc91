import { createHmac } from 'node:crypto';
import { secretBytes } from './secret.js';

const VERSION = 'v1';

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
  /** a text stands for its UTF-8 */
  body: string | Uint8Array;
}

/**
 * Signs a message with every given secret, so that a receiver can verify with the old or the new one while a secret
 * rotates. Throws when an id is empty or has a dot (it would make the signed text ambiguous), a timestamp is not in
 * whole seconds, or a secret is not `whsec_` followed by base64 of 24 to 64 bytes.
 */
export function signMessage(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): SignatureHeaders {
  if (id.includes('.') || id === '') {
    throw new Error(`Expected a message id without a dot; found "${id}".`);
  }
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) {
    throw new Error(`Expected a timestamp in whole seconds since 1970; found ${timestamp}.`);
  }
  const signed = { id, timestamp: String(timestamp), body };
  return {
    'webhook-id': id,
    'webhook-timestamp': signed.timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(signed, secret)).join(' '),
  };
}

/** The signature by one secret over id and timestamp as they stand in the headers, and the body. */
export function signatureOf(
  { id, timestamp, body }: { id: string; timestamp: string; body: string | Uint8Array },
  secret: string,
): string {
  const hmac = createHmac('sha256', secretBytes(secret));
  return `${VERSION},${hmac.update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}
