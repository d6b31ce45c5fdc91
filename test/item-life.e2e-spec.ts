import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeGoal } from './goals.fixture.js';
import {
  claim,
  createItem,
  type Crew,
  hire,
  inReview,
  type Item,
  published,
  read,
  type Reason,
  send,
  work,
} from './line.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

let api: TestApi;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
});

afterAll(async () => api.close());

const codesOf = ({ body }: { body: { reasons: Reason[] } }) => body.reasons.map(({ code }) => code);

async function variantsOf(item: Item): Promise<Item[]> {
  const { body } = await crew.enablement.get(`/v1/items?sourceItemId=${item.id}`);
  return (body as { items: Item[] }).items;
}

async function translate(
  variant: Item,
  translator: TestPerson,
  reviewer: TestPerson,
): Promise<Item> {
  let item = await read(translator, variant.id);
  item = await work(translator, item, { activity: 'accept_request', event: 'accept' });
  item = await work(translator, item, { activity: 'pick_up', event: 'start' });
  item = await work(translator, item, {
    activity: 'translate',
    event: 'submit',
    writes: 'Übersetzt.',
  });
  item = await work(reviewer, item, { activity: 'edit', event: 'submit' });
  item = await work(reviewer, item, { activity: 'review_in_country', event: 'approve' });
  return work(translator, item, { activity: 'release', event: 'publish' });
}

describe('a content item', () => {
  it('goes from intake to published and through every locale, each task claimed by the right function', async () => {
    const source = await published(crew, { slug: 'tiers', requiredLocales: ['de-DE', 'ja-JP'] });
    expect(source.stage).toBe('published');

    const variants = (await variantsOf(source)).toSorted((one, other) =>
      one.locale.localeCompare(other.locale),
    );
    expect(variants.map(({ locale, stage }) => [locale, stage])).toEqual([
      ['de-DE', 'requested'],
      ['ja-JP', 'requested'],
    ]);
    expect(new Set(variants.map((variant) => variant.source?.digest))).toEqual(
      new Set([source.revision?.digest]),
    );

    const [german, japanese] = variants as [Item, Item];
    const done = await translate(german, crew.german, crew.germanReviewer);
    expect(done.stage).toBe('published');
    expect((await translate(japanese, crew.japanese, crew.japaneseReviewer)).stage).toBe(
      'published',
    );
  });

  it('routes the task of a variant to the regional people of its locale only', async () => {
    const source = await published(crew, { slug: 'routed', requiredLocales: ['de-DE'] });
    const [variant] = await variantsOf(source);
    const { tasks } = await read(crew.german, variant!.id);
    const refused = await crew.japanese.post(`/v1/tasks/${tasks[0]!.id}/claim`);
    expect(refused.status).toBe(403);
    expect(codesOf(refused)).toEqual(['not_your_locale']);
    expect((await crew.german.post(`/v1/tasks/${tasks[0]!.id}/claim`)).status).toBe(200);
  });

  it('opens no second variant when it is published again, and tells those that exist', async () => {
    const source = await published(crew, { slug: 'again', requiredLocales: ['de-DE'] });
    const [variant] = await variantsOf(source);
    await translate(variant!, crew.german, crew.germanReviewer);

    const due = await send(crew.marketing, source, 'call_review');
    const revised = await work(crew.marketing, due.body as Item, {
      activity: 'freshness_review',
      event: 'revise',
    });
    let item = await work(crew.marketing, revised, {
      activity: 'draft',
      event: 'submit',
      writes: 'A tier says how loud a launch is, and who pays.',
    });
    item = await work(crew.product, item, { activity: 'product_review', event: 'approve' });
    item = await work(crew.legal, item, { activity: 'legal_review', event: 'approve' });
    item = await work(crew.marketing, item, { activity: 'release', event: 'publish' });

    const after = await variantsOf(source);
    expect(after.map(({ id, stage }) => [id, stage])).toEqual([[variant!.id, 'out_of_date']]);
    expect(after[0]!.source!.digest).toBe(source.revision!.digest);
    const updating = await read(crew.german, variant!.id);
    const queued = await work(crew.german, updating, { activity: 'update', event: 'update' });
    expect([queued.stage, queued.source!.digest]).toEqual(['queued', item.revision!.digest]);
  });

  it('opens the variants of locales that are added after it was published', async () => {
    const source = await published(crew, { slug: 'late-locale', requiredLocales: ['de-DE'] });
    const described = await crew.marketing
      .patch(`/v1/items/${source.id}`, { requiredLocales: ['de-DE', 'ja-JP'] })
      .set('if-match', `"${source.version}"`);
    await send(crew.marketing, described.body as Item, 'request_variants');
    const locales = (await variantsOf(source)).map(({ locale }) => locale);
    expect(new Set(locales)).toEqual(new Set(['de-DE', 'ja-JP']));
    expect(locales).toHaveLength(2);
  });

  it('keeps its revision when it changes its stage', async () => {
    const reviewing = await inReview(crew, { slug: 'kept' });
    const once = await work(crew.legal, reviewing, { activity: 'legal_review', event: 'approve' });
    expect(once.revision).toEqual(reviewing.revision);
    expect(once.stage).toBe('in_review');
  });
});

