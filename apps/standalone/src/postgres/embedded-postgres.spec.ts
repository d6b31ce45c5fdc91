import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';

/*
 * Most of what is promised here is about processes that die, so every Baton of these tests is a process of its own. It
 * runs the compiled code: `npm test` builds before it tests.
 */
const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const COMPILED = join(REPOSITORY, 'dist/apps/standalone/src/postgres/index.js');
const ROOT = process.getuid?.() === 0;

const BATON = `
  const [, entry, folder, purpose] = process.argv;
  const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
  const { startEmbeddedPostgres } = await import(entry);
  const onProgress = (sentence) => say({ kind: 'progress', sentence });
  try {
    const { stop, ...server } = await startEmbeddedPostgres({ folder, purpose, onProgress });
    say({ kind: 'started', server });
    for await (const order of process.stdin) {
      if (String(order).trim() === 'exit') process.exit(0);
      await stop();
      await stop();
      say({ kind: 'stopped' });
      process.exit(0);
    }
  } catch (error) {
    say({ kind: 'refused', name: error.name, message: error.message });
    process.exit(1);
  }
`;

interface Started {
  adminUrl: string;
  port: number;
  dataFolder: string;
  serverPid: number;
}

type Message =
  | { kind: 'progress'; sentence: string }
  | { kind: 'started'; server: Started }
  | { kind: 'stopped' }
  | { kind: 'refused'; name: string; message: string };

/** A Baton in a process of its own. */
class Baton {
  readonly sentences: string[] = [];
  readonly outcome: Promise<Message>;
  private readonly ended: Promise<void>;
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;

  constructor(folder: string, purpose: 'keep' | 'discard' = 'keep') {
    const args = [
      '--input-type=module',
      '-e',
      BATON,
      pathToFileURL(COMPILED).href,
      folder,
      purpose,
    ];
    this.child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.outcome = new Promise((resolve, reject) => {
      createInterface(this.child.stdout).on('line', (line) => {
        const message = JSON.parse(line) as Message;
        if (message.kind === 'progress') this.sentences.push(message.sentence);
        else resolve(message);
      });
      void this.ended.then(() => reject(new Error('ended without a word')));
    });
    // A test that kills it while it starts does not ask for the outcome.
    this.outcome.catch(() => undefined);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async started(): Promise<Started> {
    const message = await this.outcome;
    if (message.kind !== 'started')
      throw new Error(`Expected to start, but: ${JSON.stringify(message)}`);
    return message.server;
  }

  async refusal(): Promise<string> {
    const message = await this.outcome;
    if (message.kind !== 'refused')
      throw new Error(`Expected a refusal, but: ${JSON.stringify(message)}`);
    expect(message.name).toBe('EmbeddedPostgresError');
    return message.message;
  }

  async order(order: 'stop' | 'exit'): Promise<void> {
    // A process that was refused may have closed its ears before its end is known here.
    this.child.stdin.on('error', () => undefined).write(`${order}\n`);
    await this.ended;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Leaves nothing behind, whatever the test did to it. */
  async end(): Promise<void> {
    const message = await this.outcome.catch(() => undefined);
    if (this.child.exitCode === null && this.child.signalCode === null) await this.order('stop');
    if (message?.kind !== 'started' || !runs(message.server.serverPid)) return;
    process.kill(message.server.serverPid, 'SIGQUIT');
    await until(() => !runs(message.server.serverPid));
  }
}

const batons: Baton[] = [];
let base: string;
let lasting: string;

function baton(folder: string, purpose: 'keep' | 'discard' = 'keep'): Baton {
  const started = new Baton(folder, purpose);
  batons.push(started);
  return started;
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  // The tests kill servers under their clients.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function expectRemembered(url: string): Promise<void> {
  expect(await query(url, 'select word from remembered')).toEqual([{ word: 'Übergabe' }]);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // In a container nobody may reap orphans: a zombie has ended all the same.
    return (
      !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    );
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited a minute in vain: ${holds.toString()}`);
    await pause(10);
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

beforeAll(async () => {
  if (!existsSync(COMPILED))
    throw new Error(`Expected compiled code at ${COMPILED}. Run npm run build first.`);
  base = realpathSync(mkdtempSync(join(tmpdir(), 'postgres-spec-')));
  chmodSync(base, 0o755);
  lasting = join(base, 'lasting');
  const first = baton(lasting);
  const { adminUrl } = await first.started();
  await query(adminUrl, `create table remembered as select 'Übergabe' as word`);
  await first.order('stop');
});

afterEach(async () => {
  for (const each of batons.splice(0)) await each.end();
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a server that runs', () => {
  test('is PostgreSQL 18 in UTF-8 and UTC, on the loopback address only, with a password', async () => {
    const running = baton(lasting);
    const { adminUrl, port, dataFolder } = await running.started();
    const [settings] = await query(
      adminUrl,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        current_setting('timezone') as zone, current_setting('fsync') as fsync, current_setting('data_directory') as data`,
    );
    expect(settings).toEqual({
      version: 18,
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      fsync: 'on',
      data: dataFolder,
    });
    const guess = `postgres://postgres:guess@127.0.0.1:${port}/postgres`;
    await expect(query(guess, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataFolder, '..', 'password')).mode & 0o777).toBe(0o600);
  });

  test('knows the letters of every script when it searches for similar words', async () => {
    const { adminUrl } = await baton(lasting).started();
    await query(adminUrl, 'create extension pg_trgm');
    const rows = await query(
      adminUrl,
      `select similarity('Ü', 'ü') as german, similarity('審査', '審査') as japanese`,
    );
    expect(rows).toEqual([{ german: 1, japanese: 1 }]);
  });

  test('ends with stop(), and has its port again at the next start', async () => {
    const first = baton(lasting);
    const before = await first.started();
    await first.order('stop');
    expect(runs(before.serverPid)).toBe(false);
    expect((await baton(lasting).started()).port).toBe(before.port);
  });
});

