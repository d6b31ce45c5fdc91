import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LONGEST_MS = 180_000;

/** Whom a proof tells what it saw. */
export interface Teller {
  say: (sentence: string) => void;
  /** a package is not installed, so what needs it is not proved */
  leaveOut: (name: string) => void;
}

/** What a program printed; rejects where it fails. */
export async function printedBy(program: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(program, args, {
    timeout: LONGEST_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout + stderr;
}

/** The files of a Debian package, or null where it is not installed; then it says so. */
export async function filesOfPackage(name: string, teller: Teller): Promise<string[] | null> {
  try {
    return (await printedBy('dpkg', '-L', name)).split('\n').filter(Boolean);
  } catch {
    teller.leaveOut(name);
    return null;
  }
}