describe('a training item', () => {
  it('goes from intake to delivery and opens its locales there', async () => {
    let item = await createItem(crew.sales, {
      kind: 'training',
      slug: 'onboarding',
      title: 'Onboarding',
      type: 'onboarding',
      ownerFunction: 'learning_and_development',
      goalId: crew.goalId,
      requiredLocales: ['de-DE'],
    });
    item = await work(crew.enablement, item, { activity: 'triage', event: 'accept' });
    item = await work(crew.learning, item, { activity: 'analyse_needs', event: 'submit' });
    item = await work(crew.learning, item, {
      activity: 'write_storyboard',
      event: 'submit',
      writes: '# Week one',
    });
    item = await work(crew.sales, item, { activity: 'review_storyboard', event: 'approve' });
    item = await work(crew.learning, item, { activity: 'build_alpha', event: 'submit' });
    item = await work(crew.product, item, { activity: 'subject_matter_review', event: 'approve' });
    item = await work(crew.sales, item, { activity: 'field_review', event: 'approve' });
    item = await work(crew.learning, item, { activity: 'build_beta', event: 'submit' });
    item = await work(crew.sales, item, { activity: 'run_pilot', event: 'approve' });
    item = await work(crew.learning, item, { activity: 'release', event: 'deliver' });
    expect(item.stage).toBe('in_delivery');
    const [variant] = await variantsOf(item);
    expect([variant!.locale, variant!.stage]).toEqual(['de-DE', 'requested']);
  });
});

