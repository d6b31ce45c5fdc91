import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { download, wholeBody } from './download.js';
import { claim, type Crew, hire, type Item, read, work } from './line.js';
import { publishedAnew } from './source-change.fixture.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';
import { approved, editSegments, segmentsOf, TIERS, translating } from './translation.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => api.close());

const textOf = async (person: TestPerson, path: string) =>
  (await download(person, path)).toString();

const xliff = (item: Item, query = '') =>
  textOf(crew.german, `/v1/items/${item.id}/xliff?${query}`);
const send = (item: Item, file: string, query = '') =>
  crew.german.upload(`/v1/items/${item.id}/xliff?${query}`, file);
const versionOf = async ({ id }: Item) => (await read(crew.german, id)).version;

/** The file with the targets of a 1.2 document written by a tool that knows no states. */
function filledIn(file: string): string {
  return file.replaceAll(
    /<target state="needs-translation"([^>]*)>(.*?)<\/target>/gsu,
    (_all, rest: string, words: string) =>
      `<target state="needs-translation"${rest}>${words.replaceAll(/>([^<]+)|^([^<]+)/gu, (text) => text.toUpperCase())}</target>`,
  );
}

describe('an XLIFF file', () => {
  it.each(['version=2.1', 'version=1.2', 'version=1.2&profile=prefilled'])(
    'that comes back untouched changes nothing (%s)',
    async (query) => {
      const { variant } = await translating(crew);
      const report = await send(variant, await xliff(variant, query));
      expect([report.status, report.body.files[0]]).toMatchObject([
        200,
        { outcome: 'unchanged', changed: 0, unchanged: 6, setAside: [] },
      ]);
      expect(await versionOf(variant)).toBe(variant.version);
    },
  );

  it('of a version and a profile that do not go together is a parameter that is wrong', async () => {
    const { variant } = await translating(crew);
    const asked = crew.german.get(`/v1/items/${variant.id}/xliff?version=2.1&profile=prefilled`);
    const { status, body, headers } = await asked;
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '/profile' }] }]);
    expect(headers['content-disposition']).toBeUndefined();
    const paged = await crew.german.get(`/v1/items/${variant.id}/segments?cursor=a`);
    expect([paged.status, paged.headers['etag']]).toEqual([400, undefined]);
  });

  it('brings translations in by one change, and none when it comes again', async () => {
    const { variant } = await translating(crew);
    const file = filledIn(await xliff(variant, 'version=1.2&profile=prefilled'));
    const preview = await send(variant, file, 'preview=true');
    expect(preview.body).toMatchObject({ preview: true, files: [{ changed: 6 }] });
    expect(await versionOf(variant)).toBe(variant.version);

    const first = await send(variant, file);
    expect(first.body.files[0]).toMatchObject({ outcome: 'applied', changed: 6 });
    expect(await versionOf(variant)).toBe(variant.version + 1);
    const again = await send(variant, file);
    expect(again.body.files[0]).toMatchObject({ outcome: 'unchanged', changed: 0 });
    expect(await versionOf(variant)).toBe(variant.version + 1);
    const segments = await segmentsOf(crew.german, variant);
    expect(segments.map(({ state, origin }) => `${state} ${origin}`)).toEqual(
      Array(6).fill('translated imported'),
    );
    const { body } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(body.body).toContain('READ THE [GUIDE](https://example.com/guide).');
  });

  it('sets aside what has lost or doubled a code, each in its own words, and takes the rest', async () => {
    const { variant } = await translating(crew);
    const file = filledIn(await xliff(variant, 'version=1.2&profile=prefilled'));
    const lost = file.replace(/(<target[^>]*>READ THE )<g[^>]*>GUIDE<\/g>/u, '$1GUIDE');
    expect(lost).not.toBe(file);
    const report = await send(variant, lost);
    expect(report.body.files[0]).toMatchObject({
      changed: 5,
      setAside: [{ code: 'code_missing', line: expect.any(Number) }],
    });
    const doubled = file.replace(/(<target[^>]*>READ THE )(<g[^>]*>GUIDE<\/g>)/u, '$1$2$2');
    expect((await send(variant, doubled)).body.files[0].setAside[0].code).toBe('code_doubled');
  });

  it('sets aside a unit whose source has moved on, and takes the rest', async () => {
    const { source, variant } = await translating(crew, { slug: 'moved-on' });
    const file = filledIn(await xliff(variant, 'version=1.2&profile=prefilled'));
    await publishedAnew(crew, source, { body: TIERS.replace('how **loud**', 'how very **loud**') });
    let item = await read(crew.german, variant.id);
    item = await work(crew.german, item, { activity: 'update', event: 'update' });
    item = await work(crew.german, item, { activity: 'pick_up', event: 'start' });
    item = await claim(crew.german, item, 'translate');
    const report = await send(item, file);
    expect(report.body.files[0]).toMatchObject({
      changed: 5,
      setAside: [{ code: 'source_moved', detail: expect.stringContaining('another text by now') }],
    });
  });

  it('sets aside codes in another order than in the source, unless that is meant', async () => {
    const body = 'Be **loud** and *clear*.\n';
    const { variant } = await translating(crew, { body });
    const file = (await xliff(variant, 'version=2.1')).replace(
      /<segment id="s1" state="initial"><source>Be (<pc.*?<\/pc>) and (<pc.*?<\/pc>)\.<\/source>/su,
      (found, one: string, two: string) => `${found}<target>Sei ${two} und ${one}.</target>`,
    );
    const report = await send(variant, file);
    expect(report.body.files[0]).toMatchObject({
      outcome: 'unchanged',
      setAside: [{ code: 'codes_reordered' }],
    });
    expect(await versionOf(variant)).toBe(variant.version);
    const meant = await send(variant, file, 'acceptReordered=true');
    expect(meant.body.files[0]).toMatchObject({ outcome: 'applied', changed: 1, setAside: [] });
  });

  it('that is older than the work undoes none of it', async () => {
    const { variant } = await translating(crew);
    const [, heading, , linked] = await segmentsOf(crew.german, variant);
    const first = await editSegments(crew.german, variant, [
      { key: heading!.key, target: 'Startstufen' },
    ]);
    const older = await xliff(variant, 'version=2.1');
    const second = await editSegments(
      crew.german,
      { ...variant, version: (first.body as Item).version },
      [{ key: heading!.key, target: 'Stufen des Starts' }],
    );
    const untouched = await send(variant, older);
    expect(untouched.body.files[0]).toMatchObject({ outcome: 'unchanged', setAside: [] });
    const stale = await crew.german
      .upload(`/v1/items/${variant.id}/xliff`, older)
      .set('if-match', `"${variant.version}"`);
    expect(stale.status).toBe(412);
    const both = await send(variant, older.replace('Startstufen', 'Anlaufstufen'));
    expect(both.body.files[0].setAside).toMatchObject([
      { key: heading!.key, code: 'changed_since' },
    ]);
    expect(await versionOf(variant)).toBe((second.body as Item).version);
    expect(linked!.state).toBe('untranslated');
  });

  it('neither lowers what is approved nor raises what its sender may not', async () => {
    const { variant } = await translating(crew);
    const raised = (await xliff(variant, 'version=2.1')).replaceAll(
      /<segment id="s1" state="initial"><source>(.*?)<\/source>/gsu,
      '<segment id="s1" state="final"><source>$1</source><target>$1</target>',
    );
    const report = await send(variant, raised);
    expect(report.body.files[0]).toMatchObject({ outcome: 'applied', changed: 6 });
    const states = (await segmentsOf(crew.german, variant)).map(({ state }) => state);
    expect(states).toEqual(Array(6).fill('reviewed'));
  });

  it('is refused whole where it is not well-formed or hostile, with the line, and changes nothing', async () => {
    const { variant } = await translating(crew);
    const file = filledIn(await xliff(variant, 'version=1.2&profile=prefilled'));
    const bomb = file.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>');
    const outside = file.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">');
    const deep = file.replace('<body>', `<body>${'<group id="a">'.repeat(200)}`);
    for (const [sent, code] of [
      [bomb, 'doctype_refused'],
      [outside, 'doctype_refused'],
      [deep, 'too_deep'],
      [file.slice(0, -20), 'not_well_formed'],
      ['', 'not_well_formed'],
      ['<html/>', 'not_xliff'],
      [`<xliff ${'a= '.repeat(2)}`, 'not_well_formed'],
    ]) {
      const report = await send(variant, sent!);
      expect([report.status, report.body.errors?.[0]?.code]).toEqual([422, code]);
      expect(report.body.errors[0].detail).toMatch(/^Line \d+, column \d+: /u);
    }
    const large = await send(variant, `${file}${' '.repeat(26_000_000)}`);
    expect([large.status, large.body.code]).toEqual([413, 'too_large']);
    expect(await versionOf(variant)).toBe(variant.version);
  });

  it('of another item is refused, and files of several go where each belongs', async () => {
    const [one, other] = [await translating(crew), await translating(crew)];
    const file = filledIn(await xliff(other.variant, 'version=1.2&profile=prefilled'));
    const refused = await send(one.variant, file);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'other_item']);
    const report = await crew.german.upload('/v1/xliff', file);
    expect(report.body.files).toMatchObject([{ itemId: other.variant.id, outcome: 'applied' }]);
    const elsewhere = await crew.japanese.upload('/v1/xliff', file);
    expect(elsewhere.body.files).toMatchObject([
      { outcome: 'refused', reasons: [{ code: 'not_your_locale' }] },
    ]);
  });

  it('leaves for every pair of languages in one archive', async () => {
    const { source, variant } = await translating(crew);
    const archive = await crew.german
      .post('/v1/matrix/xliff.zip', { cells: [{ itemId: source.id, locale: 'de-DE' }] })
      .buffer(true)
      .parse(wholeBody);
    const files = unzipSync(new Uint8Array(archive.body as Buffer));
    expect(Object.keys(files)).toEqual(['en-US.de-DE.xlf']);
    expect(Buffer.from(files['en-US.de-DE.xlf']!).toString()).toContain(variant.id);
  });
});

