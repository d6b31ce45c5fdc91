import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baton } from './command-line.js';
import { soundLibrary } from './library.fixture.js';

const PROGRAM = join(process.cwd(), 'dist/apps/standalone/src/main.js');
const STARTED =
  /Baton is running at (\S+)[\s\S]*\n {2}Ella Brandt +enablement +(btn_\w+)[\s\S]*Stop with/u;

interface Running {
  process: ChildProcess;
  url: string;
  key: string;
  output: () => string;
}

/** The READMEs are shell and curl; a machine without them cannot show that they hold. */
const canRunReadme = ['bash', 'curl'].every(
  (program) => spawnSync(program, ['--version']).status === 0,
);
if (!canRunReadme) console.warn('Left out: the steps of the READMEs need bash and curl.');

/** The shell blocks of a text that need nothing but curl and the server of `npm start`. */
function stepsIn(text: string): string {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/gu)]
    .map(([, block]) => block!)
    .filter((block) => !/npm run|OIDC|\$TOKEN/u.test(block))
    .join('\n');
}

/** The main job, then what others build on it. */
function stepsOfReadmes(): string {
  const readme = readFileSync(join(process.cwd(), 'README.md'), 'utf8');
  const [, job = ''] = /## The main job([\s\S]*?)\n## /u.exec(readme) ?? [];
  const building = readFileSync(join(process.cwd(), 'apps/api/README.md'), 'utf8');
  // A second is enough for the worker of a machine that does nothing else, and three for a stream.
  const patient = stepsIn(building)
    .replaceAll('sleep 1', 'sleep 6')
    .replaceAll('--max-time 3', '--max-time 10');
  return ["trap 'kill $(jobs -p) 2>&- || true' EXIT", stepsIn(job), patient].join('\n');
}

const running: Running[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await stop(server, 'SIGTERM');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}, 60_000);

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-standalone-'));
  folders.push(folder);
  return folder;
}

/** Starts a server over the data of a folder; rejects with what it printed when it ends before it runs. */
async function start(folder: string, settings: Record<string, string> = {}): Promise<Running> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: folder,
    env: { ...environment, PORT: '0', ...settings },
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [, url, key] = STARTED.exec(output) ?? [];
      if (url === undefined) return;
      const server = { process: child, url, key: key!, output: () => output };
      running.push(server);
      resolve(server);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
}

async function stop({ process: child }: Running, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

const get = async (server: Running, path: string) => {
  const response = await fetch(`${server.url}${path}`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  return (await response.json()) as Record<string, unknown>;
};

/** So many that a server which is killed after the first ten is killed in the middle. */
const ITEMS = 120;

describe('the standalone server', () => {
  it('loses and doubles nothing when it is killed in the middle of an import', async () => {
    const folder = newFolder();
    const library = soundLibrary(ITEMS);
    const first = await start(folder);
    const importing = baton(['import', library], first);
    while ((await itemsOf(first)).length < 10) await new Promise((go) => setTimeout(go, 20));
    await stop(first, 'SIGKILL');
    const interrupted = await importing;
    expect(interrupted.status).toBe(1);
    expect(interrupted.errors).toContain('No server answers');

    const second = await start(folder);
    expect(second.key).toBe(first.key);
    const survived = (await itemsOf(second)).length;
    expect(survived).toBeGreaterThanOrEqual(10);
    expect(survived).toBeLessThan(ITEMS);
    const again = await baton(['import', library], second);
    expect(again.status).toBe(0);
    expect(again.output).toMatch(
      new RegExp(
        `items +${ITEMS} +${ITEMS - survived} created|items +${ITEMS} +${survived} unchanged`,
        'u',
      ),
    );
    expect((await baton(['import', library], second)).output).toContain('No change.');
    expect((await baton(['verify'], second)).output).toMatch(
      new RegExp(
        `^${ITEMS + 1} items, \\d+ entries, ${3 * ITEMS + 1} revisions: every trail holds`,
        'u',
      ),
    );
  }, 300_000);

  it('keeps its keys to itself, stops without a trace of error and comes back with its data', async () => {
    const folder = newFolder();
    const first = await start(folder);
    for (const file of ['demonstration.json', 'server.json', 'audit-key.pem']) {
      expect(statSync(join(folder, '.baton', file)).mode & 0o777).toBe(0o600);
    }
    expect(JSON.parse(readFileSync(join(folder, '.baton/server.json'), 'utf8'))).toEqual({
      url: first.url,
      key: first.key,
    });
    expect(await get(first, '/readyz')).toEqual({ status: 'ready' });
    const { personId } = await get(first, '/v1/me');
    await stop(first, 'SIGTERM');
    expect([first.process.exitCode, first.output()]).toEqual([
      0,
      expect.stringMatching(/Stopped\.\n$/u),
    ]);

    rmSync(join(folder, '.baton/demonstration.json'));
    const second = await start(folder);
    expect(second.key).not.toBe(first.key);
    expect((await get(second, '/v1/me'))['personId']).toBe(personId);
    const revoked = await fetch(`${second.url}/v1/me`, {
      headers: { authorization: `Bearer ${first.key}` },
    });
    expect(((await revoked.json()) as { code: string }).code).toBe('key_revoked');
  }, 120_000);

  (canRunReadme ? it : it.skip)(
    'does what the READMEs show, step by step',
    async () => {
      const folder = newFolder();
      symlinkSync(join(process.cwd(), 'dist'), join(folder, 'dist'));
      const server = await start(folder);
      const steps = ['-euo', 'pipefail', '-c', stepsOfReadmes()];
      const output = execFileSync('bash', steps, { cwd: folder }).toString();
      expect(output).toContain("[ 403, 'This is for marketing; you work in enablement.' ]");
      expect(output).toContain('16 publish published');
      for (const heard of [
        'event: comment.added',
        'received webhook_endpoint.pinged',
        'received comment.added',
        'webhook_endpoint.pinged delivered 1',
        "'1 204 ",
        "[ 'disabled', 'manual' ]",
        "[ 'Ella Brandt', 'demonstration' ]",
      ]) {
        expect(output).toContain(heard);
      }
      const { items } = (await get(server, '/v1/items?kind=variant')) as {
        items: { stage: string }[];
      };
      expect(items.map(({ stage }) => stage).toSorted()).toEqual(['published', 'requested']);
    },
    300_000,
  );

  it('says which port is taken and which setting is wrong', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as { port: number };
    const folder = newFolder();
    await expect(start(folder, { PORT: String(port) })).rejects.toThrow(
      `Expected port ${port} on 127.0.0.1 to be free; another program listens there. Name another one in PORT.`,
    );
    taken.close();
    await expect(start(folder, { PORT: 'high' })).rejects.toThrow(
      'PORT: expected a whole number from 0 to 65535; found "high".',
    );
    await expect(start(folder, { DATABASE_URL: 'mysql://db' })).rejects.toThrow(
      'DATABASE_URL: expected a postgres:// address; found something else.',
    );
  }, 120_000);
});

async function itemsOf(server: Running): Promise<unknown[]> {
  return (await get(server, '/v1/items?kind=content&limit=200'))['items'] as unknown[];
}
