import { catchUpOutbox, readSettings } from '#engine';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { HTTP } from 'cloudevents';
import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { type RunningWorker, startWorker, WorkerSettings } from '../apps/worker/src/index.js';
import { createItem, type Item } from './line.js';
import { type Receiver, startReceiver } from './receiver.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

const LOOPBACK = { WEBHOOK_HTTP: 'true', WEBHOOK_ALLOW: '127.0.0.0/8' };

let api: TestApi;
let workspace: TestWorkspace;
let ella: TestPerson;
let worker: RunningWorker;
const receivers: Receiver[] = [];

beforeAll(async () => {
  api = await startTestApi(LOOPBACK);
  workspace = await api.workspace('acme');
  ella = await workspace.person([{ function: 'enablement' }, { function: 'marketing' }]);
  const environment = { ...LOOPBACK, DATABASE_URL: api.database.url, LOG_LEVEL: 'silent' };
  worker = await startWorker(readSettings(WorkerSettings, environment));
});

afterAll(async () => {
  await worker.close();
  await api.close();
});

afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
  await api.database.query('delete from webhook_endpoint');
});

interface Endpoint {
  id: string;
  status: string;
  secret: string;
  version: number;
}

interface Delivery {
  messageId: string;
  status: string;
  attempts: number;
  log: { number: number; statusCode: number | null; error: string | null; responseBody: string }[];
}

async function receiver(): Promise<Receiver> {
  const started = await startReceiver();
  receivers.push(started);
  return started;
}

async function endpointFor({ url }: Receiver, settings: object = {}): Promise<Endpoint> {
  const { body } = await ella.post('/v1/webhook-endpoints', { url, ...settings }).expect(201);
  return body as Endpoint;
}

const endpointNow = async ({ id }: Endpoint): Promise<Endpoint> =>
  (await ella.get(`/v1/webhook-endpoints/${id}`).expect(200)).body as Endpoint;

const deliveryOf = async ({ id }: Endpoint, messageId: string): Promise<Delivery> =>
  (await ella.get(`/v1/webhook-endpoints/${id}/deliveries/${messageId}`).expect(200))
    .body as Delivery;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 20));
}

/** Lets the time pass until the next attempt of everything that waits. */
const later = () =>
  api.database.query(`update delivery set next_attempt_at = now() where claimed_by is null;
    update webhook_endpoint set breaker_until = null`);

let items = 0;
const newItem = (title = 'Launch tiers'): Promise<Item> =>
  createItem(ella, { title, slug: `item-${(items += 1)}` });

