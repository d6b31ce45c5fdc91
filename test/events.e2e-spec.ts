import { FACT_TYPES } from '#domain';
import { newId } from '#engine';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Agent, EventSource } from 'undici';
import { FeedReader } from '../apps/api/src/events/feed-reader.js';
import { Draining } from '../apps/api/src/health/draining.js';
import { openStream } from './event-stream.js';
import { type Crew, hire, type Item, published } from './line.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

interface Event {
  id: string;
  position: number;
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}
interface Page {
  items: Event[];
  nextCursor: string;
  hasMore: boolean;
}

let api: TestApi;
let crew: Crew;
let item: Item;
let reader: TestPerson;
/** everything that happened so far */
let all: Event[];

beforeAll(async () => {
  api = await startTestApi({ EVENT_HEARTBEAT_MS: '100' });
  const workspace = await api.workspace('acme');
  crew = await hire(workspace);
  reader = await workspace.person([], ['read']);
  item = await published(crew, { requiredLocales: ['de-DE'] });
  await api.sequence();
  all = (await page('limit=200')).items;
});

afterAll(async () => api.close());

async function page(query: string, person = reader): Promise<Page> {
  const response = await person.get(`/v1/events?${query}`);
  expect([query, response.status, response.body.detail]).toEqual([query, 200, undefined]);
  return response.body as Page;
}

async function walk(query: string, after = ''): Promise<Event[]> {
  const found: Event[] = [];
  for (let next: Page | null = null; next === null || next.hasMore;) {
    next = await page(`${query}&after=${next?.nextCursor ?? after}`);
    found.push(...next.items);
  }
  return found;
}

const comment = async () => {
  await crew.enablement.post(`/v1/items/${item.id}/comments`, { text: 'Why?' }).expect(200);
  await api.sequence();
};

const MANY = 4100;

/** So many events; only the last one has another type. */
async function leaveMany(workspaceId: string, text: string): Promise<void> {
  await api.database.query(
    `with said as (
       insert into message (workspace_id, message_id, type, body, created_at)
       select $1, gen_random_uuid(), case number when $2 then 'goal.closed' else 'goal.activated' end,
         json_build_object('data', json_build_object('subject', 'goals/' || number, 'title', $3::text), 'type', 'x', 'timestamp', '2027-01-15T09:00:00Z')::text, now()
       from generate_series(1, $2::integer) number
       returning message_id, body::json -> 'data' ->> 'subject' as subject
     )
     insert into outbox (workspace_id, message_ids)
     select $1, array_agg(message_id order by length(subject), subject) from said`,
    [workspaceId, MANY, text],
  );
  await api.sequence();
}

