import { whyNotShown } from '#telemetry';
import { fastify as createServer } from 'fastify';
import type { Logger } from 'pino';
import type { WorkerMetrics } from '../metrics.js';
import type { WorkerSettings } from '../settings.js';
import { sendProblem } from './problem.js';
import { serveQueueBoard } from './queue-board.js';
import { type Condition, readiness } from './readiness.js';

/** A worker that can be asked how it is doing. */
export interface WorkerHttp {
  url: string;
  close: () => Promise<void>;
}

export interface WorkerGround extends Condition {
  settings: WorkerSettings;
  metrics: WorkerMetrics;
  logger: Logger;
}

/** Listens for who watches the worker: `/livez`, `/readyz`, `/metrics`, and `/queues` for administrators. */
export async function serveWorker(ground: WorkerGround, port: number): Promise<WorkerHttp> {
  const { settings, metrics, logger, queues, dataSource } = ground;
  const server = createServer({ forceCloseConnections: true, bodyLimit: 1024 });
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error }, 'The request failed.');
    return sendProblem(reply, status >= 500 ? FAULT : { ...UNREADABLE, status });
  });
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, NO_SUCH_ROUTE));

  server.get('/livez', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const found = await readiness(ground);
    return found.status === 'not_ready' ? sendProblem(reply, found.problem) : found;
  });
  server.get('/metrics', async ({ headers, socket: { remoteAddress } }, reply) => {
    const why = whyNotShown(settings.METRICS_TOKEN, { remoteAddress, headers });
    if (why !== null) return sendProblem(reply, NOT_SHOWN[why]);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  const gate = { dataSource, workspace: settings.QUEUES_WORKSPACE };
  await serveQueueBoard(server, { queues, gate });

  const url = await server.listen({ port, host: settings.WORKER_HOST });
  return { url, close: () => server.close() };
}

const FAULT = {
  status: 500,
  code: 'fault',
  title: 'Our fault',
  detail: 'Something failed on our side; the log says what.',
};
const UNREADABLE = {
  code: 'request_failed',
  title: 'The request could not be read',
  detail: 'Expected a request that can be read; found another.',
};
const NO_SUCH_ROUTE = {
  status: 404,
  code: 'no_such_route',
  title: 'Not found',
  detail: 'There is nothing at this path and method.',
};
const NOT_SHOWN = {
  token: {
    status: 401,
    code: 'metrics_token_wrong',
    title: 'Who is asking is not known',
    detail: 'Expected the header "Authorization: Bearer <METRICS_TOKEN>"; found another or none.',
    headers: { 'www-authenticate': 'Bearer realm="baton metrics"' },
  },
  remote: {
    status: 403,
    code: 'metrics_local_only',
    title: 'Not yours to do',
    detail: 'Figures are for this machine alone until METRICS_TOKEN is set.',
  },
};
