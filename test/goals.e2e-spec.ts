import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { activeGoal, draftGoal, type Goal, goalFields } from './goals.fixture.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const LEARNED = 'Battle cards were read before every call.';

interface Problem {
  code: string;
  detail: string;
  reasons?: { code: string; detail: string }[];
  errors: { pointer: string; code: string; detail: string }[];
}

interface Entry {
  seq: number;
  at: string;
  actorId: string;
  change: { type: string; changes?: Record<string, { from: unknown; to: unknown }> };
}

let api: TestApi;
let workspace: TestWorkspace;
let enablement: TestPerson;
let executive: TestPerson;
let seller: TestPerson;
let foreigner: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  enablement = await workspace.person([{ function: 'enablement' }]);
  executive = await workspace.person([{ function: 'executive_management' }]);
  seller = await workspace.person([{ function: 'sales_management' }]);
  foreigner = await (await api.workspace('other')).person([{ function: 'enablement' }]);
});

afterAll(async () => api.close());

const outcomeOf = ({ status, body }: Response) => [status, (body as Problem).code];
const read = async (id: string) => (await seller.get(`/v1/goals/${id}`)).body as Goal;
const activate = (person: TestPerson, { id, version }: Goal) =>
  person.post(`/v1/goals/${id}/activate`).set('if-match', `"${version}"`);
const change = (person: TestPerson, { id, version }: Goal, changes: object) =>
  person.patch(`/v1/goals/${id}`, changes).set('if-match', `"${version}"`);
const close = (person: TestPerson, { id, version }: Goal, body: object = {}) =>
  person
    .post(`/v1/goals/${id}/close`, { actual: 26, retrospective: LEARNED, ...body })
    .set('if-match', `"${version}"`);

async function historyOf(id: string): Promise<Entry[]> {
  return ((await seller.get(`/v1/goals/${id}/history`)).body as { items: Entry[] }).items;
}

async function messagesAbout(id: string) {
  const rows = await api.database.query<{ item_id: null; sequence: null; body: string }>(
    `select item_id, sequence, body from message
     where workspace_id = $1 and body like $2 order by created_at, message_id`,
    [workspace.id, `%goals/${id}%`],
  );
  return rows.map(({ body, ...ids }) => ({ ...ids, ...(JSON.parse(body) as object) }));
}

describe('a vague goal', () => {
  it('is drafted, told what it lacks, and not activated before it says it', async () => {
    const drafted = await enablement.post('/v1/goals', { title: 'Improve enablement' }).expect(201);
    const goal = drafted.body as Goal;
    expect(goal.status).toBe('draft');
    const refused = await activate(enablement, goal);
    expect(refused.status).toBe(409);
    const { reasons, detail } = refused.body as Problem;
    expect(reasons!.map(({ code }) => code)).toEqual([
      'no_metric',
      'no_unit',
      'no_baseline',
      'no_target',
      'no_deadline',
      'activity_not_result',
      'vague_word',
      'no_scope',
      'no_sponsor',
      'no_contribution',
    ]);
    expect(goal.findings).toEqual(
      reasons!.map(({ code, detail: told }) => ({ severity: 'blocks', code, detail: told })),
    );
    expect(detail).toContain('Say what will be different, not what will be done');
    expect(await read(goal.id)).toEqual(goal);
    expect(await messagesAbout(goal.id)).toEqual([]);

    const mended = await change(enablement, goal, goalFields({ sponsorId: seller.id })).expect(200);
    expect((mended.body as Goal).findings).toEqual([]);
    await activate(enablement, mended.body as Goal).expect(200);
  });

  it.each(['metric', 'unit', 'scope'])('has a %s that can be seen, or none', async (field) => {
    const goal = await draftGoal(enablement);
    for (const unseen of ['\u200b', '\u3164', ' ']) {
      const refused = await change(enablement, goal, { [field]: unseen });
      expect(outcomeOf(refused)).toEqual([422, 'not_valid']);
      expect((refused.body as Problem).errors.map(({ pointer }) => pointer)).toEqual([`/${field}`]);
    }
    const seen = await change(enablement, goal, { [field]: field === 'unit' ? '%' : 'Ω' });
    expect(seen.status).toBe(200);
  });

  it('has a deadline to come when it is activated', async () => {
    const goal = await draftGoal(enablement, { deadline: '2020-01-01' });
    const refused = await activate(enablement, goal);
    expect(outcomeOf(refused)).toEqual([409, 'deadline_passed']);
  });

  it('has a sponsor who is still there when it is activated', async () => {
    const leaving = await workspace.person([{ function: 'executive_management' }]);
    const goal = await draftGoal(enablement, { sponsorId: leaving.id });
    await enablement.patch(`/v1/people/${leaving.id}`, { active: false }).expect(200);
    expect(outcomeOf(await activate(enablement, goal))).toEqual([409, 'sponsor_deactivated']);
    const again = await enablement.post('/v1/goals', { title: 'Ours', sponsorId: leaving.id });
    expect(outcomeOf(again)).toEqual([422, 'not_valid']);
    expect((again.body as Problem).errors[0]!.pointer).toBe('/sponsorId');
  });
});

