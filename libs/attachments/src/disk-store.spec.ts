import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AttachmentMissing, AttachmentTooLarge } from './attachment-errors.js';
import { digestOf, filesIn, readAll, streamOf, TestFolders } from './attachments.fixture.js';
import { DiskStore } from './disk-store.js';

const TEXT = 'A tier says how loud a launch is. '.repeat(20);
const DIGEST = digestOf(TEXT);
const PLACE = join(DIGEST.slice(0, 2), DIGEST.slice(2, 4), DIGEST);
const LIMITS = { maxBytes: 10_000 };
const DAY_MS = 86_400_000;

const folders = new TestFolders();
let folder: string;
let store: DiskStore;

beforeEach(() => {
  folder = join(folders.make(), 'attachments');
  store = new DiskStore(folder);
});

afterEach(() => folders.remove());

describe('a folder of attachments', () => {
  it('keeps bytes under their digest, for their owner alone, and gives them back', async () => {
    expect(await store.has(DIGEST)).toBe(false);
    const stored = await store.put(streamOf(TEXT), LIMITS);
    expect(stored).toEqual({ digest: DIGEST, size: TEXT.length, mediaType: 'text/plain' });
    expect(await store.has(DIGEST)).toBe(true);
    expect(filesIn(folder)).toEqual([PLACE]);
    expect(readFileSync(join(folder, PLACE), 'utf8')).toBe(TEXT);
    expect(statSync(join(folder, PLACE)).mode & 0o777).toBe(0o600);
    expect((await readAll(await store.open(DIGEST))).toString()).toBe(TEXT);
  });

  it('gives a part, its first and last byte included', async () => {
    await store.put(streamOf(TEXT), LIMITS);
    const part = await readAll(await store.open(DIGEST, { start: 2, end: 5 }));
    expect(part.toString()).toBe('tier');
  });

  it('keeps the same content once, also when it comes twice at the same time', async () => {
    await Promise.all([store.put(streamOf(TEXT), LIMITS), store.put(streamOf(TEXT), LIMITS)]);
    const { ino } = statSync(join(folder, PLACE));
    await store.put(streamOf(TEXT), LIMITS);
    expect(statSync(join(folder, PLACE)).ino).toBe(ino);
    expect(filesIn(folder)).toEqual([PLACE]);
  });

  it('mends a file that is shorter than its digest says', async () => {
    await store.put(streamOf(TEXT), LIMITS);
    writeFileSync(join(folder, PLACE), 'cut');
    await store.put(streamOf(TEXT), LIMITS);
    expect(readFileSync(join(folder, PLACE), 'utf8')).toBe(TEXT);
  });

  it.each([1, 2, 3, 1000])(
    'tells text in pieces of %d bytes, which cut characters',
    async (size) => {
      const { mediaType } = await store.put(streamOf('発売の段階 🎉', size), LIMITS);
      expect(mediaType).toBe('text/plain');
      const page = await store.put(streamOf('<!doctype html><p>発売', size), LIMITS);
      expect(page.mediaType).toBe('text/html');
    },
  );

  it('stops reading at the limit, keeps nothing and leaves the stream open', async () => {
    let given = 0;
    const endless = new Readable({
      highWaterMark: 1000,
      read() {
        given += 1000;
        this.push(Buffer.alloc(1000, 'a'));
      },
    });
    await expect(store.put(endless, LIMITS)).rejects.toBeInstanceOf(AttachmentTooLarge);
    expect(given).toBeLessThan(20_000);
    expect(endless.destroyed).toBe(false);
    expect(filesIn(folder)).toEqual([]);
  });

  it('takes as many bytes as the limit says', async () => {
    const stored = await store.put(streamOf(TEXT), { maxBytes: TEXT.length });
    expect(stored.size).toBe(TEXT.length);
    const less = store.put(streamOf(TEXT), { maxBytes: TEXT.length - 1 });
    await expect(less).rejects.toThrow(`Expected at most ${TEXT.length - 1} bytes; found more.`);
  });

  it.each<[string, string, object, string]>([
    ['nothing', '', {}, 'Expected at least one byte; found none.'],
    ['a script', '#!/bin/sh\n', {}, 'found a script (#!).'],
    ['other bytes than announced', TEXT, { digest: 'a'.repeat(64) }, `found ${DIGEST}.`],
  ])('refuses %s and keeps nothing', async (_what, bytes, limits, sentence) => {
    const put = store.put(streamOf(bytes), { ...LIMITS, ...limits });
    await expect(put).rejects.toThrow(sentence);
    expect(filesIn(folder)).toEqual([]);
  });

  it('keeps nothing of a stream that fails, and says why it failed', async () => {
    const broken = new Readable({ read() {} });
    broken.push('half of');
    setImmediate(() => broken.destroy(new Error('The connection was lost.')));
    await expect(store.put(broken, LIMITS)).rejects.toThrow('The connection was lost.');
    expect(filesIn(folder)).toEqual([]);
  });

  it('says that something is not there', async () => {
    await expect(store.open(DIGEST)).rejects.toBeInstanceOf(AttachmentMissing);
  });

  it.each(['../../etc/passwd', DIGEST.toUpperCase(), ''])(
    'reaches no file by %s, which is no digest',
    async (digest) => {
      await expect(store.open(digest)).rejects.toThrow('Expected a digest of 64 hex digits');
      await expect(store.has(digest)).rejects.toThrow('Expected a digest of 64 hex digits');
    },
  );

  it('clears what a crash left behind more than a day ago, and nothing younger', async () => {
    const incoming = join(folder, 'incoming');
    mkdirSync(incoming, { recursive: true });
    for (const [name, age] of [
      ['old', DAY_MS + 60_000],
      ['young', DAY_MS - 60_000],
    ] as const) {
      writeFileSync(join(incoming, name), 'half');
      const then = new Date(Date.now() - age);
      utimesSync(join(incoming, name), then, then);
    }
    await store.put(streamOf(TEXT), LIMITS);
    expect(existsSync(join(incoming, 'old'))).toBe(false);
    expect(existsSync(join(incoming, 'young'))).toBe(true);
  });

  it('says which folder takes no files', async () => {
    writeFileSync(folder, 'a file where a folder should be');
    await expect(store.put(streamOf(TEXT), LIMITS)).rejects.toThrow(
      /^Expected .*incoming to take/u,
    );
  });
});
