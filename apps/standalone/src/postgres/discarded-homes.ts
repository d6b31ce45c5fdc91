import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { HOME_PREFIX } from './choose-home.js';
import { layoutOf, readMarker } from './cluster-home.js';
import { isSystemError } from './embedded-postgres-error.js';
import { claimFolder, isClaimName } from './owner-lock.js';
import { stopServerOn } from './postmaster.js';

/** A home on its way out, see removeHome. */
const REMOVED_NAME = /^\.baton-removed-[0-9a-f]{12}$/;

/**
 * Removes what killed test runs left beside this home: servers and folders. A sibling goes only when its marker says
 * "discard", it belongs to our own user, and its owner is dead (the claim on it is taken first). So callers that want
 * their leftovers found put all their test homes into one parent folder, each under a name of its own.
 */
export async function sweepDiscardedSiblings(home: string): Promise<void> {
  const parent = dirname(home);
  for (const name of readdirSync(parent)) {
    const sibling = join(parent, name);
    if (sibling === home || !isOwnFolder(sibling)) continue;
    try {
      await removeIfLeftOver(sibling);
    } catch {
      // One that resists must not keep this run from starting; the next one tries again.
    }
  }
}

/** Ends the server that a killed run left in this very home, and empties the home but for the claims on it. */
export async function emptyHome(home: string): Promise<void> {
  await stopServerOn(layoutOf(home).data, 'immediate');
  for (const name of readdirSync(home)) {
    if (!isClaimName(name)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

/**
 * Removes a home whose server has ended, and the folder that the caller asked for, which is another and empty when the
 * home had to go elsewhere. Synchronous, for the moment the process exits.
 */
export function removeHome(home: string, asked: string): void {
  // First a name that cannot be mistaken for a home: nobody is to start in one that is half gone.
  const removed = join(dirname(home), `.baton-removed-${randomBytes(6).toString('hex')}`);
  try {
    renameSync(home, removed);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // A mount point, or a parent folder that we may not write to: remove it where it is.
    rmSync(home, { recursive: true, force: true });
  }
  try {
    rmSync(removed, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The last processes of the server may still be writing. The next run beside it removes the rest.
  }
  if (asked !== home) removeIfEmpty(asked);
}

async function removeIfLeftOver(folder: string): Promise<void> {
  if (REMOVED_NAME.test(basename(folder))) return rmSync(folder, { recursive: true, force: true });
  const marker = readMarker(folder);
  if (marker?.purpose !== 'discard' || isForeignName(folder)) return;
  const claim = claimFolder(folder);
  if (!('release' in claim)) return;
  await stopServerOn(layoutOf(folder).data, 'immediate');
  removeHome(folder, marker.folder);
}

/** In a folder that everyone writes to, only names of ours are looked at. */
function isForeignName(folder: string): boolean {
  return dirname(folder) === realpathSync(tmpdir()) && !basename(folder).startsWith(HOME_PREFIX);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Gone already, or not empty, so not ours to remove.
  }
}

function isOwnFolder(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  return entry !== undefined && entry.isDirectory() && entry.uid === process.getuid?.();
}
