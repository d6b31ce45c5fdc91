import type { FastifyRequest } from 'fastify';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
  const folder = await mkdtemp(join(tmpdir(), 'baton-import-'));
  const file = join(folder, 'body');
  try {
    await pipeline(bodyStream(request), limited(), createWriteStream(file, { mode: 0o600 }));
    return await use(() => createReadStream(file));
  } catch (error) {
    if (brokeOff(request)) {
      throw new ProblemError(400, 'upload_broke_off', 'Expected more of the body; it broke off.');
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function limited(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      if (size <= IMPORT_LIMIT) return done(null, chunk);
      const detail = `Expected a file of at most ${IMPORT_LIMIT} bytes; found a larger one.`;
      return done(new ProblemError(413, 'too_large', detail));
    },
  });
}
