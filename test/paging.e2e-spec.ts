import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUNCTIONS, type Membership, whyNotRouted } from '#domain';
import * as fc from 'fast-check';
import { claim, createItem, type Crew, hire, inReview, type Item, send } from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

interface Page {
  items: { id?: string; number?: number; hash?: string }[];
  nextCursor: string | null;
}

/** What tells a row of a listing from the others. */
type Name = string | number | undefined;

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
});

afterAll(async () => api.close());

const nameOf = ({ id, number, hash }: Page['items'][number]) => id ?? number ?? hash;
const cursorWith = (text: string) => Buffer.from(text).toString('base64url');

async function pageAt(person: TestPerson, path: string): Promise<Page> {
  const response = await person.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.body as Page;
}

/** The names of all rows of a listing, page by page; `between` runs before each page is asked for. */
async function walk(
  person: TestPerson,
  path: string,
  between: () => Promise<unknown> = async () => {},
): Promise<Name[]> {
  const seen: Name[] = [];
  let next: string | null = path;
  while (next !== null) {
    await between();
    const page: Page = await pageAt(person, next);
    seen.push(...page.items.map(nameOf));
    next = page.nextCursor === null ? null : `${path}&cursor=${page.nextCursor}`;
  }
  return seen;
}

/** Every listing that comes in pages, and what its cursors hold. */
const KEYS: Record<string, 'uuid' | 'text' | 'number'> = {
  '/v1/items': 'uuid',
  '/v1/tasks': 'uuid',
  '/v1/people': 'uuid',
  '/v1/api-keys': 'text',
  '/v1/items/:id/revisions': 'number',
  '/v1/items/:id/history': 'number',
};
const LISTINGS = Object.keys(KEYS);

