import 'reflect-metadata';
import { startTracing } from '#telemetry';
import { fastifyCookie } from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type ApiOptions, AppModule } from './app.module.js';
import { OwnOrigin } from './auth/own-origin.js';
import { addSecurityHeaders } from './auth/security-headers.js';
import { Draining } from './health/draining.js';
import { ApiMetrics } from './metrics/api-metrics.js';
import { readCsvBodies } from './http/csv-body.js';
import { BODY_LIMIT, readJsonBodies } from './http/json-body.js';
import { ProblemError } from './http/problem.js';
import { streamBodies } from './http/streamed-body.js';
import { traceRequests } from './http/trace-requests.js';
import {
  passOverExpectations,
  refuseUnreadableAddress,
  refuseUnreadableRequest,
} from './http/transport-problems.js';
import { endUnusedConnections } from './http/unused-connections.js';
import { readYamlBodies } from './http/yaml-body.js';
import { createLogger, nestLogger } from './logging.js';
import { serveDocumentation } from './openapi/serve-documentation.js';
import type { Settings } from './settings.js';

/** Where a process may come as people write it. */
const YAML_ROUTES = ['/v1/processes', '/v1/processes/check'];
/** Where a glossary may come as people keep it. */
const CSV_ROUTES = ['/v1/glossary/import'];
const REQUEST_ID = /^[\w.-]{1,100}$/u;

/** The API, ready to listen. It closes its database connections with `close()`. */
export async function createApi(
  settings: Settings,
  options: ApiOptions = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger(settings.LOG_LEVEL);
  const tracing = await startTracing({
    service: 'baton-api',
    endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    onError: (error) => logger.error({ err: error }, 'traces cannot be exported'),
  });
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    trustProxy: settings.TRUSTED_PROXIES === '' ? false : settings.TRUSTED_PROXIES,
    genReqId: ({ headers }: { headers: Record<string, unknown> }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnreadableAddress,
    clientErrorHandler: refuseUnreadableRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(settings, options),
    adapter,
    {
      logger: nestLogger(logger),
      abortOnError: false,
      bodyParser: false,
    },
  );
  // Cookies are read where somebody comes with one, not at every request.
  await app.register(fastifyCookie, { hook: false });
  const fastify = app.getHttpAdapter().getInstance();
  traceRequests(fastify);
  fastify.addHook('onClose', () => tracing.stop());
  app.get(ApiMetrics).measure(fastify);
  logRequests(fastify);
  addSecurityHeaders(fastify, { encrypted: app.get(OwnOrigin).isEncrypted });
  refuseUnreadable(fastify);
  endConnections(fastify, app.get(Draining));
  endUnusedConnections(fastify);
  passOverExpectations(app.getHttpServer());
  readJsonBodies(app, BODY_LIMIT);
  readYamlBodies(app, { bodyLimit: BODY_LIMIT, routes: YAML_ROUTES });
  readCsvBodies(app, { bodyLimit: BODY_LIMIT, routes: CSV_ROUTES });
  streamBodies(fastify);
  serveDocumentation(app);
  return app;
}

/** No address holds a NUL, which PostgreSQL would not take, or what stands for no text; and no body is packed. */
function refuseUnreadable(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.url.includes('%00')) return done(NUL_IN_ADDRESS);
    if (!isEncoded(request.url)) return done(NOT_ENCODED);
    const encoding = request.headers['content-encoding'];
    return done(encoding === undefined || encoding === 'identity' ? undefined : PACKED_BODY);
  });
}

/** Whether all that is percent-encoded is UTF-8; in a query, other things would be taken for what they look like. */
function isEncoded(address: string): boolean {
  if (!address.includes('%')) return true;
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

const NOT_ENCODED = new ProblemError(
  400,
  'address_not_valid',
  'Expected an address percent-encoded in UTF-8; found other escapes.',
);
const NUL_IN_ADDRESS = new ProblemError(
  400,
  'address_not_valid',
  'Expected no NUL in the address; found one.',
);
const PACKED_BODY = new ProblemError(
  415,
  'unsupported_encoding',
  'Expected a body without Content-Encoding; found one.',
);

/** While the process drains, an answer is the last one on its connection. */
function endConnections(fastify: FastifyInstance, draining: Draining): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    if (draining.isUnderWay) void reply.header('connection', 'close');
    done();
  });
}

/** One line a request, and its id in the answer. */
function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}
