import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as passed } from 'node:timers/promises';
import { openStream } from './event-stream.js';
import { startTestApi, type TestApi, type TestWorkspace } from './test-api.js';

/** Longer than these tests take: what happens here does not wait for a heartbeat. */
const HEARTBEAT_MS = 60_000;

let api: TestApi;
let workspace: TestWorkspace;

beforeAll(async () => {
  api = await startTestApi({ EVENT_HEARTBEAT_MS: String(HEARTBEAT_MS) });
  workspace = await api.workspace('acme');
});

afterAll(async () => api.close());

describe('between two heartbeats, a stream', () => {
  it('gives its place back when its client goes', async () => {
    const { key } = await workspace.person([], ['read']);
    const connect = () => openStream(`${api.url}/v1/events/stream?after=latest`, key);
    const open = await Promise.all(Array.from({ length: 10 }, connect));
    expect((await connect()).response.status).toBe(429);
    for (const { stop } of open) stop();
    const began = Date.now();
    for (let status = 429; status === 429 && Date.now() - began < HEARTBEAT_MS / 2;) {
      const { response, stop } = await connect();
      stop();
      status = response.status;
      await passed(50);
    }
    expect(Date.now() - began).toBeLessThan(HEARTBEAT_MS / 2);
  });

  it('sends nothing of what happens a second after its key was revoked', async () => {
    const administrator = await workspace.person([{ function: 'enablement' }]);
    const guest = await workspace.person([], ['read']);
    const happens = async (name: string) => {
      const url = `https://hooks.example.com/${name}`;
      await administrator.post('/v1/webhook-endpoints', { url }).expect(201);
      await api.sequence();
    };
    const { frames } = await openStream(`${api.url}/v1/events/stream?after=latest`, guest.key);
    await frames.next();
    await happens('before');
    expect((await frames.next()).value).toMatchObject({ event: 'webhook_endpoint.created' });
    const [, keyId] = guest.key.split('_');
    await api.database.query('update api_key set revoked_at = now() where key_id = $1', [keyId]);
    await passed(1100);
    await happens('after');
    expect(await frames.next()).toMatchObject({ done: true });
  });
});
