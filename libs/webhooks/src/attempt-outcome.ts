/** Why an attempt failed. Stable: they are stored and shown. */
export const DELIVERY_ERRORS = [
  /** answered with 4xx or 5xx */
  'http_status',
  /** answered with 3xx, which is never followed */
  'redirect',
  /** no complete answer in time, wherever the time went */
  'timeout',
  'connection_refused',
  /** no route to the address */
  'unreachable',
  /** the name has no address */
  'dns',
  /** no trusted certificate of that name, or no common version of TLS */
  'tls',
  /** an address that deliveries may not go to; nothing was sent */
  'address_refused',
  /** the connection ended before the answer did */
  'reset',
  /** an answer that is no HTTP/1.1 */
  'not_http',
  /** headers of more than 16 KB */
  'too_large',
  'other',
] as const;

export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

/** What became of one attempt. */
export interface AttemptOutcome {
  /** a complete answer of 2xx, or one that is cut off after 64 KB */
  ok: boolean;
  /** null where no headers came; it may stand beside an error that came after them */
  statusCode: number | null;
  /** exactly where not ok */
  error: DeliveryError | null;
  /** a sentence for the log; it names no address */
  detail: string;
  durationMs: number;
  /** seconds that the receiver asks to be left alone; null where it does not, and where ok */
  retryAfter: number | null;
  /** 410: the endpoint wants no more deliveries */
  gone: boolean;
  /** the first 1,024 bytes of the answer as text, without NUL; null where no headers came */
  responseBody: string | null;
  /** that was connected to, or was to be; for operators, since it may be one within the network */
  address: string | null;
}
