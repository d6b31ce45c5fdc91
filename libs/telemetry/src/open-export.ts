import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TracingSettings } from './tracing.js';

/** Errors of the receiver within this many milliseconds are one outage. */
const OUTAGE_MS = 60_000;

/** Sends spans to a receiver by OTLP/HTTP; the headers it asks for stand in OTEL_EXPORTER_OTLP_HEADERS. */
export function openExport({ service, endpoint, onError }: TracingSettings): NodeTracerProvider {
  let toldAt = Number.NEGATIVE_INFINITY;
  setGlobalErrorHandler((error) => {
    const now = performance.now();
    if (now - toldAt > OUTAGE_MS) onError(error);
    toldAt = now;
  });
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/u, '')}/v1/traces` });
  return new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
}
