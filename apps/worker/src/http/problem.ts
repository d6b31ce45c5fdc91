import type { FastifyReply } from 'fastify';

/** A refusal on its way out, as RFC 9457 has it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  headers?: Record<string, string>;
}

export function sendProblem(
  reply: FastifyReply,
  { status, code, title, detail, headers = {} }: Problem,
): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:baton:problem:${code}`, title, status, detail, code }));
}
