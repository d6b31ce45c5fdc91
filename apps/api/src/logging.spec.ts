import { contextFrom } from '#engine';
import { startTracing } from '#telemetry';
import { expect, it } from '@jest/globals';
import { context } from '@opentelemetry/api';
import { setImmediate } from 'node:timers/promises';
import { createLogger } from './logging.js';

it('a line names the trace that it is a part of, however long that was awaited', async () => {
  const lines: { msg: string; trace_id?: string }[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(JSON.parse(line)) });
  await startTracing({ service: 'test', endpoint: '', onError: () => {} });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await context.with(contextFrom(`00-${traceId}-b7ad6b7169203331-01`)!, async () => {
    await setImmediate();
    logger.info('inside');
  });
  logger.info('outside');
  expect(lines.map(({ msg, trace_id }) => [msg, trace_id])).toEqual([
    ['inside', traceId],
    ['outside', undefined],
  ]);
});
