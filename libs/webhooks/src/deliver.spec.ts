import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import {
  createDispatcher,
  deliver,
  type DeliveryOptions,
  type DeliveryRequest,
  newSecret,
  readAddressRules,
  verifyMessage,
} from './index.js';
import { TestReceiver } from './receiver.fixture.js';

const SECRETS = [newSecret(), newSecret()];
const timestamp = Math.floor(Date.now() / 1000);
const MESSAGE = { id: 'msg-1', timestamp, body: '{"title":"Grüße"}', secrets: SECRETS };
const allow = readAddressRules('127.0.0.0/8');
const HUGE = Buffer.alloc(10_000_000, 'a');

let dispatcher: Dispatcher;
const receivers: TestReceiver[] = [];

beforeAll(() => {
  dispatcher = createDispatcher({ allow });
});

afterEach(() => Promise.all(receivers.splice(0).map((receiver) => receiver.close())));

afterAll(() => dispatcher.destroy());

function post(
  receiver: TestReceiver,
  request: Partial<DeliveryRequest> = {},
  options: Partial<DeliveryOptions> = {},
) {
  const all = { url: receiver.url(), ...MESSAGE, ...request };
  return deliver(all, { dispatcher, timeoutMs: 5000, ...options });
}

async function http(listener: RequestListener): Promise<TestReceiver> {
  const receiver = await TestReceiver.http(listener);
  receivers.push(receiver);
  return receiver;
}

/** A receiver that answers a request with bytes of its own, or as it likes. */
async function tcp(answer: (socket: Socket) => void): Promise<TestReceiver> {
  const receiver = await TestReceiver.tcp((socket) => socket.once('data', () => answer(socket)));
  receivers.push(receiver);
  return receiver;
}

const answering =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(body);

describe('a delivery', () => {
  it('is a POST of the exact bytes, signed with every secret', async () => {
    let seen: { request: IncomingMessage; body: Buffer } | null = null;
    const receiver = await http((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen = { request, body: Buffer.concat(chunks) };
        response.writeHead(202).end('thanks');
      });
    });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const outcome = await post(receiver, {
      url: `${receiver.url()}/ü?a=1`,
      headers: { authorization: 'Bearer abc' },
      contentType: 'application/cloudevents+json',
      traceparent,
    });
    expect(outcome).toEqual({
      ok: true,
      statusCode: 202,
      error: null,
      detail: 'The receiver answered 202.',
      durationMs: expect.any(Number),
      retryAfter: null,
      gone: false,
      responseBody: 'thanks',
      address: '127.0.0.1',
    });
    const { request, body } = seen!;
    expect(body.equals(Buffer.from(MESSAGE.body))).toBe(true);
    expect([request.method, request.url]).toEqual(['POST', '/hook/%C3%BC?a=1']);
    expect(request.headers).toMatchObject({
      'content-type': 'application/cloudevents+json',
      'content-length': String(body.length),
      'user-agent': 'Baton-Webhooks',
      'webhook-id': 'msg-1',
      'webhook-timestamp': String(timestamp),
      authorization: 'Bearer abc',
      traceparent,
    });
    for (const secret of SECRETS) {
      expect(verifyMessage(request.headers, { body, secret, now: timestamp }).valid).toBe(true);
    }
  });

  it('is JSON where nothing else is said, and takes bytes', async () => {
    let type: string | undefined;
    const receiver = await http((request, response) => {
      type = request.headers['content-type'];
      response.end();
    });
    const outcome = await post(receiver, { body: Buffer.from([0xff, 0]) });
    expect([outcome.ok, type]).toEqual([true, 'application/json']);
  });
});

