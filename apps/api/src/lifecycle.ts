import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as delay } from 'node:timers/promises';
import { Draining } from './health/draining.js';

/**
 * Milliseconds between the first "not ready" and the end of listening: time for a balancer to look elsewhere, and for
 * connections in use to end with an answer instead of a reset.
 */
const DRAIN_MS = 1000;

/** Stops the application on SIGTERM, SIGINT or SIGHUP: ready says no, requests in hand finish, then the process ends. */
export function runUntilStopped(
  app: NestFastifyApplication,
  {
    timeoutMs,
    afterwards = async () => {},
  }: { timeoutMs: number; afterwards?: () => Promise<void> },
): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const timer = setTimeout(() => void afterwards().finally(() => process.exit(1)), timeoutMs);
    timer.unref();
    app.get(Draining).begin();
    await delay(DRAIN_MS);
    await app.close();
    await afterwards();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
}
