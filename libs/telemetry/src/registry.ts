import { collectDefaultMetrics, Registry } from 'prom-client';

/** What the names of all figures begin with. */
const PREFIX = 'baton_';

/** Gauges of prom-client that are named like counters; Prometheus' own linter refuses them. */
const MISNAMED = ['active_resources_total', 'active_handles_total', 'active_requests_total'].map(
  (name) => `${PREFIX}nodejs_${name}`,
);

/** Figures of one application, beginning with those of its process: CPU, memory, event loop, garbage collection. */
export function createRegistry(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: PREFIX });
  for (const name of MISNAMED) register.removeSingleMetric(name);
  return register;
}
