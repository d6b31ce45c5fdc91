import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createItem, type Crew, hire, type Item, published, read, send, work } from './line.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

let api: TestApi;
let crew: Crew;
/** works in sales, with a key that reads */
let reader: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  const workspace = await api.workspace('acme');
  crew = await hire(workspace);
  reader = await workspace.person([{ function: 'sales_management' }], ['read']);
});

afterAll(async () => api.close());

const GERMAN = '# Launch-Stufen\n\nEine Stufe sagt, wie laut ein Launch ist.';

interface Published {
  slug: string;
  kind: string;
  title: string;
  locale: string;
  requested: string[];
  served: string;
  fallback: boolean;
  tried: string[];
  digest: string;
  publishedAt: string;
  body: string;
  mediaType: string;
  available: string[];
}

const get = (slug: string, locale?: string) =>
  reader.get(`/v1/published/${slug}${locale === undefined ? '' : `?locale=${locale}`}`);

async function readAs(slug: string, locale?: string): Promise<Published> {
  const response = await get(slug, locale);
  expect([response.status, response.body]).toEqual([200, response.body]);
  return response.body as Published;
}

async function variantOf({ id }: Item, locale: string): Promise<Item> {
  const { body } = await crew.enablement.get(`/v1/items?sourceItemId=${id}&locale=${locale}`);
  return read(crew.enablement, (body as { items: Item[] }).items[0]!.id);
}

/** Translates a variant that was opened, and publishes it. */
async function translated(variant: Item, writes = GERMAN): Promise<Item> {
  const { german, germanReviewer } = crew;
  const steps = [
    [german, 'accept_request', 'accept'],
    [german, 'pick_up', 'start'],
    [german, 'translate', 'submit', writes],
    [germanReviewer, 'edit', 'submit'],
    [germanReviewer, 'review_in_country', 'approve'],
    [german, 'release', 'publish'],
  ] as const;
  let item = variant;
  for (const [person, activity, event, text] of steps) {
    const step = { activity, event, ...(text === undefined ? {} : { writes: text }) };
    item = await work(person, item, step);
  }
  return item;
}

const inGerman = async (slug: string) => {
  const source = await published(crew, { slug, requiredLocales: ['de-DE', 'ja-JP'] });
  return { source, german: await translated(await variantOf(source, 'de-DE')) };
};

