import { randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const NEW_BYTES = 32;
const SHORTEST = 24;
const LONGEST = 64;

/** A fresh secret: `whsec_` and base64 of 32 random bytes. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(NEW_BYTES).toString('base64')}`;
}

/** Whether a text is `whsec_` and padded base64 of 24 to 64 bytes, per Standard Webhooks 1.0.0, "Signature scheme". */
export function isSecret(text: string): boolean {
  return bytesIn(text) !== null;
}

/** The key within a secret. Throws where it is none, and never repeats it. */
export function secretBytes(secret: string): Buffer {
  const bytes = bytesIn(secret);
  if (bytes !== null) return bytes;
  throw new Error(`Expected a secret "${PREFIX}" with base64 of 24 to 64 bytes after it.`);
}

function bytesIn(text: string): Buffer | null {
  if (!text.startsWith(PREFIX)) return null;
  const encoded = text.slice(PREFIX.length);
  const bytes = Buffer.from(encoded, 'base64');
  // Buffer skips what is no base64, so only what comes out the same was base64.
  if (bytes.toString('base64') !== encoded) return null;
  return bytes.length >= SHORTEST && bytes.length <= LONGEST ? bytes : null;
}
