import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { layoutOf, type HomeLayout, type Purpose } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';

/**
 * For LC_CTYPE, the first that this system knows: C.UTF-8 on Linux, UTF-8 on macOS. Sorting and case come from
 * PostgreSQL's own C.UTF-8 in any case, but pg_trgm asks LC_CTYPE what a letter is, and with "C" forgets all but ASCII.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'UTF-8', 'C'];

/**
 * Makes a new cluster with a random superuser password. initdb works beside the final place, and one rename puts data
 * and password there together, so that an interrupted start leaves nothing that looks like a cluster.
 */
export async function createCluster(options: {
  layout: HomeLayout;
  native: string;
  account: ServerAccount | undefined;
  purpose: Purpose;
}): Promise<void> {
  const { layout, account } = options;
  await removeUnfinishedClusters(layout);
  const unfinished = `${layout.cluster}.${randomBytes(6).toString('hex')}`;
  try {
    prepare(unfinished, account);
    await initialise({ ...options, unfinished });
    await rename(unfinished, layout.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  if (options.purpose === 'keep') syncFolder(layout.home);
}

function prepare(unfinished: string, account: ServerAccount | undefined): void {
  const { data, password } = pathsIn(unfinished);
  mkdirSync(unfinished, { mode: 0o700 });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (!account) return;
  for (const path of [unfinished, data, password]) chownSync(path, account.uid, account.gid);
}

async function initialise(options: {
  unfinished: string;
  native: string;
  account: ServerAccount | undefined;
  purpose: Purpose;
}): Promise<void> {
  const { data, password } = pathsIn(options.unfinished);
  const fixed = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(options.purpose === 'discard' ? ['--no-sync'] : []),
  ];
  const program = join(options.native, 'bin', 'initdb');
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const result = await runProgram(
      program,
      [...fixed, `--lc-ctype=${characterType}`],
      options.account,
    );
    if (result.succeeded) return;
    output = result.output;
    if (!output.includes('invalid locale name')) break;
  }
  throw new EmbeddedPostgresError(
    `Expected ${program} to create a database cluster in ${data}, but it failed. It said: ${output.trim().split('\n').slice(-8).join('\n')}`,
  );
}

function pathsIn(cluster: string): { data: string; password: string } {
  const layout = layoutOf('');
  return {
    data: join(cluster, basename(layout.data)),
    password: join(cluster, basename(layout.password)),
  };
}

/** Left by starts that were killed; whatever resists now is tried again by the next new cluster. */
async function removeUnfinishedClusters(layout: HomeLayout): Promise<void> {
  const prefix = `${basename(layout.cluster)}.`;
  for (const name of await readdir(layout.home)) {
    if (!name.startsWith(prefix)) continue;
    // An initdb whose starter was killed may still be writing in there.
    await rm(join(layout.home, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      () => undefined,
    );
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
