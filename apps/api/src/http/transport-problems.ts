import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError } from './problem.js';
import { problemBody, sendProblem } from './problem.filter.js';

/** What the router cannot read: a path that is not percent-encoded, or too long. */
export function refuseUnreadableAddress(
  { statusCode = 400 }: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void reply.header('x-request-id', request.id);
  sendProblem(
    statusCode === 414
      ? new ProblemError(414, 'address_too_long', 'Expected a shorter path; found a part too long.')
      : new ProblemError(
          400,
          'address_not_valid',
          'Expected a path that can be read; found another.',
        ),
    request,
    reply,
  );
}

/** What the HTTP parser cannot read never becomes a request; the socket gets the problem. */
export function refuseUnreadableRequest(
  this: FastifyInstance,
  error: { code?: string },
  socket: Socket,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = tooLarge
    ? new ProblemError(431, 'headers_too_large', 'Expected headers of at most 16 kB; found more.')
    : new ProblemError(400, 'request_not_http', 'Expected an HTTP request; found something else.');
  const body = JSON.stringify(problemBody(problem, '/', randomUUID()));
  socket.end(
    `HTTP/1.1 ${problem.status} ${tooLarge ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      'content-type: application/problem+json\r\nconnection: close\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** An `Expect` that nobody can meet is passed over, as RFC 9110 §10.1.1 allows. */
export function passOverExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
