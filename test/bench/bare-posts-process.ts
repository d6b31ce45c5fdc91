import { Agent } from 'undici';
import type { BarePosts, PostsAnswer } from './bare-posts.js';
import { machineMs } from './machine-clock.js';

const agent = new Agent();

// A process of its own, as the worker is one.
process.on('message', (posts: BarePosts) => {
  post(posts).then(
    (startedAtMs) => send({ startedAtMs }),
    (error: unknown) => send({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

/** Each of them sends its next one when it has the answer to the one before. Gives when they began. */
async function post({ urls, count, atOnce, body }: BarePosts): Promise<number> {
  const startedAt = machineMs();
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < count) {
      const number = next++;
      const { origin, pathname: path } = new URL(urls[number % urls.length]!);
      const headers = { 'content-type': 'application/json', 'webhook-id': String(number) };
      const answer = await agent.request({ origin, path, method: 'POST', headers, body });
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return startedAt;
}

function send(answer: PostsAnswer): void {
  process.send!(answer);
}
