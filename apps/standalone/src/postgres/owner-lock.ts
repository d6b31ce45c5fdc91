import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { startStampOf } from './running-process.js';

const NUMBERED_CLAIM = /^owner-(\d+)$/;
const RELEASED = 'released';

/** The right of this process to a database folder, until released or until the process ends in whatever way. */
export interface OwnerLock {
  release(): void;
}

interface Claim {
  generation: number;
  text: string;
}

/** Whether this name in a database folder is a claim of an owner, so not data. */
export function isClaimName(name: string): boolean {
  return name.startsWith('owner-');
}

/**
 * Claims the folder, or answers with the process that owns it.
 *
 * Node has no flock, and "remove the dead owner's lock file, then create mine" lets two processes remove each other's.
 * So claims are numbered: `owner-<n>` is a symbolic link (created whole or not at all) whose target names a process and
 * its start. The highest number counts. Only its holder removes lower ones, and release rewrites it rather than
 * removing it, so the highest number never falls, and nobody who looked at an older state can come out on top.
 */
export function claimFolder(folder: string): OwnerLock | { ownerPid: number } {
  const mine = `${process.pid} ${startStampOf(process.pid)}`;
  for (;;) {
    const highest = highestClaim(folder);
    const ownerPid = highest && livingOwner(highest.text);
    if (ownerPid !== undefined) return { ownerPid };

    const generation = (highest?.generation ?? 0) + 1;
    if (!placeClaim(folder, { generation, text: mine })) continue;
    if (highestClaim(folder)?.generation === generation) {
      removeClaimsBelow(folder, generation);
      return { release: () => releaseClaim(folder, generation) };
    }
    rmSync(claimPath(folder, generation), { force: true });
  }
}

/** Claims the folder; while another process owns it, waits up to `patienceMs` for that one to let go. */
export async function ownFolder(folder: string, patienceMs: number): Promise<OwnerLock> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const claim = claimFolder(folder);
    if ('release' in claim) return claim;
    if (Date.now() >= deadline) throw alreadyOwned(folder, claim.ownerPid);
    await pause(50);
  }
}

function alreadyOwned(folder: string, ownerPid: number): EmbeddedPostgresError {
  const owner =
    ownerPid === process.pid
      ? `this same process, ${ownerPid},`
      : `another Baton (process ${ownerPid})`;
  return new EmbeddedPostgresError(
    `Expected to be the only one to use the database in ${folder}, but ${owner} already uses it. Stop that one first, or use another clone.`,
  );
}

function highestClaim(folder: string): Claim | undefined {
  const generations = claimGenerations(folder).toSorted((a, b) => b - a);
  for (const generation of generations) {
    try {
      return { generation, text: readlinkSync(claimPath(folder, generation)) };
    } catch (error) {
      // Removed since we listed: a higher one exists by now. The caller finds out when it places its own.
      if (!isSystemError(error, 'ENOENT')) throw error;
    }
  }
  return undefined;
}

function livingOwner(text: string): number | undefined {
  if (text === RELEASED) return undefined;
  const pid = Number.parseInt(text, 10);
  return text === `${pid} ${startStampOf(pid)}` ? pid : undefined;
}

function placeClaim(folder: string, claim: Claim): boolean {
  try {
    symlinkSync(claim.text, claimPath(folder, claim.generation));
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    if (!isSystemError(error, 'ENOENT')) throw error;
    // The folder of a dead test run was swept away between our look and our claim.
    mkdirSync(folder, { recursive: true });
    return false;
  }
}

function releaseClaim(folder: string, generation: number): void {
  const released = join(folder, `owner-released-${randomBytes(6).toString('hex')}`);
  try {
    symlinkSync(RELEASED, released);
    renameSync(released, claimPath(folder, generation));
  } catch (error) {
    // A folder that is gone holds nobody up, and a claim that stays ends with this process.
    if (!isSystemError(error)) throw error;
  }
}

function removeClaimsBelow(folder: string, generation: number): void {
  for (const older of claimGenerations(folder)) {
    if (older < generation) rmSync(claimPath(folder, older), { force: true });
  }
}

function claimGenerations(folder: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
  return names.flatMap((name) => NUMBERED_CLAIM.exec(name)?.[1] ?? []).map(Number);
}

function claimPath(folder: string, generation: number): string {
  return join(folder, `owner-${generation}`);
}
