import { createServer, type IncomingMessage, type Server } from 'node:http';
import { verifyMessage } from './index.js';

interface Fact {
  type: string;
  timestamp: string;
  /** `sequence` grows with the changes of a subject; facts of one change share it */
  data: { subject: string; sequence?: number };
}

interface Receiver {
  /** the secret of the endpoint; while it rotates, the old and the new one */
  secrets: string[];
  handle: (fact: Fact) => void;
  /** ids of the messages that were handled: a table, written in the transaction of `handle` */
  handled: Set<string>;
  /** the highest sequence of each subject: another one */
  latest: Map<string, number>;
}

const LARGEST_BODY = 100_000;

export function receiverOf(receiver: Receiver): Server {
  return createServer((request, response) => {
    receive(request, receiver).then(
      (status) => response.writeHead(status).end(),
      // Whatever went wrong here: the delivery comes again.
      () => response.writeHead(500).end(),
    );
  });
}

async function receive(
  request: IncomingMessage,
  { secrets, handle, handled, latest }: Receiver,
): Promise<number> {
  const body = await bytesOf(request);
  if (body === null) return 413;
  const verification = verifyMessage(request.headers, {
    // The bytes as they came: JSON that was parsed and written again has another signature.
    body,
    secret: secrets,
    now: Math.floor(Date.now() / 1000),
    seen: (id) => handled.has(id),
  });
  if (!verification.valid) {
    // A duplicate is no error: the answer to the first delivery was lost.
    return verification.why === 'replayed' ? 204 : 401;
  }
  const fact = JSON.parse(body.toString()) as Fact;
  const { subject, sequence } = fact.data;
  const known = latest.get(subject) ?? 0;
  // A retry may arrive after what happened later. What is older than the known state is let go.
  if (sequence === undefined || sequence >= known) {
    handle(fact);
    latest.set(subject, sequence ?? known);
  }
  handled.add(verification.id);
  return 204;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size <= LARGEST_BODY ? Buffer.concat(chunks) : null;
}
