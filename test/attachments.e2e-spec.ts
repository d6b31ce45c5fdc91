import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { Response } from 'supertest';
import { baton } from './command-line.js';
import { createItem, type Crew, hire, type Item, read, send } from './line.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

const MEGABYTE = 1_048_576;
const LIMIT_MB = 2;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000)]);

let api: TestApi;
let crew: Crew;
let stranger: TestPerson;
let count = 0;

beforeAll(async () => {
  api = await startTestApi({ ATTACHMENT_LIMIT_MB: String(LIMIT_MB) });
  crew = await hire(await api.workspace('acme'));
  const elsewhere = await api.workspace('elsewhere');
  stranger = await elsewhere.person([{ function: 'enablement' }]);
});

afterAll(async () => api.close());

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const newItem = () => createItem(crew.marketing, { slug: `item-${(count += 1)}` });
const pathOf = ({ id }: Item) => `/v1/items/${id}/attachments`;
const outcomeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];

function attach(item: Item, name: string, bytes: Buffer | string, person = crew.marketing) {
  return person.upload(`${pathOf(item)}?name=${encodeURIComponent(name)}`, bytes);
}

/** The bytes of a download, whatever its type. */
function download(location: string, headers: Record<string, string> = {}) {
  return crew.legal
    .get(location)
    .set(headers)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

const incoming = () => {
  const folder = join(api.attachments, 'incoming');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('an attachment', () => {
  it('is kept, listed and given back byte for byte, as a file that no browser shows', async () => {
    const item = await newItem();
    const attached = await attach(item, 'Grüße.pdf', PDF).expect(201);
    expect(attached.body).toEqual({
      id: expect.any(String),
      name: 'Grüße.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      digest: digestOf(PDF),
      addedBy: crew.marketing.id,
      addedAt: expect.stringMatching(/Z$/u),
    });
    expect(attached.headers['etag']).toBe(`"${item.version + 1}"`);
    const location = `${pathOf(item)}/${attached.body.id}`;
    expect(attached.headers['location']).toBe(location);
    const { body: list } = await crew.legal.get(pathOf(item)).expect(200);
    expect(list).toEqual({ items: [attached.body], nextCursor: null });

    const file = await download(location).expect(200);
    expect(PDF.equals(file.body as Buffer)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="Gr__e.pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'repr-digest': `sha-256=:${createHash('sha256').update(PDF).digest('base64')}:`,
      etag: `"${digestOf(PDF)}"`,
    });
    const known = await download(location, { 'if-none-match': `"${digestOf(PDF)}"` });
    expect([known.status, (known.body as Buffer).length]).toEqual([304, 0]);
    const head = await crew.legal.head(location);
    expect([head.status, head.headers['content-length']]).toEqual([200, String(PDF.length)]);
  });

  it('is given in parts', async () => {
    const item = await newItem();
    const { headers } = await attach(item, 'a.pdf', PDF).expect(201);
    const location = headers['location']!;
    const part = await download(location, { range: 'bytes=10-19' });
    expect([part.status, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      `bytes 10-19/${PDF.length}`,
      '10',
    ]);
    expect(PDF.subarray(10, 20).equals(part.body as Buffer)).toBe(true);
    const last = await download(location, { range: 'bytes=-5', 'if-range': `"${digestOf(PDF)}"` });
    expect(PDF.subarray(-5).equals(last.body as Buffer)).toBe(true);
    const other = await download(location, { range: 'bytes=-5', 'if-range': '"other"' });
    expect(other.status).toBe(200);
    const behind = await crew.legal.get(location).set('range', `bytes=${PDF.length}-`);
    expect(outcomeOf(behind)).toEqual([416, 'range_not_satisfiable']);
    expect(behind.headers['content-range']).toBe(`bytes */${PDF.length}`);
  });

  it('stands in the trail when it came and when it went, and the trail holds', async () => {
    const item = await newItem();
    const { body } = await attach(item, 'notes.txt', 'Notes.').expect(201);
    const location = `${pathOf(item)}/${body.id}`;
    await crew.enablement.delete(location).expect(204);
    expect(outcomeOf(await crew.marketing.delete(location))).toEqual([404, 'not_found']);
    expect(outcomeOf(await crew.marketing.get(location))).toEqual([404, 'not_found']);
    expect((await crew.marketing.get(pathOf(item))).body.items).toEqual([]);
    const { body: history } = await crew.legal.get(`/v1/items/${item.id}/history`);
    expect(
      history.items.slice(1).map(({ entry }: { entry: { command: object } }) => entry.command),
    ).toEqual([
      {
        type: 'attach',
        attachmentId: body.id,
        name: 'notes.txt',
        mediaType: 'text/plain',
        size: 6,
        digest: digestOf('Notes.'),
      },
      { type: 'detach', attachmentId: body.id },
    ]);
    const facts = await api.database.query<{ type: string }>(
      `select type from message where item_id = $1 and type like 'attachment.%' order by sequence`,
      [item.id],
    );
    expect(facts.map(({ type }) => type)).toEqual(['attachment.added', 'attachment.removed']);
    const verified = await baton(['verify'], { url: api.url, key: crew.enablement.key });
    expect([verified.status, verified.output]).toEqual([0, expect.stringContaining('holds')]);
  });

  it('with the same name and bytes again is the one that is there', async () => {
    const item = await newItem();
    const first = await attach(item, 'a.txt', 'Same.').expect(201);
    const second = await attach(item, 'a.txt', 'Same.').expect(200);
    expect(second.body).toEqual(first.body);
    const named = await attach(item, 'b.txt', 'Same.').expect(201);
    expect(named.body).toMatchObject({ digest: first.body.digest });
    expect((await read(crew.marketing, item.id)).version).toBe(item.version + 2);
  });

  it('is attached once under an Idempotency-Key, which is not for other bytes', async () => {
    const item = await newItem();
    const first = await attach(item, 'a.txt', 'One.').set('idempotency-key', 'k').expect(201);
    await crew.marketing.delete(first.headers['location']!).expect(204);
    const again = await attach(item, 'a.txt', 'One.').set('idempotency-key', 'k').expect(201);
    expect(again.body).toEqual(first.body);
    expect((await crew.marketing.get(pathOf(item))).body.items).toEqual([]);
    const other = await attach(item, 'a.txt', 'Two.').set('idempotency-key', 'k');
    expect(outcomeOf(other)).toEqual([422, 'idempotency_key_reused']);
  });

  it('is refused against an older version, where one is named', async () => {
    const item = await newItem();
    const first = await attach(item, 'a.txt', 'A.').set('if-match', '"1"').expect(201);
    const late = await attach(item, 'b.txt', 'B.').set('if-match', '"1"');
    expect(outcomeOf(late)).toEqual([412, 'stale_version']);
    const gone = await crew.marketing.delete(first.headers['location']!).set('if-match', '"1"');
    expect(outcomeOf(gone)).toEqual([412, 'stale_version']);
  });

  it('is for those who keep the item, and refused before its bytes are kept', async () => {
    const item = await newItem();
    expect(outcomeOf(await attach(item, 'mine.txt', 'Not mine.', crew.sales))).toEqual([
      403,
      'not_your_function',
    ]);
    const cancelled = await send(crew.marketing, item, 'cancel', { comment: 'No.' });
    expect(cancelled.status).toBe(200);
    expect(outcomeOf(await attach(item, 'late.txt', 'Not mine.'))).toEqual([409, 'item_closed']);
    const digest = digestOf('Not mine.');
    expect(existsSync(join(api.attachments, digest.slice(0, 2), digest.slice(2, 4), digest))).toBe(
      false,
    );
  });

  it('is not there for another workspace', async () => {
    const item = await newItem();
    const { headers } = await attach(item, 'a.txt', 'Ours.').expect(201);
    const location = headers['location']!;
    for (const response of [
      await stranger.get(pathOf(item)),
      await stranger.get(location),
      await stranger.delete(location),
      await attach(item, 'a.txt', 'Theirs.', stranger),
    ]) {
      expect(outcomeOf(response)).toEqual([404, 'not_found']);
    }
    const theirs = await createItem(stranger, { slug: 'theirs' });
    const id = location.split('/').at(-1);
    expect(outcomeOf(await stranger.get(`${pathOf(theirs)}/${id}`))).toEqual([404, 'not_found']);
  });
});

describe('in a bucket', () => {
  it('attachments are kept by the same requests', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'baton-bucket-'));
    const storage = new S3rver({
      address: '127.0.0.1',
      port: 0,
      directory,
      silent: true,
      vhostBuckets: false,
      configureBuckets: [{ name: 'acme' }],
    });
    const { port } = await storage.run();
    const bucketApi = await startTestApi({
      ATTACHMENTS: `s3:http://127.0.0.1:${port}/acme`,
      ATTACHMENTS_S3_KEY_ID: 'S3RVER',
      ATTACHMENTS_S3_SECRET: 'S3RVER',
    });
    const workspace = await bucketApi.workspace('acme');
    const person = await workspace.person([{ function: 'marketing' }]);
    const item = await createItem(person);
    const { headers } = await attach(item, 'notes.txt', 'In a bucket.', person).expect(201);
    const whole = await person.get(headers['location']!).expect(200);
    expect(whole.text).toBe('In a bucket.');
    const part = await person.get(headers['location']!).set('range', 'bytes=-7').expect(206);
    expect(part.text).toBe('bucket.');
    const lost = digestOf('In a bucket.');
    for (const name of readdirSync(directory, { recursive: true }) as string[]) {
      if (name.includes(`${lost}._`)) rmSync(join(directory, name));
    }
    const fault = await person.get(headers['location']!);
    expect(outcomeOf(fault)).toEqual([500, 'fault']);
    expect(fault.headers['etag']).toBeUndefined();
    await bucketApi.close();
    await storage.close();
    rmSync(directory, { recursive: true, force: true });
  });
});

