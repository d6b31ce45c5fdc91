import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** The compiled worker in a process of its own, as it runs in production. */
export interface WorkerProcess {
  pid: number;
  /** asks it to stop, as a supervisor does, and waits until it has */
  stop: () => Promise<void>;
  /** kills it where it stands */
  kill: () => Promise<void>;
  /** stops its time, and lets it go on */
  freeze: () => void;
  thaw: () => void;
  /** when it has ended, by whatever */
  exited: Promise<void>;
}

/** Set as `settings` say beside this process's own environment. What it says goes to the end of the file `log`, if any. */
export function spawnWorker(
  databaseUrl: string,
  { settings = {}, log }: { settings?: Record<string, string>; log?: string } = {},
): WorkerProcess {
  const program = join(process.cwd(), 'dist/apps/worker/src/main.js');
  const output = log === undefined ? ('inherit' as const) : openSync(log, 'a');
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...settings, DATABASE_URL: databaseUrl },
    stdio: ['ignore', output, output],
  });
  if (typeof output === 'number') closeSync(output);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await exited;
  };
  return {
    pid: child.pid!,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    exited,
  };
}
