import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, titleOf } from './problem.js';

/** Lets every failure leave as RFC 9457 problem+json; a fault of ours is logged once, with its trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = asProblem(exception);
    if (problem.status >= 500 && problem.status !== 503) {
      request.log.error({ err: exception }, 'The request failed.');
    }
    const { errors = [], reasons, availableEvents, headers = {} } = problem.extra;
    void reply
      .status(problem.status)
      .headers({ ...headers, 'cache-control': 'no-store' })
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:baton:problem:${problem.code}`,
          title: titleOf(problem.status),
          status: problem.status,
          detail: problem.message,
          instance: request.url.split('?')[0],
          code: problem.code,
          errors,
          traceId: request.id,
          reasons,
          availableEvents,
        }),
      );
  }
}

function asProblem(exception: unknown): ProblemError {
  if (exception instanceof ProblemError) return exception;
  const {
    statusCode: fastifyStatus,
    code: fastifyCode,
    message,
  } = exception as {
    statusCode?: number;
    code?: string;
    message?: string;
  };
  const status = exception instanceof HttpException ? exception.getStatus() : fastifyStatus;
  if (status === undefined || status >= 500 || status < 400) {
    return new ProblemError(500, 'fault', 'Something failed on our side; the trace id names it.');
  }
  if (status === 404) {
    return new ProblemError(404, 'no_such_route', 'There is nothing at this path and method.');
  }
  return new ProblemError(status, codeOf(fastifyCode, status), message ?? titleOf(status));
}

const FASTIFY_CODES: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty_body',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};

function codeOf(fastifyCode: string | undefined, status: number): string {
  const known = fastifyCode === undefined ? undefined : FASTIFY_CODES[fastifyCode];
  return known ?? (status === 400 ? 'bad_request' : 'request_failed');
}
