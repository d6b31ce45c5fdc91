import type { FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '../http/problem.js';
import { bodyStream, brokeOff } from '../http/streamed-body.js';

/** Bytes of a file that is imported, at most. */
export const IMPORT_LIMIT = 20_000_000;

/** Reads a body from its beginning, as often as it is called. */
export type Reopen = () => AsyncIterable<Uint8Array>;

/**
 * Keeps the body of a request in a file for as long as `use` takes, so that it can be read whole before anything of it is
 * applied, and no memory holds it.
 */
export async function withSpooledBody<T>(
  request: FastifyRequest,
  use: (reopen: Reopen) => Promise<T>,
): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > IMPORT_LIMIT) throw tooLarge();
  const folder = await mkdtemp(join(tmpdir(), 'baton-import-'));
  const file = join(folder, 'body');
  try {
    await writeDown(request, file);
    return await use(() => createReadStream(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeDown(request: FastifyRequest, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    // The stream is left open when reading stops early: behind it is a connection that still wants an answer.
    const chunks = bodyStream(request).iterator({ destroyOnReturn: false });
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > IMPORT_LIMIT) throw tooLarge();
      await handle.appendFile(chunk);
    }
  } catch (error) {
    if (error instanceof ProblemError || !brokeOff(request)) throw error;
    throw new ProblemError(400, 'upload_broke_off', 'Expected more of the body; it broke off.');
  } finally {
    await handle.close();
  }
}

function tooLarge(): ProblemError {
  const detail = `Expected a file of at most ${IMPORT_LIMIT} bytes; found a larger one.`;
  return new ProblemError(413, 'too_large', detail);
}
