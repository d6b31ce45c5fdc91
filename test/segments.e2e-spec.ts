import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Crew, hire, type Item, read, work } from './line.js';
import { startTestApi, type TestApi } from './test-api.js';
import { editSegments, segmentsOf, translating } from './translation.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => api.close());

async function inTranslation(): Promise<Item> {
  return (await translating(crew)).variant;
}

describe('the segments of a variant', () => {
  it('are the title and the paragraphs of its source, with its codes numbered', async () => {
    const variant = await inTranslation();
    const segments = await segmentsOf(crew.german, variant);
    expect(segments.map(({ source }) => source)).toEqual([
      'Launch tiers',
      'Launch tiers',
      'A tier says how <1>loud</1> a launch is.',
      'Read the <1>guide</1>.',
      'Same.',
      'Same.',
    ]);
    expect(new Set(segments.map(({ key }) => key)).size).toBe(6);
    expect(segments.every(({ state }) => state === 'untranslated')).toBe(true);
  });

  it('make the body when they are translated, link targets and all', async () => {
    const variant = await inTranslation();
    const [title, heading, , link] = await segmentsOf(crew.german, variant);
    const response = await editSegments(crew.german, variant, [
      { key: title!.key, target: 'Startstufen' },
      { key: heading!.key, target: 'Startstufen', sourceHash: heading!.sourceHash },
      { key: link!.key, target: 'Lesen Sie den <1>Leitfaden</1>.' },
    ]);
    expect([response.status, response.body.changed.length]).toEqual([200, 3]);
    expect(response.body.translation.counts.translated.units).toBe(3);
    const { body } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(body.body).toContain('# Startstufen\n');
    expect(body.body).toContain('Lesen Sie den [Leitfaden](https://example.com/guide).\n');
    expect((await read(crew.german, variant.id)) as object).toMatchObject({ title: 'Startstufen' });
  });

  it('refuse lost, doubled and crossing codes each in its own words, and change nothing', async () => {
    const variant = await inTranslation();
    const segments = await segmentsOf(crew.german, variant);
    const linked = segments[3]!;
    for (const [target, code] of [
      ['Lesen Sie den Leitfaden.', 'code_missing'],
      ['<1>Lesen</1> Sie den <1>Leitfaden</1>.', 'code_doubled'],
      ['Lesen Sie den </1>Leitfaden<1>.', 'codes_misnested'],
      ['Lesen Sie den <1>Leitfaden</1><7/>.', 'code_unknown'],
    ]) {
      const response = await editSegments(crew.german, variant, [{ key: linked.key, target }]);
      expect([response.status, response.body.errors[0].code]).toEqual([422, code]);
    }
    expect((await read(crew.german, variant.id)).version).toBe(variant.version);
  });

  it('refuse words that would be markup where they stand', async () => {
    const variant = await inTranslation();
    const segments = await segmentsOf(crew.german, variant);
    const response = await editSegments(crew.german, variant, [
      { key: segments[2]!.key, target: 'Eine Stufe\n\n# sagt, wie <1>laut</1> es wird.' },
      { key: segments[4]!.key, target: 'Gleich.' },
    ]);
    expect(response.status).toBe(422);
    expect(response.body.errors).toEqual([
      expect.objectContaining({ pointer: '/segments/0', code: 'breaks_structure' }),
    ]);
  });

  it('are worked on by the holder of the task, and approved with the variant', async () => {
    const variant = await inTranslation();
    const segments = await segmentsOf(crew.german, variant);
    const edits = segments.map(({ key, source }) => ({ key, target: source }));
    expect((await editSegments(crew.japanese, variant, edits)).status).toBe(403);
    const approved = edits.map((edit) => ({ ...edit, state: 'approved' }));
    expect((await editSegments(crew.german, variant, approved)).status).toBe(422);

    const early = await crew.german
      .post(`/v1/items/${variant.id}/events`, { type: 'submit' })
      .set('if-match', `"${variant.version}"`);
    expect(early.body.code).toBe('has_body');
    const done = await editSegments(crew.german, variant, edits);
    let item: Item = { ...variant, version: done.body.version };
    const sent = await crew.german
      .post(`/v1/items/${variant.id}/events`, { type: 'submit' })
      .set('if-match', `"${item.version}"`);
    item = sent.body as Item;
    item = await work(crew.germanReviewer, item, { activity: 'edit', event: 'submit' });
    item = await work(crew.germanReviewer, item, {
      activity: 'review_in_country',
      event: 'approve',
    });
    const after = await segmentsOf(crew.german, item);
    expect(after.every(({ state }) => state === 'approved')).toBe(true);
    const { body } = await crew.german.get(
      `/v1/items/${item.id}/segments/${after[1]!.key}/history`,
    );
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual([
      'approved',
      'translated',
    ]);
  });

  it('hold the hand-on while one of them is missing', async () => {
    const variant = await inTranslation();
    const [first] = await segmentsOf(crew.german, variant);
    const { body } = await editSegments(crew.german, variant, [
      { key: first!.key, target: 'Stufen' },
    ]);
    const refused = await crew.german
      .post(`/v1/items/${variant.id}/events`, { type: 'submit' })
      .set('if-match', `"${body.version}"`);
    expect([refused.status, refused.body.code]).toEqual([409, 'segments_translated']);
    expect(refused.body.detail).toContain(': 5.');
  });

  it('are found in a text that was written as a whole', async () => {
    const variant = await inTranslation();
    const written = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, {
        body: '# Startstufen\n\nEine Stufe sagt, wie **laut** es wird.\n\nLesen Sie den [Leitfaden](https://example.com/guide).\n\n- Gleich.\n- Gleich.\n',
      })
      .set('if-match', `"${variant.version}"`);
    expect(written.body.translation).toMatchObject({
      assembled: true,
      counts: { translated: { units: 6 }, untranslated: { units: 0 } },
    });
  });

  it('are found in a text from before they were kept, which loses nothing by the first edit', async () => {
    const variant = await inTranslation();
    const body =
      '# Startstufen\n\nEine Stufe sagt, wie **laut** es wird.\n\nLesen Sie den [Leitfaden](https://example.com/guide).\n\n- Gleich.\n- Gleich.\n';
    const written = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, { body })
      .set('if-match', `"${variant.version}"`);
    await api.database.query('update item set translation = null where item_id = $1', [variant.id]);
    await api.database.query('delete from segment where item_id = $1', [variant.id]);
    const [, heading] = await segmentsOf(crew.german, variant);
    expect(heading).toMatchObject({ state: 'translated', target: 'Startstufen' });
    const edited = await editSegments(crew.german, written.body as Item, [
      { key: heading!.key, target: 'Stufen' },
    ]);
    expect(edited.body.translation.counts.translated.units).toBe(6);
    const { body: now } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(now.body).toBe(body.replace('Startstufen', 'Stufen'));
  });

  it('take a note where the text was written as a whole, and leave the text alone', async () => {
    const variant = await inTranslation();
    const written = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, {
        body: '# Startstufen\n\nMehr als die Quelle.\n',
      })
      .set('if-match', `"${variant.version}"`);
    const [, heading] = await segmentsOf(crew.german, variant);
    const whole = await editSegments(crew.german, written.body as Item, [
      { key: heading!.key, target: 'Stufen' },
    ]);
    expect([whole.status, whole.body.code]).toEqual([409, 'written_as_a_whole']);
    const noted = await editSegments(crew.german, written.body as Item, [
      { key: heading!.key, note: 'Ask marketing.' },
    ]);
    expect(noted.body.translation.assembled).toBe(false);
    const { body: now } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(now.body).toContain('Mehr als die Quelle.');
  });

  it('are only proposed where that text has markup that their source does not have', async () => {
    const variant = await inTranslation();
    const written = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, {
        body: '# Startstufen\n\nEine Stufe sagt, wie **laut** es *hier* wird.\n\nLesen Sie den [Leitfaden](https://example.com/guide).\n\n- Gleich.\n- Gleich.\n',
      })
      .set('if-match', `"${variant.version}"`);
    expect(written.body.translation.counts).toMatchObject({
      translated: { units: 5 },
      proposed: { units: 1 },
    });
    const [, , loud] = await segmentsOf(crew.german, variant);
    expect(loud).toMatchObject({
      state: 'proposed',
      target: 'Eine Stufe sagt, wie <1>laut</1> es *hier* wird.',
    });
  });

  it('can be worked on one by one beside a proposal that has lost its codes', async () => {
    const variant = await inTranslation();
    const written = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, {
        body: '# Startstufen\n\nEine Stufe sagt, wie laut es wird.\n\nLesen Sie den Leitfaden.\n\n- Gleich.\n- Gleich.\n',
      })
      .set('if-match', `"${variant.version}"`);
    expect(written.body.translation.counts.proposed.units).toBe(2);
    const [, , , linked, same] = await segmentsOf(crew.german, variant);
    const broken = await editSegments(
      crew.german,
      written.body,
      [{ key: same!.key, target: 'Selbe.\n\n# Gleich.' }],
      { rebuild: true },
    );
    expect([broken.status, broken.body.errors[0].code]).toEqual([422, 'breaks_structure']);
    const mended = await editSegments(
      crew.german,
      written.body,
      [
        { key: same!.key, target: 'Dasselbe.' },
        { key: linked!.key, target: 'Lesen Sie den <1>Leitfaden</1>.' },
      ],
      { rebuild: true },
    );
    expect([mended.status, mended.body.errors]).toEqual([200, undefined]);
    const { body } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(body.body).toContain('[Leitfaden](https://example.com/guide).\n\n- Dasselbe.\n');
  });
});
