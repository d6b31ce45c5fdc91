import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadGlossary, poolOf } from '#engine';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

interface Term {
  id: string;
  sourceLocale: string;
  targetLocale: string;
  source: string;
  targets: { text: string; status: string }[];
  caseSensitive: boolean;
  note: string | null;
  version: number;
}

let api: TestApi;
let workspace: TestWorkspace;
let enablement: TestPerson;
let german: TestPerson;
let austrian: TestPerson;
let sales: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  enablement = await workspace.person([{ function: 'enablement' }]);
  german = await workspace.person([{ function: 'regional', locale: 'de' }]);
  austrian = await workspace.person([{ function: 'regional', locale: 'de-AT' }]);
  sales = await workspace.person([{ function: 'sales_management' }]);
});

afterAll(async () => api.close());

let count = 0;
const fields = (more: object = {}) => ({
  sourceLocale: 'en',
  targetLocale: 'de',
  source: `word ${(count += 1)}`,
  targets: [{ text: 'Wort', status: 'approved' }],
  ...more,
});
const add = (person: TestPerson, more: object = {}) => person.post('/v1/glossary', fields(more));
const added = async (person: TestPerson, more: object = {}) =>
  (await add(person, more).expect(201)).body as Term;
const codeOf = ({ status, body }: { status: number; body: unknown }) =>
  status < 400 ? String(status) : `${status} ${(body as { code: string }).code}`;
const list = async (query = '') => {
  const { status, body } = await sales.get(`/v1/glossary?limit=200${query}`);
  expect([status, body]).toEqual([200, body]);
  return (body as { items: Term[] }).items;
};