describe('after a sudden death', () => {
  test('of the owner, the next one adopts the running server with its data, and ends it', async () => {
    const first = baton(lasting);
    const before = await first.started();
    await first.kill();
    expect(runs(before.serverPid)).toBe(true);

    const second = baton(lasting);
    const after = await second.started();
    expect(after).toEqual(before);
    await expectRemembered(after.adminUrl);
    await second.order('stop');
    expect(runs(before.serverPid)).toBe(false);
  });

  test('of the server, the next start recovers the data', async () => {
    const first = baton(lasting);
    const { serverPid, adminUrl } = await first.started();
    await query(adminUrl, 'create table last_words as select 1 as word');
    process.kill(serverPid, 'SIGKILL');
    await first.order('stop');

    const after = await baton(lasting).started();
    expect(await query(after.adminUrl, 'select word from last_words')).toEqual([{ word: 1 }]);
    await query(after.adminUrl, 'drop table last_words');
    await expectRemembered(after.adminUrl);
  });

  test('of the owner and the server at once, the next start recovers the data', async () => {
    const first = baton(lasting);
    const { serverPid } = await first.started();
    process.kill(serverPid, 'SIGKILL');
    await first.kill();
    await expectRemembered((await baton(lasting).started()).adminUrl);
  });

  test('in the middle of creating the cluster, the next start creates it and leaves nothing over', async () => {
    const folder = join(base, 'interrupted');
    const first = baton(folder);
    const unfinished = () =>
      (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.startsWith('cluster.'));
    await until(() => unfinished().some((name) => existsSync(join(folder, name, 'data', 'base'))));
    await first.kill();
    expect(existsSync(join(folder, 'cluster'))).toBe(false);

    const { adminUrl } = await baton(folder).started();
    expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(unfinished()).toEqual([]);
  });

  test('a number that another process has by now holds up nobody', async () => {
    const first = baton(lasting);
    const { dataFolder, serverPid } = await first.started();
    const pidFile = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8');
    await first.order('stop');

    // It lives and belongs to the server's user, but is neither that owner (it started at another
    // time) nor a server.
    const { uid, gid } = statSync(dataFolder);
    const another = spawn('sleep', ['60'], ROOT ? { uid, gid } : {});
    try {
      const changed = pidFile.replace(String(serverPid), String(another.pid));
      writeFileSync(join(dataFolder, 'postmaster.pid'), changed);
      symlinkSync(`${another.pid} another-boot 1`, join(lasting, 'owner-1000000'));
      await expectRemembered((await baton(lasting).started()).adminUrl);
    } finally {
      another.kill();
    }
  });
});

test('of three that start at once, one has the server and the others name it', async () => {
  const folder = join(base, 'contested');
  const three = [baton(folder), baton(folder), baton(folder)];
  const outcomes = await Promise.all(three.map((each) => each.outcome));
  const owner = three[outcomes.findIndex(({ kind }) => kind === 'started')];
  const others = three.filter((each) => each !== owner);

  await owner?.started();
  for (const other of others) {
    const refusal = await other.refusal();
    expect(refusal).toContain(`another Baton (process ${owner?.pid}) already uses it`);
    expect(refusal).toContain(folder);
  }
});

