import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUNCTIONS } from '#domain';
import type { Response } from 'supertest';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

interface Agreements {
  agreements: { function: string; purpose: string; due: boolean; updatedBy: string }[];
  functionsWithout: { function: string; staffed: boolean }[];
}

let api: TestApi;
let workspace: TestWorkspace;
let enablement: TestPerson;
let legal: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  enablement = await workspace.person([{ function: 'enablement' }]);
  legal = await workspace.person([{ function: 'legal' }]);
});

afterAll(async () => api.close());

const AGREED = { purpose: 'Claims are checked in a day', mode: 'async', cadence: 'weekly' };
const outcomeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const list = async (person = legal) => (await person.get('/v1/agreements')).body as Agreements;

describe('agreements', () => {
  it('are missing with every function at first, staffed or not', async () => {
    const gone = await workspace.person([{ function: 'marketing' }]);
    await enablement.patch(`/v1/people/${gone.id}`, { active: false }).expect(200);
    expect(await list()).toEqual({
      agreements: [],
      functionsWithout: FUNCTIONS.map((name) => ({
        function: name,
        staffed: ['enablement', 'legal'].includes(name),
      })),
    });
  });

  it('are made by enablement or the function itself, and replaced as a whole', async () => {
    const made = await enablement.put('/v1/agreements/legal', {
      ...AGREED,
      deadline: '2999-12-31',
    });
    expect([made.status, made.body]).toEqual([
      200,
      {
        function: 'legal',
        ...AGREED,
        deadline: '2999-12-31',
        due: false,
        updatedBy: enablement.id,
        updatedAt: expect.any(String),
      },
    ]);
    const replaced = await legal.put('/v1/agreements/legal', { ...AGREED, mode: 'meeting' });
    expect(replaced.body).toMatchObject({ mode: 'meeting', deadline: null, updatedBy: legal.id });
    const { agreements, functionsWithout } = await list();
    expect(agreements).toEqual([replaced.body]);
    expect(functionsWithout.map((each) => each.function)).toEqual(
      FUNCTIONS.filter((name) => name !== 'legal'),
    );
  });

  it('are due once their deadline has passed', async () => {
    await enablement
      .put('/v1/agreements/marketing', { ...AGREED, deadline: '2020-01-01' })
      .expect(200);
    const { agreements } = await list();
    expect(agreements.map((each) => [each.function, each.due])).toEqual([
      ['legal', false],
      ['marketing', true],
    ]);
  });

  it('are nobody else’s to make or to end', async () => {
    const answers = [
      await legal.put('/v1/agreements/marketing', AGREED),
      await legal.delete('/v1/agreements/marketing'),
    ];
    expect(answers.map(outcomeOf)).toEqual(answers.map(() => [403, 'not_your_function']));
    expect((await list()).agreements).toHaveLength(2);
  });

  it.each<[object, string]>([
    [{ purpose: ' ' }, '/purpose'],
    [{ mode: 'telepathy' }, '/mode'],
    [{ cadence: 'daily' }, '/cadence'],
    [{ deadline: '2027-02-30' }, '/deadline'],
    [{ function: 'legal' }, '/function'],
  ])('are not made with a wrong value: %j', async (wrong, pointer) => {
    const response = await enablement.put('/v1/agreements/legal', { ...AGREED, ...wrong });
    const { errors } = response.body as { errors: { pointer: string }[] };
    expect([response.status, errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it('are made with functions that there are', async () => {
    const response = await enablement.put('/v1/agreements/kitchen', AGREED);
    expect(outcomeOf(response)).toEqual([404, 'not_found']);
  });

  it('stay in their workspace', async () => {
    const foreigner = await (await api.workspace('other')).person([{ function: 'enablement' }]);
    expect((await list(foreigner)).agreements).toEqual([]);
    expect(outcomeOf(await foreigner.delete('/v1/agreements/legal'))).toEqual([404, 'not_found']);
    await foreigner.put('/v1/agreements/legal', { ...AGREED, purpose: 'Theirs' }).expect(200);
    expect((await list()).agreements[0]!.purpose).toBe(AGREED.purpose);
  });

  it('end, once', async () => {
    expect((await legal.delete('/v1/agreements/legal')).status).toBe(204);
    expect(outcomeOf(await legal.delete('/v1/agreements/legal'))).toEqual([404, 'not_found']);
    expect((await list()).agreements.map((each) => each.function)).toEqual(['marketing']);
  });
});
