import { trace } from '@opentelemetry/api';
import { keepContexts } from './async-contexts.js';

/** Traces that leave this process. */
export interface Tracing {
  /** Sends what is left, for a few seconds at most. */
  stop: () => Promise<void>;
}

export interface TracingSettings {
  /** `service.name` of what is exported */
  service: string;
  /** base address of an OTLP/HTTP receiver; empty: traces are passed on and not exported */
  endpoint: string;
  /** told once for each outage of the receiver */
  onError: (error: unknown) => void;
}

let exported = false;

/** Whether traces leave this process: without that, nobody needs a span. */
export function tracesAreExported(): boolean {
  return exported;
}

/** How long the rest of the spans may take to be sent, in milliseconds. */
const STOP_MS = 3000;

/**
 * Makes traces be passed on through whatever is awaited and, where an endpoint is set, exported in batches. The SDK is
 * loaded only then. One export a process: a second one while the first runs goes along with it.
 */
export async function startTracing(settings: TracingSettings): Promise<Tracing> {
  keepContexts();
  if (settings.endpoint === '') return { stop: async () => {} };
  const { openExport } = await import('./open-export.js');
  const provider = openExport(settings);
  if (!trace.setGlobalTracerProvider(provider)) {
    await provider.shutdown();
    return { stop: async () => {} };
  }
  exported = true;
  return {
    stop: async () => {
      exported = false;
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, STOP_MS).unref();
      });
      await Promise.race([provider.shutdown().catch(() => {}), late]);
      trace.disable();
    },
  };
}