test('a port that somebody else has taken is left to them', async () => {
  const first = baton(lasting);
  const { port } = await first.started();
  await first.order('stop');
  const somebody = await listen(port);
  try {
    const after = await baton(lasting).started();
    expect(after.port).not.toBe(port);
    await expectRemembered(after.adminUrl);
  } finally {
    somebody.close();
  }
});

describe('a folder that is not ours', () => {
  test.each([
    {
      holding: 'the data of another PostgreSQL',
      file: 'PG_VERSION',
      content: '16\n',
      found: '(16)',
    },
    { holding: 'any files', file: 'thesis.doc', content: 'years of work', found: '"thesis.doc"' },
  ])('is refused and left alone when it holds $holding', async ({ file, content, found }) => {
    const folder = mkdtempSync(join(base, 'foreign-'));
    writeFileSync(join(folder, file), content);
    const refusal = await baton(folder).refusal();
    expect(refusal).toContain(folder);
    expect(refusal).toContain(found);
    expect(readdirSync(folder)).toEqual([file]);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(content);
  });

  test('is refused when its data is of another version', async () => {
    const folder = mkdtempSync(join(base, 'older-'));
    writeFileSync(join(folder, 'baton-postgres.json'), JSON.stringify({ purpose: 'keep', folder }));
    mkdirSync(join(folder, 'cluster', 'data'), { recursive: true });
    writeFileSync(join(folder, 'cluster', 'data', 'PG_VERSION'), '17\n');
    expect(await baton(folder).refusal()).toMatch(
      /Expected data of PostgreSQL 18 .* but found version 17/,
    );
  });

  test('is refused to a test when it holds data to keep', async () => {
    expect(await baton(lasting, 'discard').refusal()).toContain(
      'found one with the purpose "keep"',
    );
    await expectRemembered((await baton(lasting).started()).adminUrl);
  });
});

describe('a database for tests', () => {
  test('of a killed run goes with the next run beside it, of a living one stays, of one that exits without stop() goes at once', async () => {
    const [killed, living] = [
      baton(join(base, 'runs', '1'), 'discard'),
      baton(join(base, 'runs', '2'), 'discard'),
    ];
    const [leftOver, inUse] = await Promise.all([killed.started(), living.started()]);
    await killed.kill();

    const forgetful = baton(join(base, 'runs', '3'), 'discard');
    const { serverPid } = await forgetful.started();
    expect(runs(leftOver.serverPid)).toBe(false);
    expect(readdirSync(join(base, 'runs')).toSorted()).toEqual(['2', '3']);
    expect(await query(inUse.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);

    await forgetful.order('exit');
    expect(runs(serverPid)).toBe(false);
    expect(readdirSync(join(base, 'runs'))).toEqual(['2']);
  });
});

// A server started by root and one started by an ordinary user are placed differently; a run is one of the two.
console.warn(
  `Left out: what only ${ROOT ? 'an ordinary user' : 'root'} can show of the embedded PostgreSQL.`,
);

(ROOT ? describe : describe.skip)('started by root', () => {
  test('the server runs as another user', async () => {
    const { dataFolder } = await baton(lasting).started();
    expect(dataFolder.startsWith(lasting)).toBe(true);
    expect(statSync(dataFolder).uid).not.toBe(0);
  });

  test('data for a folder which that user may not enter is elsewhere, and found again', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const first = baton(join(closed, 'postgres'));
    const before = await first.started();
    const home = dirname(dirname(before.dataFolder));
    try {
      expect(before.dataFolder.startsWith(base)).toBe(false);
      expect(first.sentences.join()).toContain(home);
      await query(before.adminUrl, 'create table found_again ()');
      await first.order('stop');

      const second = baton(join(closed, 'postgres'));
      const after = await second.started();
      expect(after.dataFolder).toBe(before.dataFolder);
      expect(await query(after.adminUrl, 'select * from found_again')).toEqual([]);
      await second.order('stop');
    } finally {
      rmSync(home, { recursive: true, force: true });
      if (readdirSync(dirname(home)).length === 0) rmdirSync(dirname(home));
    }
  });
});

(ROOT ? describe.skip : describe)('started by an ordinary user', () => {
  test('everything is inside the folder and theirs', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const { dataFolder } = await baton(join(closed, 'postgres')).started();
    expect(dataFolder.startsWith(closed)).toBe(true);
    expect(statSync(dataFolder).uid).toBe(process.getuid?.());
  });
});