describe('the life of a goal', () => {
  it('goes from draft to result, with each step in its history and its facts', async () => {
    const target = { kind: 'percent', value: 10 };
    const drafted = await executive.post(
      '/v1/goals',
      goalFields({ sponsorId: seller.id, baseline: 40, target }),
    );
    expect(drafted.headers).toMatchObject({ etag: '"1"' });
    const goal = drafted.body as Goal;
    expect(drafted.headers['location']).toBe(`/v1/goals/${goal.id}`);

    const renamed = await change(executive, goal, { scope: 'DACH' }).expect(200);
    expect(renamed.headers['etag']).toBe('"2"');
    const active = (await activate(seller, renamed.body as Goal).expect(200)).body as Goal;
    expect(active).toMatchObject({ status: 'active', version: 3, closedAt: null, result: null });

    const promise = await change(executive, active, { target: { kind: 'absolute', value: 41 } });
    expect(outcomeOf(promise)).toEqual([409, 'fixed_since_activation']);
    const given = { contributions: [{ function: 'legal', contribution: 'Claims in a day.' }] };
    const carried = (await change(executive, active, given).expect(200)).body as Goal;
    expect(carried.contributions).toEqual(given.contributions);

    const short = await close(seller, carried, { retrospective: 'Fine.' });
    expect(outcomeOf(short)).toEqual([422, 'too_short']);
    const closed = (await close(seller, carried, { actual: 44 }).expect(200)).body as Goal;
    expect(closed).toMatchObject({
      status: 'closed',
      version: 5,
      findings: [],
      result: { actual: 44, target: 44, met: true, difference: 0 },
    });
    expect(await read(goal.id)).toEqual(closed);
    expect(outcomeOf(await close(seller, closed))).toEqual([409, 'goal_is_closed']);

    expect(
      (await historyOf(goal.id)).map(({ seq, actorId, change: { type } }) => [seq, actorId, type]),
    ).toEqual([
      [1, executive.id, 'create'],
      [2, executive.id, 'change'],
      [3, seller.id, 'activate'],
      [4, executive.id, 'change'],
      [5, seller.id, 'close'],
    ]);
    const [, second] = await historyOf(goal.id);
    expect(second!.change.changes).toEqual({
      scope: { from: 'Account executives in Europe', to: 'DACH' },
    });
    expect(await messagesAbout(goal.id)).toEqual([
      {
        item_id: null,
        sequence: null,
        type: 'goal.activated',
        timestamp: active.activatedAt,
        data: expect.objectContaining({ subject: `goals/${goal.id}`, actor: seller.id }),
      },
      {
        item_id: null,
        sequence: null,
        type: 'goal.closed',
        timestamp: closed.closedAt,
        data: expect.objectContaining({ workspaceId: workspace.id, result: closed.result }),
      },
    ]);
  });

  it('is told against the direction of the target where less is better', async () => {
    const fields = { unit: 'days', baseline: 90, target: { kind: 'absolute', value: 60 } };
    const goal = await activeGoal(enablement, fields);
    const closed = await close(enablement, goal, { actual: 65.5 }).expect(200);
    expect((closed.body as Goal).result).toEqual({
      actual: 65.5,
      target: 60,
      met: false,
      difference: 5.5,
    });
  });

  it('keeps numbers exactly as they were given', async () => {
    const fields = { baseline: 0.1, target: { kind: 'absolute', value: 1e-7 } };
    expect(await read((await draftGoal(enablement, fields)).id)).toMatchObject(fields);
  });

  it('has a history that nobody rewrites, not even in the database', async () => {
    await draftGoal(enablement);
    await expect(api.database.query(`update goal_entry set actor_id = 'x'`)).rejects.toThrow(
      'only ever inserted',
    );
  });

  it('begins once for each Idempotency-Key, and is activated once', async () => {
    const post = () => enablement.post('/v1/goals', goalFields()).set('idempotency-key', 'once');
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status, second.headers['etag']]).toEqual([201, 201, '"1"']);
    expect(second.body).toEqual(first.body);

    const goal = await draftGoal(enablement);
    const start = () => activate(enablement, goal).set('idempotency-key', 'start');
    expect([(await start()).status, (await start()).status]).toEqual([200, 200]);
    expect(await historyOf(goal.id)).toHaveLength(2);
  });

  it('is listed by status, page by page', async () => {
    const listed: string[] = [];
    let cursor = '';
    do {
      const page = await seller.get(`/v1/goals?status=closed&limit=1${cursor}`).expect(200);
      const { items, nextCursor } = page.body as { items: Goal[]; nextCursor: string | null };
      listed.push(...items.map(({ status }) => status));
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');
    expect(listed).toEqual(['closed', 'closed']);
    expect((await seller.get('/v1/goals?status=gone')).status).toBe(400);
  });
});

