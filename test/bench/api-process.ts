import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The API as it is deployed: a process of its own that logs each request. */
export interface ApiProcess {
  port: number;
  pid: number;
  stop: () => Promise<void>;
  /** kills it where it stands */
  kill: () => Promise<void>;
}

const START_PATIENCE_MS = 60_000;
const POLL_MS = 20;

/**
 * Writes its log into `folder`, and a processor profile too where `profiled` says so. Listens on a free port unless told
 * on which, and is set as `settings` say beside this process's own environment.
 */
export async function startApi(options: {
  databaseUrl: string;
  folder: string;
  profiled: boolean;
  port?: number;
  settings?: Record<string, string>;
}): Promise<ApiProcess> {
  const port = options.port ?? (await freePort());
  const program = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));
  const flags = options.profiled ? ['--cpu-prof', `--cpu-prof-dir=${options.folder}`] : [];
  const log = openSync(join(options.folder, 'api.log'), 'a');
  const child = spawn(process.execPath, [...flags, program], {
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      // Requests are counted as they are in production, and none is one too many.
      RATE_LIMIT: '10000000',
      ATTACHMENTS: `disk:${join(options.folder, 'attachments')}`,
      ...process.env,
      ...options.settings,
      DATABASE_URL: options.databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', log, 'inherit'],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  const stop = () => end('SIGTERM');
  const deadline = Date.now() + START_PATIENCE_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error('The API did not become ready; it says why above.');
    }
    await pause(POLL_MS);
  }
  return { port, pid: child.pid!, stop, kill: () => end('SIGKILL') };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
