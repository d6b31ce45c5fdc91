import { contextFrom } from '#engine';
import { tracesAreExported } from '#telemetry';
import {
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';

/** What a request is a part of. A weak map in its place costs every garbage collection. */
const WITHIN = Symbol('within');
type TracedRequest = FastifyRequest & { [WITHIN]?: Context };

/**
 * Every request continues the trace that its `traceparent` names, or begins one, and everything that is done for it is
 * in that trace. Where traces are exported, it is a span of its own; elsewhere the sender's is passed on as it is.
 */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest(WITHIN, undefined);
  fastify.addHook('onRequest', (request: TracedRequest, _reply, done) => {
    const { traceparent, tracestate } = request.headers;
    const sent = contextFrom(one(traceparent), one(tracestate));
    const within = tracesAreExported() ? inServerSpan(request, sent) : (sent ?? inNewTrace());
    request[WITHIN] = within;
    context.with(within, done);
  });
  fastify.addHook('onResponse', (request: TracedRequest, reply, done) => {
    const within = request[WITHIN] ?? ROOT_CONTEXT;
    const span = trace.getSpan(within);
    if (span?.isRecording() === true) end(span, reply.statusCode);
    context.with(within, done);
  });
}

function inServerSpan(request: FastifyRequest, sent: Context | null): Context {
  const { method, url, id } = request;
  const route = request.routeOptions.url;
  const attributes = {
    'http.request.method': method,
    'url.path': url.split('?', 1)[0],
    'baton.request_id': id,
    ...(route !== undefined && { 'http.route': route }),
  };
  const parent = sent ?? ROOT_CONTEXT;
  const span = trace
    .getTracer('baton')
    .startSpan(
      route === undefined ? method : `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
  return trace.setSpan(parent, span);
}

function end(span: Span, status: number): void {
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** A trace that nobody records: its id still ties together what follows from one request. */
function inNewTrace(): Context {
  const id = randomBytes(24).toString('hex');
  const spanContext = {
    traceId: id.slice(0, 32),
    spanId: id.slice(32),
    traceFlags: TraceFlags.NONE,
  };
  return trace.setSpanContext(ROOT_CONTEXT, spanContext);
}

/** Several headers of one name are one list. */
function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
