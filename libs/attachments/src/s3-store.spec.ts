import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { AttachmentMissing, AttachmentTooLarge } from './attachment-errors.js';
import { digestOf, filesIn, readAll, streamOf, TestFolders } from './attachments.fixture.js';
import { S3Store } from './s3-store.js';

const KEYS = { region: 'eu-central-1', keyId: 'S3RVER', secret: 'S3RVER' };
const LIMITS = { maxBytes: 1_000_000 };
const BYTES = randomBytes(300_000);
const DIGEST = digestOf(BYTES);

const folders = new TestFolders();
const incoming = folders.make();
const directory = folders.make();
let storage: S3rver;
let endpoint: string;
let store: S3Store;

beforeAll(async () => {
  storage = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'acme' }],
  });
  const { port } = await storage.run();
  endpoint = `http://127.0.0.1:${port}`;
  store = new S3Store({ endpoint, bucket: 'acme', ...KEYS }, incoming);
});

afterAll(async () => {
  await storage.close();
  folders.remove();
});

describe('a bucket of attachments', () => {
  it('keeps bytes under their digest and gives them back, whole or in part', async () => {
    expect(await store.has(DIGEST)).toBe(false);
    const stored = await store.put(streamOf(BYTES, 65_536), LIMITS);
    expect(stored).toEqual({
      digest: DIGEST,
      size: BYTES.length,
      mediaType: 'application/octet-stream',
    });
    expect(await store.has(DIGEST)).toBe(true);
    expect(BYTES.equals(await readAll(await store.open(DIGEST)))).toBe(true);
    const part = await readAll(await store.open(DIGEST, { start: 1000, end: 1999 }));
    expect(BYTES.subarray(1000, 2000).equals(part)).toBe(true);
    expect(filesIn(incoming)).toEqual([]);
    const [kept, ...others] = filesIn(directory).filter((name) => name.endsWith('_object'));
    expect([kept, others]).toEqual([
      expect.stringContaining(`${DIGEST.slice(0, 2)}/${DIGEST.slice(2, 4)}/${DIGEST}`),
      [],
    ]);
  });

  it('refuses what is too large and leaves nothing anywhere', async () => {
    const before = filesIn(directory);
    const put = store.put(streamOf(randomBytes(2000)), { maxBytes: 1000 });
    await expect(put).rejects.toBeInstanceOf(AttachmentTooLarge);
    expect(filesIn(incoming)).toEqual([]);
    expect(filesIn(directory)).toEqual(before);
  });

  it('says that something is not there, and where the settings are wrong', async () => {
    await expect(store.open(digestOf('nothing'))).rejects.toBeInstanceOf(AttachmentMissing);
    const elsewhere = new S3Store({ endpoint, bucket: 'other', ...KEYS }, incoming);
    await expect(elsewhere.open(DIGEST)).rejects.toThrow(
      `Expected ${endpoint}/other to serve the request; it answered 404 NoSuchBucket.`,
    );
    const stranger = new S3Store({ endpoint, bucket: 'acme', ...KEYS, keyId: 'who' }, incoming);
    await expect(stranger.put(streamOf('text'), LIMITS)).rejects.toThrow(
      `Expected ${endpoint}/acme to serve the request; it answered 403`,
    );
  });

  it('says that nothing listens there, after some attempts, and never the secret', async () => {
    const { port, close } = await listening(() => ({ status: 200 }));
    await close();
    const nowhere = new S3Store(
      { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme', ...KEYS, secret: 'hunter2' },
      incoming,
    );
    const failed = nowhere.has(DIGEST);
    await expect(failed).rejects.toThrow(
      `Expected http://127.0.0.1:${port}/acme to answer; found ECONNREFUSED.`,
    );
    await expect(failed).rejects.not.toThrow('hunter2');
  });
});

interface Seen {
  request: IncomingMessage;
  body: Buffer;
}

/** A server that answers as it is told or not at all, and keeps what it saw. */
async function listening(answer: (seen: Seen, count: number) => { status: number } | 'nothing') {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      seen.push({ request, body });
      const given = answer({ request, body }, seen.length);
      if (given !== 'nothing') response.writeHead(given.status).end();
    });
  });
  return { ...(await started(server)), seen };
}

