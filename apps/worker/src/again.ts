import { setTimeout as delay } from 'node:timers/promises';

/** Work that is done again and again. */
export interface Repeated {
  /** No further run begins; resolves when the one under way is over. */
  stop: () => Promise<void>;
}

/** Runs `work` at once, and again `everyMs` milliseconds after each run. It must not throw. */
export function again(everyMs: number, work: () => Promise<void>): Repeated {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await work();
      await delay(everyMs, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