describe('a listing', () => {
  let library: TestPerson;
  let items: Item[];

  beforeAll(async () => {
    const shelf = await api.workspace('shelf');
    library = await shelf.person([{ function: 'enablement' }]);
    for (let count = 0; count < 9; count += 1) await shelf.person([{ function: 'legal' }]);
    items = [];
    for (let count = 0; count < 52; count += 1) {
      items.push(
        await createItem(library, {
          slug: `item-${count}`,
          title: `Item ${count}`,
          ownerFunction: count % 2 === 0 ? 'legal' : 'marketing',
        }),
      );
    }
    for (let count = 1; count <= 9; count += 1) {
      await library
        .post(`/v1/items/${items[0]!.id}/revisions`, { body: `Text ${count}`, origin: 'imported' })
        .set('if-match', '*')
        .expect(201);
    }
  });

  const pathOf = (listing: string) => listing.replace(':id', items[0]!.id);

  it.each(LISTINGS)(
    '%s gives each row once and in one order, however large the pages',
    async (listing) => {
      const path = pathOf(listing);
      const whole = await walk(library, `${path}?limit=200`);
      expect(whole.length).toBeGreaterThan(8);
      expect(new Set(whole).size).toBe(whole.length);
      expect(await walk(library, `${path}?limit=7`)).toEqual(whole);
      expect(await walk(library, `${path}?limit=${whole.length - 1}`)).toEqual(whole);
    },
  );

  it('of items and of tasks is in the order of creation', async () => {
    const ids = items.map(({ id }) => id);
    expect(await walk(library, '/v1/items?limit=20')).toEqual(ids);
    const tasks = items.map((item) => item.tasks[0]!.id);
    expect(await walk(library, '/v1/tasks?limit=20')).toEqual(tasks);
  });

  it.each(LISTINGS)(
    '%s has as many rows as were asked for, and says when there are no more',
    async (listing) => {
      const path = pathOf(listing);
      const count = (await walk(library, `${path}?limit=200`)).length;
      const short = await library.get(`${path}?limit=${count - 1}`);
      expect((short.body as Page).items).toHaveLength(count - 1);
      expect((short.body as Page).nextCursor).not.toBeNull();
      const exact = await library.get(`${path}?limit=${count}`);
      expect((exact.body as Page).items).toHaveLength(count);
      expect((exact.body as Page).nextCursor).toBeNull();
      expect(exact.headers['link']).toBeUndefined();
    },
  );

  it('has 50 rows a page where nothing else is asked for', async () => {
    expect((await pageAt(library, '/v1/items')).items).toHaveLength(50);
  });

  it.each(['0', '-1', '201', '1.5', 'all', '', '1&limit=2'])(
    'has 1 to 200 rows a page: limit=%s is refused',
    async (limit) => {
      for (const listing of LISTINGS) {
        const response = await library.get(`${pathOf(listing)}?limit=${limit}`);
        expect([listing, response.status]).toEqual([listing, 400]);
        expect(response.body).toMatchObject({ errors: [{ pointer: '/limit' }] });
      }
    },
  );

  it('names its next page in Link, with the filters of this one', async () => {
    const query = 'limit=4&ownerFunction=legal&q=item';
    const seen: Name[] = [];
    let next: string | undefined = `/v1/items?${query}`;
    while (next !== undefined) {
      const response = await library.get(next);
      const { items: rows, nextCursor } = response.body as Page;
      seen.push(...rows.map(nameOf));
      next = response.links['next'];
      if (next === undefined) {
        expect(nextCursor).toBeNull();
      } else {
        const { searchParams } = new URL(next, 'http://host');
        expect(Object.fromEntries(searchParams)).toEqual({
          ...Object.fromEntries(new URLSearchParams(query)),
          cursor: nextCursor,
        });
      }
    }
    const legal = items.filter((_item, index) => index % 2 === 0).map(({ id }) => id);
    expect(seen).toEqual(legal);
  });

  it.each(LISTINGS)('%s refuses a cursor that is not one of its own', async (listing) => {
    const keys = KEYS[listing];
    const uuid = '01a206b2-a7dc-7de7-90a1-f0c9d2888839';
    const hostile = [
      '',
      'abc',
      '~~~',
      'x'.repeat(501),
      cursorWith('{}'),
      cursorWith('null'),
      cursorWith('[1]'),
      cursorWith('1.5'),
      cursorWith('"'),
      ...(keys === 'number' ? [] : [cursorWith('1')]),
      ...(keys === 'uuid' ? [cursorWith('"1"'), cursorWith(`"${uuid}' or '1'='1"`)] : []),
      ...(keys === 'number' ? [cursorWith(`"${uuid}"`)] : []),
    ];
    for (const cursor of hostile) {
      const response = await library.get(`${pathOf(listing)}?cursor=${cursor}`);
      expect([cursor, response.status]).toEqual([cursor, 400]);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/u);
    }
  });

  it('loses and repeats nothing while others add to it', async () => {
    const before = items.map(({ id }) => id);
    let count = 0;
    const add = async (): Promise<void> => {
      await createItem(library, { slug: `late-${(count += 1)}` });
    };
    const inFlight: Promise<void>[] = [];
    const seen = await walk(library, '/v1/items?limit=7', async () => {
      inFlight.push(add(), add());
      await add();
    });
    await Promise.all(inFlight);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, before.length)).toEqual(before);
    expect(seen.length).toBeGreaterThan(before.length);
  });
});

const idsAt = (person: TestPerson, query: string) => walk(person, `/v1/tasks?limit=200&${query}`);
const taskOf = (item: Item, activity: string) =>
  item.tasks.find((task) => task.activity === activity)!.id;

