import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { layoutOf, readMarker, type Purpose } from './cluster-home.js';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import {
  accountInPlaceOfRoot,
  accountOwning,
  isRoot,
  mayEnter,
  type ServerAccount,
} from './server-account.js';

/** Homes in a folder that others use too (the system's temporary one) begin with this. */
export const HOME_PREFIX = 'baton-';

/** Where a cluster lives, and as whom its server runs. */
export interface ChosenHome {
  home: string;
  /** undefined: as ourselves */
  account: ServerAccount | undefined;
}

/**
 * Finds where the data of this folder is, or belongs. For an ordinary user that is the folder itself.
 *
 * Root cannot run PostgreSQL, so another account does, and that one may be unable to enter the folder (a clone in
 * root's home). Then the home is elsewhere, under a name made from the folder's real path, so the next start finds it
 * again: for data to keep in /var/lib/baton, else in the temporary folder; for data to discard the other way round. A
 * home that exists wins over a better place, so that data never seems to vanish when rights change.
 */
export function chooseHome(folder: string, purpose: Purpose): ChosenHome {
  if (!isRoot()) return { home: folder, account: undefined };

  const elsewhere = homesElsewhere(folder, purpose);
  const existing = [folder, ...elsewhere.filter(isOwnFolder)].find((home) => readMarker(home));
  if (existing) return enterExisting(existing);

  const account = accountInPlaceOfRoot();
  if (mayEnter(account, folder)) return { home: folder, account };

  const home = elsewhere.find((candidate) => makeHome(candidate) && mayEnter(account, candidate));
  if (home) return { home, account };
  throw new EmbeddedPostgresError(
    `Expected a folder that the user ${account.name}, who runs PostgreSQL in place of root, can enter, but neither ${folder} nor ${elsewhere.join(' nor ')} is one. Start Baton as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** Makes the caller's folder when it is missing, and answers with its real path. */
export function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return realpathSync(folder);
}

function enterExisting(home: string): ChosenHome {
  const account = accountOfHome(home) ?? accountInPlaceOfRoot();
  if (mayEnter(account, home)) return { home, account };
  throw new EmbeddedPostgresError(
    `Expected the user ${account.name}, who runs PostgreSQL in place of root, to be able to enter ${home}, where the data is, but a folder above it does not let them in. Let them in (chmod o+x), or start Baton as the owner of the data.`,
  );
}

function homesElsewhere(folder: string, purpose: Purpose): string[] {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const lasting = join('/var/lib/baton', name);
  const passing = join(realpathSync(tmpdir()), `${HOME_PREFIX}${name}`);
  return purpose === 'keep' ? [lasting, passing] : [passing, lasting];
}

/** Data that exists keeps its owner; a home that an ordinary user made stays theirs. */
function accountOfHome(home: string): ServerAccount | undefined {
  const { data } = layoutOf(home);
  return (existsSync(data) ? accountOwning(data) : undefined) ?? accountOwning(home);
}

function makeHome(home: string): boolean {
  try {
    makeOpenFolder(dirname(home));
    makeOpenFolder(home);
    return isOwnFolder(home);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function makeOpenFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path);
  // Whatever our umask says: the server's account must be able to pass.
  chmodSync(path, 0o755);
}

/** In a folder that everyone may write to, somebody else may have put something under this name. */
function isOwnFolder(path: string): boolean {
  try {
    const entry = lstatSync(path);
    return entry.isDirectory() && entry.uid === process.getuid?.();
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
