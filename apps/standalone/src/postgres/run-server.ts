import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { HomeLayout, Purpose } from './cluster-home.js';
import { createCluster } from './create-cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { launchServer, type LaunchOptions } from './launch-server.js';
import { readyBinaries } from './postgres-binaries.js';
import {
  findPostmaster,
  POLL_MS,
  removeStalePidFile,
  stopPostmaster,
  type Postmaster,
  waitForEnd,
} from './postmaster.js';
import type { ServerAccount } from './server-account.js';
import { ANSWER_PATIENCE_MS, objectionTo } from './server-answer.js';
import { lastLines } from './server-log.js';
import { chooseAnyPort, choosePort, rememberPort } from './server-port.js';

/** How long the last processes of a killed server may hold its memory; they notice its death within moments. */
const DATA_IN_USE_PATIENCE_MS = 15_000;
const RECOVERY_PATIENCE_MS = 180_000;
const SHUTDOWN_PATIENCE_MS = 30_000;
const PORT_ATTEMPTS = 10;

/** What running a server in a home needs. The caller owns the home (see owner-lock.ts). */
export interface RunOptions {
  layout: HomeLayout;
  account: ServerAccount | undefined;
  purpose: Purpose;
  onProgress: (sentence: string) => void;
}

/**
 * Brings up the one server of this home: adopts the one that a killed owner left running when it answers with our data,
 * else starts one, on a new cluster when there is none.
 *
 * @throws EmbeddedPostgresError with the last lines of the server's log when it does not come up
 */
export async function runServer(options: RunOptions): Promise<{ pid: number; port: number }> {
  const { layout, account, onProgress } = options;
  const adopted = await adoptOrStop(options);
  if (adopted) return adopted;

  const native = await readyBinaries({ home: layout.home, account, onProgress });
  if (!existsSync(layout.cluster)) {
    onProgress('Creating the database cluster…');
    await createCluster({ ...options, native });
  }
  onProgress('Starting PostgreSQL…');
  return startServer(options, native);
}

async function startServer(
  options: RunOptions,
  native: string,
): Promise<{ pid: number; port: number }> {
  const { layout } = options;
  const launch: LaunchOptions = {
    layout,
    native,
    account: options.account,
    purpose: options.purpose,
  };
  const deadline = Date.now() + DATA_IN_USE_PATIENCE_MS;
  let port = await choosePort(layout.port);
  let portsTaken = 0;
  for (;;) {
    removeStalePidFile(layout.data);
    const outcome = await launchServer(launch, port);
    switch (outcome.kind) {
      case 'ready':
        rememberPort(layout.port, port);
        return { pid: outcome.pid, port };
      case 'port_taken':
        if (++portsTaken >= PORT_ATTEMPTS) {
          throw notUp(layout, `it found ${portsTaken} ports taken in a row`, '');
        }
        port = await chooseAnyPort();
        break;
      case 'data_in_use': {
        // A server whose starter was killed a moment ago may only now have shown itself.
        const adopted = await adoptOrStop(options);
        if (adopted) return adopted;
        if (Date.now() > deadline) {
          throw notUp(layout, 'another process is using its data', outcome.text);
        }
        await pause(100);
        break;
      }
      case 'failed':
        throw notUp(layout, outcome.why, outcome.text);
    }
  }
}

async function adoptOrStop({
  layout,
  onProgress,
}: RunOptions): Promise<{ pid: number; port: number } | undefined> {
  const found = findPostmaster(layout.data);
  if (!found) return undefined;
  if (await comesToAnswer(layout, found, onProgress)) {
    onProgress(`Using the PostgreSQL server that was still running (process ${found.pid}).`);
    const port = findPostmaster(layout.data)?.port ?? found.port;
    rememberPort(layout.port, port);
    return { pid: found.pid, port };
  }
  onProgress(`Stopping a PostgreSQL server that was still running (process ${found.pid})…`);
  await stopPostmaster(layout.data, found.pid, 'immediate');
  return undefined;
}

async function comesToAnswer(
  layout: HomeLayout,
  { pid }: Postmaster,
  onProgress: (sentence: string) => void,
): Promise<boolean> {
  const start = Date.now();
  for (;;) {
    const current = findPostmaster(layout.data);
    if (current?.pid !== pid) return false;
    if (current.status === 'stopping') {
      onProgress(`Waiting for the PostgreSQL server (process ${pid}) to shut down…`);
      await waitForEnd(pid, SHUTDOWN_PATIENCE_MS);
      return false;
    }
    const ready = current.status === 'ready';
    if (ready && (await objectionTo(layout, current.port)) === undefined) return true;
    const patienceMs = ready ? ANSWER_PATIENCE_MS : RECOVERY_PATIENCE_MS;
    if (Date.now() - start > patienceMs) return false;
    await pause(POLL_MS);
  }
}

function notUp(layout: HomeLayout, why: string, logText: string): EmbeddedPostgresError {
  const said =
    logText.trim() === ''
      ? 'It wrote nothing to its log.'
      : `Its last words:\n${lastLines(logText)}`;
  return new EmbeddedPostgresError(
    `Expected PostgreSQL to come up on ${layout.data}, but: ${why}. ${said}\nThe whole log is ${layout.log}.`,
  );
}
