import { context, trace } from '@opentelemetry/api';

/** What a line of a log says of the trace that it is a part of. */
export function traceFields(): { trace_id?: string } {
  const { traceId } = trace.getSpanContext(context.active()) ?? {};
  return traceId === undefined ? {} : { trace_id: traceId };
}
