import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { baton } from './command-line.js';
import { claim, type Crew, hire, inReview, type Item, published, read, work } from './line.js';
import { publishedAnew, variantFor } from './source-change.fixture.js';
import { startTestApi, type TestApi } from './test-api.js';
import { approved, editSegments, segmentsOf, TIERS, translating } from './translation.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => api.close());

const LOUDER = TIERS.replace('how **loud**', 'how very **loud**');
const LONGER = `${LOUDER}\nAnd what it costs.\n`;

/** A source with its German variant, every segment approved, both published. */
async function bothOut(slug: string): Promise<{ source: Item; variant: Item }> {
  const { source, variant } = await translating(crew, { slug });
  const ready = await approved(crew, variant);
  const out = await work(crew.german, ready, { activity: 'release', event: 'publish' });
  return { source, variant: out };
}

const statesOf = async (variant: Item) =>
  (await segmentsOf(crew.german, variant)).map(({ state }) => state);
const APPROVED = Array<string>(6).fill('approved');

describe('the segments of a variant whose source changes', () => {
  it('keep everything but where their own text changed, which shows the text it was made for', async () => {
    const { source, variant } = await bothOut('followed');
    await publishedAnew(crew, source, { body: LOUDER });
    const segments = await segmentsOf(crew.german, variant);
    expect(segments.map(({ state }) => state)).toEqual([
      'approved',
      'approved',
      'source_changed',
      'approved',
      'approved',
      'approved',
    ]);
    expect(segments[2]).toMatchObject({
      source: 'A tier says how very <1>loud</1> a launch is.',
      previousSource: 'A tier says how <1>loud</1> a launch is.',
      target: 'A TIER SAYS HOW <1>LOUD</1> A LAUNCH IS.',
    });
    const { body: matrix } = await crew.marketing.get('/v1/matrix?freshness=out_of_date');
    expect((matrix as { items: object[] }).items).toMatchObject([
      {
        slug: 'followed',
        cells: [{ locale: 'de-DE', freshness: 'out_of_date', left: { segments: 1, of: 6 } }],
      },
    ]);
  });

  it('become a draft of the new text when the update begins, while what is out stays', async () => {
    const { source, variant } = await bothOut('drafted');
    await publishedAnew(crew, source, { body: LONGER });
    const stale = await read(crew.german, variant.id);
    expect(stale.revision).toEqual(variant.revision);
    const queued = await work(crew.german, stale, { activity: 'update', event: 'update' });
    const { body: draft } = await crew.german.get(`/v1/items/${variant.id}/revisions/current`);
    expect(draft.body).toContain('A TIER SAYS HOW **LOUD** A LAUNCH IS.');
    expect(draft.body).toContain('And what it costs.');
    const { body: out } = await crew.german.get('/v1/published/drafted?locale=de-DE');
    expect(out.body).not.toContain('And what it costs.');
    const started = await work(crew.german, queued, { activity: 'pick_up', event: 'start' });
    const held = await claim(crew.german, started, 'translate');
    const [, , changed] = await segmentsOf(crew.german, held);
    const confirmed = await editSegments(crew.german, held, [
      { key: changed!.key, state: 'translated' },
    ]);
    expect(confirmed.body.translation.counts).toMatchObject({
      source_changed: { units: 0 },
      untranslated: { units: 1 },
    });
  });

  it('are edited beside one whose source has other codes by now', async () => {
    const { source, variant } = await bothOut('other-codes');
    await publishedAnew(crew, source, { body: TIERS.replace('a launch', 'a *launch*') });
    const stale = await read(crew.german, variant.id);
    const queued = await work(crew.german, stale, { activity: 'update', event: 'update' });
    const started = await work(crew.german, queued, { activity: 'pick_up', event: 'start' });
    const held = await claim(crew.german, started, 'translate');
    const [, heading, changed] = await segmentsOf(crew.german, held);
    expect(changed).toMatchObject({
      state: 'source_changed',
      findings: [{ code: 'code_missing' }],
    });
    const edited = await editSegments(crew.german, held, [{ key: heading!.key, target: 'Stufen' }]);
    expect(edited.status).toBe(200);
    const broken = await editSegments(
      crew.german,
      { ...held, version: (edited.body as { version: number }).version },
      [{ key: heading!.key, target: 'Stufen\n\n- mit Liste' }],
    );
    expect(broken.body.errors).toMatchObject([{ code: 'breaks_structure' }]);
  });

  it('are what they were when the text comes back and nobody touched them', async () => {
    const { source, variant } = await bothOut('back-again');
    const louder = await publishedAnew(crew, source, { body: LOUDER });
    expect(await statesOf(variant)).not.toEqual(APPROVED);
    await publishedAnew(crew, louder, { body: TIERS });
    expect(await statesOf(variant)).toEqual(APPROVED);
  });

  it('stay as they are after a typo', async () => {
    const { source, variant } = await bothOut('typo');
    await publishedAnew(crew, source, { body: LOUDER, change: 'typo' });
    expect(await statesOf(variant)).toEqual(APPROVED);
  });

  it('are found in a text that was there before its source was out', async () => {
    const source = await inReview(crew, { slug: 'early-bird', body: TIERS });
    const asked = { kind: 'variant', locale: 'de-DE', sourceItemId: source.id };
    const { body: created } = await crew.enablement.post('/v1/items', asked).expect(201);
    const text = TIERS.replace('Launch tiers', 'Startstufen').replaceAll('Same.', 'Gleich.');
    await crew.enablement
      .post(`/v1/items/${(created as Item).id}/revisions`, { body: text, origin: 'imported' })
      .set('if-match', '"1"')
      .expect(201);
    const once = await work(crew.product, source, {
      activity: 'product_review',
      event: 'approve',
    });
    const ready = await work(crew.legal, once, { activity: 'legal_review', event: 'approve' });
    await work(crew.marketing, ready, { activity: 'release', event: 'publish' });
    const segments = await segmentsOf(crew.german, created as Item);
    expect(segments.map(({ target }) => target)).toEqual([
      'Launch tiers',
      'Startstufen',
      'A tier says how <1>loud</1> a launch is.',
      'Read the <1>guide</1>.',
      'Gleich.',
      'Gleich.',
    ]);
    expect(segments.every(({ origin }) => origin === 'aligned')).toBe(true);
  });
});

