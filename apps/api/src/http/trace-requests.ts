import { contextFrom } from '#engine';
import {
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';

/** A request that is a part of a trace. */
interface Traced {
  span: Span;
  within: Context;
}

const traced = new WeakMap<FastifyRequest, Traced>();

/**
 * Every request continues the trace that its `traceparent` names, or begins one, and everything that is done for it is
 * in that trace. Where traces are exported, it is a span of its own; elsewhere the sender's is passed on as it is.
 */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const begun = begin(request);
    traced.set(request, begun);
    context.with(begun.within, done);
  });
  // A body is read on events of the socket, which are in no trace.
  fastify.addHook('preValidation', (request, _reply, done) => {
    context.with(traced.get(request)?.within ?? ROOT_CONTEXT, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { span, within } = traced.get(request) ?? begin(request);
    span.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    context.with(within, done);
  });
}

function begin(request: FastifyRequest): Traced {
  const { method, headers } = request;
  const route = request.routeOptions.url;
  const sent = contextFrom(one(headers['traceparent']), one(headers['tracestate']));
  const span = trace.getTracer('baton').startSpan(
    route === undefined ? method : `${method} ${route}`,
    {
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': method,
        'url.path': request.url.split('?', 1)[0],
        'baton.request_id': request.id,
        ...(route !== undefined && { 'http.route': route }),
      },
    },
    sent ?? ROOT_CONTEXT,
  );
  const known = isSpanContextValid(span.spanContext()) ? span : newTrace();
  return { span, within: trace.setSpan(sent ?? ROOT_CONTEXT, known) };
}

/** A trace that nobody records: its id still ties together what follows from one request. */
function newTrace(): Span {
  const id = randomBytes(24).toString('hex');
  return trace.wrapSpanContext({
    traceId: id.slice(0, 32),
    spanId: id.slice(32),
    traceFlags: TraceFlags.NONE,
  });
}

/** Several headers of one name are one list. */
function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
