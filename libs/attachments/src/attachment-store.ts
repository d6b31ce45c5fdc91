import type { Readable } from 'node:stream';

/** What is known of an attachment once its last byte has come. */
export interface Stored {
  /** SHA-256 of the bytes, hex: the name under which they are kept */
  digest: string;
  /** bytes */
  size: number;
  /** read from the bytes, never from what the sender says */
  mediaType: string;
}

export interface PutLimits {
  maxBytes: number;
  /** the digest that the sender announced; other bytes are refused */
  digest?: string;
}

/** A part of an attachment: first and last byte, counted from 0, both of them included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where attachments are kept, each under the digest of its bytes, so that the same content is kept once. Nothing is ever
 * removed: a trail may name it.
 */
export interface AttachmentStore {
  /**
   * Keeps what a stream brings. Refused are more bytes than the limit (AttachmentTooLarge), none at all
   * (AttachmentEmpty), programs (AttachmentTypeRefused) and other bytes than announced (AttachmentDigestMismatch); then
   * nothing is kept, and the rest of the stream is left unread and open, for whoever gave it to end. A failure of the
   * stream is thrown as it came.
   */
  put(source: Readable, limits: PutLimits): Promise<Stored>;
  /** The bytes, or a part of them. Throws AttachmentMissing where none are kept under the digest. */
  open(digest: string, range?: ByteRange): Promise<Readable>;
  has(digest: string): Promise<boolean>;
}

const DIGEST = /^[0-9a-f]{64}$/u;

/** Where the bytes of a digest lie, in a folder and in a bucket alike. Throws for anything that is no digest. */
export function addressOf(digest: string): string {
  if (!DIGEST.test(digest)) {
    throw new Error(`Expected a digest of 64 hex digits; found ${JSON.stringify(digest)}.`);
  }
  return `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`;
}
