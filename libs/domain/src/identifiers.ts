import { createHash } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits: the name of a revision, of a process version and of an audit entry. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * A UUID version 7 (RFC 9562) for a moment in milliseconds since 1970, its other bits taken from the hash of `seed`:
 * the same moment and seed give the same id, so a replayed trail opens the same tasks.
 */
export function derivedUuid(atMs: number, seed: string): string {
  const tail = createHash('sha256').update(seed).digest().subarray(0, 10);
  tail[0] = (tail[0]! & 0x0f) | 0x70;
  tail[2] = (tail[2]! & 0x3f) | 0x80;
  const hex = atMs.toString(16).padStart(12, '0') + tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
