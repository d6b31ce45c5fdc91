import * as fc from 'fast-check';
import { operationsIn, type Schema } from '../../apps/api/src/openapi/operations.js';
import { AnswerChecker } from '../openapi/answer-checker.js';
import { type FuzzRequest, requestsTo } from './requests.js';
import type { Known } from './values.js';

/** Milliseconds in which every answer has to come. */
const LONGEST_WAIT_MS = 15_000;

type Document = ConstructorParameters<typeof AnswerChecker>[0];

export interface FuzzReport {
  operations: number;
  requests: number;
  /** how many were answered with each status */
  statuses: Record<string, number>;
  /** for each operation that failed: why, and the smallest request that shows it */
  failures: string[];
}

/**
 * Sends each operation of a document so many requests made from its schemas, and fails each that is answered with 5xx,
 * with anything undocumented, or not at all. The same seed sends the same, as long as the same stands in the workspace.
 */
export async function fuzz(
  server: { url: string; key: string },
  how: { document: Document; known: Known; runs: number; seed: number; only?: RegExp },
): Promise<FuzzReport> {
  const checker = new AnswerChecker(how.document);
  const schemas = (how.document.components as { schemas: Record<string, Schema> }).schemas;
  const report: FuzzReport = { operations: 0, requests: 0, statuses: {}, failures: [] };
  for (const placed of operationsIn(how.document)) {
    const name = `${placed.method.toUpperCase()} ${placed.path}`;
    if (how.only?.test(name) === false) continue;
    report.operations += 1;
    const requests = requestsTo(placed, { schemas, known: how.known });
    const property = fc.asyncProperty(requests, async (request) => {
      const { status, problem } = await sent(request, server, checker);
      report.requests += 1;
      report.statuses[status] = (report.statuses[status] ?? 0) + 1;
      if (problem !== null) throw new Error(problem);
    });
    const found = await fc.check(property, { numRuns: how.runs, seed: how.seed });
    if (found.failed)
      report.failures.push(`${name}: ${told(found.counterexample![0], found.errorInstance)}`);
  }
  return report;
}

async function sent(
  { method, path, headers, body }: FuzzRequest,
  { url, key }: { url: string; key: string },
  checker: AnswerChecker,
): Promise<{ status: number; problem: string | null }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...withoutForbidden(headers) },
    body: body as string | null,
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  const { status } = response;
  const text = await textOf(response);
  if (status >= 500) return { status, problem: `${status}: ${text}` };
  const answer = { method, path, status, headers: Object.fromEntries(response.headers) };
  return { status, problem: checker.problemIn({ ...answer, body: parsed(text) }) };
}

/** `fetch` sends no `Expect`; the others are its own affair. */
function withoutForbidden({ expect: _, ...headers }: Record<string, string>) {
  return headers;
}

/** A stream of events does not end by itself; what it says is not looked at. */
async function textOf(response: Response): Promise<string> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream) return response.text();
  await response.body?.cancel();
  return '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function told(request: FuzzRequest, error: unknown): string {
  const { method, path, headers, body } = request;
  const shown = body === null ? '' : ` ${String(body).slice(0, 2000)}`;
  return `${(error as Error).message}\n  ${method} ${path} ${JSON.stringify(headers)}${shown}`;
}