describe('a refusal', () => {
  it('tells the wrong person whose task it is', async () => {
    const item = await inReview(crew, { slug: 'wrong-person' });
    const response = await send(crew.marketing, item, 'approve');
    expect(response.status).toBe(403);
    expect(response.body.detail).toContain('This is for product_management or legal');
    const task = item.tasks.find(({ activity }) => activity === 'legal_review')!;
    const claimed = await crew.marketing.post(`/v1/tasks/${task.id}/claim`);
    expect([claimed.status, codesOf(claimed)]).toEqual([403, ['not_your_function']]);
  });

  it('tells what the stage knows when an event comes at the wrong one', async () => {
    const item = await createItem(crew.marketing, { slug: 'wrong-stage' });
    const response = await send(crew.marketing, item, 'publish');
    expect([response.status, codesOf(response)]).toEqual([409, ['event_not_possible']]);
    expect(response.body.detail).toContain('accept, cancel');
    expect(response.body.availableEvents.map(({ event }: { event: string }) => event)).toEqual([
      'accept',
      'cancel',
    ]);
  });

  it('tells the version that the item has by now', async () => {
    const item = await createItem(crew.marketing, { slug: 'stale', goalId: crew.goalId });
    const claimed = await claim(crew.enablement, item, 'triage');
    const response = await send(crew.enablement, item, 'accept');
    expect([response.status, codesOf(response)]).toEqual([412, ['stale_version']]);
    expect(response.body.detail).toContain('at version 2');
    expect((await send(crew.enablement, claimed, 'accept')).status).toBe(200);
  });

  it('asks for the comment and the reason that are missing, and changes nothing', async () => {
    const item = await inReview(crew, { slug: 'no-comment' });
    const claimed = await claim(crew.legal, item, 'legal_review');
    const response = await send(crew.legal, claimed, 'request_changes', { returnTo: 'drafting' });
    expect(response.status).toBe(409);
    expect(codesOf(response)).toEqual(['reason_given', 'comment_given']);
    expect((await read(crew.legal, item.id)).version).toBe(claimed.version);
  });

  it('asks to claim first, and names the task', async () => {
    const item = await inReview(crew, { slug: 'unclaimed' });
    const response = await send(crew.legal, item, 'approve');
    expect([response.status, codesOf(response)]).toEqual([409, ['task_not_claimed']]);
    expect(response.body.detail).toContain(
      item.tasks.find(({ activity }) => activity === 'legal_review')!.id,
    );
  });

  it('lists every rule that fails', async () => {
    const bare = { slug: 'bare', audience: [], journeyStage: [] };
    const item = await createItem(crew.marketing, bare);
    const response = await send(crew.enablement, item, 'accept');
    expect(codesOf(response)).toEqual(['task_not_claimed', 'facets_complete', 'goal_is_active']);
    expect(response.body.detail).toContain('audience, journeyStage');
  });

  it('keeps a holder from acting who lost the function of the task', async () => {
    const workspace = await api.workspace('moved');
    const own = await hire(workspace);
    const claimed = await claim(own.legal, await inReview(own, { slug: 'moved' }), 'legal_review');
    const { body } = await own.enablement.get(`/v1/people/${own.legal.id}`);
    const [membership] = body.memberships;
    await own.enablement.delete(`/v1/people/${own.legal.id}/memberships/${membership.id}`);
    const response = await send(own.legal, claimed, 'approve');
    expect([response.status, codesOf(response)]).toEqual([403, ['not_your_function']]);
    const task = claimed.tasks.find(({ activity }) => activity === 'legal_review')!;
    expect((await own.legal.post(`/v1/tasks/${task.id}/release`)).status).toBe(200);
  });

  it('keeps an author from approving what they wrote', async () => {
    const person = await (
      await api.workspace('small')
    ).person([
      { function: 'enablement' },
      { function: 'marketing' },
      { function: 'product_management' },
      { function: 'legal' },
    ]);
    const goalId = (await activeGoal(person)).id;
    const everyone = { ...crew, goalId, enablement: person, marketing: person };
    const item = await inReview(everyone, { slug: 'own-work' });
    const claimed = await claim(person, item, 'legal_review');
    const response = await send(person, claimed, 'approve');
    expect([response.status, codesOf(response)]).toEqual([403, ['author_is_not_approver']]);
  });
});

describe('request_changes', () => {
  it('goes back to the stage it names and resumes at the reviewer', async () => {
    const item = await inReview(crew, { slug: 'returned' });
    const back = await work(crew.legal, item, {
      activity: 'legal_review',
      event: 'request_changes',
      input: { returnTo: 'structuring', reasonCode: 'unclear', comment: 'Which launches?' },
    });
    expect([back.stage, back.tasks.map(({ activity }) => activity)]).toEqual([
      'structuring',
      ['outline'],
    ]);
    const resumed = await work(crew.marketing, back, { activity: 'outline', event: 'submit' });
    expect(resumed.stage).toBe('in_review');
    expect(resumed.tasks.map(({ activity }) => activity)).toEqual([
      'legal_review',
      'product_review',
    ]);
  });
});
