import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { commandLineOf, isRunning } from './running-process.js';

export const POLL_MS = 15;
/** A server that has just made its pid file fills it at once; one that is empty for longer was interrupted. */
const EMPTY_PID_FILE_MS = 3_000;
/** How long the end of our own process may be held up, for each signal. */
const EXIT_WAIT_MS = 1_000;

/** The signals of PostgreSQL: INT ends sessions and writes everything down, QUIT recovers at the next start instead. */
const SHUTDOWNS = {
  fast: [
    { signal: 'SIGINT', waitMs: 30_000 },
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ],
  immediate: [
    { signal: 'SIGQUIT', waitMs: 5_000 },
    { signal: 'SIGKILL', waitMs: 5_000 },
  ],
} as const;
export type Shutdown = keyof typeof SHUTDOWNS;

/** A running server, as its pid file tells. */
export interface Postmaster {
  pid: number;
  port: number;
  /** starting, stopping, ready; empty while the server has not written it yet */
  status: string;
}

/** The server that runs on this data folder, if any. Its pid file alone proves nothing: the number may be another's by now. */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const named = readPidFile(dataFolder);
  return named && runsOn(named.pid, dataFolder) ? named : undefined;
}

/**
 * Removes a pid file whose process is a zombie or something other than this folder's server. PostgreSQL looks only at
 * whether the number exists, and would refuse to start. (A number that does not exist it cleans up by itself.)
 */
export function removeStalePidFile(dataFolder: string): void {
  const path = join(dataFolder, 'postmaster.pid');
  const named = readPidFile(dataFolder);
  if (named ? !runsOn(named.pid, dataFolder) : wasLeftEmpty(path)) rmSync(path, { force: true });
}

/**
 * Ends the server, with ever stronger signals when it does not end in time.
 *
 * @throws EmbeddedPostgresError when it survives all of them
 */
export async function stopPostmaster(
  dataFolder: string,
  pid: number,
  shutdown: Shutdown,
): Promise<void> {
  for (const { signal, waitMs } of SHUTDOWNS[shutdown]) {
    if (!runsOn(pid, dataFolder)) return;
    sendSignal(pid, signal);
    if (await waitForEnd(pid, waitMs)) return;
  }
  throw new EmbeddedPostgresError(
    `Expected the PostgreSQL server (process ${pid}) on ${dataFolder} to end, but it survived even SIGKILL. Its disk may hang; end it by hand before the next start.`,
  );
}

/** Ends the server that runs on this data folder, if any. */
export async function stopServerOn(dataFolder: string, shutdown: Shutdown): Promise<void> {
  const found = findPostmaster(dataFolder);
  if (found) await stopPostmaster(dataFolder, found.pid, shutdown);
}

/** As stopServerOn, immediate, for the moment the process exits, when nothing asynchronous runs any more. */
export function stopServerOnSync(dataFolder: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const pid = findPostmaster(dataFolder)?.pid;
  if (pid === undefined) return;
  for (const { signal } of SHUTDOWNS.immediate) {
    if (!runsOn(pid, dataFolder)) return;
    sendSignal(pid, signal);
    const deadline = Date.now() + EXIT_WAIT_MS;
    while (Date.now() < deadline && isRunning(pid)) Atomics.wait(sleeper, 0, 0, POLL_MS);
  }
}

/** Waits until the process has ended; false when it has not after `waitMs`. */
export async function waitForEnd(pid: number, waitMs: number): Promise<boolean> {
  const deadline = Date.now() + waitMs;
  while (isRunning(pid)) {
    if (Date.now() >= deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

function runsOn(pid: number, dataFolder: string): boolean {
  if (!isRunning(pid)) return false;
  // The command line is what every account may see of every process; the working directory is not (containers).
  return `${commandLineOf(pid)} `.includes(`postgres -D ${dataFolder} `);
}

/** Lines as in PostgreSQL's pidfile.h: pid, data folder, start, port, socket folder, address, memory key, status. */
function readPidFile(dataFolder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' };
}

function wasLeftEmpty(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file !== undefined && file.size === 0 && Date.now() - file.mtimeMs > EMPTY_PID_FILE_MS;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
}
