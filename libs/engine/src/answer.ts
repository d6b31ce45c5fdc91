/** What is sent back for an accepted change, kept with it for 24 hours under its idempotency key. */
export interface Answer {
  status: number;
  etag: string | null;
  location: string | null;
  /** JSON text */
  body: string;
}

export interface StoredAnswer {
  /** SHA-256 of the request that was answered */
  requestHash: string;
  answer: Answer;
}

/** One request under one key: the same key with another request is refused. */
export interface IdempotencyKey {
  key: string;
  /** SHA-256 over method, path and body */
  requestHash: string;
}
