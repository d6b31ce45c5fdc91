import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** PostgreSQL refuses to run as root; these accounts of the system take its place, the first that exists. */
const ACCOUNTS_IN_PLACE_OF_ROOT = ['postgres', 'nobody'];

/** The account of the operating system that the server runs as, when that is not our own. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** Whether this process is root, which PostgreSQL refuses to be. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run the server as in place of root.
 *
 * @throws EmbeddedPostgresError when the system has none of them
 */
export function accountInPlaceOfRoot(): ServerAccount {
  const accounts = readAccounts();
  for (const name of ACCOUNTS_IN_PLACE_OF_ROOT) {
    const account = accounts.find((candidate) => candidate.name === name);
    if (account) return account;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root. Expected one of the users ${ACCOUNTS_IN_PLACE_OF_ROOT.join(', ')} in /etc/passwd to run it as, but found none. Start Baton as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** The account that owns a file or folder; undefined when that is root. */
export function accountOwning(path: string): ServerAccount | undefined {
  const { uid, gid } = statSync(path);
  if (uid === 0) return undefined;
  return { name: nameOf(uid), uid, gid };
}

function nameOf(uid: number): string {
  return readAccounts().find((account) => account.uid === uid)?.name ?? String(uid);
}

/**
 * Whether the account may enter the folder. Asked of the system itself, as that account: mode bits alone do not know of
 * access lists, mounts and the like.
 */
export function mayEnter(account: ServerAccount, folder: string): boolean {
  return holdsAs(account, 'cd "$1" 2>/dev/null', folder);
}

/** Whether the account may run the program and read the file. */
export function mayUse(account: ServerAccount, paths: { program: string; file: string }): boolean {
  return holdsAs(account, 'test -x "$1" && test -r "$2"', paths.program, paths.file);
}

function holdsAs({ uid, gid }: ServerAccount, script: string, ...args: string[]): boolean {
  const result = spawnSync('/bin/sh', ['-c', script, 'sh', ...args], {
    uid,
    gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return result.status === 0;
}

function readAccounts(): ServerAccount[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