describe('the list of tasks', () => {
  it('that are mine has what I hold, until I release it or it is done', async () => {
    const one = await createItem(crew.marketing, { slug: 'mine-one', goalId: crew.goalId });
    const other = await createItem(crew.marketing, { slug: 'mine-other' });
    expect(await idsAt(crew.enablement, 'view=mine')).toEqual([]);
    const held = await claim(crew.enablement, one, 'triage');
    await claim(crew.enablement, other, 'triage');
    const [first, second] = [taskOf(one, 'triage'), taskOf(other, 'triage')];
    expect(await idsAt(crew.enablement, 'view=mine')).toEqual([first, second]);
    expect(await idsAt(crew.marketing, 'view=mine')).toEqual([]);
    await crew.enablement.post(`/v1/tasks/${second}/release`).expect(200);
    expect(await idsAt(crew.enablement, 'view=mine')).toEqual([first]);
    await send(crew.enablement, held, 'accept').expect(200);
    expect(await idsAt(crew.enablement, 'view=mine')).toEqual([]);
  });

  it('of everybody has the open ones, or those of the status that is asked for', async () => {
    const item = await createItem(crew.marketing, { slug: 'statuses', goalId: crew.goalId });
    const of = (query: string) => idsAt(crew.sales, `itemId=${item.id}&${query}`);
    const triage = taskOf(item, 'triage');
    expect(await of('')).toEqual([triage]);
    const held = await claim(crew.enablement, item, 'triage');
    expect(await of('view=all')).toEqual([triage]);
    expect(await of('status=offered')).toEqual([]);
    expect(await of('status=claimed')).toEqual([triage]);
    const { body } = await send(crew.enablement, held, 'accept');
    const brief = taskOf(body as Item, 'write_brief');
    expect(await of('')).toEqual([brief]);
    expect(await of('status=done')).toEqual([triage]);
    await send(crew.marketing, body as Item, 'cancel', { comment: 'No.' }).expect(200);
    expect(await of('')).toEqual([]);
    expect(await of('status=cancelled')).toEqual([brief]);
  });

  it('is narrowed by function, activity, locale and item', async () => {
    const item = await inReview(crew, { slug: 'narrowed' });
    const made = await crew.enablement.post('/v1/items', {
      kind: 'variant',
      sourceItemId: item.id,
      locale: 'fr-CA',
    });
    const variant = made.body as Item;
    const [product, legal] = [taskOf(item, 'product_review'), taskOf(item, 'legal_review')];
    const request = taskOf(variant, 'accept_request');
    expect(await idsAt(crew.sales, `itemId=${item.id}`)).toEqual(
      expect.arrayContaining([product, legal]),
    );
    expect(await idsAt(crew.sales, `itemId=${item.id}&function=legal`)).toEqual([legal]);
    expect(await idsAt(crew.sales, 'activity=product_review')).toEqual([product]);
    expect(await idsAt(crew.sales, 'locale=fr-ca')).toEqual([request]);
    expect(await idsAt(crew.sales, 'locale=fr')).toEqual([]);
    expect(await idsAt(crew.sales, 'locale=fr-CA&function=legal')).toEqual([]);
  });

  it('shows a task with the item that it is for, alone and in the list', async () => {
    const item = await createItem(crew.marketing, { slug: 'shown', title: 'Shown' });
    const { body: before } = await crew.sales.get(`/v1/tasks/${taskOf(item, 'triage')}`);
    const { id, kind, slug, locale, stage, version } = item;
    expect(before).toMatchObject({
      activity: 'triage',
      functions: ['enablement'],
      locale: null,
      status: 'offered',
      holderId: null,
      item: { id, kind, slug, locale, title: 'Shown', stage, version },
      claimedAt: null,
      closedAt: null,
    });
    await claim(crew.enablement, item, 'triage');
    const { body: after } = await crew.sales.get(`/v1/tasks/${taskOf(item, 'triage')}`);
    expect(after).toMatchObject({
      status: 'claimed',
      holderId: crew.enablement.id,
      item: { version: 2 },
      claimedAt: expect.any(String),
    });
    const { items } = await pageAt(crew.sales, `/v1/tasks?itemId=${id}`);
    expect(items).toEqual([after]);
  });

  it.each([
    'view=theirs',
    'status=lost',
    'function=owner',
    'locale=zh_CN',
    'itemId=7',
    'holder=me',
  ])('is not narrowed by %s', async (query) => {
    const response = await crew.sales.get(`/v1/tasks?${query}`);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ errors: [{ pointer: `/${query.split('=')[0]}` }] });
  });
});