describe('an endpoint', () => {
  it('is told of every fact once, in bytes that its secret verifies', async () => {
    const there = await receiver();
    const { secret } = await endpointFor(there);
    const item = await newItem('Größe zählt');
    const facts = await api.database.query<{ id: string; body: string }>(
      'select message_id as id, body from message where item_id = $1',
      [item.id],
    );
    expect(facts.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toContain(
      'task.offered',
    );
    await there.until((arrivals) =>
      facts.every(({ id }) => arrivals.some((arrival) => arrival.id === id)),
    );
    const own = there.arrivals.filter(({ body }) => body.includes(item.id));
    expect(own.map(({ id, body }) => ({ id, body })).toSorted(byId)).toEqual(facts.toSorted(byId));
    for (const { headers, body } of own) {
      const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(verified).toMatchObject({ data: { subject: `items/${item.id}`, sequence: 1 } });
      expect(headers['content-type']).toBe('application/json');
    }
  });

  it('is told only of the types that it asked for, as CloudEvents where it asked for them', async () => {
    const there = await receiver();
    await endpointFor(there, { types: ['task.*', 'goal.closed'], format: 'cloudevents' });
    const item = await newItem();
    await there.until((arrivals) => arrivals.length > 0);
    expect(there.arrivals.map(({ type }) => type)).toEqual(['baton.task.offered']);
    const { id, headers, body } = there.arrivals[0]!;
    const event = HTTP.toEvent({ headers, body });
    expect(event).toMatchObject({
      id,
      specversion: '1.0',
      source: `urn:baton:workspace:${workspace.id}`,
      subject: `items/${item.id}`,
    });
  });

  it('that fails gets the same id and the same bytes again, later, and the log says what came of it', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there, { types: ['item.created'] });
    there.answer((response) => response.writeHead(503).end('overloaded'));
    await newItem();
    await there.until((arrivals) => arrivals.length === 1);
    const { id } = there.arrivals[0]!;
    await until(async () => (await deliveryOf(endpoint, id)).log.length === 1);
    const failed = await deliveryOf(endpoint, id);
    expect(failed).toMatchObject({
      status: 'pending',
      attempts: 1,
      log: [{ number: 1, statusCode: 503, error: 'http_status', responseBody: 'overloaded' }],
    });
    there.answer((response) => response.writeHead(200).end());
    await later();
    await until(async () => (await deliveryOf(endpoint, id)).status === 'delivered');
    const [first, second] = there.arrivals;
    expect([second!.id, second!.body]).toEqual([first!.id, first!.body]);
    expect(there.arrivals).toHaveLength(2);
  });

  it('is given up after the tenth failure, listed as dead, and served when that is replayed', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there, { types: ['item.created'] });
    there.answer((response) => response.writeHead(500).end());
    await newItem();
    await there.until((arrivals) => arrivals.length === 1);
    const { id } = there.arrivals[0]!;
    await until(async () => (await deliveryOf(endpoint, id)).log.length === 1);
    await api.database.query('update delivery set failures = 9');
    await later();
    await until(async () => (await deliveryOf(endpoint, id)).status === 'dead');
    const { body: dead } = await ella.get('/v1/deliveries?status=dead').expect(200);
    expect(dead).toMatchObject({
      items: [{ messageId: id, endpointId: endpoint.id, attempts: 2 }],
    });
    there.answer((response) => response.writeHead(200).end());
    const replay = `/v1/webhook-endpoints/${endpoint.id}/replay`;
    const { body: replayed } = await ella.post(replay, { status: 'dead' }).expect(202);
    expect(replayed).toEqual({ replayed: 1, more: false });
    await until(async () => (await deliveryOf(endpoint, id)).status === 'delivered');
    expect(new Set(there.arrivals.map((arrival) => arrival.id + arrival.body)).size).toBe(1);
  });

  it('that answers 410 is disabled at once, others hear of it, and it is offered what it missed', async () => {
    const there = await receiver();
    const beside = await receiver();
    const endpoint = await endpointFor(there, { types: ['item.created'] });
    await endpointFor(beside, { types: ['webhook_endpoint.disabled'] });
    there.answer((response) => response.writeHead(410).end());
    await newItem('First');
    await beside.until((arrivals) => arrivals.length === 1);
    const { data } = JSON.parse(beside.arrivals[0]!.body) as { data: object };
    expect(data).toMatchObject({ subject: `webhook-endpoints/${endpoint.id}`, because: 'gone' });
    expect(await endpointNow(endpoint)).toMatchObject({
      status: 'disabled',
      disabledBecause: 'gone',
    });
    await newItem('Second');
    const refused = await ella.post(`/v1/webhook-endpoints/${endpoint.id}/ping`).expect(409);
    expect(refused.body).toMatchObject({ code: 'endpoint_disabled' });
    there.answer((response) => response.writeHead(200).end());
    await ella.post(`/v1/webhook-endpoints/${endpoint.id}/enable`).expect(200);
    await there.until((arrivals) => arrivals.length === 3);
    expect(new Set(there.arrivals.map(({ id }) => id)).size).toBe(2);
  });

  it('may begin with what happens from now on when it is enabled, and the rest stays listed', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there, { types: ['item.created'] });
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    await ella.post(`${path}/disable`).expect(200);
    await newItem('Missed');
    await until(async () => (await api.database.query('select from outbox')).length === 0);
    await ella.post(`${path}/enable`, { from: 'now' }).expect(200);
    const item = await newItem('Heard');
    await there.until((arrivals) => arrivals.length === 1);
    expect(there.arrivals[0]!.body).toContain(item.id);
  });

  it('pauses after five failures in a row, and one success ends the pause', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there);
    there.answer((response) => response.writeHead(500).end());
    for (const title of ['One', 'Two', 'Three']) await newItem(title);
    await until(async () => (await endpointNow(endpoint)).status === 'degraded');
    expect(await endpointNow(endpoint)).toMatchObject({ consecutiveFailures: 5 });
    const before = there.arrivals.length;
    there.answer((response) => response.writeHead(200).end());
    await later();
    await until(async () => (await endpointNow(endpoint)).status === 'active');
    await there.until((arrivals) => arrivals.length > before + 3);
  });

  it('gets what comes while it lets one message hang', async () => {
    const there = await receiver();
    await endpointFor(there, { types: ['item.created'] });
    const hanging: ServerResponse[] = [];
    there.answer((response) => void hanging.push(response));
    await newItem('Hangs');
    await there.until((arrivals) => arrivals.length === 1);
    there.answer((response) => response.writeHead(200).end());
    const since = performance.now();
    await newItem('Comes after it');
    await there.until((arrivals) => arrivals.length === 2);
    expect(performance.now() - since).toBeLessThan(10_000);
    hanging[0]!.writeHead(200).end();
  });

  it('is signed for with both secrets while they rotate, and with the new one alone afterwards', async () => {
    const there = await receiver();
    const { id, secret: old } = await endpointFor(there, { types: ['item.created'] });
    const path = `/v1/webhook-endpoints/${id}/rotate-secret`;
    const { body } = await ella.post(path, { overlapHours: 1 }).expect(200);
    const { secret, secrets } = body as Endpoint & { secrets: object[] };
    expect(secrets).toHaveLength(2);
    await newItem();
    await there.until((arrivals) => arrivals.length === 1);
    const [during] = there.arrivals;
    const verified = (key: string, { body, headers }: { body: string; headers: object }) => {
      try {
        new Webhook(key).verify(body, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    };
    expect([verified(old, during!), verified(secret, during!)]).toEqual([true, true]);
    await api.database.query(
      'update webhook_secret set expires_at = now() where expires_at is not null',
    );
    await newItem();
    await there.until((arrivals) => arrivals.length === 2);
    const [, after] = there.arrivals;
    expect([verified(old, after!), verified(secret, after!)]).toEqual([false, true]);
  });

  it('is signed for with five secrets at most, until they are ended', async () => {
    const { id, secret: first } = await endpointFor(await receiver(), { types: ['goal.closed'] });
    const path = `/v1/webhook-endpoints/${id}/rotate-secret`;
    for (let count = 1; count < 5; count += 1) await ella.post(path).expect(200);
    const { body: refused } = await ella.post(path).expect(409);
    expect(refused).toMatchObject({ code: 'too_many_secrets' });
    expect(refused.detail).toContain('overlapHours: 0');
    const { body } = await ella.post(path, { overlapHours: 0 }).expect(200);
    expect(body.secrets).toHaveLength(1);
    expect(body.secret).not.toBe(first);
    await ella.post(path).expect(200);
  });

  it('can be pinged alone', async () => {
    const [there, beside] = [await receiver(), await receiver()];
    const endpoint = await endpointFor(there, { types: ['goal.closed'] });
    await endpointFor(beside, { types: ['webhook_endpoint.*'] });
    const { headers, body } = await ella
      .post(`/v1/webhook-endpoints/${endpoint.id}/ping`)
      .expect(202);
    await there.until((arrivals) => arrivals.length === 1);
    const { messageId } = body as Delivery;
    expect(there.arrivals[0]).toMatchObject({ id: messageId, type: 'webhook_endpoint.pinged' });
    await until(async () => (await deliveryOf(endpoint, messageId)).status === 'delivered');
    expect(headers['location']).toBe(
      `/v1/webhook-endpoints/${endpoint.id}/deliveries/${messageId}`,
    );
    expect(await catchUpOutbox(api.dataSource)).toBe(0);
    expect(beside.arrivals.map(({ type }) => type)).not.toContain('webhook_endpoint.pinged');
  });

  it('is sent again what it asks for: one message, what came after a fact, what happened in a window', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there, { types: ['item.created'] });
    const since = new Date().toISOString();
    for (const title of ['One', 'Two', 'Three']) await newItem(title);
    await there.until((arrivals) => arrivals.length === 3);
    const list = `/v1/webhook-endpoints/${endpoint.id}/deliveries?status=delivered`;
    await until(
      async () => ((await ella.get(list)).body as { items: object[] }).items.length === 3,
    );
    const { body } = await ella.get(list);
    const [first, second, third] = (body as { items: Delivery[] }).items.map(
      (each) => each.messageId,
    );
    const again = async (path: string, asked: object = {}) => {
      const before = there.arrivals.length;
      await ella.post(`/v1/webhook-endpoints/${endpoint.id}/${path}`, asked).expect(202);
      await until(
        async () => ((await ella.get(list)).body as { items: object[] }).items.length === 3,
      );
      return there.arrivals
        .slice(before)
        .map(({ id }) => id)
        .toSorted();
    };
    expect(await again(`deliveries/${second}/replay`)).toEqual([second]);
    expect(await again('replay', { after: first })).toEqual([second, third]);
    expect(await again('replay', { messageIds: [first, third] })).toEqual([first, third]);
    const window = { since, until: new Date(Date.now() + 1).toISOString() };
    expect(await again('replay', window)).toEqual([first, second, third]);
    const later = await endpointFor(await receiver(), { types: ['item.created'] });
    const filled = await ella.post(`/v1/webhook-endpoints/${later.id}/replay`, window).expect(202);
    expect(filled.body).toEqual({ replayed: 3, more: false });
  });

  it('is sent nothing again where one of the messages that are asked for never was its own', async () => {
    const there = await receiver();
    const endpoint = await endpointFor(there);
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    const { body: ping } = await ella.post(`${path}/ping`).expect(202);
    const { messageId } = ping as Delivery;
    await until(async () => (await deliveryOf(endpoint, messageId)).status === 'delivered');
    const messageIds = [messageId.toUpperCase(), endpoint.id];
    const { body } = await ella.post(`${path}/replay`, { messageIds }).expect(422);
    expect((body as { errors: object[] }).errors).toEqual([
      expect.objectContaining({ pointer: '/messageIds/1', code: 'not_valid' }),
    ]);
    expect(await deliveryOf(endpoint, messageId)).toMatchObject({
      status: 'delivered',
      attempts: 1,
    });
  });

  it('hides its secret when the answer is repeated, and takes nothing that is not public', async () => {
    const body = { url: 'https://hooks.example.com/baton' };
    const sent = () => ella.post('/v1/webhook-endpoints', body).set('idempotency-key', 'once');
    const [first, repeated] = [await sent().expect(201), await sent().expect(201)];
    expect((first.body as Endpoint).secret).toMatch(/^whsec_/u);
    expect(repeated.body).toEqual({ ...(first.body as object), secret: null });
    const refusals = [
      'https://10.0.0.1/',
      'https://0x0a000001:8443/',
      'https://[::ffff:10.0.0.1]/',
      'https://localhost/',
      'ftp://hooks.example.com/',
      'https://user:secret@hooks.example.com/',
      'nonsense',
    ];
    for (const url of refusals) {
      const answer = await ella.post('/v1/webhook-endpoints', { url });
      const { errors } = answer.body as { errors: { pointer: string }[] };
      expect([url, answer.status, errors.map(({ pointer }) => pointer)]).toEqual([
        url,
        422,
        ['/url'],
      ]);
    }
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
