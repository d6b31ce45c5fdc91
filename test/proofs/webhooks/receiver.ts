import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { type Mood, MOODS, moodBy } from './moods.js';

/** What came under one id. */
export interface Message {
  /** of the bytes that came first */
  digest: string;
  body: string;
  arrivals: number;
  /** times that it was answered with success */
  accepted: number;
  /** refused until the receiver is mended */
  poison: boolean;
}

/** A receiver that does with each message as it likes, and remembers everything. */
export interface Receiver {
  name: string;
  url: string;
  messages: ReadonlyMap<string, Message>;
  /** answers by mood, poison counted as failure */
  moods: Readonly<Record<Mood, number>>;
  /** what no receiver must ever see, as sentences */
  wrongs: readonly string[];
  /** milliseconds since the last message came, and the longest that none came while it was watched */
  silence: { since: number; longest: number };
  /** until it is told, messages wait */
  knows: (secret: string) => void;
  /** takes everything from now on */
  mend: () => void;
  close: () => Promise<void>;
}

interface Nature {
  name: string;
  random: () => number;
  hangs: number;
  poison: number;
  /** messages that are expected, so that the poison is spread over them */
  expected: number;
}

/** Arrivals of one message at the latest of which it is taken, so that none but the poisoned ones are ever given up. */
const MOST_REFUSALS = 7;

/** Listens on a port of its own, so that what hangs there holds up nothing else. */
export async function startReceiver(nature: Nature): Promise<Receiver> {
  const messages = new Map<string, Message>();
  const moods = Object.fromEntries(MOODS.map((mood) => [mood, 0])) as Record<Mood, number>;
  const wrongs: string[] = [];
  const silence = { since: performance.now(), longest: 0 };
  let knows: (secret: string) => void;
  const webhook = new Promise<Webhook>((known) => {
    knows = (secret) => known(new Webhook(secret));
  });
  let mended = false;
  const everyPoison = Math.floor(nature.expected / (nature.poison + 1));

  const moodFor = ({ poison, arrivals }: Message): Mood => {
    if (mended) return 'take';
    if (poison) return 'fail';
    if (arrivals >= MOST_REFUSALS) return 'take';
    return moodBy(nature.random(), { mayHang: moods.hang < nature.hangs });
  };
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bytesOf(request);
    const now = performance.now();
    silence.longest = Math.max(silence.longest, now - silence.since);
    silence.since = now;
    const id = String(request.headers['webhook-id']);
    const wrong = (sentence: string) => wrongs.push(`${nature.name}, ${id}: ${sentence}`);
    if (request.url !== '/hooks') wrong(`a redirect was followed to ${request.url}.`);
    if (!isSigned(await webhook, { body, request })) wrong('it is not signed as it has to be.');
    const digest = createHash('sha256').update(body).digest('hex');
    let message = messages.get(id);
    if (message === undefined) {
      const poison = messages.size % everyPoison === everyPoison - 1;
      message = { digest, body: body.toString(), arrivals: 0, accepted: 0, poison };
      messages.set(id, message);
    }
    if (message.digest !== digest) wrong('it came with other bytes than before.');
    message.arrivals += 1;
    const mood = moodFor(message);
    moods[mood] += 1;
    if (mood === 'take') message.accepted += 1;
    answer(response, mood);
  };
  const server = createServer((request, response) => {
    // A request that was cut off, for instance because its sender was killed, is none.
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    name: nature.name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    messages,
    moods,
    wrongs,
    silence,
    knows: knows!,
    mend: () => (mended = true),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(response: ServerResponse, mood: Mood): void {
  switch (mood) {
    case 'take':
      response.writeHead(204).end();
      return;
    case 'fail':
      response.writeHead(500).end('Something went wrong.');
      return;
    case 'redirect':
      response.writeHead(302, { location: '/elsewhere' }).end();
      return;
    case 'busy':
      response.writeHead(429, { 'retry-after': '3600' }).end();
      return;
    case 'drop':
      response.destroy();
      return;
    case 'hang':
      return;
  }
}

function isSigned(
  webhook: Webhook,
  { body, request }: { body: Buffer; request: IncomingMessage },
): boolean {
  try {
    webhook.verify(body, request.headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
