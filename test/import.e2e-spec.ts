import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baton } from './command-line.js';
import { makeLibrary, soundLibrary } from './library.fixture.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

let api: TestApi;
let server: { url: string; key: string };
let person: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  person = await (await api.workspace('acme')).person([{ function: 'enablement' }]);
  server = { url: api.url, key: person.key };
});

afterAll(async () => api.close());

describe('baton import', () => {
  it('brings in every item, revision and translation, and says so; the second run changes nothing', async () => {
    const folder = soundLibrary(3);
    const first = await baton(['import', folder], server);
    expect(first.output).toMatch(/items +3 +3 created/u);
    expect(first.output).toMatch(/revisions +9 +9 added/u);
    expect(first.output).toMatch(/source copies +1 +1 already/u);
    expect(first.output).toMatch(/translations +1 +1 added/u);
    expect(first.errors).toContain('3/3 guide-3');
    expect(first.status).toBe(0);

    const second = await baton(['import', folder], server);
    expect(second.output).toMatch(/items +3 +3 unchanged/u);
    expect(second.output).toMatch(/revisions +9 +9 unchanged/u);
    expect(second.output).toContain('No change.');
    const [row] = await api.database.query<{ count: string }>('select count(*) from audit_entry');
    expect(Number(row!.count)).toBe(3 + 9 + 2);
  });

  it('keeps facets, canonical locales, the order of the texts and when they were written', async () => {
    const { body } = await person.get('/v1/items?slug=guide-1&kind=content');
    const [item] = body.items;
    expect(item).toMatchObject({
      title: 'Guide, guide-1',
      audience: ['account_executive', 'marketing'],
      locale: 'en-US',
      requiredLocales: ['de', 'zh-Hans'],
      stage: 'intake',
      revision: { number: 3 },
    });
    const second = await person.get(`/v1/items/${item.id}/revisions/2`);
    expect(second.body).toMatchObject({
      body: '# guide-1\n\nText 002, with an é.\n',
      origin: 'imported',
    });
    const first = await person.get(`/v1/items/${item.id}/revisions/1`);
    expect(first.body.writtenAt).toBe('2024-01-02T01:04:05.000Z');
    const variants = await person.get(`/v1/items?sourceItemId=${item.id}`);
    expect(variants.body.items).toMatchObject([{ locale: 'zh-Hans', stage: 'requested' }]);
  });

  it('adds what was added to the folder since', async () => {
    const folder = soundLibrary(3);
    writeFileSync(join(folder, 'translations/guide-1/de.md'), '# Leitfaden\n');
    const { output } = await baton(['import', folder], server);
    expect(output).toMatch(/variants +2 +1 created, 1 unchanged/u);
    expect(output).toContain('2 changes.');
  });

  it('reports a bad row with file, line, expectation and finding, and goes on with the rest', async () => {
    const folder = makeLibrary(
      [
        'good,content,faq,Good,seller,equip,all,marketing,en,,1,,,own',
        'bad-type,content,poem,Bad,seller,equip,all,marketing,en,,1,,,own',
        'bad-locale,training,course,"Two',
        'lines",seller,equip,noon,marketing,zh_CN,,1,,,own',
        'Bad Slug,content,faq,Bad,seller,equip,all,nobody,en,,x,yesterday,,own',
        'good,content,faq,Twice,seller,equip,all,marketing,en,,1,,,own',
        'short,content,faq,Short,seller,equip,all,legal,en,,2,,,own',
        'latin,content,faq,Latin,seller,equip,all,legal,en,,1,,,own',
        'february,content,faq,Late,seller,equip,all,legal,en,,1,,2024-02-30T00:00:00Z,own',
        'gap,content,faq,Gap,seller,equip,all,legal,en,,3,,,own',
      ],
      {
        'items/good/001.md': 'Good.',
        'items/short/001.md': 'Only one.',
        'items/gap/001.md': 'First.',
        'items/gap/003.md': 'Third.',
        'items/latin/001.md': Buffer.from([0x63, 0x61, 0x66, 0xe9]),
        'items/unknown/001.md': 'Nobody asked for it.',
        'translations/good/xx_YY.md': 'Which language?',
      },
    );
    const { output, status } = await baton(['import', folder], server);
    expect(status).toBe(1);
    for (const finding of [
      'library.csv:3: type: expected a content type, one of pitch_deck',
      'found "poem"',
      'source_locale: expected a BCP 47 tag; found "zh_CN"',
      'library.csv:6: slug: expected lower-case words joined by hyphens; found "Bad Slug"',
      'library.csv:6: revisions: expected the number of its revisions; found "x"',
      'library.csv:6: first_revision_at: expected an ISO 8601 instant with its zone or nothing; found "yesterday"',
      'library.csv:10: last_revision_at: expected an ISO 8601 instant with its zone or nothing; found "2024-02-30T00:00:00Z"',
      'library.csv:7: slug: expected each once; "good" already stands in line 2',
      'library.csv:8: revisions: expected 2 files in items/short; found 1',
      'items/latin/001.md: expected UTF-8 text',
      'items/gap/003.md: expected revision 2; found this one, so it and what follows are left out',
      'items/unknown: expected a sound row',
      'translations/good/xx_YY.md: expected a BCP 47 tag as name; found "xx_YY"',
    ]) {
      expect(output).toContain(finding);
    }
    expect(output).toMatch(/items +\d+ +4 created, 1 refused/u);
    for (const slug of ['good', 'gap']) {
      const { body } = await person.get(`/v1/items?slug=${slug}`);
      expect(body.items).toMatchObject([{ revision: { number: 1 } }]);
    }
  });

  it('leaves an item alone whose texts have parted from the folder, and says where', async () => {
    const folder = soundLibrary(2);
    writeFileSync(join(folder, 'items/guide-2/002.md'), 'Another second text.');
    const { output, status } = await baton(['import', folder], server);
    expect(output).toContain(
      'items/guide-2/002.md: expected revision 2 of the item to be this text',
    );
    expect([output.includes('No change.'), status]).toEqual([true, 1]);
  });

  it('says in a sentence that there is no server, no folder or no valid key', async () => {
    const nobody = await baton(['import', soundLibrary(1)], {
      ...server,
      url: 'http://127.0.0.1:9',
    });
    expect([nobody.status, nobody.errors]).toEqual([
      1,
      expect.stringContaining('No server answers'),
    ]);
    const nothing = await baton(['import', '/nowhere'], server);
    expect(nothing.errors).toContain(
      'Expected a file library.csv of UTF-8 text in /nowhere; found none.',
    );
    const notThere = await baton(['import', soundLibrary(1)], {
      ...server,
      url: `${server.url}/v1`,
    });
    expect(notThere.errors).toContain('Expected the address of a server, like https://');
    const stranger = await baton(['import', soundLibrary(1)], { ...server, key: 'btn_x_y' });
    expect(stranger.errors).toContain('The server refused the key: Expected a key of the form');
  });
});
