import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AttachmentMissing } from './attachment-errors.js';
import {
  addressOf,
  type AttachmentStore,
  type ByteRange,
  type PutLimits,
  type Stored,
} from './attachment-store.js';
import { Incoming, onDisk, type Received } from './incoming.js';

/**
 * Attachments in a folder, as `ab/cd/<digest>`. A file stands under its digest only when all of it is on the disk; a crash
 * before that leaves one in `incoming`, which is cleared after a day.
 */
export class DiskStore implements AttachmentStore {
  private readonly incoming: Incoming;

  constructor(private readonly folder: string) {
    this.incoming = new Incoming(join(folder, 'incoming'));
  }

  async put(source: Readable, limits: PutLimits): Promise<Stored> {
    return this.incoming.receive(source, limits, (received) => this.keep(received));
  }

  async open(digest: string, range?: ByteRange): Promise<Readable> {
    const file = this.fileOf(digest);
    const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new AttachmentMissing(digest);
      throw error;
    });
    return handle.createReadStream(range);
  }

  async has(digest: string): Promise<boolean> {
    return (await sizeOf(this.fileOf(digest))) !== null;
  }

  private fileOf(digest: string): string {
    return join(this.folder, addressOf(digest));
  }

  private async keep({ file, digest, size }: Received): Promise<void> {
    const target = this.fileOf(digest);
    if ((await sizeOf(target)) === size) return;
    const inner = dirname(target);
    await onDisk(inner, mkdir(inner, { recursive: true, mode: 0o700 }));
    await onDisk(target, rename(file, target));
    // A new name is safe only when the folder that holds it is.
    for (const folder of [inner, dirname(inner), this.folder]) await onDisk(folder, sync(folder));
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function sync(folder: string): Promise<void> {
  // Windows has no such thing as a folder to write through.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
