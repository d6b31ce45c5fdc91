import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LONGEST_MS = 180_000;

/** Says a sentence to whoever runs the proof. */
export type Say = (sentence: string) => void;

/** What a program printed; rejects where it fails. */
export async function printedBy(program: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(program, args, {
    timeout: LONGEST_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout + stderr;
}

/** The files of a Debian package, or null where it is not installed; then it says so. */
export async function filesOfPackage(name: string, say: Say): Promise<string[] | null> {
  try {
    return (await printedBy('dpkg', '-L', name)).split('\n').filter(Boolean);
  } catch {
    say(`left out: ${name} is not installed`);
    return null;
  }
}
