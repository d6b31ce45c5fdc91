import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeGoal, draftGoal } from './goals.fixture.js';
import {
  claim,
  createItem,
  type Crew,
  hire,
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

async function describeItem(person: TestPerson, item: Item, changes: object): Promise<Item> {
  const { body } = await person
    .patch(`/v1/items/${item.id}`, changes)
    .set('if-match', `"${item.version}"`)
    .expect(200);
  return body as Item;
}

describe('without a goal', () => {
  it('an item is held in intake and told why, until its goal is active', async () => {
    const item = await createItem(crew.marketing, { slug: 'no-goal' });
    const held = await claim(crew.enablement, item, 'triage');
    const refused = await send(crew.enablement, held, 'accept');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['goal_is_active']]);
    expect(refused.body.detail).toContain('No goal, no production');
    expect(refused.body.reasons[0].remedy).toContain('goalId');

    const goal = await draftGoal(crew.enablement);
    const named = await describeItem(crew.enablement, held, { goalId: goal.id });
    const drafted = await send(crew.enablement, named, 'accept');
    expect(drafted.body.detail).toContain('is draft, not active');
    const available = named.availableEvents.find(({ event }) => event === 'accept')!;
    expect(available).toMatchObject({ allowed: false, reasons: [{ code: 'goal_is_active' }] });

    await crew.enablement
      .post(`/v1/goals/${goal.id}/activate`)
      .set('if-match', `"${goal.version}"`)
      .expect(200);
    const accepted = await send(crew.enablement, named, 'accept').expect(200);
    expect((accepted.body as Item).stage).toBe('brief');
    const [entry] = await api.database.query<{ entry: string }>(
      'select entry from audit_entry where item_id = $1 order by seq desc limit 1',
      [item.id],
    );
    expect(JSON.parse(entry!.entry)).toMatchObject({
      given: { goal: { id: goal.id, status: 'active' } },
    });
  });

  it('that the workspace has, none can be named', async () => {
    const elsewhere = await hire(await api.workspace('elsewhere'));
    const body = { kind: 'content', title: 'Lent', locale: 'en-US', ownerFunction: 'marketing' };
    const refused = await crew.marketing.post('/v1/items', { ...body, goalId: elsewhere.goalId });
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/goalId' }]]);
  });

  it('that is still active at that instant, nothing is accepted', async () => {
    const goal = await activeGoal(crew.enablement);
    const close = { actual: 30, retrospective: 'It worked better than we thought it would.' };
    const items = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        claim(
          crew.enablement,
          await createItem(crew.marketing, { slug: `racing-${index}`, goalId: goal.id }),
          'triage',
        ),
      ),
    );
    const [closed, ...answers] = await Promise.all([
      crew.enablement
        .post(`/v1/goals/${goal.id}/close`, close)
        .set('if-match', `"${goal.version}"`),
      ...items.map(async (item) => send(crew.enablement, item, 'accept')),
    ]);
    expect(closed.status).toBe(200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const [{ at }] = (await api.database.query<{ at: Date }>(
      'select closed_at as at from goal where goal_id = $1',
      [goal.id],
    )) as [{ at: Date }];
    const late = await api.database.query(
      `select from audit_entry where item_id = any($1) and entry::json -> 'command' ->> 'event' = 'accept'
         and (entry::json ->> 'at')::timestamptz > $2`,
      [items.map(({ id }) => id), new Date(at.getTime() + 1000)],
    );
    expect(late).toEqual([]);
  });
});

