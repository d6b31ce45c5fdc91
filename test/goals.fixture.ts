import type { TestPerson } from './test-api.js';

/** A goal as the API shows it. */
export interface Goal {
  id: string;
  title: string;
  status: string;
  version: number;
  sponsorId: string | null;
  conflictsWith: string[];
  contributions: { function: string; contribution: string }[];
  findings: { code: string; detail: string; severity: string }[];
  result: { actual: number; target: number; met: boolean; difference: number } | null;
  activatedAt: string | null;
  closedAt: string | null;
}

/** What nothing keeps from being activated, once it has a sponsor. */
export function goalFields(fields: object = {}): object {
  return {
    title: 'Win more often against Acme in Europe',
    metric: 'Win rate of closed deals in which Acme bids',
    unit: 'percent',
    baseline: 20,
    target: { kind: 'absolute', value: 25 },
    scope: 'Account executives in Europe',
    deadline: '2999-12-31',
    contributions: [
      { function: 'marketing', contribution: 'A battle card that is kept up to date.' },
    ],
    ...fields,
  };
}

/** Drafts a goal; by its sponsor, where nothing else is said. */
export async function draftGoal(person: TestPerson, fields: object = {}): Promise<Goal> {
  const response = await person.post('/v1/goals', goalFields({ sponsorId: person.id, ...fields }));
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return response.body as Goal;
}

/** A goal that counts. */
export async function activeGoal(person: TestPerson, fields: object = {}): Promise<Goal> {
  const goal = await draftGoal(person, fields);
  const response = await person
    .post(`/v1/goals/${goal.id}/activate`)
    .set('if-match', `"${goal.version}"`);
  if (response.status !== 200) throw new Error(JSON.stringify(response.body));
  return response.body as Goal;
}