describe('a gettext file', () => {
  it('goes out and comes back', async () => {
    const { variant } = await translating(crew);
    const file = await textOf(crew.german, `/v1/items/${variant.id}/po`);
    const untouched = await crew.german.upload(`/v1/items/${variant.id}/po`, file);
    expect(untouched.body.files[0]).toMatchObject({ outcome: 'unchanged' });
    const translated = file.replace('msgid "Same."\nmsgstr ""', 'msgid "Same."\nmsgstr "Gleich."');
    const report = await crew.german.upload(`/v1/items/${variant.id}/po`, translated);
    expect(report.body.files[0]).toMatchObject({ outcome: 'applied', changed: 1 });
  });
});

describe('the translation memory', () => {
  it('knows what was approved, proposes it in the same context, and leaves as TMX', async () => {
    const { variant } = await translating(crew, {
      body: '# Volume\n\nA memorable sentence about volume.\n\nAnd its end.\n',
    });
    await approved(crew, variant);
    const next = await translating(crew, {
      body: '# Volume\n\nA memorable sentence about volume.\n\nAnd its end.\n\nAnd more of it.\n',
    });
    const { body: leverage } = await crew.german.get(`/v1/items/${next.variant.id}/leverage`);
    expect(leverage).toMatchObject({ context: { units: expect.any(Number) }, total: { units: 5 } });
    const [, , sentence] = await segmentsOf(crew.german, next.variant);
    const { body: proposals } = await crew.german.get(
      `/v1/items/${next.variant.id}/segments/${sentence!.key}/proposals`,
    );
    expect(proposals.items[0]).toMatchObject({
      score: 101,
      target: 'A MEMORABLE SENTENCE ABOUT VOLUME.',
    });

    const filled = await crew.german
      .post(`/v1/items/${next.variant.id}/segments/pretranslate`, {})
      .set('if-match', `"${next.variant.version}"`);
    expect(filled.body.translation.counts.proposed.units).toBeGreaterThanOrEqual(3);
    const tmx = await textOf(crew.german, '/v1/memory/tmx?sourceLocale=en-US&targetLocale=de-DE');
    expect(tmx).toContain('A MEMORABLE SENTENCE ABOUT VOLUME.');
    expect(tmx).toMatch(/^<\?xml[^>]*>\n<tmx version="1.4">/u);
  });

  it('never proposes what nobody approved, nor what another workspace did', async () => {
    const body = '# Quiet\n\nWords that are only translated.\n';
    const { variant } = await translating(crew, { body });
    const [, , words] = await segmentsOf(crew.german, variant);
    await editSegments(crew.german, variant, [{ key: words!.key, target: 'Nur übersetzt.' }]);
    const again = await translating(crew, { body });
    const { body: proposals } = await crew.german.get(
      `/v1/items/${again.variant.id}/segments/${words!.key}/proposals`,
    );
    expect(proposals.items).toEqual([]);
  });

  it('lets the machine fill what it does not know', async () => {
    const { variant } = await translating(crew, {
      body: 'Read the [guide](https://example.com).\n',
    });
    const filled = await crew.german
      .post(`/v1/items/${variant.id}/segments/pretranslate`, { machine: true })
      .set('if-match', `"${variant.version}"`);
    expect(filled.body.translation.counts.proposed.units).toBe(2);
    const [, guide] = await segmentsOf(crew.german, variant);
    expect(guide).toMatchObject({ state: 'proposed', origin: 'machine' });
    expect(guide!.target).toMatch(/<1>.+<\/1>/u);
  });
});
