import { setTimeout as delay } from 'node:timers/promises';

/** Work that is done again and again. */
export interface Repeated {
  /** No further run begins; resolves when the one under way is over. */
  stop: () => Promise<void>;
}

/** Runs `work` at once, and again as many milliseconds after each run as it gives. It must not throw. */
export function again(work: () => Promise<number>): Repeated {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      const pauseMs = await work();
      if (pauseMs > 0) await delay(pauseMs, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