describe('a published text', () => {
  let source: Item;
  let german: Item;
  beforeAll(async () => ({ source, german } = await inGerman('launch-tiers')));

  it('is given in the language of the source where none is asked for', async () => {
    const text = await readAs('launch-tiers');
    expect(text).toMatchObject({
      slug: 'launch-tiers',
      kind: 'content',
      title: 'Launch tiers',
      locale: 'en-US',
      served: 'en-US',
      requested: [],
      fallback: false,
      digest: source.revision!.digest,
      mediaType: 'text/markdown',
      available: ['de-DE', 'en-US'],
    });
    expect(text.body).toContain('A tier says how loud a launch is.');
    expect(Date.now() - Date.parse(text.publishedAt)).toBeLessThan(60_000);
  });

  it('is given in the language that suits the reader, with the way to it', async () => {
    const exact = await readAs('launch-tiers', 'de-DE');
    expect(exact).toMatchObject({ locale: 'de-DE', fallback: false, body: GERMAN });
    expect(exact.digest).toBe(german.revision!.digest);
    expect(await readAs('launch-tiers', 'ja-JP,de-de;q=0.4,en;q=0.3')).toMatchObject({
      requested: ['ja-JP', 'de-DE', 'en'],
      served: 'de-DE',
      fallback: true,
      tried: ['ja-JP', 'ja', 'de-DE'],
    });
    expect(await readAs('launch-tiers', 'de-CH')).toMatchObject({
      served: 'de-DE',
      fallback: true,
      tried: ['de-CH', 'de', 'de-Latn'],
    });
    expect(await readAs('launch-tiers', 'ko')).toMatchObject({ served: 'en-US', fallback: true });
  });

  it('says its language in Content-Language, and takes Accept-Language where no locale is asked for', async () => {
    const byHeader = await get('launch-tiers').set('accept-language', 'de-DE,de;q=0.9');
    expect([byHeader.status, byHeader.headers['content-language']]).toEqual([200, 'de-DE']);
    const byBoth = await get('launch-tiers', 'en-US').set('accept-language', 'de');
    expect(byBoth.headers['content-language']).toBe('en-US');
    expect(byBoth.headers['vary']).toContain('Accept-Language');
    expect(byBoth.headers['cache-control']).toBe('private, no-cache');
  });

  it('is the bare text for who takes Markdown only', async () => {
    const bare = await get('launch-tiers', 'de-DE').set('accept', 'text/markdown');
    expect(bare.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(bare.text ?? (bare.body as Buffer).toString()).toBe(GERMAN);
    const weighed = await get('launch-tiers').set('accept', 'text/*;q=0.4, application/json;q=0.5');
    expect(weighed.headers['content-type']).toContain('application/json');
    const none = await get('launch-tiers').set('accept', 'image/png');
    expect([none.status, (none.body as { code: string }).code]).toEqual([406, 'not_acceptable']);
  });

  it('is 304 for who has it already, by a strong ETag of each form and locale', async () => {
    const etags = new Set<string>();
    for (const accept of ['application/json', 'text/markdown']) {
      for (const locale of ['de-DE', 'en-US']) {
        const { headers } = await get('launch-tiers', locale).set('accept', accept);
        etags.add(headers['etag']!);
        const again = get('launch-tiers', locale).set('accept', accept);
        const response = await again.set('if-none-match', headers['etag']!);
        expect([response.status, response.text]).toEqual([304, '']);
        expect(response.headers).toMatchObject({
          etag: headers['etag'],
          'content-language': locale,
        });
      }
    }
    expect(etags.size).toBe(4);
    expect([...etags].every((etag) => /^"[0-9a-f]{64}"$/u.test(etag))).toBe(true);
  });

  it('stays what it was while a newer one is written, and is the newer one once that is out', async () => {
    const { source: first } = await inGerman('renewed');
    const before = await readAs('renewed');
    const { headers } = await get('renewed');
    const due = (await send(crew.enablement, await read(crew.enablement, first.id), 'call_review'))
      .body as Item;
    let item = await work(crew.marketing, due, { activity: 'freshness_review', event: 'revise' });
    item = await work(crew.marketing, item, {
      activity: 'draft',
      event: 'submit',
      writes: 'A draft that nobody may read yet.',
    });
    expect(await readAs('renewed')).toEqual(before);
    expect((await get('renewed').set('if-none-match', headers['etag']!)).status).toBe(304);
    item = await work(crew.product, item, { activity: 'product_review', event: 'approve' });
    item = await work(crew.legal, item, { activity: 'legal_review', event: 'approve' });
    await work(crew.marketing, item, { activity: 'release', event: 'publish' });
    const after = await readAs('renewed');
    expect(after.body).toBe('A draft that nobody may read yet.');
    expect(after.publishedAt > before.publishedAt).toBe(true);
    expect(await readAs('renewed', 'de-DE')).toMatchObject({ body: GERMAN, fallback: false });
  });

  it('falls back where its variant was retired', async () => {
    const { german: variant } = await inGerman('half-retired');
    await send(crew.enablement, variant, 'retire').expect(200);
    expect(await readAs('half-retired', 'de-DE')).toMatchObject({
      served: 'en-US',
      fallback: true,
      available: ['en-US'],
    });
  });

  it.each([
    ['de;q=7', 'language_not_valid'],
    ['zh_TW', 'language_not_valid'],
    ['', 'language_not_valid'],
    [Array.from({ length: 60 }, () => 'de').join(), 'language_not_valid'],
    ['d'.repeat(2001), 'not_valid'],
    ['%00', 'address_not_valid'],
    ['de&locale=fr', 'not_valid'],
    ['de&language=fr', 'unknown_property'],
  ])('is 400 for %j as locale', async (locale, code) => {
    const { status, body } = await get('launch-tiers', locale);
    expect([status, (body as { code: string }).code]).toEqual([400, code]);
  });

  it('is 400 for an Accept-Language that cannot be read, which is named', async () => {
    const { status, body } = await get('launch-tiers').set('accept-language', 'de;q=seven');
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: '/Accept-Language' }] });
  });
});

