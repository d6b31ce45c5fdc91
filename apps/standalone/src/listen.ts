import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from 'node:net';

/** Ports tried where none was asked for, beginning with the first. */
const FIRST_PORT = 3000;
const LAST_PORT = 3099;

/**
 * Listens on the port that was asked for, or on the first free one where none was. Gives the address; throws a
 * sentence when a port that was asked for is taken.
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port }: { host: string; port: number | null },
): Promise<string> {
  const candidates =
    port === null
      ? Array.from({ length: LAST_PORT - FIRST_PORT + 1 }, (_, index) => FIRST_PORT + index)
      : [port];
  for (const candidate of candidates) {
    if (candidate === 0 || (await isFree(host, candidate))) {
      await app.listen(candidate, host);
      return app.getUrl();
    }
  }
  throw new Error(
    port === null
      ? `Expected a free port from ${FIRST_PORT} to ${LAST_PORT} on ${host}; all are taken. Name one in PORT.`
      : `Expected port ${port} on ${host} to be free; another program listens there. Name another one in PORT.`,
  );
}

async function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port, host);
  });
}
