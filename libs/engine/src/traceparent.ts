import {
  type Context,
  context,
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** Version 00, and what later versions promise to begin with (W3C Trace Context, 3.2 and 4). */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/u;
const SAMPLED = 1;

/**
 * The `traceparent` of whatever is under way (W3C Trace Context), to be kept beside what it sets off; null outside of
 * any trace.
 */
export function currentTraceparent(): string | null {
  const current = trace.getSpanContext(context.active());
  if (current === undefined || !isSpanContextValid(current)) return null;
  return `00-${current.traceId}-${current.spanId}-0${current.traceFlags & SAMPLED}`;
}

/** What goes on in the trace that a sender named; `null` where it named none, or none that can be read. */
export function contextFrom(
  traceparent: string | null | undefined,
  tracestate?: string,
): Context | null {
  const remote = read(traceparent, tracestate);
  return remote === null ? null : trace.setSpanContext(ROOT_CONTEXT, remote);
}

/**
 * Does work that something earlier has set off, in the trace that was kept beside it: `currentTraceparent()` inside
 * belongs to that trace. Without one, the work is in a trace of its own where traces are exported, and in none elsewhere.
 */
export function withTraceparent<T>(
  traceparent: string | null,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const earlier = contextFrom(traceparent) ?? ROOT_CONTEXT;
  return context.with(earlier, () => inSpan(name, work, SpanKind.CONSUMER));
}

/** Does work in a span of its own, below the one that is under way. */
export function inSpan<T>(
  name: string,
  work: () => Promise<T>,
  kind: SpanKind = SpanKind.INTERNAL,
): Promise<T> {
  return trace.getTracer('baton').startActiveSpan(name, { kind }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Whether spans of what is under way go anywhere. */
export function isRecorded(): boolean {
  return trace.getActiveSpan()?.isRecording() === true;
}

function read(
  traceparent: string | null | undefined,
  tracestate: string | undefined,
): SpanContext | null {
  const [text, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (text === undefined || traceId === undefined || spanId === undefined) return null;
  if (text.startsWith('00-') && text.length !== (traceparent ?? '').length) return null;
  const found: SpanContext = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags!, 16) & SAMPLED,
    isRemote: true,
  };
  if (tracestate !== undefined) found.traceState = createTraceState(tracestate);
  return isSpanContextValid(found) ? found : null;
}
