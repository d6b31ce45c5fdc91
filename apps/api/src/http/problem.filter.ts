import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foundIn } from './found-in.js';
import { ProblemError, titleOf } from './problem.js';

/** Lets every failure leave as RFC 9457 problem+json; a fault of ours is logged once, with its trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = asProblem(exception, request);
    if (problem.status >= 500 && problem.status !== 503) {
      request.log.error({ err: exception }, 'The request failed.');
    }
    sendProblem(problem, request, reply);
  }
}

const TOO_LARGE = 413;

/** Problem+json for a request; also for those that no route or parser ever sees. */
export function sendProblem(
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { errors = [], reasons, availableEvents, results, findings } = problem.extra;
  const { successor, headers = {} } = problem.extra;
  // A problem is neither the file nor the version that the route was about to send.
  for (const name of ['content-disposition', 'etag', 'link']) void reply.removeHeader(name);
  // Closing at once, as Fastify would, makes the sender of a body that is too large lose the answer; see streamBodies.
  if (problem.status === TOO_LARGE) void reply.removeHeader('connection');
  void reply
    .status(problem.status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...problemBody(problem, request.url, request.id),
        errors,
        reasons,
        availableEvents,
        results,
        findings,
        successor,
      }),
    );
}

/** What every problem says. */
export function problemBody(
  { status, code, message }: ProblemError,
  url: string,
  traceId: string,
): object {
  return {
    type: `urn:baton:problem:${code}`,
    title: titleOf(status),
    status,
    detail: message,
    instance: url.split('?')[0],
    code,
    errors: [],
    traceId,
  };
}

function asProblem(exception: unknown, request: FastifyRequest): ProblemError {
  if (exception instanceof ProblemError) return exception;
  const { statusCode: fastifyStatus } = exception as { statusCode?: number };
  const status = exception instanceof HttpException ? exception.getStatus() : fastifyStatus;
  if (status === undefined || status >= 500 || status < 400) {
    return new ProblemError(500, 'fault', 'Something failed on our side; the trace id names it.');
  }
  const known = PROBLEMS[status];
  return known === undefined
    ? new ProblemError(status, 'request_failed', (exception as Error).message)
    : new ProblemError(status, ...known(request));
}

/** What Fastify and Nest refuse before a route is reached, in our words. */
const PROBLEMS: Record<number, (request: FastifyRequest) => [code: string, detail: string]> = {
  404: () => ['no_such_route', 'There is nothing at this path and method.'],
  413: () => ['body_too_large', 'Expected a body of at most 1 MB; found a larger one.'],
  415: ({ headers: { 'content-type': type } }) => {
    const found = type === undefined ? 'one without Content-Type' : foundIn(type);
    const detail = `Expected a body of type application/json; found ${found}.`;
    return ['unsupported_media_type', detail];
  },
};
