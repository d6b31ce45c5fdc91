import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  claim,
  createItem,
  type Crew,
  hire,
  inReview,
  type Item,
  published,
  read,
  send,
} from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
});

afterAll(async () => api.close());

const at = <T>(times: number, make: (index: number) => PromiseLike<T>) =>
  Promise.all(Array.from({ length: times }, async (_, index) => make(index)));

const tally = (statuses: number[]) =>
  Object.fromEntries(
    [...new Set(statuses)].map((each) => [each, statuses.filter((s) => s === each).length]),
  );

async function entries(item: Item): Promise<number> {
  const rows = await api.database.query('select from audit_entry where item_id = $1', [item.id]);
  return rows.length;
}

describe('at the same instant', () => {
  it('of two reviewers one decides and the other hears that the item has moved on', async () => {
    let item = await inReview(crew, { slug: 'two-reviewers' });
    item = await claim(crew.legal, item, 'legal_review');
    item = await claim(crew.product, item, 'product_review');
    const both = await Promise.all([
      send(crew.legal, item, 'approve'),
      send(crew.product, item, 'approve'),
    ]);
    expect(tally(both.map(({ status }) => status))).toEqual({ 200: 1, 412: 1 });
    const after = await read(crew.legal, item.id);
    expect([after.version, await entries(item)]).toEqual([item.version + 1, item.version + 1]);
    expect((after as Item & { context: { approvals: unknown[] } }).context.approvals).toHaveLength(
      1,
    );
  });

  it('of fifty who claim one task, exactly one gets it and the others hear who has it', async () => {
    const people: TestPerson[] = [];
    for (let count = 0; count < 50; count += 1) {
      people.push(await workspace.person([{ function: 'enablement' }]));
    }
    const item = await createItem(crew.marketing, { slug: 'fifty-claims' });
    const task = item.tasks[0]!;
    const answers = await at(50, (index) => people[index]!.post(`/v1/tasks/${task.id}/claim`));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 409: 49 });
    const winner = people[answers.findIndex(({ status }) => status === 200)]!;
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers.every(({ body }) => body.detail.includes(winner.id))).toBe(true);
    const after = await read(crew.marketing, item.id);
    expect([after.version, after.tasks[0]!.holderId, await entries(item)]).toEqual([
      2,
      winner.id,
      2,
    ]);
  });

  it('of a hundred who all say something, without having seen the newest version, each is heard', async () => {
    const item = await createItem(crew.marketing, { slug: 'hundred-comments' });
    const answers = await at(100, (index) =>
      crew.marketing.post(`/v1/items/${item.id}/comments`, { text: `Comment ${index}` }),
    );
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 100 });
    const after = await read(crew.marketing, item.id);
    expect([after.version, await entries(item)]).toEqual([item.version + 100, item.version + 100]);
  });

  it('fifty equal events under one key have one effect and one answer', async () => {
    const item = await claim(
      crew.enablement,
      await createItem(crew.marketing, { slug: 'fifty-events', goalId: crew.goalId }),
      'triage',
    );
    const answers = await at(50, () =>
      send(crew.enablement, item, 'accept').set('idempotency-key', 'accept-once'),
    );
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 50 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await entries(item)).toBe(3);
  });

  it('fifty equal creations under one key make one item', async () => {
    const body = { kind: 'content', title: 'Once', locale: 'en', ownerFunction: 'marketing' };
    const answers = await at(50, () =>
      crew.marketing.post('/v1/items', body).set('idempotency-key', 'create-once'),
    );
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 50 });
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await api.database.query("select from item where slug = 'once'")).toHaveLength(1);
  });

  it('of ten creations of one slug without a key one is made and nine hear that it is taken', async () => {
    const body = { kind: 'content', title: 'Taken', locale: 'en', ownerFunction: 'marketing' };
    const answers = await at(10, () => crew.marketing.post('/v1/items', body));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 1, 409: 9 });
  });

  it('two publications open each variant once', async () => {
    const source = await published(crew, { slug: 'two-opens', requiredLocales: [] });
    const described = await crew.marketing
      .patch(`/v1/items/${source.id}`, { requiredLocales: ['de', 'fr', 'ja', 'ar'] })
      .set('if-match', `"${source.version}"`);
    const answers = await at(8, () => send(crew.marketing, described.body, 'request_variants'));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 412: 7 });
    const variants = await api.database.query<{ locale: string }>(
      'select locale from item where source_item_id = $1 order by locale',
      [source.id],
    );
    expect(variants.map(({ locale }) => locale)).toEqual(['ar', 'de', 'fr', 'ja']);
  });
});

describe('the tables themselves', () => {
  it('let the application neither change nor delete a row of the trail or a revision', async () => {
    for (const sql of [
      "update audit_entry set entry = ''",
      'delete from audit_entry',
      'truncate audit_entry',
      "update revision set body = ''",
      'delete from item',
    ]) {
      await expect(
        api.database
          .query(`set role baton_app; ${sql}`)
          .finally(() => api.database.query('reset role')),
      ).rejects.toThrow('permission denied');
    }
  });

  it('refuse it even to their owner, as long as the trigger stands', async () => {
    await expect(api.database.query("update audit_entry set entry = ''")).rejects.toThrow(
      'only ever inserted',
    );
    await expect(api.database.query('truncate revision')).rejects.toThrow('only ever inserted');
  });

  it('allow one open task for each activity of an item', async () => {
    const item = await createItem(crew.marketing, { slug: 'one-open-task' });
    const doubled = `insert into task select workspace_id, gen_random_uuid(), item_id, activity,
      functions, locale, status, holder_id, opened_at from task where task_id = $1`;
    await expect(api.database.query(doubled, [item.tasks[0]!.id])).rejects.toThrow('task_open');
  });
});