describe('a text that is not out', () => {
  it('is 404 where it never was, a draft as much as what is not there', async () => {
    await createItem(crew.marketing, { slug: 'a-draft' });
    const cancelled = await createItem(crew.marketing, { slug: 'a-cancelled-draft' });
    await send(crew.enablement, cancelled, 'cancel', { comment: 'No.' }).expect(200);
    for (const slug of ['a-draft', 'a-cancelled-draft', 'nothing', 'not%20a%20slug']) {
      const { status, body } = await get(slug);
      expect([slug, status, (body as { code: string }).code]).toEqual([slug, 404, 'not_found']);
    }
  });

  it('is 410 once it was withdrawn, in every language, and out again once it is published again', async () => {
    const { source } = await inGerman('expired');
    const due = (await send(crew.enablement, source, 'call_review')).body as Item;
    const expired = await work(crew.marketing, due, {
      activity: 'freshness_review',
      event: 'expire',
    });
    for (const locale of ['en-US', 'de-DE']) {
      const { status, body } = await get('expired', locale);
      expect([status, (body as { code: string }).code]).toEqual([410, 'withdrawn']);
    }
    const item = await work(crew.marketing, expired, {
      activity: 'decide_future',
      event: 'revise',
    });
    expect((await get('expired')).status).toBe(410);
    let again = await work(crew.marketing, item, { activity: 'draft', event: 'submit' });
    again = await work(crew.product, again, { activity: 'product_review', event: 'approve' });
    again = await work(crew.legal, again, { activity: 'legal_review', event: 'approve' });
    await work(crew.marketing, again, { activity: 'release', event: 'publish' });
    expect((await readAs('expired', 'de-DE')).body).toBe(GERMAN);
  });

  it('names the newest published item that replaces it, however many steps away', async () => {
    const items: Item[] = [];
    for (const slug of ['first', 'second', 'third']) items.push(await published(crew, { slug }));
    const [first, second, third] = items as [Item, Item, Item];
    const draft = await createItem(crew.marketing, { slug: 'fourth' });
    const replace = (newer: Item, older: Item) =>
      crew.enablement.post(`/v1/items/${newer.id}/links`, { type: 'replaces', to: older.id });
    await replace(second, first).expect(200);
    await replace(third, second).expect(200);
    await replace(draft, third).expect(200);
    const circle = await replace(first, third);
    expect([circle.status, (circle.body as { code: string }).code]).toEqual([
      409,
      'link_leads_back',
    ]);
    const retire = async ({ id }: Item) =>
      send(crew.enablement, await read(crew.enablement, id), 'retire').expect(200);
    expect((await get('first')).status).toBe(200);
    await retire(first);
    await retire(second);
    const { status, body, headers } = await get('first');
    expect([status, body]).toEqual([
      410,
      expect.objectContaining({
        code: 'withdrawn',
        successor: { slug: 'third', address: '/v1/published/third' },
      }),
    ]);
    expect(headers['link']).toBe('</v1/published/third>; rel="successor-version"');
    await retire(third);
    expect((await get('first')).body).not.toHaveProperty('successor');
  });

  it('is one whose process ended without a word', async () => {
    const item = await published(crew, { slug: 'ended-silently' });
    await api.database.query(
      `insert into process_version (workspace_id, digest, process_id, kind, definition, active)
       select p.workspace_id, $2, p.process_id, p.kind,
         (p.definition::jsonb #- '{states,retired,meta,announces}')::text, false
       from item i join process_version p on p.digest = i.process_digest
         and p.workspace_id = i.workspace_id
       where i.item_id = $1`,
      [item.id, '8'.repeat(64)],
    );
    const move = `update item set process_digest = $2, stage = $3 where item_id = $1`;
    await api.database.query(move, [item.id, '8'.repeat(64), 'drafting']);
    expect((await get('ended-silently')).status).toBe(200);
    await api.database.query(move, [item.id, '8'.repeat(64), 'retired']);
    expect((await get('ended-silently')).status).toBe(410);
  });
});

