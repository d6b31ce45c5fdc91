import { closeSync, fchownSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import type { ServerAccount } from './server-account.js';

const ROTATE_ABOVE_BYTES = 5_000_000;
const TAIL_BYTES = 16_000;

/** The log of one server start: what it writes from here on. */
export interface ServerLog {
  descriptor: number;
  close(): void;
  /** what this start has written, at most the last 16 kB */
  text(): string;
}

/** Opens the log for the server to append to; a long one is first moved aside, in place of the one before. */
export function openServerLog(path: string, account: ServerAccount | undefined): ServerLog {
  if (sizeOf(path) > ROTATE_ABOVE_BYTES) renameSync(path, `${path}.old`);
  const start = sizeOf(path);
  const descriptor = openSync(path, 'a', 0o600);
  // So that the owner of the data can still append to it when root has started the server once.
  if (account) fchownSync(descriptor, account.uid, account.gid);
  return { descriptor, close: () => closeSync(descriptor), text: () => readFrom(path, start) };
}

/** The last lines of a log, for an error message. */
export function lastLines(text: string, count = 8): string {
  return text.trim().split('\n').slice(-count).join('\n');
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(path: string, start: number): string {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(TAIL_BYTES);
    const length = readSync(
      descriptor,
      buffer,
      0,
      TAIL_BYTES,
      Math.max(start, sizeOf(path) - TAIL_BYTES),
    );
    return buffer.toString('utf8', 0, length);
  } finally {
    closeSync(descriptor);
  }
}