describe('an upload', () => {
  let item: Item;
  beforeAll(async () => {
    item = await newItem();
  });

  it.each<[string, string | Buffer, string, number, string]>([
    ['nothing', '', 'a.txt', 422, 'attachment_empty'],
    [
      'a program',
      Buffer.from('7f454c4602010100', 'hex'),
      'deck.pdf',
      422,
      'attachment_type_refused',
    ],
    ['a script', '#!/bin/sh\n', 'deck.pdf', 422, 'attachment_type_refused'],
    ['a path', 'A.', '../../etc/passwd', 422, 'file_name_not_valid'],
    ['a name with a line break', 'A.', 'a\r\nx: y', 422, 'file_name_not_valid'],
    ['a name that reads otherwise', 'A.', 'invoice\u{202e}fdp.exe', 422, 'file_name_not_valid'],
    ['a name too long', 'A.', 'a'.repeat(256), 422, 'file_name_not_valid'],
    ['a NUL in its name', 'A.', 'a\0b', 400, 'address_not_valid'],
  ])('of %s is refused', async (_what, bytes, name, status, code) => {
    expect(outcomeOf(await attach(item, name, bytes))).toEqual([status, code]);
    expect((await crew.marketing.get(pathOf(item))).body.items).toEqual([]);
    expect(incoming()).toEqual([]);
  });

  it('without a name is refused', async () => {
    expect((await crew.marketing.upload(pathOf(item), 'A.')).status).toBe(400);
  });

  it('of a page or a picture with scripts is a file like any other', async () => {
    const page = await attach(await newItem(), 'a.txt', '<svg onload="alert(1)"/>').expect(201);
    expect(page.body.mediaType).toBe('image/svg+xml');
    const file = await download(page.headers['location']!);
    expect(file.headers['content-disposition']).toBe('attachment; filename="a.txt"');
  });

  it('is compared with the digest that it announces', async () => {
    const of = (text: string) => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
    const put = (header: string) => attach(item, 'c.txt', 'True.').set('content-digest', header);
    expect(outcomeOf(await put(of('False.')))).toEqual([422, 'content_digest_mismatch']);
    expect(outcomeOf(await put('sha-256=:abc:'))).toEqual([400, 'content_digest_not_valid']);
    const right = await put(`md5=:AAAA:, ${of('True.')}`);
    expect(right.status).toBe(201);
    await crew.marketing.delete(right.headers['location']!).expect(204);
  });

  it('may be larger than a JSON body, up to the limit and not a byte more', async () => {
    // A zero first, so that it is no program by chance.
    const most = Buffer.concat([Buffer.alloc(1), randomBytes(LIMIT_MB * MEGABYTE - 1)]);
    const taken = await attach(await newItem(), 'most.bin', most).expect(201);
    expect(taken.body.size).toBe(most.length);
    const tooLarge = await attach(item, 'more.bin', Buffer.concat([most, Buffer.from('.')]));
    expect(outcomeOf(tooLarge)).toEqual([413, 'attachment_too_large']);
    expect(tooLarge.body.detail).toBe('Expected a file of at most 2 MB; found a larger one.');
  });

  it('without a length is stopped at the limit, hears why and leaves nothing', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent >= 4 * LIMIT_MB * MEGABYTE) return controller.close();
        sent += 65_536;
        return controller.enqueue(new Uint8Array(65_536));
      },
    });
    const response = await fetch(`${api.url}${pathOf(item)}?name=endless.bin`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${crew.marketing.key}`,
        'content-type': 'application/octet-stream',
      },
      body,
      duplex: 'half',
    });
    const problem = (await response.json()) as { code: string };
    expect([response.status, problem.code]).toEqual([413, 'attachment_too_large']);
    expect(incoming()).toEqual([]);
  });

  it('that announces too much is refused before it is sent, and not waited for', async () => {
    const answer = await raw(`content-length: ${LIMIT_MB * MEGABYTE + 1}\r\n\r\nhalf`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*attachment_too_large/su);
  });

  it('that breaks off leaves nothing, and the server goes on', async () => {
    await raw(`content-length: 1000\r\n\r\nhalf`, (socket) => {
      setTimeout(() => socket.destroy(), 200);
    });
    for (let wait = 0; incoming().length > 0 && wait < 50; wait += 1) {
      await new Promise((go) => setTimeout(go, 20));
    }
    expect(incoming()).toEqual([]);
    expect((await crew.marketing.get(pathOf(item))).body.items).toEqual([]);
  });

  /** An upload as its bytes; the rest of its head comes from the test. Ends when the connection does. */
  function raw(
    rest: string,
    act: (socket: ReturnType<typeof connect>) => void = () => {},
  ): Promise<string> {
    const { hostname, port } = new URL(api.url);
    return new Promise((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST ${pathOf(item)}?name=a.bin HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${crew.marketing.key}\r\n` +
            `content-type: application/octet-stream\r\n${rest}`,
        );
        act(socket);
      });
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
  }

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'as %s is refused',
    async (type) => {
      const response = await crew.marketing
        .post(`${pathOf(item)}?name=a`)
        .type(type)
        .send('{}');
      expect(outcomeOf(response)).toEqual([415, 'unsupported_media_type']);
    },
  );

  it('is for this route alone: no other takes bytes, and JSON keeps its limit', async () => {
    for (const path of ['/v1/items', `/v1/items/${item.id}/events`, '/v1/people']) {
      const response = await crew.marketing.upload(path, '{}');
      expect(outcomeOf(response)).toEqual([415, 'unsupported_media_type']);
    }
    expect((await crew.marketing.upload('/v1/nowhere', '{}')).status).toBe(404);
    const title = 'a'.repeat(MEGABYTE);
    expect((await crew.marketing.post('/v1/items', { title })).status).toBe(413);
  });
});
