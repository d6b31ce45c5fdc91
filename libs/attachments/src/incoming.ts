import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  AttachmentDigestMismatch,
  AttachmentEmpty,
  AttachmentStorageFailed,
  AttachmentTooLarge,
} from './attachment-errors.js';
import type { PutLimits, Stored } from './attachment-store.js';
import { mediaTypeOf, SNIFFED_BYTES } from './media-type.js';
import { TextCheck } from './text-check.js';

/** Bytes that have come whole, in a file that is only theirs. */
export interface Received extends Stored {
  file: string;
}

/** Milliseconds after which a file that nobody writes any more is what a crash left behind. */
const LEFT_BEHIND_AFTER = 24 * 60 * 60 * 1000;
const CLEARED_EVERY = 60 * 60 * 1000;

/** The folder where bytes wait until all of them have come and are known to be wanted. */
export class Incoming {
  private clearedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly folder: string) {}

  /** Receives a stream and hands its file to `keep`, which may move it away; what is still there afterwards is deleted. */
  async receive(
    source: Readable,
    limits: PutLimits,
    keep: (received: Received) => Promise<void>,
  ): Promise<Stored> {
    // A stream may fail before it is read; reading it then says so.
    const heard = () => {};
    source.on('error', heard);
    const file = join(this.folder, randomUUID());
    try {
      await this.prepare();
      const { digest, size, head, isText } = await writeDown(source, limits.maxBytes, file);
      if (size === 0) throw new AttachmentEmpty();
      if (limits.digest !== undefined && limits.digest !== digest) {
        throw new AttachmentDigestMismatch(limits.digest, digest);
      }
      const stored = { digest, size, mediaType: await mediaTypeOf({ file, head, isText }) };
      await keep({ ...stored, file });
      return stored;
    } finally {
      source.off('error', heard);
      // What could not be deleted now is cleared with what a crash leaves behind.
      await rm(file, { force: true }).catch(() => {});
    }
  }

  private async prepare(): Promise<void> {
    await onDisk(this.folder, mkdir(this.folder, { recursive: true, mode: 0o700 }));
    const now = Date.now();
    if (now - this.clearedAt < CLEARED_EVERY) return;
    this.clearedAt = now;
    await clearLeftBehind(this.folder, now - LEFT_BEHIND_AFTER);
  }
}

/** Says which place failed, and how; `work` is anything that Node does with files. */
export async function onDisk<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const found = code === 'ENOSPC' ? 'no space is left there' : message;
    throw new AttachmentStorageFailed(`Expected ${place} to take files; ${found}.`, {
      cause: error,
    });
  }
}

async function writeDown(source: Readable, maxBytes: number, file: string) {
  const handle = await onDisk(file, open(file, 'wx', 0o600));
  try {
    const written = await copy(source, maxBytes, { file, handle });
    await onDisk(file, handle.sync());
    return written;
  } finally {
    await handle.close();
  }
}

async function copy(
  source: Readable,
  maxBytes: number,
  { file, handle }: { file: string; handle: FileHandle },
) {
  const hash = createHash('sha256');
  const text = new TextCheck();
  let head = Buffer.alloc(0);
  let size = 0;
  // The stream is left open when reading stops early: behind it may be a connection that still wants an answer.
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new AttachmentTooLarge(maxBytes);
    if (head.length < SNIFFED_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, SNIFFED_BYTES - head.length)]);
    }
    hash.update(chunk);
    text.add(chunk);
    await onDisk(file, handle.appendFile(chunk));
  }
  return { digest: hash.digest('hex'), size, head, isText: text.isText() };
}

async function clearLeftBehind(folder: string, before: number): Promise<void> {
  for (const name of await onDisk(folder, readdir(folder))) {
    const file = join(folder, name);
    // Another process may clear at the same moment.
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true && found.mtimeMs < before) await rm(file, { force: true });
  }
}