describe('training', () => {
  let count = 0;

  async function atGold(): Promise<Item> {
    count += 1;
    let item = await createItem(crew.sales, {
      kind: 'training',
      slug: `course-${count}`,
      title: `Course ${count}`,
      type: 'course',
      ownerFunction: 'learning_and_development',
      goalId: crew.goalId,
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
    return work(crew.sales, item, { activity: 'run_pilot', event: 'approve' });
  }

  const link = (item: Item, type: string, to: Item) =>
    crew.learning.post(`/v1/items/${item.id}/links`, { type, to: to.id });

  it('is held back by content that is not published, and by content that is out of date', async () => {
    const draft = await createItem(crew.marketing, { slug: 'taught-draft', title: 'Tiers' });
    const content = await published(crew, { slug: 'taught', title: 'Pricing' });
    const gold = await atGold();
    await link(gold, 'trains_on', draft).expect(200);
    const linked = (await link(gold, 'trains_on', content).expect(200)).body as Item;
    const held = await claim(crew.learning, linked, 'release');
    const refused = await send(crew.learning, held, 'deliver');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['linked_content_is_current']]);
    expect(refused.body.detail).toContain('"Tiers" is not published yet (intake)');
    expect(refused.body.detail).not.toContain('Pricing');

    const path = `/v1/items/${gold.id}/links/trains_on/${draft.id}`;
    const without = (await crew.learning.delete(path).expect(200)).body as Item;
    await send(crew.marketing, content, 'call_review').expect(200);
    const outdated = await send(crew.learning, without, 'deliver');
    expect(outdated.body.detail).toContain('"Pricing" is out of date (review_due)');

    const due = await read(crew.marketing, content.id);
    await work(crew.marketing, due, { activity: 'freshness_review', event: 'confirm' });
    const delivered = await send(crew.learning, without, 'deliver').expect(200);
    expect((delivered.body as Item).stage).toBe('in_delivery');
  });

  it('trains on content and comes after training, and no chain leads back', async () => {
    const [one, two, three] = await Promise.all(
      ['first', 'second', 'third'].map((slug) =>
        createItem(crew.sales, {
          kind: 'training',
          slug,
          title: slug,
          type: 'course',
          ownerFunction: 'learning_and_development',
        }),
      ),
    );
    const content = await createItem(crew.marketing, { slug: 'untaught' });
    expect((await link(one!, 'trains_on', two!)).body.errors).toMatchObject([{ pointer: '/to' }]);
    expect((await link(content, 'trains_on', content)).status).toBe(422);
    await link(one!, 'prerequisite', two!).expect(200);
    await link(two!, 'prerequisite', three!).expect(200);
    const circle = await link(three!, 'prerequisite', one!);
    expect([circle.status, codesOf(circle)]).toEqual([409, ['link_leads_back']]);
    expect(circle.body.detail).toContain('"first" → "second" → "third" → "first"');
    expect((await link(one!, 'prerequisite', one!)).status).toBe(409);
    const { body } = await crew.legal.get(`/v1/items/${two!.id}/links`);
    expect(body).toMatchObject({ to: [{ title: 'third' }], from: [{ title: 'first' }] });
  });

  it('is linked in no circle of links of different types', async () => {
    const [basics, advanced] = await Promise.all(
      ['basics', 'advanced'].map((slug) =>
        createItem(crew.sales, {
          kind: 'training',
          slug,
          title: slug,
          type: 'course',
          ownerFunction: 'learning_and_development',
        }),
      ),
    );
    await link(advanced!, 'prerequisite', basics!).expect(200);
    const circle = await link(basics!, 'derived_from', advanced!);
    expect([circle.status, codesOf(circle)]).toEqual([409, ['link_leads_back']]);
    expect(circle.body.detail).toContain('"advanced" → "basics" → "advanced"');
    expect((await read(crew.sales, basics!.id)).version).toBe(basics!.version);
  });

  it('is linked in no circle though everybody links at once', async () => {
    const items = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        createItem(crew.sales, {
          kind: 'training',
          slug: `ring-${index}`,
          title: `Ring ${index}`,
          type: 'course',
          ownerFunction: 'learning_and_development',
        }),
      ),
    );
    const answers = await Promise.all(
      items.map((item, index) => link(item, 'prerequisite', items[(index + 1) % items.length]!)),
    );
    const refused = answers.filter(({ status }) => status === 409);
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([5, 1]);
  });
});
