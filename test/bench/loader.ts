import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Driven } from './drive.js';
import type { HttpLoad } from './http-load.js';
import type { Figures } from './latencies.js';
import type { EngineSqlLoad, PlainSqlLoad } from './sql-load.js';

export type Load = HttpLoad | PlainSqlLoad | EngineSqlLoad;

export type SentFigures = Figures & Pick<Driven, 'senderCpuMs'>;

export type LoadAnswer = { figures: SentFigures } | { failed: string };

/** A process that sends loads, one after the other. */
export interface Loader {
  send: (load: Load) => Promise<SentFigures>;
  /** Lets a load over HTTP that is under way come to its end before its seconds are over. */
  finish: () => void;
  stop: () => void;
}

export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL('load-process.js', import.meta.url)));
  const exited = once(child, 'exit').then(() => {
    throw new Error('The process that sends the load has ended.');
  });
  // Heard only while a load is under way; at any other time its end is our own doing.
  exited.catch(() => undefined);
  return {
    send: async (load) => {
      child.send(load);
      const [answer] = (await Promise.race([once(child, 'message'), exited])) as [LoadAnswer];
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.figures;
    },
    finish: () => child.send('finish'),
    stop: () => child.kill(),
  };
}
