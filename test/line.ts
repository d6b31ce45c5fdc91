import { activeGoal } from './goals.fixture.js';
import type { TestPerson, TestWorkspace } from './test-api.js';

/** An item as the API shows it. */
export interface Item {
  id: string;
  kind: string;
  slug: string;
  locale: string;
  stage: string;
  version: number;
  revision: { number: number; digest: string } | null;
  source: { itemId: string; digest: string | null } | null;
  tasks: {
    id: string;
    activity: string;
    functions: string[];
    status: string;
    holderId: string | null;
    role: string;
    dropped: boolean;
    delegation: { to: string; by: string } | null;
    signature: { by: string; digest: string | null } | null;
  }[];
  context: {
    approvals: { activity: string; actorId: string; function: string; digest: string }[];
    rounds: number;
    rework?: Record<string, number>;
  };
  arrival: { from: string | null; giverId: string; formality: string } | null;
  blockers: { id: string; category: string }[];
  openComments: { id: string; by: string; mandatory: boolean }[];
  links: { type: string; itemId: string }[];
  availableEvents: { event: string; allowed: boolean; requires: string[]; reasons: Reason[] }[];
}

export interface Reason {
  code: string;
  detail: string;
  remedy: string;
}

/** Somebody for every function that the default processes ask for, and two where one writes and another approves. */
export type Crew = Awaited<ReturnType<typeof hire>>;

export async function hire(workspace: TestWorkspace) {
  const enablement = await workspace.person([{ function: 'enablement' }]);
  const of = (name: string, locale?: string) =>
    workspace.person([{ function: name, ...(locale === undefined ? {} : { locale }) }]);
  return {
    enablement,
    /** an active goal that items can be made for */
    goalId: (await activeGoal(enablement)).id,
    marketing: await of('marketing'),
    product: await of('product_management'),
    legal: await of('legal'),
    sales: await of('sales_management'),
    learning: await of('learning_and_development'),
    french: await of('regional', 'fr-FR'),
    german: await of('regional', 'de-DE'),
    germanReviewer: await of('regional', 'de'),
    japanese: await of('regional', 'ja'),
    japaneseReviewer: await of('regional', 'ja'),
  };
}

const FACETS = {
  audience: ['account_executive'],
  purpose: 'equip',
  journeyStage: ['all'],
  locale: 'en-US',
};

export async function createItem(person: TestPerson, fields: object = {}): Promise<Item> {
  const body = {
    kind: 'content',
    title: 'Launch tiers',
    type: 'guideline',
    ownerFunction: 'marketing',
    ...FACETS,
    ...fields,
  };
  const response = await person.post('/v1/items', body);
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  return response.body as Item;
}

export async function read(person: TestPerson, id: string): Promise<Item> {
  return (await person.get(`/v1/items/${id}`)).body as Item;
}

/** Sends an event with the version last seen. */
export function send(person: TestPerson, item: Item, type: string, input: object = {}) {
  return person
    .post(`/v1/items/${item.id}/events`, { type, ...input })
    .set('if-match', `"${item.version}"`);
}

/** The id of the open task of an activity. */
export function taskOf(item: Item, activity: string): string {
  const task = item.tasks.find((each) => each.activity === activity);
  if (task === undefined) throw new Error(`No task ${activity} in ${JSON.stringify(item.tasks)}.`);
  return task.id;
}

/** Claims the task of an activity; the item as it then is. */
export async function claim(
  person: TestPerson,
  item: Item,
  activity: string,
  checked: string[] = [],
): Promise<Item> {
  const response = await person.post(`/v1/tasks/${taskOf(item, activity)}/claim`, { checked });
  if (response.status !== 200) throw new Error(JSON.stringify(response.body));
  return response.body as Item;
}

/** Claims, writes where there is something to write, and sends the event; the item as it then is. */
export async function work(
  person: TestPerson,
  item: Item,
  step: { activity: string; event: string; writes?: string; input?: object; checked?: string[] },
): Promise<Item> {
  let current = await claim(person, item, step.activity, step.checked);
  if (step.writes !== undefined) {
    const written = await person
      .post(`/v1/items/${item.id}/revisions`, { body: step.writes })
      .set('if-match', `"${current.version}"`);
    if (written.status !== 201) throw new Error(JSON.stringify(written.body));
    current = written.body as Item;
  }
  const response = await send(person, current, step.event, step.input);
  if (response.status !== 200) throw new Error(JSON.stringify(response.body));
  return response.body as Item;
}

/** What a new item is described by, and its text. */
type Fields = Record<string, unknown> & { body?: string };

/** A new content item in the stage of review. */
export async function inReview(
  crew: Crew,
  { body = '# Launch tiers\n\nA tier says how loud a launch is.', ...fields }: Fields = {},
): Promise<Item> {
  const created = await createItem(crew.marketing, { goalId: crew.goalId, ...fields });
  const briefed = await work(crew.enablement, created, { activity: 'triage', event: 'accept' });
  const outlined = await work(crew.marketing, briefed, {
    activity: 'write_brief',
    event: 'submit',
  });
  const drafted = await work(crew.marketing, outlined, { activity: 'outline', event: 'submit' });
  return work(crew.marketing, drafted, {
    activity: 'draft',
    event: 'submit',
    writes: body,
  });
}

export async function published(crew: Crew, fields: Fields = {}): Promise<Item> {
  const reviewing = await inReview(crew, fields);
  const once = await work(crew.product, reviewing, {
    activity: 'product_review',
    event: 'approve',
  });
  const approved = await work(crew.legal, once, { activity: 'legal_review', event: 'approve' });
  return work(crew.marketing, approved, { activity: 'release', event: 'publish' });
}
