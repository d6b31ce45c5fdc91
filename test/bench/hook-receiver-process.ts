import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Arrival, ReceiverAnswer } from './hook-receiver.js';
import { machineMs } from './machine-clock.js';

/** Below this path nothing is answered. */
const HANGS = '/hangs';

let arrivals: Arrival[] = [];
let wanted: number | null = null;

// A process of its own, so that whoever sends shares no thread with whoever answers.
const server = createServer((request, response) => {
  const path = request.url!;
  arrivals.push({ id: String(request.headers['webhook-id']), path, atMs: machineMs() });
  request.resume();
  if (!path.startsWith(HANGS)) request.once('end', () => response.writeHead(204).end());
  tell();
});

// Only what is answered counts as having come; the rest is told of beside it.
function tell(): void {
  if (wanted === null || arrivals.length < wanted) return;
  const answered = arrivals.filter(({ path }) => !path.startsWith(HANGS));
  if (answered.length < wanted) return;
  wanted = null;
  const told = arrivals;
  arrivals = [];
  send({ arrivals: told });
}

process.on('message', ({ until }: { until: number }) => {
  wanted = until;
  tell();
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => send({ port: (server.address() as AddressInfo).port }));

function send(answer: ReceiverAnswer): void {
  process.send!(answer);
}
