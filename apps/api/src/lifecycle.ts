import type { NestFastifyApplication } from '@nestjs/platform-fastify';

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
    const timer = setTimeout(() => process.exit(1), timeoutMs);
    timer.unref();
    await app.close();
    await afterwards();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
}