async function started(server: Server) {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { port, close };
}

describe('a request to the bucket', () => {
  it('is repeated with its whole body when the storage fails for a moment', async () => {
    const { port, seen, close } = await listening(({ request }, count) => {
      if (request.method === 'HEAD') return { status: 404 };
      return { status: count < 4 ? 503 : 200 };
    });
    const address = { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme' };
    await new S3Store({ ...address, ...KEYS }, incoming).put(streamOf(BYTES, 65_536), LIMITS);
    const puts = seen.filter(({ request }) => request.method === 'PUT');
    expect(puts.map(({ body }) => digestOf(body))).toEqual([DIGEST, DIGEST, DIGEST]);
    await close();
  });

  it('is given up after four attempts', async () => {
    const { port, seen, close } = await listening(() => ({ status: 500 }));
    const address = { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme' };
    const failed = new S3Store({ ...address, ...KEYS }, incoming).has(DIGEST);
    await expect(failed).rejects.toThrow('it answered 500.');
    expect(seen.length).toBe(4);
    await close();
  });

  it('is given up where nothing moves', async () => {
    const { port, close } = await listening(() => 'nothing');
    const address = { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme' };
    const failed = new S3Store({ ...address, ...KEYS, idleTimeoutMs: 50 }, incoming).has(DIGEST);
    await expect(failed).rejects.toThrow('to answer; found silence for 50 ms.');
    await close();
  });

  it('does not hold in memory what it has sent', async () => {
    const megabyte = Buffer.alloc(1_048_576, 'a');
    const held: number[] = [];
    const server = createServer((request, response) => {
      if (request.method === 'HEAD') return response.writeHead(404).end();
      request.resume();
      request.on('end', () => {
        held.push(process.memoryUsage().arrayBuffers);
        response.end();
      });
    });
    const { port, close } = await started(server);
    const address = { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme' };
    const before = process.memoryUsage().arrayBuffers;
    await new S3Store({ ...address, ...KEYS }, incoming).put(
      Readable.from(Array.from({ length: 160 }, () => megabyte)),
      { maxBytes: 160 * megabyte.length },
    );
    expect(held.map((bytes) => bytes - before < 80 * megabyte.length)).toEqual([true]);
    await close();
  });

  it('names length and digest of its body, and is signed as AWS says', async () => {
    const { port, seen, close } = await listening(({ request }) => ({
      status: request.method === 'HEAD' ? 404 : 200,
    }));
    const address = { endpoint: `http://127.0.0.1:${port}`, bucket: 'acme' };
    const access = { ...address, region: 'eu-central-1', keyId: 'someone', secret: 'hunter2' };
    await new S3Store(access, incoming).put(streamOf(BYTES, 65_536), LIMITS);
    const { headers } = seen.find(({ request }) => request.method === 'PUT')!.request;
    expect(headers['content-length']).toBe(String(BYTES.length));
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(headers['x-amz-content-sha256']).toBe(DIGEST);
    for (const { request } of seen) {
      expect(request.headers.authorization).toBe(authorization(request, access));
    }
    await close();
  });
});

/** Signature Version 4, computed anew from what arrived. */
function authorization(
  { method, url, headers }: IncomingMessage,
  { keyId, secret, region }: { keyId: string; secret: string; region: string },
): string {
  const date = headers['x-amz-date'] as string;
  const [, names = ''] = /SignedHeaders=([^,]+)/u.exec(headers.authorization ?? '') ?? [];
  expect(names.split(';')).toEqual(
    expect.arrayContaining(['host', 'x-amz-content-sha256', 'x-amz-date']),
  );
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const body = headers['x-amz-content-sha256'] as string;
  const asked = [method, url, '', lines.join(''), names, body].join('\n');
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const hash = createHash('sha256').update(asked).digest('hex');
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope, hash].join('\n')).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}