describe('the list of what is published', () => {
  interface Row {
    slug: string;
    title: string;
    available: { locale: string; digest: string; publishedAt: string }[];
  }
  const list = async (query = '') => {
    const { status, body } = await reader.get(`/v1/published?limit=200${query}`);
    expect([status, body]).toEqual([200, body]);
    return (body as { items: Row[] }).items;
  };
  const slugs = (rows: Row[]) => rows.map(({ slug }) => slug);

  it('has each item that is out once, with its locales, and nothing that is not', async () => {
    const { source, german } = await inGerman('listed');
    await createItem(crew.marketing, { slug: 'not-listed' });
    const retired = await published(crew, { slug: 'no-longer-listed' });
    await send(crew.enablement, retired, 'retire').expect(200);
    const rows = await list();
    expect(slugs(rows)).not.toContain('not-listed');
    expect(slugs(rows)).not.toContain('no-longer-listed');
    const row = rows.filter(({ slug }) => slug === 'listed');
    expect(row).toEqual([
      {
        slug: 'listed',
        kind: 'content',
        type: 'guideline',
        title: 'Launch tiers',
        locale: 'en-US',
        available: [
          expect.objectContaining({ locale: 'de-DE', digest: german.revision!.digest }),
          expect.objectContaining({ locale: 'en-US', digest: source.revision!.digest }),
        ],
      },
    ]);
    const [inGerman_, inEnglish] = row[0]!.available;
    expect(inGerman_!.publishedAt).toBe((await readAs('listed', 'de-DE')).publishedAt);
    expect(inEnglish!.publishedAt).toBe((await readAs('listed')).publishedAt);
  });

  it('is narrowed by locale, type and moment', async () => {
    const policy = await published(crew, { slug: 'a-policy', type: 'policy' });
    const all = slugs(await list());
    const germans = await list('&locale=de');
    expect(germans.length).toBeGreaterThan(0);
    expect(slugs(germans)).toEqual(all.filter((slug) => slugs(germans).includes(slug)));
    expect(
      germans.every(({ available }) => available.some(({ locale }) => locale === 'de-DE')),
    ).toBe(true);
    expect(slugs(await list('&locale=fr'))).toEqual([]);
    expect(slugs(await list('&type=policy'))).toEqual([policy.slug]);
    const { publishedAt } = await readAs('a-policy');
    expect(slugs(await list(`&updatedSince=${publishedAt}`))).toEqual(['a-policy']);
    for (const query of [
      'locale=zh_TW',
      'type=%C3%84',
      'updatedSince=today',
      'cursor=x',
      'slug=x',
    ]) {
      expect((await reader.get(`/v1/published?${query}`)).status).toBe(400);
    }
  });

  it('comes in pages', async () => {
    const all = slugs(await list());
    const seen: string[] = [];
    let next: string | null = '/v1/published?limit=2';
    while (next !== null) {
      const { body } = await reader.get(next);
      const page = body as { items: Row[]; nextCursor: string | null };
      seen.push(...slugs(page.items));
      next = page.nextCursor === null ? null : `/v1/published?limit=2&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });
});
