import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { createItem, type Crew, hire } from './line.js';
import { startTestApi, type TestApi, type TestWorkspace } from './test-api.js';

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
});

afterAll(async () => api.close());

const NEW_ITEM = { kind: 'content', title: 'Tiers', locale: 'en-US', ownerFunction: 'marketing' };

function expectProblem(response: Response, status: number): void {
  expect([response.status, response.headers['content-type']]).toEqual([
    status,
    expect.stringMatching(/^application\/problem\+json/u),
  ]);
}

describe('what was once accepted', () => {
  it('a cursor of keys holds no NUL', async () => {
    const cursor = Buffer.from('"\\u0000"').toString('base64url');
    expectProblem(await crew.enablement.get(`/v1/api-keys?cursor=${cursor}`), 400);
  });

  it('a locale is one text, not a list of them', async () => {
    expectProblem(
      await crew.marketing.post('/v1/items', { ...NEW_ITEM, slug: 'l', locale: ['en'] }),
      422,
    );
    const memberships = [{ function: 'regional', locale: ['de'] }];
    expectProblem(await crew.enablement.post('/v1/people', { name: 'A', memberships }), 422);
    expectProblem(await crew.legal.get('/v1/items?locale=de&locale=fr'), 400);
    expectProblem(await crew.legal.get('/v1/tasks?locale=de&locale=fr'), 400);
  });

  it('a locale is of a length that can be indexed', async () => {
    const source = await createItem(crew.marketing, { slug: 'long-locale' });
    const tag = Array.from({ length: 6000 }, (_, i) => `a${(i * 7919 + 1e6).toString(36)}`);
    const variant = { kind: 'variant', sourceItemId: source.id, locale: `en-a-${tag.join('-')}` };
    expectProblem(await crew.enablement.post('/v1/items', variant), 422);
  });

  it('memberships are objects, not lists of them', async () => {
    const body = { name: 'A', memberships: [[{ function: 'legal' }]] };
    expectProblem(await crew.enablement.post('/v1/people', body), 422);
  });

  it.each(['revisions', 'history'])(
    'a cursor of %s beyond every integer is 400',
    async (listing) => {
      const item = await createItem(crew.marketing, { slug: `cursor-${listing}` });
      const cursor = Buffer.from('9999999999').toString('base64url');
      expectProblem(await crew.legal.get(`/v1/items/${item.id}/${listing}?cursor=${cursor}`), 400);
    },
  );

  it('an e-mail address that is taken is 409 for a change as well', async () => {
    await crew.enablement.post('/v1/people', { name: 'A', email: 'a@acme.example' });
    const { body } = await crew.enablement.post('/v1/people', { name: 'B' });
    const { id } = body as { id: string };
    expectProblem(
      await crew.enablement.patch(`/v1/people/${id}`, { email: 'a@acme.example' }),
      409,
    );
  });

  it('nobody deactivates themselves, however they write their id', async () => {
    const other = await workspace.person([{ function: 'enablement' }]);
    const own = `/v1/people/${other.id.toUpperCase()}`;
    expectProblem(await other.patch(own, { active: false }), 409);
  });

  it('HEAD needs no more than GET', async () => {
    const reader = await workspace.person([], ['read']);
    const head = await request(api.server)
      .head('/v1/items')
      .set('authorization', `Bearer ${reader.key}`);
    expect(head.status).toBe(200);
  });

  it('what is sent with a variant and would be ignored is refused', async () => {
    const source = await createItem(crew.marketing, { slug: 'ignored' });
    const variant = {
      kind: 'variant',
      sourceItemId: source.id,
      locale: 'fr',
      slug: 'own',
      ownerFunction: 'legal',
    };
    expectProblem(await crew.enablement.post('/v1/items', variant), 422);
  });

  it('keys are not documented as JWT', async () => {
    const { body } = await crew.legal.get('/openapi.json');
    const { components } = body as { components: { securitySchemes: { bearer: object } } };
    expect(components.securitySchemes.bearer).toMatchObject({
      bearerFormat: expect.stringMatching(/^btn_<id>_<secret>/u),
    });
  });
});
