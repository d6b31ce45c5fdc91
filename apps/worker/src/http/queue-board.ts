import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import type { JobQueues } from '../job-queues.js';
import { type Gate, whyNotAdministrator } from './administrators-only.js';
import { sendProblem } from './problem.js';

const PATH = '/queues';
/** The page styles itself inline and asks for a font elsewhere, which it does without. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The queues as a page, to look at: nothing in it changes anything, whatever another site makes a browser send here.
 * What is stuck comes back by itself, so there is nothing to retry, remove or pause by hand.
 */
export async function serveQueueBoard(
  fastify: FastifyInstance,
  { queues, gate }: { queues: JobQueues; gate: Gate },
): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(PATH);
  createBullBoard({
    queues: [...queues.queues.values()].map(
      (queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true }),
    ),
    serverAdapter: adapter,
    options: {
      uiConfig: { boardTitle: 'Baton queues', boardLogo: { path: '' }, miscLinks: [] },
    },
  });
  await fastify.register(async (board) => {
    board.addHook('onRequest', async (request, reply) => {
      void reply.headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' });
      const problem = await whyNotAdministrator(request.headers.authorization, gate);
      if (problem !== null) return sendProblem(reply, problem);
      if (!['GET', 'HEAD'].includes(request.method)) return sendProblem(reply, READ_ONLY);
    });
    await board.register(adapter.registerPlugin(), { prefix: PATH });
  });
}

const READ_ONLY = {
  status: 405,
  code: 'read_only',
  title: 'Not possible here',
  detail: 'Expected GET or HEAD: the queues are only to be looked at.',
  headers: { allow: 'GET, HEAD' },
};
