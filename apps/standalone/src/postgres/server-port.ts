import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';

/** The only address the server listens on: nobody outside this machine reaches it. */
export const LOOPBACK = '127.0.0.1';

/** The port of last time when it is free, else one that the system picks among the free ones. */
export async function choosePort(rememberedIn: string): Promise<number> {
  const remembered = readPort(rememberedIn);
  return (remembered && (await tryToListen(remembered))) || chooseAnyPort();
}

/** A port that is free at this moment. */
export async function chooseAnyPort(): Promise<number> {
  const port = await tryToListen(0);
  if (port === undefined) {
    throw new EmbeddedPostgresError(
      `Expected a free port on ${LOOPBACK}, but the system has none left to give. End programs that hold many connections.`,
    );
  }
  return port;
}

/** Remembers the port for the next start, so that a person's own connection settings go on working. */
export function rememberPort(file: string, port: number): void {
  if (readPort(file) === port) return;
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, `${port}\n`);
  renameSync(beside, file);
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function tryToListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const listener = createServer();
    listener.once('error', () => resolve(undefined));
    listener.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = listener.address();
      const chosen = typeof address === 'object' && address ? address.port : undefined;
      listener.close(() => resolve(chosen));
    });
  });
}
