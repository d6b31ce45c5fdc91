import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The compiled worker in a process of its own, as it runs in production. */
export interface WorkerProcess {
  /** asks it to stop, as a supervisor does, and waits until it has */
  stop: () => Promise<void>;
  /** kills it where it stands */
  kill: () => Promise<void>;
}

export function spawnWorker(databaseUrl: string): WorkerProcess {
  const program = join(process.cwd(), 'dist/apps/worker/src/main.js');
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await exited;
  };
  return { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
