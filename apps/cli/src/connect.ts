import { type BatonClient, createBatonClient, problemOf } from '#client';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { FailedRun } from './failed-run.js';
import type { Connection } from './server-address.js';

const UNAUTHORIZED = 401;
const TOO_OFTEN = 429;

/** A client that waits where the server asks for it. A key that is refused, or a server that is not there, ends the run. */
export function connect({ url, key }: Connection): BatonClient {
  const lost = (error: unknown): never => {
    throw new FailedRun(
      `No server answers at ${url}${whyIn(error)}. What was acknowledged is kept: start the server and run this again.`,
    );
  };
  const send = async (request: Request): Promise<Response> => {
    const response = await fetch(request.clone()).catch(lost);
    if (response.status === TOO_OFTEN) {
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
      return send(request);
    }
    if (response.status === UNAUTHORIZED) {
      throw new FailedRun(`The server refused the key: ${(await problemOf(response)).message}`);
    }
    if (!response.ok) {
      // Whatever stands between, or in its place, says nothing about what was asked.
      if (isOf(response, 'application/problem+json')) return response;
      const found = `${response.status} ${response.statusText}`.trim();
      throw new FailedRun(
        `Expected a Baton server at ${url}; found something that answers ${found}.`,
      );
    }
    // The export comes line by line, and is read as it comes.
    if (!isOf(response, 'application/json')) return response;
    return new Response(await response.arrayBuffer().catch(lost), response);
  };
  return createBatonClient({ url, key, fetch: send });
}

/** The lines of the audit export as they arrive. */
export async function auditExport(client: BatonClient): Promise<Readable> {
  const { data } = await client.GET('/v1/audit/export', { parseAs: 'stream' });
  return Readable.fromWeb(data as ReadableStream);
}

/** The code of a system error that kept an answer from coming. */
function whyIn(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return code === undefined ? '' : ` (${code})`;
}

function isOf({ headers }: Response, mediaType: string): boolean {
  return headers.get('content-type')?.startsWith(mediaType) === true;
}