describe('the feed', () => {
  it('has every event once, in order, as its body was frozen', async () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
    const frozen = await api.database.query<{ id: string; body: string }>(
      'select message_id as id, body from message',
    );
    expect(all.length).toBe(frozen.length);
    for (const { id, position: _, ...said } of all) {
      expect(said).toEqual(JSON.parse(frozen.find((each) => each.id === id)!.body));
    }
    expect(await walk('limit=7')).toEqual(all);
  });

  it('says of each event what its type promises', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const schemas = new Map<string, object>(FACT_TYPES.map((each) => [each.type, each.dataSchema]));
    const problems = all.flatMap(({ type, data }) =>
      ajv.validate(schemas.get(type)!, data) ? [] : [`${type}: ${ajv.errorsText()}`],
    );
    expect(problems).toEqual([]);
  });

  it('goes on behind an event by its id, in either case, as behind a cursor', async () => {
    const { id } = all[9]!;
    expect(await walk('limit=50', id)).toEqual(all.slice(10));
    expect((await page(`after=${id.toUpperCase()}&limit=1`)).items).toEqual([all[10]]);
    const { nextCursor } = await page('limit=10');
    expect((await page(`after=${nextCursor}&limit=1`)).items).toEqual([all[10]]);
  });

  it('begins at its end where that is asked for, and goes on from an empty page', async () => {
    const end = await page('after=latest');
    expect(end).toEqual({ items: [], nextCursor: expect.any(String), hasMore: false });
    expect(await page(`after=${end.nextCursor}`)).toEqual(end);
    await comment();
    const { items } = await page(`after=${end.nextCursor}`);
    expect(items.map(({ type, position }) => [type, position])).toEqual([
      ['comment.added', all.length + 1],
    ]);
    all.push(...items);
  });

  it('is narrowed by types, by what they begin with, and by what they are about', async () => {
    const tasks = all.filter(({ type }) => type.startsWith('task.'));
    expect(await walk('limit=3&types=task.*')).toEqual(tasks);
    const wanted = all.filter(({ type }) => type === 'item.published' || type.startsWith('goal.'));
    expect(wanted.length).toBeGreaterThan(1);
    expect(await walk('types=item.published,goal.*')).toEqual(wanted);
    expect(await walk('types=item.published&types=goal.*')).toEqual(wanted);
    for (const subject of [`items/${item.id}`, `goals/${crew.goalId}`]) {
      const own = all.filter(({ data }) => data['subject'] === subject);
      expect(own.length).toBeGreaterThan(0);
      expect(await walk(`limit=4&subject=${subject}`)).toEqual(own);
    }
    // An underscore is a letter like any other.
    expect(await walk('types=task_.*,tas_.claimed')).toEqual([]);
  });

  it('says 304 while nothing is new, and where there is more', async () => {
    const first = await reader.get('/v1/events?limit=5&types=task.*').expect(200);
    expect(first.headers['link']).toBe(
      `</v1/events?limit=5&types=task.*&after=${first.body.nextCursor}>; rel="next"`,
    );
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const next = `/v1/events?after=${all.at(-2)!.id}`;
    const { headers } = await reader.get(next).expect(200);
    expect(headers['link']).toBeUndefined();
    await reader.get(next).set('if-none-match', headers['etag']!).expect(304);
    await comment();
    const { body } = await reader.get(next).set('if-none-match', headers['etag']!).expect(200);
    all.push(body.items[1]);
  });

  it('says what to do where there is nothing to go on from', async () => {
    const stranger = await (await api.workspace('other')).person([], ['read']);
    for (const id of [newId(), all[0]!.id]) {
      const asker = id === all[0]!.id ? stranger : reader;
      const { status, body } = await asker.get(`/v1/events?after=${id}`);
      expect([status, body.code]).toEqual([404, 'event_unknown']);
      expect(body.detail).toContain('after=latest');
    }
    expect((await page('', stranger)).items).toEqual([]);
    const beyond = Buffer.from('100000').toString('base64url');
    const ahead = await reader.get(`/v1/events?after=${beyond}`);
    expect([ahead.status, ahead.body.code]).toEqual([409, 'cursor_ahead']);
    for (const query of ['after=no', 'types=Item', 'types=', 'limit=201', 'subject=x']) {
      expect([query, (await reader.get(`/v1/events?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('moves on over what a filter does not let pass, a bounded number at a time', async () => {
    const idle = await api.workspace('idle');
    const person = await idle.person([], ['read']);
    await leaveMany(idle.id, 'short');
    const found: [number, boolean][] = [];
    for (let after = ''; found.length < 3;) {
      const next = await page(`types=goal.closed&after=${after}`, person);
      found.push([next.items.length, next.hasMore]);
      after = next.nextCursor;
    }
    expect(found).toEqual([
      [0, true],
      [0, true],
      [1, false],
    ]);
  });
});

describe('the stream', () => {
  const streamAt = (query: string, headers?: Record<string, string>) =>
    openStream(`${api.url}/v1/events/stream?${query}`, reader.key, headers);

  it('says the same as the feed, and is not kept by anybody in between', async () => {
    const { response, frames, stop } = await streamAt('types=item.*,task.*');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const opening = (await frames.next()).value;
    expect(opening).toEqual({ retry: '2000', id: expect.any(String) });
    for (const { id, type, position: _, ...said } of all.filter(({ type }) =>
      /^(item|task)\./u.test(type),
    )) {
      const { value } = await frames.next();
      expect([value!.id, value!.event]).toEqual([id, type]);
      expect(JSON.parse(value!.data as string)).toEqual({ type, ...said });
    }
    stop();
  });

  it('goes on behind the last id that was seen, whichever way it is told', async () => {
    const { id } = all[4]!;
    const first = all[0]!.id;
    const ways: [string, Record<string, string>?][] = [
      [`after=${first}`, { 'last-event-id': id }],
      [`after=${first}&lastEventId=${id}`],
      [`after=${id}`],
    ];
    for (const [query, headers] of ways) {
      const { frames, stop } = await streamAt(query, headers);
      await frames.next();
      expect((await frames.next()).value!.id).toBe(all[5]!.id);
      stop();
    }
    const { response } = await streamAt('', { 'last-event-id': newId() });
    expect(response.status).toBe(404);
  });

  it('tells where to come back to before anything happened and over what was filtered out', async () => {
    const { frames, stop } = await streamAt('after=latest&types=goal.closed');
    const { id } = (await frames.next()).value!;
    await comment();
    all = (await page('limit=200')).items;
    let moved = id;
    while (moved === id) moved = (await frames.next()).value!.id ?? id;
    stop();
    for (const [from, missed] of [
      [id, [all.at(-1)]],
      [moved, []],
    ] as const) {
      expect((await page(`after=${from}`)).items).toEqual(missed);
    }
  });

  it('lets a client that was cut off come back by itself and miss nothing', async () => {
    const dispatcher = new Agent().compose((dispatch) => (options, handler) => {
      const headers = { ...options.headers, authorization: `Bearer ${reader.key}` };
      return dispatch({ ...options, headers }, handler);
    });
    const url = `${api.url}/v1/events/stream?after=latest&types=comment.added`;
    const source = new EventSource(url, { node: { dispatcher } });
    const seen: string[] = [];
    const [error, arrived] = [once(source, 'error'), [] as (() => void)[]];
    source.addEventListener('comment.added' as 'message', ({ lastEventId }) => {
      seen.push(lastEventId);
      arrived.shift()?.();
    });
    const next = () => new Promise<void>((resolve) => arrived.push(resolve));
    await once(source, 'open');
    await Promise.all([next(), comment()]);
    api.server.closeAllConnections();
    await error;
    await comment();
    await Promise.all([next(), comment()]);
    if (seen.length < 3) await next();
    source.close();
    all = (await page('limit=200')).items;
    expect(seen).toEqual(all.slice(-3).map(({ id }) => id));
  });

  it('gives a head to those who ask for no more', async () => {
    const { headers } = await reader.head('/v1/events/stream').expect(200);
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
  });

  it('is open ten times for one key at most, and again when one has ended', async () => {
    const person = await (await api.workspace('eager')).person([]);
    const connect = () => openStream(`${api.url}/v1/events/stream`, person.key);
    const streams = await Promise.all(Array.from({ length: 12 }, connect));
    const open = streams.filter(({ response }) => response.status === 200);
    const refused = streams.filter(({ response }) => response.status === 429);
    expect([open.length, refused.length]).toEqual([10, 2]);
    expect(refused[0]!.response.headers.get('retry-after')).toBe('15');
    for (const { stop } of open) stop();
    let status = 429;
    while (status === 429) {
      const { response, stop } = await connect();
      stop();
      status = response.status;
    }
    expect(status).toBe(200);
  });

  it('reads no further than its reader does, and gives up on one that takes nothing', async () => {
    const busy = await api.workspace('busy');
    await leaveMany(busy.id, 'x'.repeat(8000));
    const { key } = await busy.person([], ['read']);
    const reading = jest.spyOn(api.app.get(FeedReader), 'sharedPage');
    const { port } = new URL(api.url);
    const connected = once(api.server, 'connection');
    const socket = connect(Number(port), '127.0.0.1').pause();
    socket.write(
      `GET /v1/events/stream HTTP/1.1\r\nHost: baton\r\nAuthorization: Bearer ${key}\r\n\r\n`,
    );
    // The server gives up after some heartbeats; what is in the network then is all that was ever read.
    const [served] = (await connected) as [Socket];
    await once(served, 'close');
    const pages = reading.mock.calls.length;
    reading.mockRestore();
    expect(pages).toBeLessThan(MANY / 50 / 2);
    socket.destroy();
  });

  it('ends when its key is revoked, with no other word of it', async () => {
    const guest = await (await api.workspace('guest')).person([]);
    const { frames } = await openStream(`${api.url}/v1/events/stream`, guest.key);
    await frames.next();
    const [, keyId] = guest.key.split('_');
    await api.database.query('update api_key set revoked_at = now() where key_id = $1', [keyId]);
    for await (const frame of frames) expect(frame).toEqual({});
    await guest.get('/v1/events/stream').expect(401);
  });

  it('ends when the process is about to stop, and asks to come back elsewhere', async () => {
    const { frames } = await streamAt('after=latest');
    await frames.next();
    api.app.get(Draining).begin();
    for await (const frame of frames) expect(frame).toEqual({});
    const late = await streamAt('after=latest');
    const said: object[] = [];
    for await (const frame of late.frames) said.push(frame);
    expect([late.response.status, said]).toEqual([
      200,
      [expect.objectContaining({ retry: '2000' })],
    ]);
  });
});
