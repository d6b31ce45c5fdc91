import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { rowsOf } from './bulk.fixture.js';
import { baton } from './command-line.js';
import {
  claim,
  createItem,
  type Crew,
  hire,
  inReview,
  type Item,
  type Reason,
  read,
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

interface Results {
  results: {
    taskId: string;
    outcome: string;
    status: number;
    itemId: string | null;
    version: number | null;
    problem: { code: string; detail: string; reasons: Reason[] } | null;
  }[];
  done: number;
  refused: number;
  dryRun: boolean;
}

const bulkClaim = (person: TestPerson, body: object) => person.post('/v1/tasks/bulk-claim', body);
const bulkAssign = (person: TestPerson, body: object) => person.post('/v1/tasks/bulk-assign', body);

function resultsOf({ status, body }: Response): Results {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Results;
}

const outcomesOf = ({ results }: Results) => results.map(({ outcome }) => outcome);

let count = 0;
/** Variants that wait for regional people, of sources that nobody looks at. */
async function variants(locales: string[]): Promise<Item[]> {
  const source = await createItem(crew.marketing, { slug: `source-${(count += 1)}` });
  const opened: Item[] = [];
  for (const locale of locales) {
    const body = { kind: 'variant', sourceItemId: source.id, locale };
    const response = await crew.enablement.post('/v1/items', body).expect(201);
    opened.push(response.body as Item);
  }
  return opened;
}

const taskIn = ({ tasks }: Item) => tasks[0]!.id;

describe('tasks claimed in bulk', () => {
  it('have a result each, the one that a single claim would have had', async () => {
    const [german, french, japanese] = (await variants(['de-DE', 'fr-FR', 'ja-JP'])) as [
      Item,
      Item,
      Item,
    ];
    const [taken] = (await variants(['de-DE'])) as [Item];
    await claim(crew.germanReviewer, taken, 'accept_request');
    const elsewhere = await hire(await api.workspace('elsewhere'));
    const foreign = await createItem(elsewhere.marketing, { slug: 'foreign' });
    const taskIds = [german, french, taken, foreign, japanese].map(taskIn);
    const before = await rowsOf(api.database, foreign.id);
    const answer = resultsOf(await bulkClaim(crew.german, { taskIds: [...taskIds, randomUUID()] }));
    expect(answer.results.map(({ taskId }) => taskId).slice(0, 5)).toEqual(taskIds);
    expect(answer.results.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['claimed', 200],
      ['refused', 403],
      ['refused', 409],
      ['missing', 404],
      ['refused', 403],
      ['missing', 404],
    ]);
    expect([answer.done, answer.refused]).toEqual([1, 5]);
    expect(answer.results[0]).toMatchObject({ itemId: german.id, version: 2, problem: null });
    expect(answer.results[3]).toMatchObject({ itemId: null, version: null });
    const alone = await crew.german.post(`/v1/tasks/${taskIn(french)}/claim`);
    expect(answer.results[1]!.problem).toMatchObject({
      code: 'not_your_locale',
      reasons: (alone.body as { reasons: Reason[] }).reasons,
    });
    expect((await read(crew.german, german.id)).tasks[0]).toMatchObject({
      status: 'claimed',
      holderId: crew.german.id,
    });
    expect(await rowsOf(api.database, foreign.id)).toEqual(before);
  });

  it('may be several of one item', async () => {
    const both = await workspace.person([
      { function: 'legal' },
      { function: 'product_management' },
    ]);
    const item = await inReview(crew, { slug: 'twofold' });
    const taskIds = item.tasks.map(({ id }) => id);
    const answer = resultsOf(await bulkClaim(both, { taskIds }));
    expect(answer.results.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['claimed', item.version + 1],
      ['claimed', item.version + 2],
    ]);
    const { tasks, version } = await read(both, item.id);
    expect(version).toBe(item.version + 2);
    expect(tasks.map(({ holderId }) => holderId)).toEqual([both.id, both.id]);
  });

  it('are foretold by a dry run, which changes nothing', async () => {
    const opened = await variants(['fr-FR', 'de-DE', 'fr-CA']);
    const taskIds = opened.map(taskIn);
    const before = await rowsOf(api.database);
    const foretold = resultsOf(await bulkClaim(crew.french, { taskIds, dryRun: true }));
    expect(outcomesOf(foretold)).toEqual(['claimed', 'refused', 'refused']);
    expect(await rowsOf(api.database)).toEqual(before);
    const done = resultsOf(await bulkClaim(crew.french, { taskIds }));
    expect(done).toEqual({ ...foretold, dryRun: false });
  });

  it('are claimed once for an Idempotency-Key, and answered as the first time', async () => {
    const [opened] = (await variants(['ja-JP'])) as [Item];
    const send = () =>
      bulkClaim(crew.japanese, { taskIds: [taskIn(opened)] }).set('idempotency-key', 'all-of-them');
    const [first, second] = await Promise.all([send(), send()]);
    expect(outcomesOf(resultsOf(first))).toEqual(['claimed']);
    expect(second.body).toEqual(first.body);
    const other = bulkClaim(crew.japanese, { taskIds: [randomUUID()] });
    const reused = await other.set('idempotency-key', 'all-of-them');
    expect([reused.status, (reused.body as { code: string }).code]).toEqual([
      422,
      'idempotency_key_reused',
    ]);
  });

  it('go to one of two who ask at the same moment', async () => {
    const opened = await variants(['ja', 'ja-JP']);
    const taskIds = opened.map(taskIn);
    const answers = await Promise.all([
      bulkClaim(crew.japanese, { taskIds }),
      bulkClaim(crew.japaneseReviewer, { taskIds: taskIds.toReversed() }),
    ]);
    const outcomes = answers.flatMap((answer) => outcomesOf(resultsOf(answer)));
    expect(outcomes.toSorted()).toEqual(['claimed', 'claimed', 'refused', 'refused']);
  });

  it('can be found by what they are: locale, region, activity, function and stage', async () => {
    const korean = await workspace.person([{ function: 'regional', locale: 'ko' }]);
    const [first, second] = (await variants(['ko-KR', 'ko-KP'])) as [Item, Item];
    const third = (await variants(['ko-KR']))[0]!;
    const by = async (filter: object, fields: object = {}) => {
      const answer = resultsOf(await bulkClaim(korean, { filter, dryRun: true, ...fields }));
      return answer.results.map(({ itemId }) => itemId);
    };
    expect(await by({})).toEqual([first.id, second.id, third.id]);
    expect(await by({}, { limit: 2 })).toEqual([first.id, second.id]);
    expect(await by({ region: 'KR' })).toEqual([first.id, third.id]);
    expect(await by({ locale: 'ko-kp' })).toEqual([second.id]);
    expect(await by({ activity: 'translate' })).toEqual([]);
    expect(await by({ function: 'regional', stage: 'requested' })).toHaveLength(3);
    expect(await by({ stage: 'queued' })).toEqual([]);
    const taken = resultsOf(await bulkClaim(korean, { filter: { region: 'KR' }, limit: 1 }));
    expect(outcomesOf(taken)).toEqual(['claimed']);
    expect(await by({})).toEqual([second.id, third.id]);
  });

  it('are passed on to one person by enablement, each by the rules for one', async () => {
    const [german, french, taken] = [
      ...(await variants(['de-DE', 'fr-FR'])),
      ...(await variants(['de-DE'])),
    ] as [Item, Item, Item];
    await claim(crew.german, taken, 'accept_request');
    const taskIds = [german, french, taken].map(taskIn);
    const body = { taskIds, personId: crew.germanReviewer.id };
    expect(outcomesOf(resultsOf(await bulkAssign(crew.sales, body)))).toEqual([
      'refused',
      'refused',
      'refused',
    ]);
    const answer = resultsOf(
      await bulkAssign(crew.enablement, { ...body, taskIds: [...taskIds, randomUUID()] }),
    );
    expect(outcomesOf(answer)).toEqual(['assigned', 'refused', 'assigned', 'missing']);
    expect(answer.results[1]!.problem!.code).toBe('delegate_not_routed');
    expect((await read(crew.german, taken.id)).tasks[0]).toMatchObject({
      status: 'offered',
      delegation: { to: crew.germanReviewer.id, by: crew.enablement.id },
    });
    const claimed = resultsOf(await bulkClaim(crew.germanReviewer, { taskIds: [taskIn(german)] }));
    expect(outcomesOf(claimed)).toEqual(['claimed']);
    const why = { taskIds: [taskIn(french)], personId: crew.german.id, comment: 'She speaks it.' };
    expect(outcomesOf(resultsOf(await bulkAssign(crew.enablement, why)))).toEqual(['assigned']);
    const stranger = { taskIds, personId: randomUUID() };
    expect((await bulkAssign(crew.enablement, stranger)).status).toBe(422);
  });

  it('leave trails that hold', async () => {
    const server = { url: api.url, key: crew.enablement.key };
    expect(await baton(['verify'], server)).toMatchObject({ status: 0 });
  });

  it.each<[string, object, string]>([
    ['neither tasks nor a filter', {}, ''],
    ['both', { taskIds: [randomUUID()], filter: {} }, ''],
    ['no task', { taskIds: [] }, '/taskIds'],
    ['too many tasks', { taskIds: Array.from({ length: 501 }, () => randomUUID()) }, '/taskIds'],
    [
      'a task twice',
      { taskIds: ['a', 'A'].map((x) => `${x}0000000-0000-7000-8000-000000000000`) },
      '/taskIds',
    ],
    ['what is no id', { taskIds: ['7'] }, '/taskIds'],
    ['an id that is no text', { taskIds: [{}] }, '/taskIds'],
    ['a limit without a filter', { taskIds: [randomUUID()], limit: 3 }, '/limit'],
    ['a limit too high', { filter: {}, limit: 501 }, '/limit'],
    ['a locale that is none', { filter: { locale: 'zh_TW' } }, '/filter/locale'],
    ['a region that is none', { filter: { region: 'de' } }, '/filter/region'],
    ['a field that nobody knows', { filter: { holder: 'me' } }, '/filter/holder'],
    ['a filter that is a list', { filter: [] }, '/filter'],
  ])('are refused with %s', async (_what, body, pointer) => {
    const response = await bulkClaim(crew.german, body);
    expect(response.status).toBe(422);
    expect((response.body as { errors: { pointer: string }[] }).errors[0]!.pointer).toBe(pointer);
  });
});

describe('the list of tasks', () => {
  it('is narrowed by region and by stage', async () => {
    const [swiss, austrian] = (await variants(['de-CH', 'de-AT'])) as [Item, Item];
    const ids = async (query: string) => {
      const { body } = await crew.sales.get(`/v1/tasks?limit=200&${query}`);
      return (body as { items: { item: { id: string } }[] }).items.map(({ item }) => item.id);
    };
    expect(await ids('region=CH')).toEqual([swiss.id]);
    expect(await ids('region=AT&stage=requested')).toEqual([austrian.id]);
    expect(await ids('region=AT&stage=queued')).toEqual([]);
    for (const query of ['region=at', 'stage=in%20review']) {
      expect((await crew.sales.get(`/v1/tasks?${query}`)).status).toBe(400);
    }
  });
});
