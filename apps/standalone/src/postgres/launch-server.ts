import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HomeLayout, Purpose } from './cluster-home.js';
import { findPostmaster, POLL_MS, stopPostmaster } from './postmaster.js';
import { endOf, programSurroundings } from './run-program.js';
import type { ServerAccount } from './server-account.js';
import { ANSWER_PATIENCE_MS, objectionTo } from './server-answer.js';
import { openServerLog, type ServerLog } from './server-log.js';
import { LOOPBACK } from './server-port.js';

/** How long a start may take. Recovery after a crash reads up to 1 GB of log (PostgreSQL's default max_wal_size). */
const START_TIMEOUT_MS = 180_000;

/** How one start went. `text` is what the server wrote. */
export type LaunchOutcome =
  | { kind: 'ready'; pid: number }
  | { kind: 'port_taken' }
  | { kind: 'data_in_use'; text: string }
  | { kind: 'failed'; why: string; text: string };

/** What one start needs. */
export interface LaunchOptions {
  layout: HomeLayout;
  native: string;
  account: ServerAccount | undefined;
  purpose: Purpose;
}

/** Starts the server on this port and waits until it answers with our data, or has failed. */
export async function launchServer(options: LaunchOptions, port: number): Promise<LaunchOutcome> {
  const { layout, native, account, purpose } = options;
  const program = join(native, 'bin', 'postgres');
  const log = openServerLog(layout.log, account);
  try {
    const child = spawn(program, serverArguments(layout, port, purpose), {
      ...programSurroundings(account),
      // A session of its own: Ctrl-C in the terminal reaches us, and we end the server when its users are done with it.
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    child.unref();
    const start = { ended: undefined as string | undefined, pid: child.pid, port };
    void endOf(child, program).then((how) => (start.ended = how));

    const objection = await watchStart(layout, start);
    if (start.ended !== undefined) return outcomeOfEnd(start.ended, log);
    if (objection === undefined) return { kind: 'ready', pid: child.pid ?? 0 };
    if (child.pid) await stopPostmaster(layout.data, child.pid, 'immediate');
    return { kind: 'failed', why: objection, text: log.text() };
  } finally {
    log.close();
  }
}

/** Resolves when the server answers with our data (undefined), has ended, or there is no more hope (why). */
async function watchStart(
  layout: HomeLayout,
  start: { ended: string | undefined; pid: number | undefined; port: number },
): Promise<string | undefined> {
  let objection: string | undefined = `it was not ready after ${START_TIMEOUT_MS / 1000} seconds`;
  let deadline = Date.now() + START_TIMEOUT_MS;
  let ready = false;
  while (start.ended === undefined && Date.now() < deadline) {
    await pause(POLL_MS);
    const found = findPostmaster(layout.data);
    if (found?.pid !== start.pid || found?.status !== 'ready') continue;
    if (!ready) deadline = Date.now() + ANSWER_PATIENCE_MS;
    ready = true;
    objection = await objectionTo(layout, start.port);
    if (objection === undefined) break;
  }
  return objection;
}

/** The messages are English whatever the language of the system: the cluster is made with lc_messages C. */
function outcomeOfEnd(ended: string, log: ServerLog): LaunchOutcome {
  const text = log.text();
  if (/could not bind .*Address already in use/.test(text)) return { kind: 'port_taken' };
  if (/pre-existing shared memory block|lock file "postmaster\.pid"/.test(text)) {
    return { kind: 'data_in_use', text };
  }
  return { kind: 'failed', why: ended, text };
}

function serverArguments(layout: HomeLayout, port: number, purpose: Purpose): string[] {
  const settings = {
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Sessions of a client that was killed end soon, even in the middle of a long query.
    client_connection_check_interval: '2s',
    ...(purpose === 'discard' && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
  };
  // -D comes first: it is how a running server is told from others (see postmaster.ts).
  const args = ['-D', layout.data, '-p', String(port)];
  return args.concat(
    ...Object.entries(settings).map(([name, value]) => ['-c', `${name}=${value}`]),
  );
}
