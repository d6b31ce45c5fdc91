import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createItem, type Crew, hire, inReview, read, send } from './line.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => api.close());

/** Sends bytes as they are, and gives the status and the body of the answer. */
async function raw(request: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const { hostname, port } = new URL(api.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let text = '';
    socket.setTimeout(5000, () => socket.destroy(new Error('No answer came.')));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toContain('application/problem+json');
  const [head, body] = answer.split('\r\n\r\n') as [string, string];
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body.match(/\{.*\}/su)![0]) };
}

/** Posts a body as it stands; supertest would make its own of it. */
async function postItem(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${api.url}/v1/items`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${crew.marketing.key}`,
      'content-type': 'application/json',
      ...headers,
    },
    body,
  });
  return { status: response.status, ...((await response.json()) as { code: string }) };
}

const NEW_ITEM = { kind: 'content', title: 'A', locale: 'en', ownerFunction: 'marketing' };

describe('a hostile request', () => {
  it.each([
    ['a NUL in a text', '/title', { ...NEW_ITEM, title: 'a\0b' }],
    ['half a surrogate pair', '/title', { ...NEW_ITEM, title: 'a\ud800b' }],
    ['one in a list', '/products/1', { ...NEW_ITEM, products: ['a', 'b\0'] }],
    ['a NUL in a key', '/a~1\0', { ...NEW_ITEM, 'a/\0': 'b' }],
  ])('with %s is refused before it is stored, at its place', async (_what, pointer, body) => {
    expect(await postItem(JSON.stringify(body))).toMatchObject({
      status: 422,
      code: 'not_storable',
      errors: [{ pointer, code: 'not_storable' }],
    });
  });

  it.each([
    ['{"kind": content}', `Unexpected token 'c'`],
    ['{"kind": "content",}', 'at position 19'],
    ['{"kind":', 'Unexpected end'],
  ])('that is no JSON, %s, is told what the parser found', async (body, found) => {
    const response = await postItem(body);
    expect(response).toMatchObject({ status: 400, code: 'invalid_json' });
    expect(response).toHaveProperty('detail', expect.stringContaining(found));
  });

  it('may hold an escaped backslash before u0000, which is only text', async () => {
    const item = await createItem(crew.marketing, { title: String.raw`the escape \u0000` });
    expect(item).toMatchObject({ title: String.raw`the escape \u0000` });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'with a property %s is refused by its name',
    async (name) => {
      const body = await postItem(JSON.stringify({ ...NEW_ITEM, [name]: 1 }));
      expect([body.status, body.code]).toEqual([422, 'unknown_property']);
      const query = await crew.marketing.get(`/v1/items?${name}=1`);
      expect([query.status, (query.body as { code: string }).code]).toEqual([
        400,
        'unknown_property',
      ]);
    },
  );

  it('with a list in the place of an object inside another list is told where', async () => {
    const cells = await crew.marketing.post('/v1/matrix/request-update', {
      cells: [[]],
      comment: 'It is old.',
    });
    expect([cells.status, cells.body]).toMatchObject([422, { errors: [{ pointer: '/cells' }] }]);
  });

  it('with a number beyond what is counted with is told so', async () => {
    const response = await fetch(`${api.url}/v1/goals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${crew.enablement.key}`,
        'content-type': 'application/json',
      },
      body: '{"title":"Win more","baseline":1e400}',
    });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {
        errors: [
          {
            pointer: '/baseline',
            detail: 'Expected: baseline must be a number; found one that is too large.',
          },
        ],
      },
    ]);
  });

  it('cannot reach the prototype of anything', async () => {
    const body = `{"kind":"content","title":"A","locale":"en","ownerFunction":"marketing","__proto__":{"x":1}}`;
    expect(await postItem(body)).toMatchObject({
      status: 400,
      code: 'invalid_json',
      detail: 'Expected a body without the key __proto__ or constructor; found one.',
    });
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'with an event called %s hears what is possible',
    async (event) => {
      const item = await createItem(crew.marketing, {
        slug: `event-${event.toLowerCase().replaceAll('_', '')}`,
      });
      const response = await send(crew.marketing, item, event);
      expect([409, 422]).toContain(response.status);
    },
  );

  it('with a packed body is refused', async () => {
    const packed = new Uint8Array(gzipSync(JSON.stringify(NEW_ITEM)));
    const response = await postItem(packed, { 'content-encoding': 'gzip' });
    expect([response.status, response.code]).toEqual([415, 'unsupported_encoding']);
  });

  it.each([
    [
      'a path that is not percent-encoded',
      'GET /v1/items/% HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
      400,
    ],
    [
      'a NUL in its path',
      'GET /v1/items/%00 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
      400,
    ],
    ['a method that is none', 'FOO / HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'an expectation nobody meets',
      'GET /v1/me HTTP/1.1\r\nhost: a\r\nexpect: foo\r\nconnection: close\r\n\r\n',
      401,
    ],
  ])('with %s gets a problem like any other', async (_what, request, status) => {
    const answer = await raw(request);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      status,
      detail: expect.any(String),
      code: expect.any(String),
    });
  });

  it('cannot change what reviewers have seen', async () => {
    const item = await inReview(crew, { slug: 'seen' });
    const response = await crew.marketing
      .patch(`/v1/items/${item.id}`, { title: 'Another one' })
      .set('if-match', `"${item.version}"`);
    expect([response.status, response.body.code]).toEqual([409, 'stage_not_editable']);
    expect((await read(crew.marketing, item.id)).version).toBe(item.version);
  });

  it('cannot schedule into the past or with a date that is none', async () => {
    const item = await createItem(crew.marketing, { slug: 'dates' });
    const wrong = await send(crew.marketing, item, 'accept', { publishAt: '2027-W01' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/publishAt']);
  });

  it('cannot lock the line out of its own workspace', async () => {
    const { body } = await crew.enablement.get(`/v1/people/${crew.enablement.id}`);
    const [membership] = body.memberships;
    const path = `/v1/people/${crew.enablement.id}/memberships/${membership.id}`;
    const response = await crew.enablement.delete(path);
    expect([response.status, response.body.code]).toEqual([409, 'own_account']);
  });
});
