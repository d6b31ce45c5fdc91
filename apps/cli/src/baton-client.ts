import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { FailedRun } from './failed-run.js';
import type { Connection } from './server-address.js';

/** An answer that is not a success, as the server put it. */
export class ProblemAnswer extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** each wrong value of what was sent, by its JSON Pointer */
    readonly problems: { pointer: string; detail: string }[] = [],
  ) {
    super(detail);
  }
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const TOO_OFTEN = 429;

/** The API of a Baton server. It waits where that asks for it. A problem is thrown as ProblemAnswer; a server that is not there ends the run. */
export class BatonClient {
  constructor(private readonly connection: Connection) {}

  async get<T>(path: string): Promise<T> {
    return this.send('GET', path, {});
  }

  /** Walks all pages of a listing. */
  async all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    const separator = path.includes('?') ? '&' : '?';
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<T> = await this.get(`${path}${separator}limit=200${from}`);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  }

  /** `version` is sent as If-Match. */
  async post<T>(path: string, body: object, version?: number): Promise<T> {
    return this.send('POST', path, { body, version });
  }

  async patch<T>(path: string, body: object, version: number): Promise<T> {
    return this.send('PATCH', path, { body, version });
  }

  /** The lines of the audit export as they arrive. */
  async auditExport(): Promise<Readable> {
    const response = await this.request('GET', '/v1/audit/export', {});
    return Readable.fromWeb(response.body as ReadableStream);
  }

  private async send<T>(
    method: string,
    path: string,
    content: { body?: object; version?: number | undefined },
  ): Promise<T> {
    const response = await this.request(method, path, content);
    return (await response.json().catch(() => this.lost())) as T;
  }

  private async request(
    method: string,
    path: string,
    { body, version }: { body?: object | undefined; version?: number | undefined },
  ): Promise<Response> {
    const { url, key } = this.connection;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch(() => this.lost());
    if (response.ok) return response;
    if (response.status === TOO_OFTEN) {
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
      return this.request(method, path, { body, version });
    }
    const problem = (await response.json().catch(() => ({}))) as {
      code?: string;
      detail?: string;
      errors?: { pointer: string; detail: string }[];
    };
    const details = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
    const detail = details.length > 0 ? details.join(' ') : (problem.detail ?? response.statusText);
    if (response.status === 401) throw new FailedRun(`The server refused the key: ${detail}`);
    const code = problem.code ?? 'unknown';
    throw new ProblemAnswer(response.status, code, detail, problem.errors);
  }

  private lost(): never {
    throw new FailedRun(
      `No server answers at ${this.connection.url}. What was acknowledged is kept: start the server and run this again.`,
    );
  }
}
