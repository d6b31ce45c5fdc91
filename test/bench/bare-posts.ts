import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The same POST again and again, without a signature, a queue or a table. */
export interface BarePosts {
  /** in turns */
  urls: string[];
  count: number;
  atOnce: number;
  body: string;
}

export type PostsAnswer = { startedAtMs: number } | { failed: string };

/** A process that sends such posts. */
export interface BarePoster {
  /** Gives when it began, by `machineMs`. */
  post: (posts: BarePosts) => Promise<number>;
  stop: () => void;
}

export function startBarePoster(): BarePoster {
  const child = fork(fileURLToPath(new URL('bare-posts-process.js', import.meta.url)));
  return {
    post: async (posts) => {
      child.send(posts);
      const [answer] = (await once(child, 'message')) as [PostsAnswer];
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.startedAtMs;
    },
    stop: () => void child.kill(),
  };
}
