import { readSettings, type Scope } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningWorker, startWorker, WorkerSettings } from '../apps/worker/src/index.js';
import { complaintsAbout, hasPromtool } from './promtool.js';
import { startTestApi, type TestApi, type TestWorkspace } from './test-api.js';

let api: TestApi;
let home: TestWorkspace;
let worker: RunningWorker;

beforeAll(async () => {
  api = await startTestApi();
  home = await api.workspace('home');
  worker = await start({});
});

afterAll(async () => {
  await worker.close();
  await api.close();
});

const start = (settings: Record<string, string>, duties = DUTIES) =>
  startWorker(
    readSettings(WorkerSettings, {
      DATABASE_URL: api.database.url,
      LOG_LEVEL: 'silent',
      WORKER_PORT: '0',
      ...settings,
    }),
    duties,
  );

const DUTIES = {
  succeed: { everyMs: 100, run: async () => ({ done: 1 }) },
  fail: {
    everyMs: 100,
    run: async (): Promise<Record<string, number>> => {
      throw new Error('This duty fails.');
    },
  },
};

const get = (path: string, init: RequestInit = {}) => fetch(`${worker.url}${path}`, init);
const asking = (key: string, method = 'GET') => ({
  method,
  headers: { authorization: `Basic ${Buffer.from(`anybody:${key}`).toString('base64')}` },
});
const keyOf = async (workspace: TestWorkspace, name: string, scopes?: Scope[]) =>
  (await workspace.person([{ function: name }], scopes)).key;
async function outcomeOf(answer: Promise<Response>): Promise<[number, string]> {
  const { status, body } = await answer.then(async (given) => ({
    status: given.status,
    body: (await given.json()) as { code: string },
  }));
  return [status, body.code];
}

describe('a worker that has a port', () => {
  it('says that it lives and is ready, and that it is not while it stops with a job in hand', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'alive' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });

    let begin = () => {};
    let finish = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const run = async () => {
      begin();
      await finished;
      return {};
    };
    const stopping = await start({}, { succeed: DUTIES.succeed, fail: { everyMs: 100, run } });
    await begun;
    const closed = stopping.close();
    expect(await outcomeOf(fetch(`${stopping.url}/readyz`))).toEqual([503, 'draining']);
    finish();
    await closed;
    await expect(fetch(`${stopping.url}/livez`)).rejects.toThrow();
  });

  it('counts runs of duties and jobs in queues, to the liking of promtool', async () => {
    let figures = '';
    const counted =
      /baton_duty_duration_seconds_count\{duty="(succeed|fail)",outcome="\w+"\} [1-9]/gu;
    while ((figures.match(counted) ?? []).length < 2)
      figures = await (await get('/metrics')).text();
    expect(figures).toMatch('baton_duty_duration_seconds_count{duty="fail",outcome="failed"}');
    expect(figures).toMatch('baton_queue_jobs{queue="duties",state="delayed"}');
    expect(figures).toMatch('baton_queue_store_up{kind="postgresql"} 1');
    expect(figures).toMatch('baton_database_pool_connections{state="idle"}');
    if (hasPromtool) expect(complaintsAbout(figures)).toBe('');
    const proxied = get('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect(await outcomeOf(proxied)).toEqual([403, 'metrics_local_only']);
  });

  it('shows the queues to administrators, and lets nobody change them', async () => {
    const admin = await keyOf(home, 'enablement');
    const board = await get('/queues', asking(admin));
    expect([board.status, board.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/u),
    ]);
    const queues = await (await get('/queues/api/queues', asking(admin))).json();
    expect(queues).toMatchObject({
      queues: [
        { name: 'deliveries', readOnlyMode: true },
        { name: 'duties', readOnlyMode: true },
      ],
    });
    for (const [method, path] of [
      ['PUT', '/queues/api/queues/duties/pause'],
      ['POST', '/queues/api/queues/duties/add'],
    ] as const) {
      expect(await outcomeOf(get(path, asking(admin, method)))).toEqual([405, 'read_only']);
    }
  });

  it('shows the queues to nobody else', async () => {
    const paths = ['/queues', '/queues/', '/queues/api/queues', '/queues/static/favicon.ico'];
    for (const path of paths) {
      expect(await outcomeOf(get(path))).toEqual([401, 'key_expected']);
    }
    const wrong = `btn_${'0'.repeat(16)}_${'0'.repeat(64)}`;
    expect(await outcomeOf(get('/queues', asking(wrong)))).toEqual([401, 'key_expected']);
    for (const key of [
      await keyOf(home, 'marketing'),
      await keyOf(home, 'enablement', ['read', 'write']),
    ]) {
      expect(await outcomeOf(get('/queues', asking(key)))).toEqual([403, 'not_your_queues']);
    }
  });

  it('of several workspaces shows the queues to administrators of the one that is named', async () => {
    const ours = await keyOf(home, 'enablement');
    const others = await keyOf(await api.workspace('others'), 'enablement');
    expect(await outcomeOf(get('/queues', asking(ours)))).toEqual([403, 'not_your_queues']);
    const named = await start({ QUEUES_WORKSPACE: 'home' });
    const statuses = [];
    for (const key of [ours, others]) {
      statuses.push((await fetch(`${named.url}/queues`, asking(key))).status);
    }
    await named.close();
    expect(statuses).toEqual([200, 403]);
  });
});
