import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import request, { type Response } from 'supertest';
import { type Crew, createItem, hire, type Item, published, read } from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const UUID_TEXT: unknown = expect.stringMatching(UUID);
const PROBLEM_JSON: unknown = expect.stringMatching(/^application\/problem\+json\b/u);
const NEW_ITEM = { kind: 'content', title: 'Tiers', locale: 'en-US', ownerFunction: 'marketing' };

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  errors: { pointer: string; detail: string; code: string }[];
  traceId: string;
}

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
});

afterAll(async () => api.close());

/** Checks that an answer is a whole RFC 9457 problem about its own request, and gives it. */
function problemIn(response: Response, status: number): Problem {
  const problem = response.body as Problem;
  const { pathname } = new URL((response.request as unknown as { url: string }).url);
  const { 'content-type': type, 'x-request-id': id, 'cache-control': cache } = response.headers;
  expect({ ...problem, http: response.status, type, cache }).toMatchObject({
    http: status,
    type: PROBLEM_JSON,
    cache: 'no-store',
    title: expect.stringMatching(/\S/u),
    status,
    detail: expect.stringMatching(/\S/u),
    instance: pathname,
    code: expect.stringMatching(/^[a-z0-9]+(_[a-z0-9]+)*$/u),
    errors: expect.any(Array),
    traceId: id,
  });
  expect(problem.type).toBe(`urn:baton:problem:${problem.code}`);
  return problem;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A request whose body is sent as it stands. */
function sendRaw(path: string, body: string | Buffer, type = 'application/json'): request.Test {
  const test = request(api.server).post(path).set('authorization', `Bearer ${crew.enablement.key}`);
  return test
    .set('content-type', type)
    .serialize((bytes: string) => bytes)
    .send(body);
}

/** What comes back for bytes that may be no request at all. */
function exchange(text: string): Promise<string> {
  const { port } = api.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

async function countOf(table: 'item' | 'person' | 'idempotency'): Promise<number> {
  const [row] = await api.database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row!.n;
}

/** An item with a text that was brought in by enablement. */
async function library(fields: object, text: string): Promise<Item> {
  const item = await createItem(crew.enablement, fields);
  return write(item, { body: text, origin: 'imported' });
}

async function write(item: Item, revision: object): Promise<Item> {
  const response = await crew.enablement
    .post(`/v1/items/${item.id}/revisions`, revision)
    .set('if-match', `"${item.version}"`);
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return response.body as Item;
}

it('a body far beyond the limit is refused to one who sends all of it before reading', async () => {
  const { port } = api.server.address() as AddressInfo;
  const body = Buffer.alloc(30_000_000, ' ');
  const socket = connect(port, '127.0.0.1').pause();
  socket.write(
    `POST /v1/items HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${crew.marketing.key}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  await new Promise<void>((sent, failed) => {
    socket.once('error', failed);
    socket.write(body, () => sent());
  });
  const [answer] = (await once(socket.resume(), 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 .*body_too_large/su);
  socket.destroy();
});

describe('a failure leaves as problem+json', () => {
  type Failure = [string, number, string | null, (crew: Crew) => request.Test];
  const failures: Failure[] = [
    ['a path that nobody serves', 404, 'no_such_route', ({ legal }) => legal.get('/v1/nothing')],
    ['a path outside the API', 404, 'no_such_route', ({ legal }) => legal.get('/favicon.ico')],
    ['a method unknown at a path', 404, 'no_such_route', ({ legal }) => legal.delete('/v1/items')],
    ['a request without a key', 401, 'key_missing', () => request(api.server).get('/v1/items')],
    ['a value not in a list', 400, 'not_valid', ({ legal }) => legal.get('/v1/items?kind=poem')],
    [
      'an unknown parameter',
      400,
      'unknown_property',
      ({ legal }) => legal.get('/v1/items?size=9&workspaceId=x'),
    ],
    [
      'a parameter where none is taken',
      400,
      'unknown_property',
      ({ legal }) => legal.get('/v1/me?fields=name'),
    ],
    [
      'a body where none is taken',
      400,
      'unknown_property',
      ({ legal }) => legal.post(`/v1/tasks/${NOBODY}/sign`, { comment: 'Mine.' }),
    ],
    [
      'an empty body where none is taken, for a task that is not there',
      404,
      'not_found',
      ({ legal }) => legal.post(`/v1/tasks/${NOBODY}/sign`, {}),
    ],
    ['a path with a NUL', 400, null, ({ legal }) => legal.get('/v1/processes/%00')],
    ['a search in Latin-1', 400, 'address_not_valid', ({ legal }) => legal.get('/v1/items?q=%fc')],
    ['a NUL to search for', 400, null, ({ legal }) => legal.get('/v1/items?q=%00')],
    ['an id that is none', 400, null, ({ legal }) => legal.get('/v1/items/nope')],
    ['an id that is none of a task', 400, null, ({ legal }) => legal.post('/v1/tasks/1/claim')],
    ['an id that is none of a person', 400, null, ({ legal }) => legal.get('/v1/people/1')],
    ['an unknown item', 404, 'not_found', ({ legal }) => legal.get(`/v1/items/${NOBODY}`)],
    ['an unknown task', 404, 'not_found', ({ legal }) => legal.post(`/v1/tasks/${NOBODY}/claim`)],
    ['a function too few', 403, 'not_your_function', ({ legal }) => legal.post('/v1/people', {})],
    ['no title', 422, 'not_valid', ({ legal }) => legal.post('/v1/items', { kind: 'content' })],
    ...['application/xml', 'text/plain', 'application/x-www-form-urlencoded'].map(
      (type): Failure => [
        `a body of type ${type}`,
        415,
        'unsupported_media_type',
        () => sendRaw('/v1/items', 'kind=content', type),
      ],
    ),
    ['broken JSON', 400, 'invalid_json', () => sendRaw('/v1/items', '{"kind":')],
    ['an empty body', 400, null, () => sendRaw('/v1/items', '')],
    ['a body that is a list', 400, null, () => sendRaw('/v1/items', '[]')],
    ['a body that is null', 400, null, () => sendRaw('/v1/items', 'null')],
    ['a body that is a number', 400, null, () => sendRaw('/v1/items', '7')],
    ['a body that is a text', 400, null, () => sendRaw('/v1/items', '"item"')],
    ['a poisoned prototype', 400, null, () => sendRaw('/v1/items', '{"__proto__":{"id":1}}')],
    [
      'a body over 1 MB',
      413,
      'body_too_large',
      () => sendRaw('/v1/items', `{"title":"${'x'.repeat(2 ** 20)}"}`),
    ],
  ];

  it.each(failures)('%s: %i', async (_what, status, code, sent) => {
    const items = await countOf('item');
    const problem = problemIn(await sent(crew), status);
    if (code !== null) expect(problem.code).toBe(code);
    expect(await countOf('item')).toBe(items);
  });

  it('names what was expected, what was found, and where', async () => {
    const said = async (answer: request.Test) => {
      const { detail, errors } = (await answer).body as { detail: string; errors: object[] };
      return [detail, errors.map((each) => (each as { pointer: string }).pointer)];
    };
    expect(await said(sendRaw('/v1/items', '<item/>', 'text/xml'))).toEqual([
      'Expected a body of type application/json; found "text/xml".',
      [],
    ]);
    expect(await said(crew.legal.get('/v1/items/nope'))).toEqual([
      'Expected a UUID as itemId in the path; found "nope".',
      ['/itemId'],
    ]);
    expect(await said(crew.legal.get('/v1/items?cursor=abc'))).toEqual([
      'Expected a cursor as nextCursor gave it; found "abc".',
      ['/cursor'],
    ]);
    const place =
      'Expected the id of an event, a cursor as nextCursor gave it, or latest; found "abc".';
    expect(await said(crew.legal.get('/v1/events?after=abc'))).toEqual([place, ['/after']]);
    const stream = '/v1/events/stream';
    expect(await said(crew.legal.get(`${stream}?lastEventId=abc`))).toEqual([
      place,
      ['/lastEventId'],
    ]);
    expect(await said(crew.legal.get(stream).set('last-event-id', 'abc'))).toEqual([
      place,
      ['/Last-Event-ID'],
    ]);
    expect(await said(crew.legal.post('/v1/people', {}))).toEqual([
      'This is for enablement; you work in legal.',
      [],
    ]);
  });

  it.each([
    ['with a broken escape', 400, '/v1/items/%zz'],
    ['that is no UTF-8', 400, '/v1/processes/%ff'],
    ['with a part that is too long', 414, `/v1/items/${'a'.repeat(300)}`],
  ])('a path %s: %i', async (_what, status, path) => {
    problemIn(await crew.legal.get(path), status);
  });

  it.each([
    ['what is no HTTP', 400, 'HELLO\r\n\r\n'],
    ['more headers than are read', 431, `GET /livez HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('%s: %i', async (_what, status, text) => {
    const [head = '', body = ''] = (await exchange(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, errors: [], traceId: UUID_TEXT });
  });

  it.each([
    ['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['10,000 levels of objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ])('%s: 400, and the next request is answered', async (_what, deep) => {
    const items = await countOf('item');
    const text = JSON.stringify(NEW_ITEM).replace('"Tiers"', deep);
    problemIn(await sendRaw('/v1/items', text), 400);
    expect(await countOf('item')).toBe(items);
    expect((await crew.legal.get('/v1/me')).status).toBe(200);
  });

  it('bytes that are not UTF-8: 400, and nothing is kept in their place', async () => {
    const items = await countOf('item');
    const [before, after] = JSON.stringify({ ...NEW_ITEM, slug: 'bytes' }).split('Tiers');
    const bytes = Buffer.concat([Buffer.from(before!), Buffer.of(0xc3, 0x28), Buffer.from(after!)]);
    problemIn(await sendRaw('/v1/items', bytes), 400);
    expect(await countOf('item')).toBe(items);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
  ])('text with %s, which cannot be stored: 422, wherever it stands', async (what, text) => {
    const item = await createItem(crew.marketing, { slug: `text-${sha256(what)}` });
    const path = `/v1/items/${item.id}`;
    const { marketing, enablement } = crew;
    const answers = [
      await marketing.post('/v1/items', { ...NEW_ITEM, title: text }),
      await marketing.patch(path, { title: text }).set('if-match', '*'),
      await marketing
        .post(`${path}/events`, { type: 'cancel', comment: text })
        .set('if-match', '*'),
      await enablement
        .post(`${path}/revisions`, { body: text, origin: 'imported' })
        .set('if-match', '*'),
      await enablement.post('/v1/people', { name: text }),
    ];
    for (const answer of answers) problemIn(answer, 422);
    expect(await read(marketing, item.id)).toMatchObject({ stage: 'intake', version: 1 });
  });

  it('a refusal says each reason and what would be possible', async () => {
    const item = await createItem(crew.marketing, { slug: 'refused', audience: [] });
    const response = await crew.legal
      .post(`/v1/items/${item.id}/events`, { type: 'accept' })
      .set('if-match', '"1"');
    problemIn(response, 403);
    expect(response.body).toMatchObject({
      reasons: [
        { code: 'not_your_function', detail: expect.stringContaining('enablement') },
        { code: 'facets_complete', remedy: 'Fill audience by PATCH on the item.' },
        { code: 'goal_is_active', detail: expect.stringContaining('No goal, no production') },
      ],
      availableEvents: [
        { event: 'accept', allowed: false },
        { event: 'cancel', allowed: false },
      ],
    });
  });
});

describe('a request id', () => {
  it('is taken from the caller, and is the trace id of a problem', async () => {
    const fine = await request(api.server).get('/livez').set('x-request-id', 'order-7.retry_2');
    expect(fine.headers['x-request-id']).toBe('order-7.retry_2');
    const wrong = await request(api.server).get('/v1/me').set('x-request-id', 'order-8');
    expect(problemIn(wrong, 401).traceId).toBe('order-8');
  });

  it.each([
    ['spaces', 'two words'],
    ['markup', '"><script>alert(1)</script>'],
    ['JSON', '{"level":60}'],
    ['letters beyond ASCII', 'é'],
    ['more than 100 characters', 'x'.repeat(101)],
  ])('that could mislead a log, with %s, is replaced', async (_what, hostile) => {
    const response = await request(api.server).get('/v1/me').set('x-request-id', hostile);
    expect(problemIn(response, 401).traceId).toMatch(UUID);
  });
});

describe('a body', () => {
  it('may not set what only Baton sets; each such property is refused by name', async () => {
    const items = await countOf('item');
    const forged = { id: NOBODY, stage: 'published', version: 7, workspaceId: NOBODY };
    const response = await crew.enablement.post('/v1/items', { ...NEW_ITEM, ...forged });
    const { errors } = problemIn(response, 422);
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/id', 'unknown_property'],
      ['/stage', 'unknown_property'],
      ['/version', 'unknown_property'],
      ['/workspaceId', 'unknown_property'],
    ]);
    expect(await countOf('item')).toBe(items);
  });

  it('may not set them afterwards or deep inside either', async () => {
    const item = await createItem(crew.marketing, { slug: 'patched' });
    const patched = await crew.marketing
      .patch(`/v1/items/${item.id}`, { title: 'Other', stage: 'published', slug: 'mine' })
      .set('if-match', '"1"');
    expect(
      problemIn(patched, 422)
        .errors.map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(['/slug', '/stage']);
    expect(await read(crew.marketing, item.id)).toMatchObject({ stage: 'intake', version: 1 });
    const memberships = [{ function: 'legal' }, { function: 'legal', personId: NOBODY }];
    const added = await crew.enablement.post('/v1/people', { name: 'Eve', memberships });
    expect(problemIn(added, 422).errors).toMatchObject([
      { pointer: '/memberships/1/personId', code: 'unknown_property' },
    ]);
  });

  it.each([
    ['kind', 'poem', '/kind', 'content, training, variant'],
    ['title', '', '/title', 'title must'],
    ['title', 7, '/title', 'title must'],
    ['slug', 'Not A Slug', '/slug', 'lower-case words joined by hyphens'],
    ['locale', 'zh_CN', '/locale', 'BCP 47'],
    ['locale', 'en--US', '/locale', 'BCP 47'],
    ['requiredLocales', ['de-DE', 'zh_CN'], '/requiredLocales', 'BCP 47'],
    ['requiredLocales', ['de-de', 'de-DE'], '/requiredLocales', 'unique'],
    ['ownerFunction', 'owner', '/ownerFunction', 'marketing'],
    ['audience', ['Account Executive'], '/audience', 'snake_case'],
    ['audience', 'account_executive', '/audience', 'array'],
    ['type', 'sonnet', '/type', 'playbook'],
    ['type', 'e_learning', '/type', 'a content type'],
    ['journeyStage', ['all', 'never'], '/journeyStage/1', 'awareness'],
    ['sourceItemId', 'nope', '/sourceItemId', 'UUID'],
  ])(
    'with a wrong %s, %j, is told where, what was expected and what was found',
    async (field, value, pointer, expected) => {
      const response = await crew.marketing.post('/v1/items', { ...NEW_ITEM, [field]: value });
      const [error, ...others] = problemIn(response, 422).errors;
      expect(others).toEqual([]);
      expect(error?.pointer).toBe(pointer);
      expect(error?.detail).toMatch(/^Expected.+; found /u);
      expect(error?.detail).toContain(expected);
      const found = Array.isArray(value) ? value.at(-1) : value;
      expect(error?.detail.split('; found ')[1]).toContain(String(found));
    },
  );

  it('with several wrong values is told of all of them at once', async () => {
    const body = { kind: 'poem', title: '', locale: 'zh_CN', ownerFunction: 'me' };
    const { errors } = problemIn(await crew.marketing.post('/v1/items', body), 422);
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/kind',
      '/title',
      '/locale',
      '/ownerFunction',
    ]);
  });

  it('is given a slug of the letters of its title, each written plainly', async () => {
    const titles = ['Straße ẞ', 'Ærø Łódź', 'Œuvre Đorđe', 'Þór Ǿð ıİ', 'Überblick'];
    const slugs: string[] = [];
    for (const title of titles) {
      const { body } = await crew.marketing.post('/v1/items', { ...NEW_ITEM, title }).expect(201);
      slugs.push((body as { slug: string }).slug);
    }
    const plain = ['strasse-ss', 'aero-lodz', 'oeuvre-dorde', 'thor-od-ii', 'uberblick'];
    expect(slugs).toEqual(plain);
  });

  it('may spell a locale in any way; it is kept and found in the canonical one', async () => {
    const fields = { slug: 'spelling', locale: 'en-us', requiredLocales: ['ZH-hans-cn', 'de'] };
    expect(await createItem(crew.marketing, fields)).toMatchObject({
      locale: 'en-US',
      requiredLocales: ['zh-Hans-CN', 'de'],
    });
    const { body } = await crew.legal.get('/v1/items?slug=spelling&locale=EN-us');
    expect(body).toMatchObject({ items: [{ locale: 'en-US' }] });
  });
});

describe('If-Match', () => {
  let item: Item;

  beforeAll(async () => {
    item = await createItem(crew.marketing, { slug: 'versions' });
  });

  const changes: [string, (sent: Item) => request.Test][] = [
    ['PATCH', ({ id }) => crew.marketing.patch(`/v1/items/${id}`, { title: 'Other' })],
    ['an event', ({ id }) => crew.marketing.post(`/v1/items/${id}/events`, { type: 'cancel' })],
    ['a revision', ({ id }) => crew.marketing.post(`/v1/items/${id}/revisions`, { body: 'Other' })],
  ];

  it.each(changes)('is required: %s without it is 428', async (_what, change) => {
    expect(problemIn(await change(item), 428).code).toBe('if_match_required');
  });

  it.each(changes)(
    'has to name the present version: %s with another is 412',
    async (_what, change) => {
      const response = await change(item).set('if-match', '"2"');
      expect(problemIn(response, 412).code).toBe('stale_version');
      expect(response.body).toMatchObject({
        reasons: [{ code: 'stale_version', detail: expect.stringContaining('version 1') }],
      });
    },
  );

  it.each(['W/"1"', '1', '""', '"-1"', '"1", "2"', '"9999999999"', 'abc'])(
    'has to be one strong ETag: %s is 400',
    async (tag) => {
      const response = await changes[0]![1](item).set('if-match', tag);
      expect(problemIn(response, 400).code).toBe('if_match_not_valid');
    },
  );

  it('has changed nothing so far; the ETag as it was given, or a wildcard, lets a change pass', async () => {
    const before = await crew.marketing.get(`/v1/items/${item.id}`);
    expect(before.headers['etag']).toBe('"1"');
    const first = await changes[0]![1](item).set('if-match', before.headers['etag']!);
    expect([first.status, first.headers['etag']]).toEqual([200, '"2"']);
    const second = await crew.marketing
      .patch(`/v1/items/${item.id}`, { title: 'Another' })
      .set('if-match', '*');
    expect([second.status, second.headers['etag']]).toEqual([200, '"3"']);
  });

  it('is honoured by a claim, which does not need it', async () => {
    const { id } = item.tasks[0]!;
    const stale = await crew.enablement.post(`/v1/tasks/${id}/claim`).set('if-match', '"1"');
    expect(problemIn(stale, 412).code).toBe('stale_version');
    expect((await crew.enablement.post(`/v1/tasks/${id}/claim`)).status).toBe(200);
  });
});

describe('If-None-Match', () => {
  it.each(['"1"', 'W/"1"', '*', '"7", W/"1"'])(
    '%s of what is there: 304 and no body',
    async (tag) => {
      const { id } = await createItem(crew.marketing, { slug: `seen-${sha256(tag)}` });
      const response = await crew.legal.get(`/v1/items/${id}`).set('if-none-match', tag);
      expect(response.status).toBe(304);
      expect(response.headers['etag']).toBe('"1"');
      expect(response.text).toBe('');
    },
  );

  it('of an older version: the item', async () => {
    const { id } = await createItem(crew.marketing, { slug: 'seen-older' });
    await crew.marketing.patch(`/v1/items/${id}`, { title: 'Newer' }).set('if-match', '"1"');
    const response = await crew.legal.get(`/v1/items/${id}`).set('if-none-match', '"1"');
    expect([response.status, response.headers['etag']]).toEqual([200, '"2"']);
    expect(response.body).toMatchObject({ id, title: 'Newer' });
  });
});

describe('Idempotency-Key', () => {
  const create = (person: TestPerson, key: string, fields: object = {}) =>
    person.post('/v1/items', { ...NEW_ITEM, ...fields }).set('idempotency-key', key);

  it('gives the second of two equal requests the answer of the first, and the work is done once', async () => {
    const items = await countOf('item');
    const first = await create(crew.marketing, 'equal', { slug: 'equal' });
    const second = await create(crew.marketing, 'equal', { slug: 'equal' });
    expect(first.status).toBe(201);
    expect([second.status, second.text]).toEqual([201, first.text]);
    for (const header of ['etag', 'location', 'content-type']) {
      expect(second.headers[header]).toBe(first.headers[header]);
    }
    expect(await countOf('item')).toBe(items + 1);
  });

  it('is the same bare and in quotes', async () => {
    const first = await create(crew.marketing, 'bare', { slug: 'bare' });
    const second = await create(crew.marketing, '"bare"', { slug: 'bare' });
    expect([second.status, second.text]).toEqual([201, first.text]);
  });

  it('takes the order of the properties of a body for nothing', async () => {
    const send = (body: object) =>
      crew.marketing.post('/v1/items', body).set('idempotency-key', 'order');
    const first = await send({ ...NEW_ITEM, slug: 'order' });
    const second = await send({ slug: 'order', ...NEW_ITEM });
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  });

  it('repeats the answer to a change, though the version has moved on', async () => {
    const item = await createItem(crew.marketing, { slug: 'cancelled-once' });
    const cancel = () =>
      crew.marketing
        .post(`/v1/items/${item.id}/events`, { type: 'cancel', comment: 'Not now.' })
        .set({ 'if-match': '"1"', 'idempotency-key': 'cancel' });
    const first = await cancel();
    const second = await cancel();
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect(second.headers['etag']).toBe('"2"');
  });

  it('may not be used again for another body', async () => {
    const reuse = (title: string) => create(crew.marketing, 'reused', { slug: 'reused', title });
    expect((await reuse('One')).status).toBe(201);
    expect(problemIn(await reuse('Other'), 422).code).toBe('idempotency_key_reused');
  });

  it.each<[string, (task: string, other: string) => [string, string]]>([
    ['in the API', (task) => [`/v1/tasks/${task}/claim`, `/v1/webhook-endpoints/${NOBODY}/ping`]],
    ['of the same kind', (task, other) => [`/v1/tasks/${task}/claim`, `/v1/tasks/${other}/claim`]],
    ['of the same task', (task) => [`/v1/tasks/${task}/claim`, `/v1/tasks/${task}/release`]],
  ])('may not be used again for another path %s, with an equal body', async (what, pathsOf) => {
    const key = sha256(what);
    const one = await createItem(crew.marketing, { slug: `one-${key}` });
    const other = await createItem(crew.marketing, { slug: `other-${key}` });
    const [first, second] = pathsOf(one.tasks[0]!.id, other.tasks[0]!.id);
    const send = (path: string) => crew.enablement.post(path, {}).set('idempotency-key', key);
    expect((await send(first)).status).toBe(200);
    expect(problemIn(await send(second), 422).code).toBe('idempotency_key_reused');
  });

  it.each([
    ['with a space', 'two words'],
    ['empty', '""'],
    ['beyond ASCII', 'é'],
    ['too long', 'x'.repeat(256)],
  ])('that is %s is refused', async (_what, key) => {
    const items = await countOf('item');
    const response = await create(crew.marketing, key, { slug: 'no-key' });
    expect(problemIn(response, 400).code).toBe('idempotency_key_not_valid');
    expect(await countOf('item')).toBe(items);
  });

  it('of two people is not the same', async () => {
    const one = await create(crew.marketing, 'ours', { slug: 'of-marketing' });
    const other = await create(crew.product, 'ours', { slug: 'of-product' });
    expect([one.status, other.status]).toEqual([201, 201]);
    expect((other.body as Item).slug).toBe('of-product');
  });

  it.each<[string, number, (crew: Crew, key: string) => request.Test]>([
    ['a wrong value', 422, ({ marketing }, key) => create(marketing, key, { title: '' })],
    ['a wrong type', 422, ({ marketing }, key) => create(marketing, key, { type: 'sonnet' })],
    [
      'a slug that is taken',
      409,
      ({ marketing }, key) => create(marketing, key, { slug: 'taken' }),
    ],
    [
      'an unknown task',
      404,
      ({ marketing }, key) =>
        marketing.post(`/v1/tasks/${NOBODY}/claim`).set('idempotency-key', key),
    ],
    [
      'a function too few',
      403,
      ({ marketing }, key) =>
        marketing.post('/v1/people', { name: 'Ada' }).set('idempotency-key', key),
    ],
  ])('is not used up by %s: %i', async (what, status, refused) => {
    await createItem(crew.marketing, { slug: 'taken' }).catch(() => {});
    const [key, kept] = [sha256(what), await countOf('idempotency')];
    problemIn(await refused(crew, key), status);
    expect(await countOf('idempotency')).toBe(kept);
    expect((await create(crew.marketing, key, { slug: `good-${key}` })).status).toBe(201);
  });

  it('is not used up by a person who is there already', async () => {
    const add = (email: string) =>
      crew.enablement.post('/v1/people', { name: 'Ada', email }).set('idempotency-key', 'ada');
    await crew.enablement.post('/v1/people', { name: 'Ada', email: 'ada@acme.example' });
    problemIn(await add('ada@acme.example'), 409);
    expect((await add('lovelace@acme.example')).status).toBe(201);
  });

  it('makes one person of fifty equal requests at once', async () => {
    const people = await countOf('person');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        crew.enablement.post('/v1/people', { name: 'Grace' }).set('idempotency-key', 'grace'),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countOf('person')).toBe(people + 1);
  });
});

