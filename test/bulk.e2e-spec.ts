import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import {
  type Answer,
  answerOf,
  bulk,
  inTriage,
  type Result,
  rowsOf,
  statusesOf,
} from './bulk.fixture.js';
import { baton } from './command-line.js';
import {
  claim,
  createItem,
  type Crew,
  hire,
  inReview,
  type Item,
  read,
  send,
  work,
} from './line.js';
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

describe('a list of events', () => {
  it('gives each its own answer, the one that it would have had alone', async () => {
    const [fine, released, stale, done, handedOn] = (await inTriage(crew, 5)) as [
      Item,
      Item,
      Item,
      Item,
      Item,
    ];
    const goalless = (await inTriage(crew, 1, { goalId: undefined }))[0]!;
    const unclaimed = await createItem(crew.marketing, { slug: 'bulk-unclaimed' });
    await send(crew.enablement, done, 'cancel', { comment: 'Not needed.' }).expect(200);
    await send(crew.enablement, handedOn, 'accept').expect(200);
    await crew.enablement.post(`/v1/tasks/${released.tasks[0]!.id}/release`).expect(200);
    const elsewhere = await hire(await api.workspace('elsewhere'));
    const foreign = await createItem(elsewhere.marketing, { slug: 'foreign' });
    const sent = [
      { itemId: goalless.id, type: 'accept', version: goalless.version },
      { itemId: fine.id, type: 'accept', version: fine.version },
      { itemId: released.id, type: 'accept', version: released.version + 1 },
      { itemId: stale.id, type: 'accept', version: 1 },
      { itemId: done.id, type: 'accept', version: done.version + 1 },
      { itemId: unclaimed.id, type: 'cancel', version: 1 },
      { itemId: handedOn.id, type: 'submit', version: handedOn.version + 1 },
      { itemId: foreign.id, type: 'cancel', version: 1, comment: 'Not ours.' },
      { itemId: randomUUID(), type: 'cancel', version: 1, comment: 'Nothing.' },
    ];
    const alone: Response[] = [];
    for (const { itemId, version, ...event } of sent.filter(({ itemId }) => itemId !== fine.id)) {
      alone.push(
        await crew.enablement
          .post(`/v1/items/${itemId}/events`, event)
          .set('if-match', `"${version}"`),
      );
    }
    const before = await rowsOf(api.database, foreign.id);
    const answer = answerOf(await bulk(crew.enablement, sent));
    expect(statusesOf(answer)).toEqual([409, 200, 409, 412, 409, 409, 403, 404, 404]);
    expect([answer.accepted, answer.refused]).toEqual([1, 8]);
    expect(answer.results[1]).toMatchObject({ stage: 'brief', version: 3, problem: null });
    expect(answer.results[4]).toMatchObject({ stage: 'cancelled', version: 3 });
    expect(answer.results[7]).toMatchObject({ stage: null, version: null });
    expect(answer.results.map(({ problem }) => problem?.code)).toEqual([
      'goal_is_active',
      undefined,
      'task_not_claimed',
      'stale_version',
      'event_not_possible',
      'comment_given',
      'not_your_function',
      'not_found',
      'not_found',
    ]);
    const others = answer.results.filter(({ status }) => status !== 200);
    for (const [index, { status, problem }] of others.entries()) {
      const {
        code,
        detail,
        reasons = [],
      } = alone[index]!.body as Partial<Result['problem']> & object;
      expect({ status, code: problem!.code, detail: problem!.detail }).toEqual({
        status: alone[index]!.status,
        code,
        detail,
      });
      expect(problem!.reasons.map((each) => each.code)).toEqual(reasons.map((each) => each.code));
    }
    expect(await read(crew.enablement, fine.id)).toMatchObject({ stage: 'brief', version: 3 });
    expect(await rowsOf(api.database, foreign.id)).toEqual(before);
  });

  it('decides a second event of an item on what the first has led to', async () => {
    const [item] = (await inTriage(crew, 1)) as [Item];
    const cancel = { type: 'cancel', comment: 'Later.' };
    const { results } = answerOf(
      await bulk(crew.enablement, [
        { itemId: item.id, type: 'accept', version: 2 },
        { itemId: item.id, type: 'accept' },
        // As it was seen before the call, which what came of the call itself does not make stale.
        { itemId: item.id, ...cancel, version: 2 },
        { itemId: item.id, ...cancel, version: 4 },
        { itemId: item.id, ...cancel, version: 5 },
      ]),
    );
    expect(results.map(({ status, stage, version }) => [status, stage, version])).toEqual([
      [200, 'brief', 3],
      [409, 'brief', 3],
      [200, 'cancelled', 4],
      [409, 'cancelled', 4],
      [412, 'cancelled', 4],
    ]);
    const history = await crew.enablement.get(`/v1/items/${item.id}/history`);
    const told = (history.body.items as { entry: { seq: number; to: string } }[]).map(
      ({ entry: { seq, to } }) => [seq, to],
    );
    expect(told).toEqual([
      [1, 'intake'],
      [2, 'intake'],
      [3, 'brief'],
      [4, 'cancelled'],
    ]);
    expect((await read(crew.enablement, item.id)).tasks).toEqual([]);
  });

  it('looks beyond an item also from the stage that an earlier event of the list leads to', async () => {
    const content = await createItem(crew.marketing, { slug: 'taught-too-early' });
    const training = await createItem(crew.marketing, {
      kind: 'training',
      type: 'e_learning',
      slug: 'delivered-too-early',
    });
    const link = { type: 'trains_on', to: content.id };
    await crew.enablement.post(`/v1/items/${training.id}/links`, link).expect(200);
    await crew.enablement
      .post(`/v1/items/${training.id}/revisions`, { body: 'Tiers.', origin: 'imported' })
      .set('if-match', '*')
      .expect(201);
    const pilot = { to: 'pilot', comment: 'It was piloted elsewhere.' };
    await crew.enablement
      .post(`/v1/items/${training.id}/move`, pilot)
      .set('if-match', '*')
      .expect(200);
    // Who names the version has seen its text, which is what an approval asks for.
    const { id, version } = await read(crew.enablement, training.id);
    const instead = { itemId: id, version, override: true, comment: 'Nobody else is there.' };
    const { results } = answerOf(
      await bulk(crew.enablement, [
        { ...instead, type: 'approve' },
        { ...instead, type: 'deliver' },
      ]),
    );
    expect(results.map(({ status, stage }) => [status, stage])).toEqual([
      [200, 'gold'],
      [409, 'gold'],
    ]);
    expect(results[1]!.problem!.code).toBe('linked_content_is_current');
  });

  it('changes nothing in a dry run, and says what then comes of it', async () => {
    const [item, other] = (await inTriage(crew, 2)) as [Item, Item];
    const events = [
      { itemId: item.id, type: 'accept' },
      { itemId: item.id, type: 'cancel', comment: 'Later.' },
      { itemId: other.id, type: 'submit' },
    ];
    const before = await rowsOf(api.database);
    const key = 'dry-and-then-not';
    const dry = answerOf(
      await bulk(crew.enablement, events, { dryRun: true }).set('idempotency-key', key),
    );
    const dryTogether = answerOf(
      await bulk(crew.enablement, events, { dryRun: true, together: true }),
    );
    expect(await rowsOf(api.database)).toEqual(before);
    expect(dryTogether).toMatchObject({ accepted: 0, refused: 3, dryRun: true, together: true });
    expect(statusesOf(dryTogether)).toEqual([424, 424, 409]);
    const done = answerOf(await bulk(crew.enablement, events).set('idempotency-key', key));
    expect(statusesOf(done)).toEqual([200, 200, 409]);
    expect(done).toEqual({ ...dry, dryRun: false });
    expect(dry.dryRun).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['no events', [], '/events'],
    ['no list', {}, '/events/itemId'],
    ['what is no event', ['submit'], '/events/0'],
    ['an event without an item', [{ type: 'submit' }], '/events/0/itemId'],
    [
      'an event that is none',
      [
        { itemId: '00000000-0000-7000-8000-000000000000', type: 'submit' },
        { itemId: '00000000-0000-7000-8000-000000000000', type: 7 },
      ],
      '/events/1/type',
    ],
    [
      'a version that is none',
      [{ itemId: '00000000-0000-7000-8000-000000000000', type: 'submit', version: 0 }],
      '/events/0/version',
    ],
    [
      'a field that nobody knows',
      [{ itemId: '00000000-0000-7000-8000-000000000000', type: 'submit', stage: 'gold' }],
      '/events/0/stage',
    ],
    [
      'more than 500 events',
      Array.from({ length: 501 }, () => ({
        itemId: '00000000-0000-7000-8000-000000000000',
        type: 'submit',
      })),
      '/events',
    ],
  ])('is not valid with %s', async (_what, events, pointer) => {
    const response = await bulk(crew.enablement, events as object[]);
    expect([response.status, response.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('is not valid with switches that are neither on nor off', async () => {
    const events = [{ itemId: crew.goalId, type: 'submit' }];
    for (const name of ['dryRun', 'together']) {
      const response = await bulk(crew.enablement, events, { [name]: 'yes' });
      expect([response.status, response.body.errors[0].pointer]).toEqual([422, `/${name}`]);
    }
  });
});

describe('a release set', () => {
  it('is done as a whole or not at all, and says which of it stands in the way', async () => {
    const items = (await inTriage(crew, 3)) as [Item, Item, Item];
    const events = items.map(({ id, version }) => ({ itemId: id, type: 'accept', version }));
    const stale = events.with(1, { ...events[1]!, version: 1 });
    const before = await rowsOf(api.database);
    const key = 'set-with-a-stale-member';
    const refused = await bulk(crew.enablement, stale, { together: true }).set(
      'idempotency-key',
      key,
    );
    expect(refused.status).toBe(409);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'set_refused',
      detail: 'Expected that all 3 events of the set can happen; 1 cannot, so nothing was done.',
      results: [
        { status: 424, stage: 'intake', version: 2, problem: { code: 'held_back', reasons: [] } },
        { status: 412, problem: { reasons: [{ code: 'stale_version' }] } },
        { status: 424, stage: 'intake', version: 2 },
      ],
    });
    expect(await rowsOf(api.database)).toEqual(before);
    const missing = [...events, { itemId: crew.goalId, type: 'accept' }];
    const gone = await bulk(crew.enablement, missing, { together: true });
    expect([gone.status, statusesOf(gone.body as Answer)]).toEqual([409, [424, 424, 424, 404]]);
    expect(await rowsOf(api.database)).toEqual(before);
    // What was refused is not kept as the answer: the same call is decided anew.
    await send(crew.enablement, items[1], 'cancel', { comment: 'Out of the set.' }).expect(200);
    const again = await bulk(crew.enablement, stale, { together: true }).set(
      'idempotency-key',
      key,
    );
    expect(again.body.results[1]).toMatchObject({ stage: 'cancelled', version: 3 });
    const rest = answerOf(
      await bulk(crew.enablement, [events[0]!, events[2]!], { together: true }),
    );
    expect(rest).toMatchObject({ accepted: 2, refused: 0, together: true });
  });

  it('takes a source out with a variant that waits for it, in the order of the list', async () => {
    const { source, variant, both } = await approvedWithVariant('waits-for-source');
    const publish = { itemId: source.id, type: 'publish', version: source.version };
    const accept = { itemId: variant.id, type: 'accept', version: variant.version };
    const before = await rowsOf(api.database);
    const backwards = await bulk(both, [accept, publish], { together: true });
    expect([backwards.status, statusesOf(backwards.body as Answer)]).toEqual([409, [409, 424]]);
    expect(backwards.body.results[0].problem.code).toBe('source_is_published');
    expect(await rowsOf(api.database)).toEqual(before);
    const forwards = answerOf(await bulk(both, [publish, accept], { together: true }));
    expect(forwards.results).toMatchObject([
      { stage: 'published', version: source.version + 1 },
      { stage: 'queued', version: variant.version + 2 },
    ]);
    const after = await read(both, variant.id);
    expect(after).toMatchObject({
      stage: 'queued',
      version: variant.version + 2,
      source: { digest: source.revision!.digest },
    });
    expect(after.tasks.map(({ activity }) => activity)).toEqual(['pick_up']);
    const { body } = await both.get(`/v1/items?sourceItemId=${source.id}`);
    expect((body.items as Item[]).map(({ locale, stage }) => [locale, stage])).toEqual([
      ['de-DE', 'queued'],
      ['ja-JP', 'requested'],
    ]);
  });

  it('opens its variants also where a variant of the list is refused, but not where all go together', async () => {
    const { source, variant, both } = await approvedWithVariant('opens-alone');
    const events = [
      { itemId: source.id, type: 'publish' },
      { itemId: variant.id, type: 'publish' },
      { itemId: source.id, type: 'request_variants' },
    ];
    const refused = await bulk(both, events, { together: true });
    expect([refused.status, statusesOf(refused.body as Answer)]).toEqual([409, [424, 409, 424]]);
    const { results } = answerOf(await bulk(both, events));
    expect(results.map(({ status, version }) => [status, version])).toEqual([
      [200, source.version + 1],
      [409, variant.version + 1],
      [200, source.version + 2],
    ]);
    const { body } = await both.get(`/v1/items?sourceItemId=${source.id}`);
    expect((body.items as Item[]).map(({ locale, version }) => [locale, version])).toEqual([
      ['de-DE', variant.version + 1],
      ['ja-JP', 1],
    ]);
  });

  /** A source that is about to be published and a variant that waits for it, both in the hands of one person. */
  async function approvedWithVariant(slug: string) {
    const both = await workspace.person([
      { function: 'marketing' },
      { function: 'regional', locale: 'de' },
    ]);
    const fields = { slug, requiredLocales: ['de-DE', 'ja-JP'] };
    let source = await inReview(crew, fields);
    source = await work(crew.product, source, { activity: 'product_review', event: 'approve' });
    source = await work(crew.legal, source, { activity: 'legal_review', event: 'approve' });
    source = await claim(both, source, 'release');
    const variant = { kind: 'variant', locale: 'de-DE', sourceItemId: source.id };
    const requested = await crew.enablement.post('/v1/items', variant).expect(201);
    return { both, source, variant: await claim(both, requested.body as Item, 'accept_request') };
  }
});

describe('everything that was done', () => {
  it('replays to what is stored', async () => {
    const { output } = await baton(['verify'], { url: api.url, key: crew.enablement.key });
    expect(output).toMatch(/every trail holds and leads to what is stored\.\n/u);
  });
});