describe('a term of the glossary', () => {
  it('is added, read, changed and taken away by the version that was seen', async () => {
    const made = await add(german, {
      source: '  battle   card ',
      targets: [
        { text: 'Battlecard', status: 'approved' },
        { text: 'Kampfkarte', status: 'forbidden' },
      ],
    });
    expect(made.status).toBe(201);
    const term = made.body as Term;
    expect(term).toMatchObject({
      source: 'battle card',
      caseSensitive: false,
      note: null,
      version: 1,
    });
    const path = `/v1/glossary/${term.id}`;
    expect(made.headers).toMatchObject({ location: path, etag: '"1"' });
    const read = await sales.get(path);
    expect([read.status, read.headers['etag'], read.body]).toEqual([200, '"1"', term]);
    const changes = { note: 'As the field says.', caseSensitive: true };
    expect(codeOf(await german.patch(path, changes))).toBe('428 if_match_required');
    const changed = await german.patch(path, changes).set('if-match', '"1"');
    expect(changed.body).toEqual({ ...term, ...changes, version: 2 });
    expect(changed.headers['etag']).toBe('"2"');
    const again = await german.patch(path, changes).set('if-match', '"2"');
    expect([again.status, (again.body as Term).version]).toEqual([200, 2]);
    const late = await german.patch(path, { note: 'Late.' }).set('if-match', '"1"');
    expect(codeOf(late)).toBe('412 stale_version');
    expect(codeOf(await german.delete(path).set('if-match', '"1"'))).toBe('412 stale_version');
    await german.delete(path).set('if-match', '"2"').expect(204);
    expect(codeOf(await sales.get(path))).toBe('404 not_found');
    expect(codeOf(await german.patch(path, changes).set('if-match', '*'))).toBe('404 not_found');
  });

  it('has a history of who did what and when, which outlives it', async () => {
    const term = await added(german, { note: 'First.' });
    const path = `/v1/glossary/${term.id}`;
    await enablement.patch(path, { note: null }).set('if-match', '"1"').expect(200);
    await german.delete(path).set('if-match', '*').expect(204);
    const { body } = await sales.get(`${path}/history`);
    const second = { ...term, note: null, version: 2 };
    expect(body).toEqual({
      nextCursor: null,
      items: [
        { seq: 1, at: expect.any(String), actorId: german.id, before: null, after: term },
        { seq: 2, at: expect.any(String), actorId: enablement.id, before: term, after: second },
        { seq: 3, at: expect.any(String), actorId: german.id, before: second, after: null },
      ],
    });
    const [first] = (await sales.get(`${path}/history?limit=1`)).body.items as object[];
    expect(first).toMatchObject({ seq: 1 });
    await expect(
      api.database.query('update glossary_entry set actor_id = $1', ['somebody else']),
    ).rejects.toThrow('only ever inserted');
  });

  it('is there once for two locales, whatever its case', async () => {
    const term = await added(german, { source: 'Deal Desk' });
    const other = await added(german, { source: 'deal table' });
    expect(codeOf(await add(german, { source: 'DEAL  desk' }))).toBe('409 already_there');
    const renamed = german.patch(`/v1/glossary/${other.id}`, { source: 'deal desk' });
    expect(codeOf(await renamed.set('if-match', '"1"'))).toBe('409 already_there');
    await added(german, { source: 'deal desk', targetLocale: 'de-CH' });
    const spelt = german.patch(`/v1/glossary/${term.id}`, { source: 'deal desk' });
    expect(codeOf(await spelt.set('if-match', '"1"'))).toBe('200');
    const both = await Promise.all([1, 2].map(() => add(german, { source: 'at once' })));
    expect(both.map(codeOf).toSorted()).toEqual(['201', '409 already_there']);
  });

  it('is made once for an Idempotency-Key', async () => {
    const body = fields();
    const send = () => german.post('/v1/glossary', body).set('idempotency-key', 'a-word');
    const [one, other] = await Promise.all([send(), send()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).toEqual(other.body);
  });

  it('is kept by enablement and by regional people who cover its locale', async () => {
    expect(codeOf(await add(austrian))).toBe('403 not_your_locale');
    expect(codeOf(await add(sales))).toBe('403 not_your_function');
    const term = await added(austrian, { targetLocale: 'de-AT' });
    await added(german, { targetLocale: 'de-AT' });
    await added(enablement, { targetLocale: 'ja' });
    const path = `/v1/glossary/${term.id}`;
    for (const person of [
      sales,
      await workspace.person([{ function: 'regional', region: 'DE' }]),
    ]) {
      expect((await person.patch(path, { note: 'No.' }).set('if-match', '*')).status).toBe(403);
      expect((await person.delete(path).set('if-match', '*')).status).toBe(403);
    }
  });

  it.each<[string, object, string]>([
    ['a locale that is none', { targetLocale: 'zh_TW' }, '/targetLocale'],
    ['no word for it', { targets: [] }, '/targets'],
    [
      'too many words',
      { targets: Array.from({ length: 21 }, (_, i) => ({ text: `w${i}`, status: 'approved' })) },
      '/targets',
    ],
    ['a word of no status', { targets: [{ text: 'a', status: 'good' }] }, '/targets/0/status'],
    ['a word that is no object', { targets: ['a'] }, '/targets/0'],
    ['a word of blanks', { targets: [{ text: ' \t', status: 'approved' }] }, '/targets/0/text'],
    [
      'a word twice',
      { targets: ['a', ' A '].map((text) => ({ text, status: 'approved' })) },
      '/targets/1/text',
    ],
    ['a word too long', { source: 'a'.repeat(201) }, '/source'],
    ['a flag that is a word', { caseSensitive: 'true' }, '/caseSensitive'],
    ['a note too long', { note: 'a'.repeat(4001) }, '/note'],
    ['a field that nobody knows', { id: 'mine' }, '/id'],
  ])('is refused with %s', async (_what, more, pointer) => {
    const response = await add(german, more);
    expect(response.status).toBe(422);
    expect((response.body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
  });

  it('holds no NUL and no half of a surrogate pair', async () => {
    for (const source of ['a\0b', 'a\ud800b']) {
      expect(codeOf(await add(german, { source }))).toBe('422 not_storable');
    }
  });
});

describe('the list of terms', () => {
  it('is narrowed by locales, by the status of words and by what they say', async () => {
    const one = await added(enablement, {
      sourceLocale: 'it',
      targetLocale: 'fr-FR',
      source: 'a 100% _sure_ thing',
    });
    const other = await added(enablement, {
      sourceLocale: 'it',
      targetLocale: 'fr-CA',
      targets: [{ text: 'Aubaine', status: 'forbidden' }],
    });
    const ids = async (query: string) => (await list(query)).map(({ id }) => id);
    expect(await ids('&sourceLocale=it')).toEqual([one.id, other.id]);
    expect(await ids('&sourceLocale=it&targetLocale=fr-ca')).toEqual([other.id]);
    expect(await ids('&sourceLocale=it&status=forbidden')).toEqual([other.id]);
    expect(await ids('&q=AUBAINE')).toEqual([other.id]);
    expect(await ids('&q=100%25%20_SURE_')).toEqual([one.id]);
    expect(await ids('&sourceLocale=it&q=%25')).toEqual([one.id]);
    for (const query of ['sourceLocale=e_n', 'status=good', 'q=%00', 'cursor=x', 'term=x']) {
      expect((await sales.get(`/v1/glossary?${query}`)).status).toBe(400);
    }
  });

  it('comes in pages', async () => {
    const all = (await list()).map(({ id }) => id);
    const seen: string[] = [];
    let next: string | null = '/v1/glossary?limit=3';
    while (next !== null) {
      const { body } = await sales.get(next);
      const page = body as { items: Term[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      next = page.nextCursor === null ? null : `/v1/glossary?limit=3&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });
});

describe('a glossary in a file', () => {
  const HEADER = 'source_locale,target_locale,source,target,status,case_sensitive,note\n';
  const upload = ({ key }: TestPerson, bytes: string | Buffer, type = 'text/csv') =>
    request(api.server)
      .post('/v1/glossary/import')
      .set('authorization', `Bearer ${key}`)
      .type(type)
      .send(bytes);
  const entries = async () =>
    (await api.database.query<{ n: number }>('select count(*)::int as n from glossary_entry'))[0]!
      .n;

  it('is imported, and imported again without a change', async () => {
    const file = `${HEADER}en,pl,price,cena,approved,,\nen,pl,price,koszt,forbidden,,\nen,pl,"quote, the",oferta,approved,true,"As ""they"" say"\n`;
    const first = await upload(enablement, file);
    expect([first.status, first.body]).toEqual([200, { created: 2, changed: 0, unchanged: 0 }]);
    const before = await entries();
    expect((await upload(enablement, file)).body).toEqual({ created: 0, changed: 0, unchanged: 2 });
    expect(await entries()).toBe(before);
    const changed = await upload(enablement, file.replace('koszt', 'wydatek'));
    expect(changed.body).toEqual({ created: 0, changed: 1, unchanged: 1 });
    const listed = await list('&targetLocale=pl');
    const [price, quote] = ['price', 'quote, the'].map((word) =>
      listed.find(({ source }) => source === word),
    );
    expect(price).toMatchObject({
      targets: [
        { text: 'cena', status: 'approved' },
        { text: 'wydatek', status: 'forbidden' },
      ],
      version: 2,
    });
    expect(quote).toMatchObject({
      source: 'quote, the',
      caseSensitive: true,
      note: 'As "they" say',
    });
    const { body } = await sales.get(`/v1/glossary/${price!.id}/history`);
    expect((body as { items: object[] }).items).toEqual([
      expect.objectContaining({ seq: 1, before: null }),
      expect.objectContaining({
        seq: 2,
        before: { ...price, version: 1, targets: expect.any(Array) },
      }),
    ]);
  });

  it('is exported as it can be imported', async () => {
    await added(enablement, { source: '=1+1, "quoted"', note: 'Two\nlines.' });
    const exported = await sales.get('/v1/glossary/export?targetLocale=de');
    expect(exported.headers['content-type']).toBe('text/csv; charset=utf-8');
    const terms = (await list('&targetLocale=de')).length;
    const again = await upload(enablement, exported.text);
    expect(again.body).toEqual({ created: 0, changed: 0, unchanged: terms });
    expect((await sales.get('/v1/glossary/export?targetLocale=d_e')).status).toBe(400);
  });

  it('is all or nothing, with each fault and its line', async () => {
    const before = [await list(), await entries()];
    const file = `${HEADER}en,pl,fine,dobrze,approved,,\nen_US,pl,a,b,good,,\n`;
    const response = await upload(enablement, file);
    expect(response.status).toBe(422);
    expect(response.body).toMatchObject({
      errors: [
        { pointer: '/3/source_locale', detail: expect.stringContaining('found "en_US"') },
        { pointer: '/3/status', detail: expect.stringContaining('found "good"') },
      ],
    });
    const foreign = `${HEADER}en,de,mine,meins,approved,,\nen,ja,mine,watashi,approved,,\n`;
    expect(codeOf(await upload(german, foreign))).toBe('403 not_your_locale');
    expect(codeOf(await upload(sales, 'no,glossary'))).toBe('403 not_your_function');
    expect([await list(), await entries()]).toEqual(before);
  });

  it('is done once for an Idempotency-Key', async () => {
    const file = `${HEADER}en,sv,price,pris,approved,,\n`;
    const send = () => upload(enablement, file).set('idempotency-key', 'a-file');
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ body }) => body as object)).toEqual([
      { created: 1, changed: 0, unchanged: 0 },
      { created: 1, changed: 0, unchanged: 0 },
    ]);
    const other = await upload(enablement, `${file}en,sv,list,lista,approved,,\n`).set(
      'idempotency-key',
      'a-file',
    );
    expect(codeOf(other)).toBe('422 idempotency_key_reused');
  });

  it.each<[string, string | Buffer, string, string]>([
    ['JSON', '{}', 'application/json', '415 unsupported_media_type'],
    ['other bytes than UTF-8', Buffer.from([0xff, 0xfe]), 'text/csv', '400 not_utf8'],
    ['a NUL', `${HEADER}en,de,a\0,b,approved,,`, 'text/csv', '422 not_storable'],
    ['nothing', '', 'text/csv', '422 invalid_csv'],
    ['more than 1 MB', 'x'.repeat(1_048_577), 'text/csv', '413 body_too_large'],
  ])('is refused where it is %s', async (_what, bytes, type, code) => {
    expect(codeOf(await upload(enablement, bytes, type))).toBe(code);
  });

  it('is taken nowhere else', async () => {
    const sent = request(api.server)
      .post('/v1/items')
      .set('authorization', `Bearer ${enablement.key}`)
      .type('text/csv')
      .send(HEADER);
    expect(codeOf(await sent)).toBe('415 unsupported_media_type');
  });
});

describe('the glossary for a translation', () => {
  it('has the terms of both languages, the closest for each word', async () => {
    const other = await api.workspace('closest');
    const keeper = await other.person([{ function: 'enablement' }]);
    const give = async (sourceLocale: string, targetLocale: string, source: string, text: string) =>
      added(keeper, {
        sourceLocale,
        targetLocale,
        source,
        targets: [{ text, status: 'approved' }],
      });
    await give('en', 'de', 'Tomato', 'Tomate');
    await give('en', 'de-AT', 'tomato', 'Paradeiser');
    await give('en-GB', 'de', 'chips', 'Pommes');
    await give('en', 'de', 'chips', 'Chips');
    await give('de', 'en', 'zurück', 'back');
    const dataSource = await new DataSource({
      type: 'postgres',
      url: api.database.url,
    }).initialize();
    const words = async (sourceLocale: string, targetLocale: string) =>
      (await loadGlossary(poolOf(dataSource), other.id, sourceLocale, targetLocale))
        .map(({ targets }) => targets[0]!.text)
        .toSorted();
    expect(await words('en-US', 'de-AT')).toEqual(['Chips', 'Paradeiser']);
    expect(await words('en-GB', 'de-DE')).toEqual(['Pommes', 'Tomate']);
    expect(await words('en', 'de')).toEqual(['Chips', 'Tomate']);
    expect(await words('e', 'd')).toEqual([]);
    expect((await loadGlossary(poolOf(dataSource), workspace.id, 'en', 'xx')).length).toBe(0);
    await dataSource.destroy();
  });
});
