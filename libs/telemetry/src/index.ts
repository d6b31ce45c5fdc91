export { type Asker, whyNotShown } from './metrics-access.js';
export { addGauge, type ReadGauge, type Reading } from './read-gauge.js';
export { createRegistry } from './registry.js';
export { traceFields } from './trace-fields.js';
export { startTracing, tracesAreExported, type Tracing, type TracingSettings } from './tracing.js';
export { type CountedPool, watchPool } from './watch-pool.js';
