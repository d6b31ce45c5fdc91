import { resolve } from 'node:path';
import { chooseHome, makeFolder, type ChosenHome } from './choose-home.js';
import {
  expectOurHome,
  layoutOf,
  writeMarker,
  type HomeLayout,
  type Purpose,
} from './cluster-home.js';
import { emptyHome, removeHome, sweepDiscardedSiblings } from './discarded-homes.js';
import { EmbeddedPostgresError, explainSystemError } from './embedded-postgres-error.js';
import { ownFolder, type OwnerLock } from './owner-lock.js';
import { stopServerOn, stopServerOnSync } from './postmaster.js';
import { runServer } from './run-server.js';
import { adminUrlOf } from './server-answer.js';

/** How long to wait for another Baton on the same folder, which may be shutting down just now. */
const OWNER_PATIENCE_MS = 2_000;

export interface EmbeddedPostgresOptions {
  /** the folder for the data, for instance `.baton/postgres` in the clone; made when missing */
  folder: string;
  /**
   * keep: durable, survives the sudden death of this process, of the server and of the machine. A process that exits
   * without stop() leaves the server running for the next one to take over.
   * discard: for tests; not durable, emptied at the start, removed by stop() and when this process exits. What a killed
   * run leaves is removed by the next discard start whose folder has the same parent folder.
   */
  purpose: Purpose;
  /** sentences for a person who waits, like "Creating the database cluster…" */
  onProgress?: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  /** the superuser's URL, with the password */
  adminUrl: string;
  port: number;
  /** where the data really is; not inside the folder when root starts and the server's account may not enter it */
  dataFolder: string;
  serverPid: number;
  /** Ends all sessions and the server, and lets go of the folder. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/**
 * Runs a PostgreSQL 18 server of our own on 127.0.0.1, with its data in the folder, for as long as this process wants it.
 * One process at a time owns a folder. A server that a killed owner left running is taken over.
 *
 * @throws EmbeddedPostgresError when the folder is in use, not ours or not usable, the programs are missing, or the
 *   server does not come up
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  try {
    return await startIn(folder, options);
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

async function startIn(asked: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { purpose, onProgress = () => undefined } = options;
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError(
      'Expected Linux or macOS to run the database, but found Windows. Set DATABASE_URL to a PostgreSQL of your own, or start Baton in WSL.',
    );
  }
  const folder = makeFolder(asked);
  expectOurHome(folder, purpose);
  const chosen = chooseHome(folder, purpose);
  if (chosen.home !== folder) tellMove(folder, chosen, onProgress);
  expectOurHome(chosen.home, purpose);

  const layout = layoutOf(chosen.home);
  const lock = await ownFolder(layout.home, OWNER_PATIENCE_MS);
  try {
    if (purpose === 'discard') {
      await emptyHome(layout.home);
      await sweepDiscardedSiblings(layout.home);
    }
    writeMarker(layout.home, { purpose, folder });
    const { pid, port } = await runServer({ layout, account: chosen.account, purpose, onProgress });
    const stop = purpose === 'keep' ? keepOnStop(layout, lock) : discardOnStop(layout, folder);
    return {
      adminUrl: adminUrlOf(layout, port),
      port,
      dataFolder: layout.data,
      serverPid: pid,
      stop,
    };
  } catch (error) {
    await giveUp(layout, lock);
    throw error;
  }
}

function tellMove(
  folder: string,
  { home, account }: ChosenHome,
  onProgress: (sentence: string) => void,
): void {
  onProgress(
    `PostgreSQL does not run as root, so it runs as the user "${account?.name}". The data is in ${home}, where that user can enter, and not in ${folder}.`,
  );
}

function keepOnStop(layout: HomeLayout, lock: OwnerLock): () => Promise<void> {
  return once(async () => {
    await stopServerOn(layout.data, 'fast');
    lock.release();
  });
}

function discardOnStop(layout: HomeLayout, folder: string): () => Promise<void> {
  const onExit = () => {
    stopServerOnSync(layout.data);
    removeHome(layout.home, folder);
  };
  process.once('exit', onExit);
  return once(async () => {
    await stopServerOn(layout.data, 'immediate');
    // The claim goes with the home.
    removeHome(layout.home, folder);
    process.off('exit', onExit);
  });
}

async function giveUp(layout: HomeLayout, lock: OwnerLock): Promise<void> {
  try {
    await stopServerOn(layout.data, 'fast');
  } catch {
    // The first error is the one to tell.
  } finally {
    lock.release();
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}
