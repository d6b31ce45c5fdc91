import { traceFields } from '#telemetry';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

/**
 * JSON lines on standard output, each with the trace of its request. Headers and bodies are never logged, and a key that
 * slips into a message is cut out.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { app: 'api' },
    mixin: traceFields,
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map(withoutKeys) as Parameters<typeof method>);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const KEY = /btn_([0-9a-f]+)_[0-9a-f]+/gu;

function withoutKeys(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(KEY, 'btn_$1_…') : value;
}

/** Nest's own messages through the same logger. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level]({ context: rest.at(-1) }, String(message));
  return { log: at('debug'), warn: at('warn'), error: at('error'), debug: at('debug') };
}
