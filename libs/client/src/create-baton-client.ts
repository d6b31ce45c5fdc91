import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './openapi.js';
import { problemOf } from './problem-answer.js';

/** Every operation of the API, by method and path as the OpenAPI document has them. */
export type BatonClient = Client<paths>;

export interface BatonConnection {
  /** of the server, for instance https://baton.example.com */
  url: string;
  /** `btn_<id>_<secret>`, or another credential that the server takes as a bearer token */
  key: string;
  /** in the place of the global one */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of a Baton server. An answer that is not a success is thrown as ProblemAnswer, 304 is not; what keeps an
 * answer from coming at all is thrown as `fetch` throws it.
 */
export function createBatonClient({ url, key, fetch }: BatonConnection): BatonClient {
  const client = createClient<paths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${key}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use(PROBLEMS_ARE_THROWN);
  return client;
}

const NOT_MODIFIED = 304;

const PROBLEMS_ARE_THROWN: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok && response.status !== NOT_MODIFIED) throw await problemOf(response);
  },
};
