import { currentTraceparent, DECIDED, withTraceparent } from '#engine';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import request from 'supertest';
import { createItem, type Crew, hire } from './line.js';
import { complaintsAbout, hasPromtool } from './promtool.js';
import { startTestApi, type TestApi } from './test-api.js';
import { startTraceReceiver, type TraceReceiver } from './trace-receiver.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SENT = `00-${TRACE}-${CALLER}-01`;

let api: TestApi;
let crew: Crew;
/** what stood beside each command in the engine */
const beside: (string | null)[] = [];
const note = () => void beside.push(currentTraceparent());

if (!hasPromtool) console.warn('Left out: figures before promtool. This machine has none.');

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
  DECIDED.subscribe(note);
});

afterEach(() => {
  beside.length = 0;
});

afterAll(async () => {
  DECIDED.unsubscribe(note);
  await api.close();
});

describe('the figures of the API', () => {
  it('count requests by route and commands by what came of them, without an id, to the liking of promtool', async () => {
    const { goalId } = crew;
    const item = await createItem(crew.marketing, { goalId });
    const { body: tasks } = await crew.enablement.get(`/v1/tasks?itemId=${item.id}`);
    const path = `/v1/tasks/${tasks.items[0].id}/claim`;
    await crew.enablement.post(path).set('idempotency-key', 'once');
    await crew.enablement.post(path).set('idempotency-key', 'once');
    await crew.legal.post(`/v1/items/${item.id}/events`, { type: 'submit' }).set('if-match', '"1"');
    await request(api.server).get(`/v1/nowhere/${item.id}`);

    const { status, text, headers } = await request(api.server).get('/metrics');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    const values = valuesIn(text);
    expect(values).toMatchObject({
      'baton_http_request_duration_seconds_count{method="POST",route="/v1/tasks/:taskId/claim",status="2xx"}': 2,
      'baton_http_request_duration_seconds_count{method="GET",route="none",status="4xx"}': 1,
      baton_http_requests_in_flight: 1,
      'baton_commands_total{outcome="refused",code="stale_version"}': 1,
      'baton_commands_total{outcome="accepted",code=""}': 2,
      baton_idempotent_replays_total: 1,
      baton_database_pool_waiting: 0,
    });
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/u);
    if (hasPromtool) expect(complaintsAbout(text)).toBe('');
  });

  it('are for this machine alone, also behind a proxy on it, until there is a token', async () => {
    const proxied = await request(api.server).get('/metrics').set('x-forwarded-for', '127.0.0.1');
    expect([proxied.status, proxied.body.code]).toEqual([403, 'metrics_local_only']);
  });
});

describe('a request', () => {
  it('goes on in the trace of its sender, into the engine, and where none is recorded as the sender’s own span', async () => {
    await createItem(crew.marketing, { goalId: crew.goalId, slug: 'alone' });
    await sendSlowly(
      '/v1/items/00000000-0000-4000-8000-000000000000/events',
      JSON.stringify({ type: 'submit' }),
    );
    expect(beside).toEqual([expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/u), SENT]);
    expect(beside[0]).not.toMatch(TRACE);
    const later = () => withTraceparent(SENT, 'deliver', async () => currentTraceparent());
    expect([await later(), currentTraceparent()]).toEqual([SENT, null]);
    const without = withTraceparent(null, 'deliver', async () => currentTraceparent());
    expect(await without).toBeNull();
  });

  it('is a span with the work of the engine below it where traces are exported, and an unreadable traceparent begins anew', async () => {
    const receiver: TraceReceiver = await startTraceReceiver();
    const traced = await startTestApi({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
      METRICS_TOKEN: 'a-token-of-prometheus',
    });
    const { marketing } = await hire(await traced.workspace('traced'));
    await marketing
      .post('/v1/items/00000000-0000-4000-8000-000000000000/events', { type: 'submit' })
      .set({ 'if-match': '"1"', traceparent: SENT });
    await marketing.get('/v1/me').set('traceparent', `00-${'0'.repeat(32)}-${CALLER}-01`);

    const failed = async () => {
      beside.push(currentTraceparent());
      throw new Error('The receiver is away.');
    };
    await expect(withTraceparent(SENT, 'deliver', failed)).rejects.toThrow('away');

    const figures = (token: string) =>
      request(traced.server).get('/metrics').set('authorization', `Bearer ${token}`);
    const withToken = await figures('a-token-of-prometheus');
    const without = await figures('a-token-of-somebody');
    expect([withToken.status, without.status, without.body.code]).toEqual([
      200,
      401,
      'metrics_token_wrong',
    ]);
    await traced.close();
    await receiver.close();

    const { spans } = receiver;
    const server = spans.find(({ name }) => name.startsWith('POST /v1/items/'))!;
    expect(server).toMatchObject({
      service: 'baton-api',
      name: 'POST /v1/items/:itemId/events',
      traceId: TRACE,
      parentSpanId: CALLER,
      attributes: { 'http.response.status_code': expect.anything() },
    });
    const engine = spans.find(({ parentSpanId }) => parentSpanId === server.spanId)!;
    expect([engine.name, engine.traceId]).toEqual(['engine event', TRACE]);
    const delivery = spans.find(({ name }) => name === 'deliver')!;
    expect(delivery).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    expect(beside.slice(-2)).toEqual([
      `00-${TRACE}-${server.spanId}-01`,
      `00-${TRACE}-${delivery.spanId}-01`,
    ]);
    const me = spans.find(({ name }) => name === 'GET /v1/me')!;
    expect(me.traceId).not.toMatch(/^0+$|^0af7/u);
    expect(me.parentSpanId ?? '').toBe('');
  });
});

/** A body that comes after its head was taken, in an event of the socket that knows of no request. */
async function sendSlowly(path: string, body: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${crew.marketing.key}`,
    'content-type': 'application/json',
    'if-match': '"1"',
    traceparent: SENT,
  };
  const taken = once(api.server, 'request');
  const sent = httpRequest(`${api.url}${path}`, { method: 'POST', headers });
  sent.flushHeaders();
  await taken;
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
}

function valuesIn(figures: string): Record<string, number> {
  const lines = figures.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