describe('the probes', () => {
  it('need no key', async () => {
    const live = await request(api.server).get('/livez');
    const ready = await request(api.server).get('/readyz');
    expect([live.status, ready.status]).toEqual([200, 200]);
  });

  it('tell a process that lives from one whose database is not ready for it', async () => {
    const rename = (name: string) =>
      api.database.query(`update schema_migration set name = ${name}`);
    await rename(`name || '?'`);
    const [live, ready] = [
      await request(api.server).get('/livez'),
      await request(api.server).get('/readyz'),
    ];
    await rename(`rtrim(name, '?')`);
    expect(live.status).toBe(200);
    expect(problemIn(ready, 503).code).toBe('schema_outdated');
    expect(ready.headers['retry-after']).toBe('1');
  });
});

/** What Fastify would route, from the tree that it prints. */
function routesOf({ app }: TestApi): string[] {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const branch: string[] = [];
  return fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*)[├└]── (\S+)(?: \((.+)\))?$/u.exec(line) ?? [];
      if (indent === undefined || part === undefined) return [];
      branch.splice(indent.length / 4, Infinity, part);
      const path = branch.join('').replaceAll(/:(\w+)/gu, '{$1}');
      return (methods ?? '')
        .split(', ')
        .filter((method) => !['', 'HEAD'].includes(method))
        .map((method) => `${method} ${path}`);
    });
}