describe('claimable tasks', () => {
  const LOCALES = [
    'de',
    'de-DE',
    'de-AT',
    'de-DE-u-co-phonebk',
    'zh',
    'zh-Hans-CN',
    'zh-Hant-TW',
    'es-ES',
    'es-419',
    'pt-BR',
    'sr-Latn-RS',
    'sr-Cyrl-RS',
    'en-GB-oxendict',
    'fil-PH',
  ];
  const membership = fc.record<Membership>({
    function: fc.oneof(
      { weight: 3, arbitrary: fc.constant('regional') },
      { weight: 1, arbitrary: fc.constantFrom(...FUNCTIONS) },
    ),
    region: fc.option(fc.constantFrom('DE', 'AT', 'CN', 'TW', 'ES', 'BR', 'RS', 'GB', 'PH')),
    locale: fc.option(fc.constantFrom(...LOCALES, 'zh-Hans', 'sr-Latn', 'es', 'sr', 'en', 'fi')),
  });

  /** Regions and locales that chance would seldom draw alone. */
  const ALONE: [region: string | null, locale: string | null][] = [
    [null, null],
    ['DE', null],
    [null, 'fi'],
    [null, 'zh-Hans'],
    ['RS', 'sr-Latn'],
    ['PH', 'de'],
  ];

  interface Task {
    id: string;
    functions: string[];
    locale: string | null;
    status: string;
  }

  let person: TestPerson;
  let open: Task[];

  beforeAll(async () => {
    const region = await api.workspace('region');
    const staff = await hire(region);
    person = await region.person([]);
    const source = await createItem(staff.marketing, { slug: 'source', locale: 'en-US' });
    for (const locale of LOCALES) {
      const variant = { kind: 'variant', sourceItemId: source.id, locale };
      await staff.enablement.post('/v1/items', variant).expect(201);
    }
    const second = await createItem(staff.marketing, { slug: 'second' });
    for (const locale of ['de-DE', 'ja-JP']) {
      const variant = { kind: 'variant', sourceItemId: second.id, locale };
      const { body } = await staff.enablement.post('/v1/items', variant).expect(201);
      await claim(
        locale === 'de-DE' ? staff.german : staff.japanese,
        body as Item,
        'accept_request',
      );
    }
    await inReview(staff, { slug: 'reviewed' });
    for (const ownerFunction of ['legal', 'sales_operations']) {
      const item = await createItem(staff.marketing, {
        slug: ownerFunction.replace('_', '-'),
        ownerFunction,
        goalId: staff.goalId,
      });
      await send(staff.enablement, await claim(staff.enablement, item, 'triage'), 'accept').expect(
        200,
      );
    }
    open = (await pageAt(person, '/v1/tasks?limit=200')).items as unknown as Task[];
  });

  it('are exactly those offered tasks that the rules of routing let the caller claim', async () => {
    let partial = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(membership, { maxLength: 4, selector: (each) => JSON.stringify(each) }),
        async (memberships) => {
          await give(memberships);
          const actor = { kind: 'person' as const, id: person.id, via: null, memberships };
          const expected = open
            .filter(({ status }) => status === 'offered')
            .filter((task) => whyNotRouted(actor, task) === null)
            .map(({ id }) => id);
          const localized = open.filter(
            ({ id, locale }) => locale !== null && expected.includes(id),
          );
          if (localized.length > 0 && localized.length < LOCALES.length) partial += 1;
          expect(await walk(person, '/v1/tasks?view=claimable&limit=200')).toEqual(expected);
        },
      ),
      {
        numRuns: 60,
        examples: ALONE.map(([region, locale]) => [[{ function: 'regional', region, locale }]]),
      },
    );
    expect(partial).toBeGreaterThan(5);
  });

  it('are narrowed and come in pages like any others', async () => {
    await give([{ function: 'regional', region: null, locale: 'de' }]);
    const german = open.filter(
      ({ locale, status }) => status === 'offered' && locale?.startsWith('de'),
    );
    const ids = german.map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(await walk(person, '/v1/tasks?view=claimable&limit=1')).toEqual(ids);
    const austrian = await walk(person, '/v1/tasks?view=claimable&locale=de-AT&limit=200');
    expect(austrian).toEqual(german.filter(({ locale }) => locale === 'de-AT').map(({ id }) => id));
  });

  async function give(memberships: Membership[]): Promise<void> {
    await api.database.query('delete from membership where person_id = $1', [person.id]);
    await api.database.query(
      `insert into membership (workspace_id, membership_id, person_id, function, region, locale)
       select p.workspace_id, gen_random_uuid(), p.person_id, m.function, m.region, m.locale
       from person p, json_to_recordset($2) as m (function text, region text, locale text)
       where p.person_id = $1`,
      [person.id, JSON.stringify(memberships)],
    );
  }
});
