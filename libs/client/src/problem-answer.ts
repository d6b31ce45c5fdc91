import type { components } from './openapi.js';

/** RFC 9457, as every failure of the API is told. */
export type Problem = components['schemas']['ProblemView'];

/** An answer that is not a success: its status, its stable code, and everything that the problem says. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';

  constructor(
    readonly problem: Problem,
    /** for its headers, such as Retry-After; its body has been read */
    readonly response: Response,
  ) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** The problem of an answer; what stands between may fail without one, and then its status has to do. */
export async function problemOf(response: Response): Promise<ProblemAnswer> {
  const said = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const { status, statusText, url } = response;
  const problem: Problem = {
    type: 'about:blank',
    title: statusText,
    detail: `Expected an answer of Baton; found ${status} ${statusText}.`,
    instance: new URL(url).pathname,
    code: 'unknown',
    errors: [],
    traceId: response.headers.get('x-request-id') ?? '',
    ...said,
    status,
  };
  return new ProblemAnswer(problem, response);
}