describe('an answer', () => {
  it.each([200, 201, 204, 299])('of %i is a success', async (status) => {
    const outcome = await post(await http(answering(status, { 'retry-after': '60' })));
    expect(outcome).toMatchObject({ ok: true, statusCode: status, error: null, retryAfter: null });
  });

  it.each([400, 404, 500, 503])('of %i is a failure', async (status) => {
    const outcome = await post(await http(answering(status, {}, 'no')));
    expect(outcome).toMatchObject({
      ok: false,
      statusCode: status,
      error: 'http_status',
      detail: `Expected an answer of 2xx; found ${status}.`,
      gone: false,
      responseBody: 'no',
    });
  });

  it.each([301, 302, 303, 307, 308])('of %i is a failure, and not followed', async (status) => {
    const target = await http(answering(200));
    const outcome = await post(await http(answering(status, { location: target.url() })));
    expect(outcome).toMatchObject({ ok: false, statusCode: status, error: 'redirect' });
    expect(outcome.detail).toContain('never followed');
    expect(target.connections).toBe(0);
  });

  it('of 410 says that the endpoint is gone', async () => {
    const outcome = await post(await http(answering(410)));
    expect(outcome).toMatchObject({ ok: false, statusCode: 410, error: 'http_status', gone: true });
  });

  it('of 429 tells how long to wait, in seconds or until a date', async () => {
    const seconds = await post(await http(answering(429, { 'retry-after': '120' })));
    expect(seconds).toMatchObject({ error: 'http_status', statusCode: 429, retryAfter: 120 });
    const date = new Date(Date.now() + 90_000).toUTCString();
    const { retryAfter } = await post(await http(answering(503, { 'retry-after': date })));
    expect(retryAfter).toBeGreaterThan(80);
    expect(retryAfter).toBeLessThanOrEqual(90);
    const neither = await post(await http(answering(429, { 'retry-after': 'soon' })));
    expect(neither.retryAfter).toBeNull();
  });

  it('is kept up to a kilobyte, as text without half characters and NUL', async () => {
    const long = await post(await http(answering(200, {}, `${'a'.repeat(1023)}ü`)));
    expect(long.responseBody).toBe('a'.repeat(1023));
    const binary = await post(await http(answering(200, {}, 'a\0b')));
    expect(binary.responseBody).toBe('a\uFFFDb');
  });

  it('is read up to 64 KB, and judged by its status', async () => {
    for (const [status, ok] of [
      [200, true],
      [500, false],
    ] as const) {
      let written = 0;
      const receiver = await http((_request, response) => {
        const more = () => {
          do written += HUGE.length;
          while (!response.destroyed && response.write(HUGE));
        };
        response.writeHead(status, { 'content-length': 1e9 }).on('drain', more);
        more();
      });
      const outcome = await post(receiver);
      expect(outcome).toMatchObject({ ok, statusCode: status, responseBody: 'a'.repeat(1024) });
      await receiver.quiet();
      expect(written).toBeLessThan(1e8);
    }
  });

  it('of exactly 64 KB leaves the connection open for the next delivery', async () => {
    const receiver = await http(answering(200, {}, 'a'.repeat(64 * 1024)));
    const one = createDispatcher({ allow, connectionsPerOrigin: 1 });
    for (let count = 0; count < 3; count += 1) {
      expect((await post(receiver, {}, { dispatcher: one })).ok).toBe(true);
    }
    expect(receiver.connections).toBe(1);
    await one.close();
  });

  it('after hints of 1xx is the one that counts', async () => {
    const receiver = await tcp((socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n');
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    });
    expect(await post(receiver)).toMatchObject({ ok: true, statusCode: 200, responseBody: 'ok' });
  });
});

describe('a receiver that takes its time', () => {
  const LIMIT = { timeoutMs: 80 };
  const dripping = (socket: Socket, text: string) => {
    const timer = setInterval(() => socket.write(text), 5);
    socket.once('close', () => clearInterval(timer));
  };

  // Where the status is to be heard, there is time enough for it on a machine that is busy.
  it.each<[string, (socket: Socket) => void, number | null, number?]>([
    ['says nothing', () => {}, null],
    [
      'drips headers',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        dripping(socket, 'x-more: 1\r\n');
      },
      null,
    ],
    [
      'drips a body',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        dripping(socket, 'a');
      },
      200,
      2000,
    ],
    ['gives hints without end', (socket) => dripping(socket, 'HTTP/1.1 103 Early\r\n\r\n'), null],
  ])('and %s is left after the limit', async (_what, answer, statusCode, timeoutMs = 80) => {
    const receiver = await tcp(answer);
    const outcome = await post(receiver, {}, { timeoutMs });
    expect(outcome).toMatchObject({ ok: false, error: 'timeout', statusCode });
    expect(outcome.detail).toContain(`within ${timeoutMs / 1000} s`);
    expect(outcome.durationMs).toBeGreaterThanOrEqual(timeoutMs - 1);
    await receiver.quiet();
  });

  it('and does not accept the body is left as well', async () => {
    const receiver = await TestReceiver.tcp((socket) => socket.pause());
    const body = Buffer.alloc(20_000_000);
    expect(await post(receiver, { body }, LIMIT)).toMatchObject({ error: 'timeout' });
    await receiver.close();
  });

  it('holds up nobody else who waits for the same connection beyond their own limit', async () => {
    const receiver = await tcp(() => {});
    const one = createDispatcher({ allow, connectionsPerOrigin: 1 });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => post(receiver, {}, { dispatcher: one, ...LIMIT })),
    );
    expect(outcomes.map(({ error }) => error)).toEqual(['timeout', 'timeout', 'timeout']);
    await one.destroy();
  });
});

