import { titleOf } from '../http/problem.js';
import { ALWAYS, type HeaderName, headersOf } from './headers.js';
import type { Answer } from './operations.js';

interface Kind {
  name: string;
  description: string;
  headers?: HeaderName[];
  /** by code: what an example of it says */
  examples: Record<string, { detail: string; more?: object }>;
}

const ITEM = '/v1/items/01a2b3c4-0000-7000-8000-000000000001';
const TRACE = '0d3f1f0c-2f6e-4b39-9d0f-6b6f5a1f9c11';
const NOT_YOURS = {
  code: 'not_your_function',
  detail: 'This is for legal.',
  remedy: 'Ask somebody of legal.',
};

/** The problems of the API, by status. A status that a route declares has to be one of these. */
const KINDS: Readonly<Record<number, Kind>> = {
  400: {
    name: 'Unreadable',
    description:
      'what was sent cannot be read: the address, a parameter, a header, or the body as JSON',
    examples: {
      not_valid: { detail: 'Expected a UUID as itemId in the path; found "7".' },
      invalid_json: {
        detail: 'Expected a body of valid JSON; it cannot be parsed: Unexpected end of JSON input.',
      },
      cursor_not_valid: { detail: 'Expected a cursor as nextCursor gave it; found "7".' },
    },
  },
  401: {
    name: 'Unauthorized',
    description: 'who is asking is not known: no key, or one that is not valid any more',
    headers: ['WWW-Authenticate'],
    examples: {
      key_missing: { detail: 'Expected the header "Authorization: Bearer btn_…"; found none.' },
      key_revoked: { detail: 'This key was revoked.' },
    },
  },
  403: {
    name: 'Forbidden',
    headers: ['WWW-Authenticate'],
    description: 'not yours to do: the key lacks a scope, or the person a function',
    examples: {
      scope_missing: { detail: 'Expected a key with the scope "write"; this one has read.' },
      not_your_function: { detail: 'This is for legal.', more: { reasons: [NOT_YOURS] } },
    },
  },
  404: {
    name: 'NotFound',
    description:
      'there is no such thing in this workspace; what others have is not told apart from nothing',
    examples: { not_found: { detail: 'There is no such item in this workspace.' } },
  },
  406: {
    name: 'NotAcceptable',
    description: 'not available in any form that `Accept` names',
    examples: {
      not_acceptable: { detail: 'Expected Accept to allow text/html; found image/png.' },
    },
  },
  409: {
    name: 'Conflict',
    description:
      'not possible now: a rule says no, it is there already, or the same request is still under way',
    examples: {
      event_not_possible: {
        detail: 'Expected an event of the stage drafting; found publish.',
        more: {
          reasons: [
            {
              code: 'event_not_possible',
              detail: 'Expected an event of the stage drafting; found publish.',
              remedy: 'Send one of the available events.',
            },
          ],
          availableEvents: [
            { event: 'submit', label: 'Submit', allowed: true, requires: [], reasons: [] },
          ],
        },
      },
      already_there: { detail: 'The same is there already.' },
    },
  },
  410: {
    name: 'Gone',
    description: 'withdrawn; `successor` and Link say what stands in its place',
    headers: ['Link'],
    examples: { withdrawn: { detail: '"launch-tiers" was withdrawn; nothing replaces it.' } },
  },
  412: {
    name: 'Stale',
    description: 'someone else was first: the version in If-Match is an old one',
    examples: { stale_version: { detail: 'Expected version 4; found 3. Read it again first.' } },
  },
  413: {
    name: 'TooLarge',
    description: 'a body that is too large',
    examples: {
      body_too_large: { detail: 'Expected a body of at most 1 MB; found a larger one.' },
    },
  },
  414: {
    name: 'AddressTooLong',
    description: 'a part of the path that is too long',
    examples: {
      address_too_long: { detail: 'Expected a shorter path; found a part too long.' },
    },
  },
  415: {
    name: 'UnsupportedMediaType',
    description: 'a body in a form, or packed in a way, that is not understood here',
    examples: {
      unsupported_media_type: {
        detail: 'Expected a body of type application/json; found another.',
      },
    },
  },
  416: {
    name: 'RangeNotSatisfiable',
    description: 'a part that lies behind the end',
    headers: ['Content-Range'],
    examples: {
      range_not_satisfiable: {
        detail: 'Expected a part of the 12 bytes; found one behind them.',
      },
    },
  },
  422: {
    name: 'NotValid',
    description: 'it can be read and is not valid; `errors` names every wrong value',
    examples: {
      not_valid: {
        detail: 'Expected: title must be shorter than or equal to 300 characters; found "…".',
        more: {
          errors: [
            {
              pointer: '/title',
              code: 'not_valid',
              detail: 'Expected: title must be shorter than or equal to 300 characters; found "…".',
            },
          ],
        },
      },
      idempotency_key_reused: {
        detail:
          'Expected the same request as before under this Idempotency-Key; found another one.',
      },
    },
  },
  428: {
    name: 'VersionRequired',
    description: 'If-Match is missing, so that nobody overwrites what they have not seen',
    examples: {
      if_match_required: {
        detail: 'Expected the header If-Match with the ETag of the item as you saw it; found none.',
      },
    },
  },
  429: {
    name: 'TooManyRequests',
    description: 'more requests than the quota of this server allows, where it has one',
    headers: ['Retry-After'],
    examples: {
      too_many_requests: { detail: 'Expected at most 100 requests a minute; found more.' },
    },
  },
  431: {
    name: 'HeadersTooLarge',
    description: 'headers that are too large to be read; the connection is closed',
    examples: {
      headers_too_large: { detail: 'Expected headers of at most 16 kB; found more.' },
    },
  },
  500: {
    name: 'Fault',
    description: 'our fault; it is logged under `traceId`',
    examples: { fault: { detail: 'Something failed on our side; the trace id names it.' } },
  },
  503: {
    name: 'NotReady',
    description: 'this process cannot serve now',
    headers: ['Retry-After'],
    examples: { draining: { detail: 'This process is shutting down.' } },
  },
};

/** The answer of a problem, by its status, with what a route says of it. Throws where no kind of problem has that status. */
export function problemAnswer(status: number, description = ''): Answer {
  const kind = KINDS[status];
  if (kind === undefined) throw new Error(`Expected a kind of problem for ${status}; found none.`);
  const $ref = `#/components/responses/${kind.name}`;
  return description === '' ? { $ref } : { $ref, description };
}

/** Every kind of problem as a response that operations refer to. */
export function problemResponses(): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(KINDS).map(([status, kind]) => [kind.name, responseOf(Number(status), kind)]),
  );
}

function responseOf(status: number, { description, headers = [], examples }: Kind): Answer {
  return {
    description,
    headers: headersOf(...ALWAYS, ...headers),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/ProblemView' },
        examples: Object.fromEntries(
          Object.entries(examples).map(([code, { detail, more }]) => [
            code,
            {
              value: {
                type: `urn:baton:problem:${code}`,
                title: titleOf(status),
                status,
                detail,
                instance: ITEM,
                code,
                errors: [],
                traceId: TRACE,
                ...more,
              },
            },
          ]),
        ),
      },
    },
  };
}