describe('the OpenAPI document', () => {
  interface Operation {
    operationId: string;
    parameters?: { name: string; in: string; required?: boolean }[];
    responses: Record<string, { $ref?: string }>;
  }
  let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
  let operations: [string, Operation][];

  beforeAll(async () => {
    const { status, body } = await request(api.server).get('/openapi.json');
    expect(status).toBe(200);
    document = body as typeof document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  });

  it('is of version 3.1 and has every route that the server serves, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/u);
    const served = routesOf(api).filter((route) => !/ \/(docs|openapi\.json)/u.test(route));
    expect(served.length).toBeGreaterThan(20);
    expect(operations.map(([route]) => route).toSorted()).toEqual(served.toSorted());
  });

  it('gives every operation a name of its own, its path parameters and a problem as an answer', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(names.filter((name) => !/^[a-z]+_[a-zA-Z]+$/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    for (const [route, { parameters = [], responses }] of operations) {
      const fault = responses['500'];
      expect([route, fault?.$ref]).toEqual([route, '#/components/responses/Fault']);
      const inPath = parameters.filter(
        (parameter) => parameter.in === 'path' && parameter.required,
      );
      const named = [...route.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      expect([route, ...inPath.map(({ name }) => name)]).toEqual([route, ...named]);
    }
  });

  it('documents the headers by which a change is made safe', () => {
    const documented = operations.flatMap(([route, { parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.in === 'header')
        .map(({ name, required = false }) => `${route} ${name}${required ? ' (required)' : ''}`),
    );
    expect(documented).toEqual(
      expect.arrayContaining([
        'POST /v1/items Idempotency-Key',
        'PATCH /v1/items/{itemId} If-Match (required)',
        'POST /v1/items/{itemId}/events Idempotency-Key',
        'POST /v1/items/{itemId}/events If-Match (required)',
        'POST /v1/items/{itemId}/revisions Idempotency-Key',
        'POST /v1/items/{itemId}/revisions If-Match (required)',
        'POST /v1/tasks/{taskId}/claim Idempotency-Key',
        'POST /v1/people Idempotency-Key',
        'POST /v1/api-keys Idempotency-Key',
      ]),
    );
  });

  it('points at nothing that it does not have', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, pointer]) => pointer!);
    expect(references.length).toBeGreaterThan(0);
    const missing = references.filter((pointer) => {
      let found: unknown = document;
      for (const key of pointer.split('/')) found = (found as Record<string, unknown>)?.[key];
      return found === undefined;
    });
    expect(missing).toEqual([]);
  });

  it('can be browsed at /docs', async () => {
    const page = await request(api.server).get('/docs');
    expect([page.status, page.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    const scripts = [...page.text.matchAll(/<script src="([^"]+)"/gu)].map(([, source]) => source!);
    expect(scripts.length).toBeGreaterThan(0);
    for (const source of scripts) {
      const { pathname } = new URL(source, 'http://host/docs');
      expect([pathname, (await request(api.server).get(pathname)).status]).toEqual([pathname, 200]);
    }
  });
});

describe('the processes', () => {
  interface Process {
    id: string;
    digest: string;
    kind: string;
    active: boolean;
    definition: { states: Record<string, { meta: { label: string } }> };
  }

  const processNamed = async (name: string) =>
    (await crew.sales.get(`/v1/processes/${name}`)).body as Process;

  it('are listed, one active for each kind of item', async () => {
    const { body } = await crew.sales.get('/v1/processes');
    const shown = (body as Process[]).map(({ id, kind, active }) => [id, kind, active]);
    expect(shown).toEqual([
      ['content', 'content', true],
      ['training', 'training', true],
      ['variant', 'variant', true],
    ]);
  });

  it('are read by id or by digest, which is the SHA-256 of the canonical JSON of the definition', async () => {
    const byId = await processNamed('content');
    expect(byId.digest).toBe(sha256(canonicalize(byId.definition)!));
    expect(await processNamed(byId.digest)).toEqual(byId);
    const item = await createItem(crew.marketing, { slug: 'pinned' });
    expect(item).toMatchObject({ processDigest: byId.digest });
  });

  it('are drawn as Mermaid and as SVG with every stage, by id or by digest', async () => {
    for (const id of ['content', 'training', 'variant']) {
      const { definition, digest } = await processNamed(id);
      const mermaid = await crew.sales.get(`/v1/processes/${id}/mermaid`);
      expect(mermaid.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(mermaid.text).toMatch(/^stateDiagram-v2\n/u);
      const svg = await crew.sales.get(`/v1/processes/${digest}/svg`).buffer(true);
      expect(svg.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
      const drawing = (svg.body as Buffer).toString();
      expect(drawing).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
      for (const { meta } of Object.values(definition.states)) {
        expect(mermaid.text).toContain(`"${meta.label}"`);
        expect(drawing).toContain(meta.label);
      }
    }
  });

  it.each(['', '/mermaid', '/svg'])('that do not exist are not found%s', async (form) => {
    problemIn(await crew.sales.get(`/v1/processes/poem${form}`), 404);
    problemIn(await crew.sales.get(`/v1/processes/${'0'.repeat(64)}${form}`), 404);
  });

  it('that are no longer active are found by digest only', async () => {
    const other = await (await api.workspace('elsewhere')).person([{ function: 'legal' }]);
    const { digest } = (await other.get('/v1/processes/training')).body as Process;
    const retire = `update process_version set active = false from workspace w
      where process_version.workspace_id = w.workspace_id and w.slug = 'elsewhere' and digest = $1`;
    await api.database.query(retire, [digest]);
    problemIn(await other.get('/v1/processes/training'), 404);
    const byDigest = await other.get(`/v1/processes/${digest}`);
    expect(byDigest.body).toMatchObject({ id: 'training', active: false });
  });
});

describe('revisions', () => {
  const [first, second] = ['# Tiers\n\nFür alle.', '# Tiers\n\nAlle 品.'];
  let item: Item;

  beforeAll(async () => {
    item = await library({ slug: 'revised' }, first);
    item = await write(item, {
      body: second,
      origin: 'imported',
      writtenAt: '2024-05-01T10:00:00+02:00',
    });
    item = await write(item, { body: first, origin: 'imported' });
  });

  const revision = (wanted: string | number) =>
    crew.legal.get(`/v1/items/${item.id}/revisions/${wanted}`);

  it('are read by number, by digest and as the current one', async () => {
    expect((await revision(2)).body).toMatchObject({
      number: 2,
      digest: sha256(second),
      size: Buffer.byteLength(second),
      origin: 'imported',
      authorId: crew.enablement.id,
      writtenAt: '2024-05-01T08:00:00.000Z',
      body: second,
    });
    expect((await revision(sha256(second))).body).toEqual((await revision(2)).body);
    expect((await revision('current')).body).toMatchObject({ number: 3, body: first });
  });

  it('with the same text share a digest, by which the newest is found', async () => {
    expect((await revision(1)).body).toMatchObject({ number: 1, digest: sha256(first) });
    expect((await revision(sha256(first))).body).toMatchObject({ number: 3 });
  });

  it('are listed oldest first, without their texts', async () => {
    const { body } = await crew.legal.get(`/v1/items/${item.id}/revisions`);
    const { items } = body as { items: object[] };
    expect(items).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
    expect(items.filter((each) => 'body' in each)).toEqual([]);
  });

  it.each(['4', '0', '99999999999', 'newest', '0'.repeat(64)])(
    '%s is not found',
    async (wanted) => {
      problemIn(await revision(wanted), 404);
    },
  );

  it('of the text that is current already change nothing', async () => {
    const again = await crew.enablement
      .post(`/v1/items/${item.id}/revisions`, { body: first, origin: 'imported' })
      .set('if-match', `"${item.version}"`);
    expect([again.status, again.headers['etag']]).toEqual([200, `"${item.version}"`]);
    expect(again.body).toMatchObject({ version: item.version, revision: { number: 3 } });
    problemIn(await revision(4), 404);
  });

  it('are none of an item that has none', async () => {
    const empty = await createItem(crew.marketing, { slug: 'empty' });
    problemIn(await crew.legal.get(`/v1/items/${empty.id}/revisions/current`), 404);
    const { body } = await crew.legal.get(`/v1/items/${empty.id}/revisions`);
    expect(body).toEqual({ items: [], nextCursor: null });
  });
});

describe('a description', () => {
  it('is changed where it is named, by its owner, enablement or whoever holds a task', async () => {
    const { id } = await createItem(crew.marketing, { slug: 'described' });
    const changes = { title: 'Renamed', audience: ['channel_partner'], requiredLocales: ['fr-fr'] };
    const response = await crew.enablement.patch(`/v1/items/${id}`, changes).set('if-match', '"1"');
    expect([response.status, response.headers['etag']]).toEqual([200, '"2"']);
    expect(response.body).toMatchObject({
      ...changes,
      requiredLocales: ['fr-FR'],
      slug: 'described',
      type: 'guideline',
      purpose: 'equip',
      version: 2,
    });
    expect(await read(crew.legal, id)).toMatchObject({ title: 'Renamed', version: 2 });
  });

  it('is not changed by another function', async () => {
    const { id } = await createItem(crew.marketing, { slug: 'kept' });
    const response = await crew.sales
      .patch(`/v1/items/${id}`, { title: 'Mine' })
      .set('if-match', '*');
    expect(problemIn(response, 403).code).toBe('not_your_function');
    expect(await read(crew.sales, id)).toMatchObject({ title: 'Launch tiers', version: 1 });
  });

  it('that is the same already keeps the version and the trail as they are', async () => {
    const { id } = await createItem(crew.marketing, { slug: 'unchanged' });
    for (const same of [{}, { title: 'Launch tiers', journeyStage: ['all'] }]) {
      const response = await crew.marketing.patch(`/v1/items/${id}`, same).set('if-match', '"1"');
      expect([response.status, response.headers['etag']]).toEqual([200, '"1"']);
    }
    const { body } = await crew.marketing.get(`/v1/items/${id}/history`);
    expect((body as { items: unknown[] }).items).toHaveLength(1);
  });
});

describe('the history of an item', () => {
  it('says who sent what and what it led to, each entry sealed with the hash of the one before', async () => {
    const item = await published(crew, { slug: 'storied' });
    const { body } = await crew.sales.get(`/v1/items/${item.id}/history`);
    const { items } = body as { items: { hash: string; entry: Record<string, unknown> }[] };
    expect(items.map(({ entry }) => entry['seq'])).toEqual(items.map((_, index) => index + 1));
    expect(items).toHaveLength(item.version);
    items.forEach(({ hash, entry }, index) => {
      expect(sha256(canonicalize(entry)!)).toBe(hash);
      expect(entry['prevHash']).toBe(items[index - 1]?.hash ?? '0'.repeat(64));
    });
    expect(item).toMatchObject({ auditHash: items.at(-1)!.hash });
    expect(items[0]!.entry).toMatchObject({
      actor: { kind: 'person', id: crew.marketing.id, via: crew.marketing.key.split('_')[1] },
      command: { type: 'create' },
      from: null,
      to: 'intake',
      opened: [UUID_TEXT],
    });
    expect(items.at(-1)!.entry).toMatchObject({
      command: { type: 'event', event: 'publish' },
      from: 'approved',
      to: 'published',
    });
  });

  it('of an unknown item is not found', async () => {
    problemIn(await crew.sales.get(`/v1/items/${NOBODY}/history`), 404);
  });
});

describe('the list of items', () => {
  let reader: TestPerson;
  let source: Item;

  beforeAll(async () => {
    const shelf = await api.workspace('shelf');
    const of = (name: string) => shelf.person([{ function: name }]);
    const [enablement, learning] = [await of('enablement'), await of('learning_and_development')];
    reader = await of('sales_operations');
    source = await createItem(enablement, {
      slug: 'tiers',
      title: 'Launch TIERS at 100% speed',
      journeyStage: ['awareness', 'purchase'],
    });
    const variant = { kind: 'variant', sourceItemId: source.id, locale: 'de-DE' };
    await enablement.post('/v1/items', variant).expect(201);
    await createItem(enablement, {
      slug: 'guide',
      title: '製品発表ガイド',
      locale: 'ja-JP',
      type: 'playbook',
      audience: ['channel_partner', 'account_executive'],
      ownerFunction: 'legal',
    });
    await createItem(learning, {
      kind: 'training',
      slug: 'course',
      title: 'Überblick in 1000 seconds',
      type: 'e_learning',
      audience: ['sales_manager'],
      purpose: 'train',
      journeyStage: ['adoption'],
      ownerFunction: 'learning_and_development',
    });
    const texts = { tiers: 'How loud a launch_plan is: a\\b.', guide: '本文は発売日を説明する。' };
    for (const [slug, text] of Object.entries(texts)) {
      const { body } = await reader.get(`/v1/items?slug=${slug}`);
      const { id } = (body as { items: Item[] }).items[0]!;
      await enablement
        .post(`/v1/items/${id}/revisions`, { body: text, origin: 'imported' })
        .set('if-match', '*')
        .expect(201);
    }
    const { body } = await reader.get('/v1/items?slug=guide');
    const [guide] = (body as { items: Item[] }).items;
    await enablement
      .post(`/v1/items/${guide!.id}/events`, { type: 'cancel', comment: 'No.' })
      .set('if-match', '*')
      .expect(200);
  });

  async function found(query: Record<string, string>): Promise<string[]> {
    const { status, body } = await reader.get(`/v1/items?${new URLSearchParams(query).toString()}`);
    expect(status).toBe(200);
    return (body as { items: Item[] }).items.map(({ slug, kind }) =>
      kind === 'variant' ? `${slug} (variant)` : slug,
    );
  }

  it.each([
    ['one word', 'launch', ['tiers', 'tiers (variant)']],
    ['a word in another case', 'tIeRs', ['tiers', 'tiers (variant)']],
    ['a word with an umlaut in another case', 'ÜBERBLICK', ['course']],
    ['several words, one of the title and one of the body', 'loud tiers', ['tiers']],
    ['several words that no item has together', 'loud course', []],
    ['a part of a word', 'econd', ['course']],
    ['two characters of a title without spaces', '発表', ['guide']],
    ['one character of a body', '説', ['guide']],
    ['characters of title and body', '発売　製品', ['guide']],
    ['a per cent sign, which stands for itself', '100%', ['tiers', 'tiers (variant)']],
    ['an underscore, which stands for itself', 'h_p', ['tiers']],
    ['an underscore that no text has', 'l_unch', []],
    ['a backslash, which stands for itself', 'a\\b', ['tiers']],
    ['a quote', "'; drop table item; --", []],
  ])('is searched by %s', async (_what, q, slugs) => {
    expect(await found({ q })).toEqual(slugs);
  });

  it('is searched for the words of now, not of before', async () => {
    const shelf = await api.workspace('renaming');
    const person = await shelf.person([{ function: 'enablement' }]);
    const { id } = await createItem(person, { slug: 'renamed', title: 'Before' });
    const patched = person.patch(`/v1/items/${id}`, { title: 'Afterwards' });
    await patched.set('if-match', '"1"').expect(200);
    const find = async (q: string) => (await person.get(`/v1/items?q=${q}`)).body as object;
    expect(await find('before')).toMatchObject({ items: [] });
    expect(await find('afterwards')).toMatchObject({ items: [{ slug: 'renamed' }] });
  });

  it.each([
    ['kind', 'training', ['course']],
    ['kind', 'variant', ['tiers (variant)']],
    ['stage', 'cancelled', ['guide']],
    ['stage', 'requested', ['tiers (variant)']],
    ['phase', 'localization', ['tiers (variant)']],
    ['phase', 'publishing', []],
    ['type', 'playbook', ['guide']],
    ['audience', 'channel_partner', ['guide']],
    ['audience', 'account_executive', ['tiers', 'tiers (variant)', 'guide']],
    ['purpose', 'train', ['course']],
    ['journeyStage', 'purchase', ['tiers', 'tiers (variant)']],
    ['ownerFunction', 'legal', ['guide']],
    ['locale', 'ja-JP', ['guide']],
    ['locale', 'de-de', ['tiers (variant)']],
    ['slug', 'course', ['course']],
  ])('is narrowed by %s=%s', async (name, value, slugs) => {
    expect(await found({ [name]: value })).toEqual(slugs);
  });

  it('is narrowed to the variants of an item, and by several filters at once', async () => {
    expect(await found({ sourceItemId: source.id })).toEqual(['tiers (variant)']);
    expect(await found({ kind: 'content', q: 'launch' })).toEqual(['tiers']);
    expect(await found({ kind: 'training', q: 'launch' })).toEqual([]);
  });
});
