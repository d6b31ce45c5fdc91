import type { Schema } from './operations.js';

interface Header {
  description: string;
  schema: Schema;
}

const text = (description: string, schema: Schema): Header => ({
  description,
  schema: { type: 'string', ...schema },
});
/** Visible ASCII and blanks, which is all that a header holds. */
const VISIBLE = '^[\\x20-\\x7e]*$';

/** The headers of answers, by name. */
const HEADERS = {
  'x-request-id': text('the id of the request, which stands in every log line of it', {
    pattern: '^[\\w.-]{1,100}$',
    maxLength: 100,
  }),
  ETag: text('the version of what was answered, for If-Match and If-None-Match', {
    pattern: '^"[!\\x23-\\x7e]*"$',
    maxLength: 200,
    examples: ['"3"'],
  }),
  Location: text('where it is', { format: 'uri-reference', maxLength: 500 }),
  Link: text('rel="next": the next page; missing on the last (RFC 8288)', {
    pattern: VISIBLE,
    maxLength: 17_000,
  }),
  'Retry-After': {
    description: 'seconds until it is worth asking again',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
  },
  RateLimit: text(
    'what is left of the quota, where one is set (draft-ietf-httpapi-ratelimit-headers)',
    {
      pattern: VISIBLE,
      maxLength: 200,
      examples: ['"default";r=50;t=30'],
    },
  ),
  'RateLimit-Policy': text('the quota, where one is set', {
    pattern: VISIBLE,
    maxLength: 200,
    examples: ['"default";q=100;w=60'],
  }),
  'WWW-Authenticate': text('how to say who asks (RFC 6750)', { pattern: VISIBLE, maxLength: 500 }),
  'Cache-Control': text('who may keep the answer', { pattern: VISIBLE, maxLength: 100 }),
  'Content-Disposition': text('the name of the file (RFC 6266)', {
    pattern: VISIBLE,
    maxLength: 1000,
  }),
  'Content-Language': text('the locale that was served', { pattern: VISIBLE, maxLength: 100 }),
  'Content-Range': text('which part it is (RFC 9110 §14.4)', { pattern: VISIBLE, maxLength: 100 }),
  'Repr-Digest': text('SHA-256 of the whole file (RFC 9530)', {
    pattern: '^sha-256=:[A-Za-z0-9+/]+=*:$',
    maxLength: 100,
  }),
  Vary: text('what the answer depends on', { pattern: VISIBLE, maxLength: 100 }),
} as const satisfies Record<string, Header>;

export type HeaderName = keyof typeof HEADERS;

export function headerComponents(): Record<string, Header> {
  return { ...HEADERS };
}

/** Headers of an answer, by name. */
export function headersOf(...names: HeaderName[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** The headers that every answer has, or may have. */
export const ALWAYS: readonly HeaderName[] = [
  'x-request-id',
  'Cache-Control',
  'RateLimit',
  'RateLimit-Policy',
];