describe('who may', () => {
  it('is the sponsor, enablement and executives; others read', async () => {
    const goal = await draftGoal(enablement);
    const refusals = [
      await seller.post('/v1/goals', { title: 'Ours' }),
      await change(seller, goal, { sponsorId: seller.id }),
      await activate(seller, goal),
      await close(seller, goal),
    ];
    expect(refusals.map(outcomeOf)).toEqual(refusals.map(() => [403, 'not_your_function']));
    expect(await read(goal.id)).toEqual(goal);
    const own = await draftGoal(seller);
    await activate(seller, own).expect(200);
  });

  it.each<[string, object, string]>([
    ['a sponsor of nowhere', { sponsorId: NOBODY }, '/sponsorId'],
    ['a conflict with nothing', { conflictsWith: [NOBODY] }, '/conflictsWith/0'],
    ['no title', { title: undefined }, '/title'],
    ['a title of blanks', { title: '  ' }, '/title'],
    ['a day that is none', { deadline: '2027-02-30' }, '/deadline'],
    ['a number in quotes', { baseline: '20' }, '/baseline'],
    ['a target of another kind', { target: { kind: 'relative', value: 1 } }, '/target/kind'],
    ['a status', { status: 'active' }, '/status'],
    [
      'a function twice',
      {
        contributions: [
          { function: 'legal', contribution: 'Claims.' },
          { function: 'legal', contribution: 'More claims.' },
        ],
      },
      '/contributions/1/function',
    ],
  ])('may not draft with %s', async (_what, wrong, pointer) => {
    const response = await enablement.post('/v1/goals', goalFields(wrong));
    expect([response.status, (response.body as Problem).errors[0]?.pointer]).toEqual([
      422,
      pointer,
    ]);
  });

  it('must have seen what they change', async () => {
    const goal = await draftGoal(enablement);
    const path = `/v1/goals/${goal.id}`;
    expect(outcomeOf(await enablement.patch(path, { scope: 'DACH' }))).toEqual([
      428,
      'if_match_required',
    ]);
    expect(outcomeOf(await enablement.post(`${path}/activate`))).toEqual([
      428,
      'if_match_required',
    ]);
    const both = await Promise.all([
      change(enablement, goal, { scope: 'DACH' }),
      change(executive, goal, { scope: 'Iberia' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect(outcomeOf(await activate(enablement, goal))).toEqual([412, 'stale_version']);
    expect((await read(goal.id)).version).toBe(2);
    expect(await historyOf(goal.id)).toHaveLength(2);
  });

  it('does not include other workspaces', async () => {
    const goal = await draftGoal(enablement);
    const answers = [
      await foreigner.get(`/v1/goals/${goal.id}`),
      await foreigner.get(`/v1/goals/${goal.id}/history`),
      await change(foreigner, goal, { scope: 'Ours' }),
      await activate(foreigner, goal),
      await close(foreigner, goal),
    ];
    expect(answers.map(outcomeOf)).toEqual(answers.map(() => [404, 'not_found']));
    const named = await foreigner.post('/v1/goals', { title: 'X', conflictsWith: [goal.id] });
    expect(outcomeOf(named)).toEqual([422, 'not_valid']);
    expect((await foreigner.get('/v1/goals')).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('a conflict', () => {
  it('stands in both goals, whichever named the other, and in the history of both', async () => {
    const one = await activeGoal(enablement);
    const two = await draftGoal(enablement, { conflictsWith: [one.id.toUpperCase()] });
    expect(two.conflictsWith).toEqual([one.id]);
    const seen = await read(one.id);
    expect(seen).toMatchObject({ conflictsWith: [two.id], version: one.version + 1, findings: [] });
    expect((await historyOf(one.id)).at(-1)).toMatchObject({
      seq: seen.version,
      actorId: enablement.id,
      change: { type: 'change', changes: { conflictsWith: { from: [], to: [two.id] } } },
    });

    const active = (await activate(enablement, two).expect(200)).body as Goal;
    const warning = { code: 'conflicts_with_active_goal', severity: 'warns' };
    expect(active.findings).toMatchObject([warning]);
    expect((await read(one.id)).findings).toMatchObject([warning]);

    const three = await draftGoal(enablement);
    const both = await change(enablement, seen, { conflictsWith: [three.id, two.id] }).expect(200);
    expect((both.body as Goal).conflictsWith).toEqual([two.id, three.id].toSorted());
    await change(enablement, active, { conflictsWith: [] }).expect(200);
    expect((await read(one.id)).conflictsWith).toEqual([three.id]);
    expect((await read(two.id)).conflictsWith).toEqual([]);
  });

  it('is not with itself', async () => {
    const goal = await draftGoal(enablement);
    const response = await change(enablement, goal, { conflictsWith: [goal.id] });
    expect(outcomeOf(response)).toEqual([422, 'conflicts_with_itself']);
  });

  it('named from both sides at once does not bring either to a halt', async () => {
    const [one, two] = [await draftGoal(enablement), await draftGoal(enablement)];
    const answers = await Promise.all([
      change(enablement, one, { conflictsWith: [two.id] }),
      change(enablement, two, { conflictsWith: [one.id] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect((await read(one.id)).conflictsWith).toEqual([two.id]);
  });
});