describe('variants that are approved in one call', () => {
  it('have their segments approved, and the memory learns them', async () => {
    const ready: Item[] = [];
    for (const slug of ['together-1', 'together-2']) {
      const body = `# ${slug}\n\nA sentence of ${slug} that nobody else has.\n`;
      const { variant } = await translating(crew, { slug, body });
      const edits = (await segmentsOf(crew.german, variant)).map(({ key, source }) => ({
        key,
        target: source.toUpperCase(),
      }));
      const { body: done } = await editSegments(crew.german, variant, edits);
      const sent = await crew.german
        .post(`/v1/items/${variant.id}/events`, { type: 'submit' })
        .set('if-match', `"${(done as { version: number }).version}"`);
      const edited = await work(crew.germanReviewer, sent.body as Item, {
        activity: 'edit',
        event: 'submit',
      });
      ready.push(await claim(crew.germanReviewer, edited, 'review_in_country'));
    }
    const events = ready.map(({ id, version }) => ({
      itemId: id,
      type: 'approve',
      version,
    }));
    const answer = await crew.germanReviewer.post('/v1/items/bulk-events', { events });
    expect([answer.status, answer.body.accepted]).toEqual([200, 2]);
    for (const variant of ready) {
      const segments = await segmentsOf(crew.german, variant);
      expect(segments.every(({ state }) => state === 'approved')).toBe(true);
      const { body } = await crew.german.get(
        `/v1/items/${variant.id}/segments/${segments[2]!.key}/proposals`,
      );
      expect(body.items[0]).toMatchObject({ score: 101, target: segments[2]!.target });
    }
  });
});

describe('locales that nobody has begun', () => {
  it('are opened from the matrix where the source needs them, and refused where it does not', async () => {
    const source = await published(crew, { slug: 'few-locales', requiredLocales: ['de-DE'] });
    const described = await crew.marketing
      .patch(`/v1/items/${source.id}`, { requiredLocales: ['de-DE', 'ja-JP'] })
      .set('if-match', `"${source.version}"`);
    expect(described.status).toBe(200);
    const cells = ['ja-JP', 'fr-FR'].map((locale) => ({ itemId: source.id, locale }));
    const asked = { cells, comment: 'The fair is in Tokyo.' };
    const { body } = await crew.marketing.post('/v1/matrix/request-update', asked);
    expect(
      (body as { results: { outcome: string }[] }).results.map((each) => each.outcome),
    ).toEqual(['requested', 'missing']);
    const japanese = await variantFor(crew.enablement, source.id, 'ja-JP');
    expect(japanese.freshness).toBe('missing');
    const assigned = await crew.enablement.post('/v1/matrix/assign', {
      cells: cells.slice(0, 1),
      personId: crew.japanese.id,
    });
    expect(assigned.body.results).toMatchObject([{ outcome: 'assigned' }]);
    const { body: totals } = await crew.marketing.get('/v1/matrix/totals?locale=ja-JP');
    expect((totals as { locales: object[] }).locales).toMatchObject([
      { locale: 'ja-JP', items: { missing: 1 } },
    ]);
  });
});

describe('all that happened here', () => {
  it('stands in trails that hold, segments among them', async () => {
    const verified = await baton(['verify'], { url: api.url, key: crew.legal.key });
    expect(verified.output).toContain('every trail holds and leads to what is stored');
    const [row] = await api.database.query<{ id: string; key: string }>(
      `update segment set target = 'Edited past the door.'
       where (item_id, key) = (select item_id, key from segment where state = 'approved' limit 1)
       returning item_id as id, key`,
    );
    const broken = await baton(['verify'], { url: api.url, key: crew.legal.key });
    expect(broken.status).toBe(1);
    expect(broken.output).toContain(`segment ${row!.key}: stored`);
  });
});
