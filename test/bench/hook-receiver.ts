import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A request as it came, before its body. */
export interface Arrival {
  /** the `webhook-id` */
  id: string;
  path: string;
  /** by `machineMs` */
  atMs: number;
}

export type ReceiverAnswer = { port: number } | { arrivals: Arrival[] };

/** A receiver of webhooks in a process of its own: it answers 204 to everything, and never to what is below `/hangs`. */
export interface HookReceiver {
  pid: number;
  /** http://127.0.0.1:… */
  url: string;
  /** Waits until so many that are answered have come since the last time, and gives all that have. */
  arrived: (count: number) => Promise<Arrival[]>;
  stop: () => void;
}

const PATIENCE_MS = 300_000;

export async function startHookReceiver(): Promise<HookReceiver> {
  const child = fork(fileURLToPath(new URL('hook-receiver-process.js', import.meta.url)));
  const answer = async () => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return ((await once(child, 'message', { signal })) as [ReceiverAnswer])[0];
  };
  const started = await answer();
  if (!('port' in started)) throw new Error('Expected a port; found something else.');
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${started.port}`,
    arrived: async (count) => {
      child.send({ until: count });
      const told = await answer();
      if (!('arrivals' in told)) throw new Error('Expected arrivals; found something else.');
      return told.arrivals;
    },
    stop: () => void child.kill(),
  };
}
