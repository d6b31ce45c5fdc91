import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, bulk } from './bulk.fixture.js';
import { claim, type Crew, hire, type Item, published, read, send, work } from './line.js';
import {
  approvedAnew,
  deliveredTraining,
  publishedAnew,
  publishedVariant,
  see,
  translated,
  variantFor,
  variantsOf,
} from './source-change.fixture.js';
import { baton } from './command-line.js';
import { FRESHNESS_OF_ROWS } from '../migrations/0010-freshness.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => {
  await api.close();
});

const locales = { requiredLocales: ['de-DE'] };
const german = (source: Item) => variantFor(crew.enablement, source.id, 'de-DE');

/** Content that is out with its German variant, which is out too. */
async function bothOut(slug: string): Promise<Item> {
  const source = await published(crew, { slug, title: slug, ...locales });
  await publishedVariant(crew, await german(source));
  return source;
}

interface Impact {
  variants: { itemId: string | null; stage: string | null; becomes: string; freshness: string }[];
  trainings: (Impact['variants'][number] & { title: string; variants: Impact['variants'] })[];
  tasks: { function: string; locale: string | null; count: number }[];
  totals: Record<string, number>;
}
const impactOf = async (id: string, change: string) => {
  const { status, body } = await crew.marketing.get(`/v1/items/${id}/impact?change=${change}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Impact;
};

describe('a change of published content', () => {
  it('leaves its variants by its class, and each of them can be asked for by its freshness', async () => {
    let source = await bothOut('by-class');
    const typo = await publishedAnew(crew, source, { body: 'Tiers, spelled.', change: 'typo' });
    expect(await german(source)).toMatchObject({ stage: 'published', freshness: 'up_to_date' });
    source = await publishedAnew(crew, typo, { body: 'Tiers, smoothed.', change: 'minor' });
    const minor = await german(source);
    expect(minor).toMatchObject({
      stage: 'published',
      freshness: 'up_to_date',
      context: { lighterChange: { class: 'minor', digest: source.revision!.digest } },
    });
    source = await publishedAnew(crew, source, { body: 'Tiers, four of them.' });
    const stale = await german(source);
    expect(stale).toMatchObject({
      stage: 'out_of_date',
      freshness: 'out_of_date',
      outOfDateSince: stale.context.outOfDate!.since,
      tasks: [{ activity: 'update', functions: ['regional'] }],
    });
    const listed = async (freshness: string) =>
      (
        (await crew.marketing.get(`/v1/items?sourceItemId=${source.id}&freshness=${freshness}`))
          .body as { items: { id: string; freshness: string; outOfDateSince: string }[] }
      ).items;
    expect(await listed('up_to_date')).toEqual([]);
    expect(await listed('out_of_date')).toMatchObject([
      { id: stale.id, freshness: 'out_of_date', outOfDateSince: stale.outOfDateSince },
    ]);
    const fresh = await publishedVariant(crew, stale, 'Vier Stufen.');
    expect(await see(crew.german, fresh.id)).toMatchObject({
      freshness: 'up_to_date',
      outOfDateSince: null,
    });
    expect((await see(crew.marketing, source.id)).freshness).toBeNull();
  });

  it('is substantive where nobody says otherwise, and what a variant may not say', async () => {
    const source = await bothOut('classes');
    const approved = await approvedAnew(crew, source, { body: 'Other tiers.' });
    expect((await see(crew.marketing, approved.id)).context.change).toBe('substantive');
    const { body: history } = await crew.marketing.get(`/v1/items/${source.id}/history?limit=100`);
    const revisions = (
      history as { items: { entry: { command: { type: string; change?: string } } }[] }
    ).items.flatMap(({ entry: { command } }) =>
      command.type === 'revise' ? [command.change] : [],
    );
    expect(revisions).toEqual(['substantive', 'substantive']);

    const variant = await german(source);
    const refusal = await crew.german
      .post(`/v1/items/${variant.id}/revisions`, { body: 'Nein.', change: 'typo' })
      .set('if-match', `"${variant.version}"`);
    expect([refusal.status, refusal.body.errors]).toMatchObject([422, [{ pointer: '/change' }]]);
    const unknown = await crew.marketing
      .post(`/v1/items/${source.id}/revisions`, { body: 'Nein.', change: 'huge' })
      .set('if-match', `"${approved.version}"`);
    expect([unknown.status, unknown.body.errors]).toMatchObject([422, [{ pointer: '/change' }]]);
  });

  it('is dismissed for a locale, overruled for it, or published past its review', async () => {
    let source = await publishedAnew(crew, await bothOut('dismissed'), { body: 'New tiers.' });
    const stale = await claim(crew.germanReviewer, await german(source), 'update');
    const comment = 'These tiers are not sold here.';
    const kept = await send(crew.germanReviewer, stale, 'dismiss_change', { comment });
    expect(kept.body).toMatchObject({ stage: 'published', freshness: 'up_to_date', tasks: [] });
    source = await publishedAnew(crew, source, { body: 'New tiers!', change: 'typo' });
    expect(await german(source)).toMatchObject({ stage: 'published', freshness: 'up_to_date' });

    const foreign = await send(crew.japanese, await german(source), 'request_update', { comment });
    expect([foreign.status, foreign.body.reasons[0].code]).toEqual([403, 'not_your_locale']);
    const asked = await send(crew.german, await german(source), 'request_update', { comment });
    expect(asked.body).toMatchObject({ stage: 'out_of_date', freshness: 'out_of_date' });

    const excepted = await send(crew.enablement, asked.body as Item, 'publish_with_exception', {
      comment: 'The fair is tomorrow.',
    });
    expect(excepted.body).toMatchObject({
      stage: 'published',
      freshness: 'out_of_date',
      context: { exception: { by: crew.enablement.id } },
    });
  });
});

describe('trainings on content', () => {
  it('are reviewed after a substantive change, and have their variants back when they hold', async () => {
    const content = await bothOut('taught-once');
    const training = await deliveredTraining(crew, content, 'training-once');
    const light = await publishedAnew(crew, content, { body: 'A word.', change: 'minor' });
    expect(await see(crew.learning, training.id)).toMatchObject({ stage: 'in_delivery' });

    const foretold = await impactOf(content.id, 'substantive');
    await publishedAnew(crew, light, { body: 'Another story.' });
    const due = await see(crew.learning, training.id);
    expect(due).toMatchObject({ stage: 'review_due', tasks: [{ activity: 'freshness_review' }] });
    const outdated = await german(training);
    expect(outdated).toMatchObject({
      stage: 'out_of_date',
      freshness: 'out_of_date',
      context: { outOfDate: { because: 'content' } },
    });
    expect(foretold).toMatchObject({
      variants: [{ stage: 'published', becomes: 'out_of_date', freshness: 'up_to_date' }],
      trainings: [
        {
          itemId: training.id,
          stage: 'in_delivery',
          becomes: 'review_due',
          variants: [{ itemId: outdated.id, becomes: outdated.stage }],
        },
      ],
      tasks: [
        { function: 'learning_and_development', locale: null, count: 1 },
        { function: 'regional', locale: 'de-DE', count: 2 },
      ],
      totals: { variants: 2, opened: 0, outOfDate: 2, trainings: 1, tasks: 3 },
    });

    await work(crew.learning, due, { activity: 'freshness_review', event: 'confirm' });
    expect(await german(training)).toMatchObject({ stage: 'published', freshness: 'up_to_date' });
  });

  it('hear of it from a list of events too', async () => {
    const content = await bothOut('taught-in-bulk');
    const training = await deliveredTraining(crew, content, 'training-in-bulk');
    const approved = await approvedAnew(crew, content, { body: 'Told in a list.' });
    const { id } = await claim(crew.marketing, approved, 'release');
    const tried = await bulk(crew.marketing, [{ itemId: id, type: 'publish' }], { dryRun: true });
    expect((tried.body as Answer).accepted).toBe(1);
    expect(await see(crew.learning, training.id)).toMatchObject({ stage: 'in_delivery' });
    await bulk(crew.marketing, [{ itemId: id, type: 'publish' }]).expect(200);
    expect(await see(crew.learning, training.id)).toMatchObject({ stage: 'review_due' });
    expect(await german(training)).toMatchObject({ stage: 'out_of_date' });
    const due = await claim(
      crew.learning,
      await read(crew.learning, training.id),
      'freshness_review',
    );
    await bulk(crew.learning, [{ itemId: due.id, type: 'confirm' }]).expect(200);
    expect(await german(training)).toMatchObject({ stage: 'published' });
  });

  it('are told once each when contents of theirs are published at the same instant', async () => {
    const contents = await Promise.all(['instant-a', 'instant-b'].map((slug) => bothOut(slug)));
    const training = await deliveredTraining(crew, contents[0]!, 'training-instant');
    await crew.enablement
      .post(`/v1/items/${training.id}/links`, { type: 'trains_on', to: contents[1]!.id })
      .set('if-match', `"${training.version}"`)
      .expect(200);
    const held = await Promise.all(
      contents.map(async (content) =>
        claim(
          crew.marketing,
          await approvedAnew(crew, content, { body: `${content.slug} anew.` }),
          'release',
        ),
      ),
    );
    const answers = await Promise.all(held.map((item) => send(crew.marketing, item, 'publish')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await see(crew.learning, training.id)).toMatchObject({ stage: 'review_due' });
    const changed = await api.database.query(
      `select from audit_entry where item_id = $1 and entry like '%"content_changed"%'`,
      [training.id],
    );
    expect(changed).toHaveLength(1);
  });
});

describe('what a publication would do', () => {
  it.each(['typo', 'minor', 'substantive'])(
    'is what a %s change does, and asking changes nothing',
    async (change) => {
      const source = await bothOut(`foretold-${change}`);
      const described = await crew.marketing
        .patch(`/v1/items/${source.id}`, { requiredLocales: ['de-DE', 'ja-JP'] })
        .set('if-match', `"${source.version}"`);
      const count = async () =>
        (await api.database.query<{ n: string }>('select count(*) as n from audit_entry'))[0]!.n;
      const before = await count();
      const { variants, totals } = await impactOf(source.id, change);
      expect(await count()).toBe(before);
      await publishedAnew(crew, described.body as Item, { body: `Changed: ${change}.`, change });
      const after = await variantsOf(crew.marketing, source.id);
      expect(variants.map(({ becomes }) => becomes)).toEqual(
        after
          .toSorted((one, other) => (one.locale < other.locale ? -1 : 1))
          .map(({ stage }) => stage),
      );
      expect(variants.map(({ itemId }) => itemId)).toEqual([expect.any(String), null]);
      expect(totals).toMatchObject({
        variants: 2,
        opened: 1,
        outOfDate: change === 'substantive' ? 1 : 0,
      });
    },
  );

  it('is asked of sources only', async () => {
    const variant = await german(await bothOut('no-source'));
    const { status, body } = await crew.german.get(`/v1/items/${variant.id}/impact`);
    expect([status, body.code]).toEqual([409, 'not_a_source']);
  });
});

describe('a release', () => {
  const release = (person: Crew['marketing'], id: string, body: object) =>
    person.post(`/v1/items/${id}/release`, body);

  /** A source with a new text that is approved, and its two variants prepared for that. */
  async function prepared(slug: string): Promise<Item> {
    const source = await published(crew, {
      slug,
      title: slug,
      requiredLocales: ['de-DE', 'ja-JP'],
    });
    for (const variant of await variantsOf(crew.marketing, source.id)) {
      await publishedVariant(crew, await see(crew.enablement, variant.id));
    }
    const approved = await approvedAnew(crew, source, { body: `${slug}, second edition.` });
    const ready = await send(crew.enablement, approved, 'prepare_variants');
    expect(ready.status).toBe(200);
    for (const variant of await variantsOf(crew.marketing, source.id)) {
      expect(variant).toMatchObject({ stage: 'queued', freshness: 'up_to_date' });
      await translated(crew, await see(crew.enablement, variant.id), 'Zweite Auflage.');
    }
    return ready.body as Item;
  }
  const comment = 'The campaign starts at nine.';

  it('publishes a source and its variants at one moment, in the place of whose tasks they are', async () => {
    const source = await prepared('released');
    const early = await claim(crew.german, await german(source), 'release');
    const refusal = await send(crew.german, early, 'publish');
    expect(refusal.body.reasons).toMatchObject([{ code: 'source_is_out' }]);
    await crew.german.post(`/v1/tasks/${early.tasks[0]!.id}/release`).expect(200);
    const signed = await claim(crew.marketing, source, 'release');
    await crew.marketing.post(`/v1/tasks/${signed.tasks[0]!.id}/sign`).expect(200);
    await crew.marketing.post(`/v1/tasks/${signed.tasks[0]!.id}/release`).expect(200);

    const body = { locales: 'all', comment, override: true };
    const tried = await release(crew.enablement, source.id, { ...body, dryRun: true });
    expect(tried.body).toMatchObject({ accepted: 3, dryRun: true, together: true });
    expect((await read(crew.marketing, source.id)).stage).toBe('approved');
    const done = await release(crew.enablement, source.id, body).set(
      'idempotency-key',
      'release-1',
    );
    expect(done.body).toMatchObject({ accepted: 3, refused: 0 });
    const again = await release(crew.enablement, source.id, body).set(
      'idempotency-key',
      'release-1',
    );
    expect(again.text).toBe(done.text);
    expect((await read(crew.marketing, source.id)).stage).toBe('published');
    for (const variant of await variantsOf(crew.marketing, source.id)) {
      expect(variant).toMatchObject({ stage: 'published', freshness: 'up_to_date' });
    }
  });

  it('is nothing at all where one of them may not go out, and says of each why', async () => {
    const source = await prepared('held-back');
    const refused = await release(crew.marketing, source.id, { locales: ['de-DE', 'ja-JP'] });
    expect([refused.status, refused.body.code]).toEqual([409, 'set_refused']);
    const { results } = refused.body as Answer;
    expect(results.map(({ status }) => status)).toEqual([424, 403, 403]);
    expect(results[1]!.problem!.reasons).toMatchObject([{ code: 'not_your_function' }]);
    expect((await read(crew.marketing, source.id)).stage).toBe('approved');
    expect((await german(source)).stage).toBe('approved');
  });

  it('claims what its sender may claim, and nothing of it where it fails', async () => {
    const source = await prepared('claimed');
    const variants = await release(crew.german, source.id, {
      locales: ['de-DE'],
      withSource: false,
    });
    expect(variants.status).toBe(409);
    expect((variants.body as Answer).results[0]!.problem!.reasons).toMatchObject([
      { code: 'source_is_out' },
    ]);
    expect((await german(source)).tasks).toMatchObject([{ status: 'offered' }]);
    await release(crew.marketing, source.id, { locales: [] }).expect(422);
    await work(crew.marketing, await read(crew.marketing, source.id), {
      activity: 'release',
      event: 'publish',
    });
    const alone = await release(crew.german, source.id, { locales: ['de-DE'], withSource: false });
    expect(alone.body).toMatchObject({ accepted: 1 });
  });

  it('lets enablement take along a locale that is not ready, and says so', async () => {
    const source = await publishedAnew(crew, await bothOut('excepted'), { body: 'Late.' });
    const exceptions = [{ locale: 'de-DE', comment }];
    const done = await release(crew.enablement, source.id, {
      locales: ['de-DE'],
      withSource: false,
      exceptions,
    });
    expect(done.body).toMatchObject({ accepted: 1 });
    expect(await german(source)).toMatchObject({ stage: 'published', freshness: 'out_of_date' });
  });

  it.each([
    [{ locales: ['fr-FR'] }, '/locales/0'],
    [{ locales: ['de-DE'], exceptions: [{ locale: 'ja-JP', comment }] }, '/exceptions/0/locale'],
    [{ locales: 'none' }, '/locales'],
    [{}, '/locales'],
  ])('of %j is not one: %s', async (body, pointer) => {
    const [source] = (await crew.marketing.get('/v1/items?slug=excepted&kind=content')).body
      .items as Item[];
    const { status, body: problem } = await release(crew.enablement, source!.id, body);
    expect([status, problem.errors[0].pointer]).toEqual([422, pointer]);
  });
});

const STOOD = `
  select item_id as id, freshness, out_of_date_since is not null as since from item
  where kind = 'variant' and (stage <> 'published' or not context ? 'outOfDate')
    and (stage in ('published', 'out_of_date') or context ->> 'publishedDigest' is null)
  order by item_id`;

describe('all that happened here', () => {
  it('stands in trails that hold, and columns that say the same', async () => {
    const rows = await api.database.query<{ n: string }>(
      `select count(*) as n from item where (kind = 'variant') <> (freshness is not null)`,
    );
    expect(rows).toEqual([{ n: '0' }]);
    const source = await published(crew, { slug: 'begun', ...locales });
    const queued = await work(crew.german, await german(source), {
      activity: 'accept_request',
      event: 'accept',
    });
    await work(crew.german, queued, { activity: 'pick_up', event: 'start' });
    // What the migration makes of stages alone is wrong only of what processes remember since then.
    const stood = await api.database.query<{ id: string; freshness: string }>(STOOD);
    await api.database.query(FRESHNESS_OF_ROWS);
    expect(await api.database.query(STOOD)).toEqual(stood);
    expect(new Set(stood.map(({ freshness }) => freshness)).size).toBe(4);
    const verified = await baton(['verify'], { url: api.url, key: crew.legal.key });
    expect(verified.output).toContain('every trail holds and leads to what is stored');
    expect(verified.status).toBe(0);
  });
});
