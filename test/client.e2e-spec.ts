import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allItems,
  type BatonClient,
  type components,
  createBatonClient,
  dataOf,
  everyItem,
  type PageQuery,
  once,
  ProblemAnswer,
  seen,
  unlessNew,
} from '#client';
import { goalFields } from './goals.fixture.js';
import { checkerOfRun } from './openapi/documented.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

type Item = components['schemas']['ItemView'];
type EventBody = components['schemas']['EventBody'];

let api: TestApi;
let milo: BatonClient;
let ella: BatonClient;
let pia: BatonClient;
let lucia: BatonClient;
let ellaId: string;

beforeAll(async () => {
  api = await startTestApi();
  const workspace = await api.workspace('acme');
  const of = (name: string) => workspace.person([{ function: name }]);
  const people = [of('enablement'), of('marketing'), of('product_management'), of('legal')];
  const [first, ...others] = (await Promise.all(people)) as [TestPerson, ...TestPerson[]];
  ellaId = first.id;
  ella = clientFor(first);
  [milo, pia, lucia] = others.map(clientFor) as [BatonClient, BatonClient, BatonClient];
});

afterAll(async () => api.close());

/** Holds what it is answered against the document. */
function clientFor({ key }: { key: string }): BatonClient {
  const checked = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    const { pathname, search } = new URL(request.url);
    const text = await response.clone().text();
    const problem = checkerOfRun()!.problemIn({
      method: request.method,
      path: `${pathname}${search}`,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text,
    });
    if (problem !== null) throw new Error(problem);
    return response;
  };
  return createBatonClient({ url: api.url, key, fetch: checked });
}

/** Claims the task that is offered for an item, and sends an event; the item as it then is. */
async function step(who: BatonClient, item: Item, body: EventBody): Promise<Item> {
  const claimed = await claim(who, item);
  const params = { path: { itemId: item.id }, header: { ...seen(claimed), ...once() } };
  return dataOf(who.POST('/v1/items/{itemId}/events', { params, body }));
}

async function claim(who: BatonClient, { id: itemId }: Item): Promise<Item> {
  const query = { view: 'claimable' as const, itemId };
  const { items } = await dataOf(who.GET('/v1/tasks', { params: { query } }));
  const params = { path: { taskId: items[0]!.id }, header: once() };
  return dataOf(who.POST('/v1/tasks/{taskId}/claim', { params }));
}

async function goal(): Promise<string> {
  const body = goalFields({ sponsorId: ellaId }) as components['schemas']['NewGoalBody'];
  const drafted = await dataOf(ella.POST('/v1/goals', { body }));
  const params = { path: { goalId: drafted.id }, header: seen(drafted) };
  return (await dataOf(ella.POST('/v1/goals/{goalId}/activate', { params }))).id;
}

let count = 0;

async function created(fields: Partial<components['schemas']['NewItemBody']> = {}): Promise<Item> {
  count += 1;
  const body: components['schemas']['NewItemBody'] = {
    kind: 'content',
    title: `Battle card ${count}`,
    type: 'battle_card',
    locale: 'en-US',
    audience: ['account_executive'],
    purpose: 'pitch',
    journeyStage: ['evaluation'],
    ownerFunction: 'marketing',
    ...fields,
  };
  return dataOf(milo.POST('/v1/items', { body }));
}

describe('the client', () => {
  it('takes an item from intake to published', async () => {
    let item = await created({ goalId: await goal(), requiredLocales: ['de-DE'] });
    item = await step(ella, item, { type: 'accept' });
    item = await step(milo, item, { type: 'submit' });
    item = await step(milo, item, { type: 'submit' });
    const drafting = await claim(milo, item);
    const path = { itemId: item.id };
    const written = await dataOf(
      milo.POST('/v1/items/{itemId}/revisions', {
        params: { path, header: { ...seen(drafting), ...once() } },
        body: { body: '# Acme\n\nFaster to adopt.' },
      }),
    );
    expect(written.revision?.number).toBe(1);
    item = await dataOf(
      milo.POST('/v1/items/{itemId}/events', {
        params: { path, header: seen(written) },
        body: { type: 'submit' },
      }),
    );
    item = await step(pia, item, { type: 'approve' });
    item = await step(lucia, item, { type: 'approve' });
    item = await step(milo, item, { type: 'publish' });
    expect([item.stage, item.phase]).toEqual(['published', 'publishing']);

    const query = { sourceItemId: item.id };
    const variants = await dataOf(milo.GET('/v1/items', { params: { query } }));
    expect(variants.items.map(({ locale, stage }) => [locale, stage])).toEqual([
      ['de-DE', 'requested'],
    ]);
  });

  it('throws a problem with its status, its code and what would be possible', async () => {
    const { id: itemId, version } = await created();
    const params = { path: { itemId }, header: seen({ version }) };
    const sent = milo.POST('/v1/items/{itemId}/events', { params, body: { type: 'accept' } });
    const problem = (await sent.catch((error: unknown) => error)) as ProblemAnswer;
    expect(problem).toBeInstanceOf(ProblemAnswer);
    expect([problem.status, problem.code]).toEqual([403, problem.problem.reasons![0]!.code]);
    expect(problem.message).toBe(problem.problem.detail);
    const stale = { path: { itemId }, header: seen({ version: version + 1 }) };
    await expect(
      milo.PATCH('/v1/items/{itemId}', { params: stale, body: { title: 'Late' } }),
    ).rejects.toMatchObject({ status: 412 });
  });

  it('has one effect under one key, and is told when nothing is new', async () => {
    const header = once('the-same');
    const body = { name: 'Ada' };
    const add = async () => dataOf(ella.POST('/v1/people', { params: { header }, body }));
    expect((await add()).id).toBe((await add()).id);

    const { id: itemId } = await created();
    const path = { itemId };
    const { response } = await milo.GET('/v1/items/{itemId}', { params: { path } });
    const again = await milo.GET('/v1/items/{itemId}', {
      params: { path, header: unlessNew(response.headers.get('etag')!) },
    });
    expect([again.response.status, again.data]).toEqual([304, undefined]);
  });

  it('walks all pages of a listing', async () => {
    const ids = [(await created()).id, (await created()).id, (await created()).id];
    let pages = 0;
    const pageAt = (query: PageQuery) => {
      pages += 1;
      return dataOf(milo.GET('/v1/items', { params: { query: { ...query, limit: 2 } } }));
    };
    const walked: string[] = [];
    for await (const { id } of everyItem(pageAt)) walked.push(id);
    expect(pages).toBe(Math.ceil(walked.length / 2));
    expect((await allItems(pageAt)).map(({ id }) => id)).toEqual(walked);
    expect(walked).toEqual(expect.arrayContaining(ids));
    expect(new Set(walked).size).toBe(walked.length);
  });
});