describe('a receiver that is broken', () => {
  it.each<[string, (socket: Socket) => void, object]>([
    ['resets', (socket) => socket.resetAndDestroy(), { error: 'reset', statusCode: null }],
    ['closes without an answer', (socket) => socket.end(), { error: 'reset', statusCode: null }],
    [
      'closes within its answer',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'),
      { error: 'reset', statusCode: 200, responseBody: 'abc' },
    ],
    [
      'closes within its last answer',
      (socket) =>
        socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nabc'),
      { error: 'reset', statusCode: 200 },
    ],
    [
      'closes within a chunk',
      (socket) =>
        socket.end(
          'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n9\r\nabc',
        ),
      { error: 'reset', statusCode: 200 },
    ],
    ['speaks SMTP', (socket) => socket.end('220 mail ESMTP\r\n'), { error: 'not_http' }],
    ['speaks noise', (socket) => socket.end(Buffer.alloc(99, 0xee)), { error: 'not_http' }],
    [
      'switches protocols',
      (socket) => socket.write('HTTP/1.1 101 Go\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      { error: 'not_http' },
    ],
    ['continues', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), { error: 'not_http' }],
    [
      'breaks off into noise',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n!\r\n'),
      { error: 'not_http', statusCode: 200 },
    ],
    [
      'has huge headers',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nx-big: ${'a'.repeat(20_000)}\r\n\r\n`),
      { error: 'too_large', statusCode: null },
    ],
  ])('and %s fails', async (_what, answer, expected) => {
    const outcome = await post(await tcp(answer));
    expect(outcome).toMatchObject({ ok: false, gone: false, ...expected });
    expect(outcome.detail).toMatch(/^Expected .+\.$/u);
  });

  it('and refuses connections fails', async () => {
    const receiver = await TestReceiver.tcp(() => {});
    const url = receiver.url();
    await receiver.close();
    const outcome = await deliver({ url, ...MESSAGE }, { dispatcher });
    expect(outcome).toMatchObject({ error: 'connection_refused', address: '127.0.0.1' });
  });

  it('and has no address fails', async () => {
    const lookup = (_host: string, _options: object, done: (error: Error, all: []) => void) =>
      done(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }), []);
    const nowhere = createDispatcher({ allow, lookup });
    const options = { dispatcher: nowhere };
    const outcome = await deliver({ url: 'https://nowhere.example/', ...MESSAGE }, options);
    expect(outcome).toMatchObject({ error: 'dns', statusCode: null, address: null });
    await nowhere.destroy();
  });

  it('is left alone with what it does to one delivery: the next one gets through', async () => {
    let count = 0;
    const receiver = await tcp((socket) => {
      count += 1;
      if (count === 1) socket.resetAndDestroy();
      else socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    });
    expect([(await post(receiver)).error, (await post(receiver)).ok]).toEqual(['reset', true]);
  });
});

describe('a delivery that is wrong on this side', () => {
  it('throws instead of counting against the endpoint', async () => {
    const receiver = await http(answering(200));
    const wrong: [Partial<DeliveryRequest>, string][] = [
      [{ secrets: ['hunter2'] }, 'Expected a secret'],
      [{ id: 'a.b' }, 'without a dot'],
      [{ url: 'nowhere' }, 'Invalid URL'],
      [{ url: 'ftp://127.0.0.1/' }, 'Invalid URL protocol'],
      [{ headers: { host: 'other' } }, 'found host'],
      [{ headers: { 'x-a': 'b\r\nc: d' } }, 'visible ASCII'],
    ];
    for (const [request, message] of wrong) {
      await expect(post(receiver, request)).rejects.toThrow(message);
    }
    expect(receiver.connections).toBe(0);
  });

  it('throws when the dispatcher was closed, or is destroyed under way', async () => {
    const closed = createDispatcher({ allow });
    await closed.close();
    const receiver = await http(() => {});
    await expect(post(receiver, {}, { dispatcher: closed })).rejects.toThrow('destroyed');
    const destroyed = createDispatcher({ allow });
    const underWay = post(receiver, {}, { dispatcher: destroyed });
    await destroyed.destroy();
    await expect(underWay).rejects.toThrow('destroyed');
  });
});

describe('closing the dispatcher', () => {
  it('lets deliveries under way finish', async () => {
    const receiver = await http((_request, response) => void closing.then(() => response.end()));
    let close = () => {};
    const closing = new Promise<void>((resolve) => {
      close = resolve;
    });
    const own = createDispatcher({ allow });
    const underWay = post(receiver, {}, { dispatcher: own });
    const closed = own.close();
    close();
    expect((await underWay).ok).toBe(true);
    await closed;
  });
});
