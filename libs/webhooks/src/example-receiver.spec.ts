import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Dispatcher } from 'undici';
import { receiverOf } from './example-receiver.fixture.js';
import { createDispatcher, deliver, newSecret, readAddressRules } from './index.js';

const HERE = join(process.cwd(), 'libs/webhooks');
const secret = newSecret();
let server: Server;
let dispatcher: Dispatcher;
let handled: string[];

beforeEach(async () => {
  handled = [];
  server = receiverOf({
    secrets: [newSecret(), secret],
    handle: ({ type }) => {
      if (type === 'fails') throw new Error('no');
      handled.push(type);
    },
    handled: new Set(),
    latest: new Map(),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  dispatcher = createDispatcher({ allow: readAddressRules('127.0.0.1') });
});

afterEach(async () => {
  await dispatcher.close();
  server.close();
});

async function send(id: string, type: string, sequence?: number, secrets = [secret]) {
  const data = { subject: 'items/1', sequence };
  const body = JSON.stringify({ type, timestamp: '2026-03-01T12:00:00.000Z', data });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const timestamp = Math.floor(Date.now() / 1000);
  const outcome = await deliver({ url, body, secrets, id, timestamp }, { dispatcher });
  return outcome.statusCode;
}

describe('the receiver of the README', () => {
  it('is the one that is tested here', () => {
    const code = readFileSync(join(HERE, 'src/example-receiver.fixture.ts'), 'utf8');
    const readme = readFileSync(join(HERE, 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`ts\n${code.replace('./index.js', '#webhooks')}\`\`\``);
  });

  it('handles a message once, however often it comes', async () => {
    expect([await send('a', 'one', 1), await send('a', 'one', 1)]).toEqual([204, 204]);
    expect(handled).toEqual(['one']);
  });

  it('lets go of what is older than it knows, and takes all facts of one change', async () => {
    for (const [id, sequence] of Object.entries({ a: 2, b: 1, c: 2, d: undefined, e: 3 })) {
      expect(await send(id, id, sequence)).toBe(204);
    }
    expect(handled).toEqual(['a', 'c', 'd', 'e']);
  });

  it('refuses what nobody it knows has signed, and what is too large', async () => {
    expect(await send('a', 'one', 1, [newSecret()])).toBe(401);
    expect(await send('b', 'x'.repeat(100_000), 1)).toBe(413);
    expect(handled).toEqual([]);
  });

  it('asks for another attempt when it fails itself', async () => {
    expect([await send('a', 'fails', 1), await send('a', 'fine', 1)]).toEqual([500, 204]);
    expect(handled).toEqual(['fine']);
  });
});
