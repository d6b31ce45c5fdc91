import { expireTasks } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#engine';
import { activateCampaign, campaignDraft, campaignInReview, campaignText } from './campaign.js';
import {
  claim,
  createItem,
  type Crew,
  hire,
  type Item,
  read,
  type Reason,
  send,
  taskOf,
  work,
} from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;
let worker: DataSource;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
  await activateCampaign(crew);
  const options = { url: api.database.url, poolSize: 2, applicationName: 'baton-test' };
  worker = await new DataSource(dataSourceOptions(options)).initialize();
});

afterAll(async () => {
  await worker.destroy();
  await api.close();
});

const codesOf = ({ body }: { body: { reasons: Reason[] } }) => body.reasons.map(({ code }) => code);

interface HandoffRow {
  outcome: string;
  formality: string;
  fromStage: string | null;
  toStage: string;
  giverId: string;
  receiverId: string | null;
  giverFunction: string | null;
  receiverFunction: string | null;
  crossed: string[];
  reasonCode: string | null;
}

async function handoffsOf(item: Item): Promise<HandoffRow[]> {
  const { body } = await crew.legal.get(`/v1/handoffs?itemId=${item.id}`);
  return (body as { items: HandoffRow[] }).items;
}

async function factsOf(item: Item, type: string): Promise<Record<string, unknown>[]> {
  const rows = await api.database.query<{ data: Record<string, unknown> }>(
    `select body::json -> 'data' as data from message where item_id = $1 and type = $2 order by 1::text`,
    [item.id, type],
  );
  return rows.map(({ data }) => data);
}

/** Lets the time of an item's offered tasks be over, as the clock would in some hours. */
async function lapse(item: Item): Promise<void> {
  await api.database.query(
    `update task set due_at = now() - interval '1 second' where item_id = $1 and due_at is not null`,
    [item.id],
  );
}

describe('a baton', () => {
  it('is accepted point by point of its checklist, or not at all', async () => {
    const item = await campaignDraft(crew, 'checklist');
    const claimWith = (checked: string[]) =>
      crew.marketing.post(`/v1/tasks/${taskOf(item, 'draft')}/claim`, { checked });
    const refused = await claimWith(['one_message']);
    expect([refused.status, codesOf(refused)]).toEqual([409, ['checklist_open']]);
    expect(refused.body.reasons[0].detail).toContain('The brief names the audience');
    const stray = await claimWith(['one_message', 'audience_named', 'audience']);
    expect([stray.status, stray.body.errors]).toMatchObject([422, [{ pointer: '/checked/2' }]]);
    await claimWith(['one_message', 'audience_named']).expect(200);
  });

  it('is declined with a reason, goes back to who gave it, and the rework counts where its cause lay', async () => {
    const item = await campaignInReview(crew, 'declined');
    const stray = await crew.legal.post(`/v1/tasks/${taskOf(item, 'legal_review')}/decline`, {
      reasonCode: 'incomplete',
      comment: 'The claims have no sources.',
      unmet: ['sources'],
    });
    expect([stray.status, stray.body.errors]).toMatchObject([422, [{ pointer: '/unmet/0' }]]);
    const declined = await crew.legal
      .post(`/v1/tasks/${taskOf(item, 'legal_review')}/decline`, {
        reasonCode: 'incomplete',
        comment: 'The claims have no sources.',
      })
      .expect(200);
    const back = declined.body as Item;
    expect([back.stage, back.tasks.map(({ activity }) => activity)]).toEqual([
      'drafting',
      ['draft'],
    ]);
    expect(back.context).toMatchObject({ rounds: 1, rework: { drafting: 1 } });
    expect((await handoffsOf(item)).at(-1)).toMatchObject({
      outcome: 'declined',
      fromStage: 'drafting',
      toStage: 'in_review',
      receiverFunction: 'legal',
      reasonCode: 'incomplete',
    });
    const bare = await crew.marketing.post(`/v1/tasks/${taskOf(back, 'draft')}/decline`, {});
    expect(bare.status).toBe(422);
  });

  it('that nobody accepts in time lies dropped, is told of once, and can still be picked up', async () => {
    const item = await createItem(crew.marketing, {
      slug: 'dropped',
      process: 'campaign_asset',
      goalId: crew.goalId,
    });
    const briefed = await work(crew.enablement, item, { activity: 'triage', event: 'accept' });
    await expireTasks(worker);
    expect((await read(crew.marketing, item.id)).version).toBe(briefed.version);
    await lapse(briefed);
    await expireTasks(worker);
    await expireTasks(worker);
    const dropped = await read(crew.marketing, item.id);
    expect(dropped.tasks.map(({ activity, dropped: lies }) => [activity, lies])).toEqual([
      ['write_brief', true],
    ]);
    expect(await factsOf(item, 'baton.dropped')).toHaveLength(1);
    expect((await handoffsOf(item)).map(({ outcome }) => outcome)).toEqual(['accepted', 'dropped']);
    const picked = await claim(crew.marketing, dropped, 'write_brief');
    expect(picked.tasks[0]).toMatchObject({ status: 'claimed', dropped: true });
  });

  it('records the boundaries that it crosses', async () => {
    const cloud = await workspace.person([{ function: 'marketing', division: 'cloud' }]);
    const desk = await workspace.person([{ function: 'legal', region: 'DE', division: 'desk' }]);
    const drafted = await campaignDraft(crew, 'boundaries');
    const checked = ['audience_named', 'one_message'];
    const item = await work(cloud, drafted, {
      activity: 'draft',
      event: 'submit',
      writes: campaignText(),
      checked,
    });
    await claim(desk, item, 'legal_review');
    await claim(crew.product, item, 'product_review');
    const [toDesk, toProduct] = (await handoffsOf(item)).slice(-2);
    expect(toDesk).toMatchObject({
      giverFunction: 'marketing',
      receiverFunction: 'legal',
      crossed: ['function', 'region', 'division'],
      formality: 'formal',
    });
    expect(toProduct!.crossed).toEqual(['function', 'division']);
  });
});

describe('a task that is passed on', () => {
  it('is offered to one colleague, with both names in the trail', async () => {
    const colleague = await workspace.person([{ function: 'legal' }]);
    const item = await campaignInReview(crew, 'passed-on');
    const task = taskOf(item, 'legal_review');
    await claim(crew.legal, item, 'legal_review');
    const body = { personId: colleague.id, comment: 'You know these claims.' };
    const offered = (await crew.legal.post(`/v1/tasks/${task}/delegate`, body).expect(200))
      .body as Item;
    expect(offered.tasks.find(({ id }) => id === task)).toMatchObject({
      status: 'offered',
      delegation: { to: colleague.id, by: crew.legal.id },
    });
    const third = await workspace.person([{ function: 'legal' }]);
    const refused = await third.post(`/v1/tasks/${task}/claim`);
    expect([refused.status, codesOf(refused)]).toEqual([403, ['task_delegated']]);
    const claimable = await third.get(`/v1/tasks?view=claimable&itemId=${item.id}`);
    expect(claimable.body.items.map(({ id }: { id: string }) => id)).not.toContain(task);
    await colleague.post(`/v1/tasks/${task}/claim`).expect(200);
    const last = (await handoffsOf(item)).at(-1)!;
    expect(last).toMatchObject({
      formality: 'informal',
      giverId: crew.legal.id,
      receiverId: colleague.id,
    });
    const { body: history } = await crew.legal.get(`/v1/items/${item.id}/history?limit=200`);
    const texts = (history as { items: { entry: object }[] }).items.map(({ entry }) =>
      JSON.stringify(entry),
    );
    expect(texts.some((text) => text.includes(colleague.id) && text.includes(crew.legal.id))).toBe(
      true,
    );
  });

  it('goes to nobody of another function, but by enablement with a comment', async () => {
    const item = await campaignInReview(crew, 'past-function');
    const task = taskOf(item, 'legal_review');
    await claim(crew.legal, item, 'legal_review');
    const to = { personId: crew.sales.id };
    const refused = await crew.legal.post(`/v1/tasks/${task}/delegate`, to);
    expect([refused.status, codesOf(refused)]).toEqual([409, ['delegate_not_routed']]);
    expect((await crew.enablement.post(`/v1/tasks/${task}/delegate`, to)).status).toBe(409);
    const explained = { ...to, comment: 'Legal is away this week.' };
    await crew.enablement.post(`/v1/tasks/${task}/delegate`, explained).expect(200);
    const held = (await crew.sales.post(`/v1/tasks/${task}/claim`).expect(200)).body as Item;
    const approved = await send(crew.sales, held, 'approve').expect(200);
    expect((approved.body as Item).context.approvals[0]).toMatchObject({
      actorId: crew.sales.id,
      function: 'legal',
    });
  });
});

describe('somebody out of office', () => {
  const during = { startsAt: '2020-01-01T00:00:00Z', endsAt: '2999-01-01T00:00:00Z' };

  it('is stood in for by their delegate, whose acts carry both names', async () => {
    const away = await workspace.person([{ function: 'legal' }]);
    const deputy = await workspace.person([{ function: 'event_management' }]);
    const item = await campaignInReview(crew, 'stood-in');
    const task = taskOf(item, 'legal_review');
    expect((await deputy.post(`/v1/tasks/${task}/claim`)).status).toBe(403);
    const absence = { ...during, delegateId: deputy.id };
    await away.put(`/v1/people/${away.id}/absence`, absence).expect(200);
    expect((await deputy.get('/v1/me')).body.memberships).toMatchObject([
      { function: 'event_management' },
      { function: 'legal', onBehalfOf: away.id },
    ]);
    const held = (await deputy.post(`/v1/tasks/${task}/claim`).expect(200)).body as Item;
    const approved = (await send(deputy, held, 'approve').expect(200)).body as Item;
    expect(approved.context.approvals[0]).toMatchObject({
      actorId: deputy.id,
      onBehalfOf: away.id,
      function: 'legal',
    });
    await away.delete(`/v1/people/${away.id}/absence`).expect(204);
    expect((await deputy.get('/v1/me')).body.memberships).toHaveLength(1);
  });

  it('does not approve their own work through their delegate', async () => {
    const writer = await workspace.person([{ function: 'marketing' }, { function: 'legal' }]);
    const deputy = await workspace.person([]);
    const item = await campaignInReview({ ...crew, marketing: writer }, 'own-through-another');
    const absence = { ...during, delegateId: deputy.id };
    await writer.put(`/v1/people/${writer.id}/absence`, absence).expect(200);
    const held = await claim(deputy, item, 'legal_review');
    const refused = await send(deputy, held, 'approve');
    expect([refused.status, codesOf(refused)]).toEqual([403, ['author_is_not_approver']]);
    expect(refused.body.reasons[0].detail).toContain('in whose place you act');
  });

  it('does not approve what their delegate wrote in their place', async () => {
    const away = await workspace.person([{ function: 'marketing' }, { function: 'legal' }]);
    const deputy = await workspace.person([]);
    await away.put(`/v1/people/${away.id}/absence`, { ...during, delegateId: deputy.id });
    const item = await campaignInReview({ ...crew, marketing: deputy }, 'written-in-place');
    await away.delete(`/v1/people/${away.id}/absence`).expect(204);
    const held = await claim(away, item, 'legal_review');
    const refused = await send(away, held, 'approve');
    expect([refused.status, codesOf(refused)]).toEqual([403, ['author_is_not_approver']]);
  });

  it('lends their work, not their rights over people and keys', async () => {
    const away = await workspace.person([{ function: 'enablement' }]);
    const deputy = await workspace.person([]);
    await away.put(`/v1/people/${away.id}/absence`, { ...during, delegateId: deputy.id });
    const key = { personId: away.id, name: 'mine', scopes: ['read', 'write', 'admin'] };
    expect((await deputy.post('/v1/api-keys', key)).status).toBe(403);
    expect((await deputy.post('/v1/people', { name: 'Eve' })).status).toBe(403);
    const path = `/v1/people/${crew.legal.id}/absence`;
    expect((await deputy.put(path, { ...during, delegateId: deputy.id })).status).toBe(403);
    await away.delete(`/v1/people/${away.id}/absence`).expect(204);
  });

  it('is told of by themselves or by enablement, and not to themselves', async () => {
    const absence = { ...during, delegateId: crew.sales.id };
    const path = `/v1/people/${crew.legal.id}/absence`;
    expect((await crew.product.put(path, absence)).status).toBe(403);
    expect((await crew.legal.put(path, { ...absence, delegateId: crew.legal.id })).status).toBe(
      422,
    );
    expect(
      (await crew.legal.put(path, { ...absence, endsAt: '2019-01-01T00:00:00Z' })).status,
    ).toBe(422);
  });
});

describe('the consulted', () => {
  async function asked(slug: string): Promise<{ item: Item; question: string }> {
    const created = await createItem(crew.marketing, {
      slug,
      process: 'campaign_asset',
      goalId: crew.goalId,
    });
    const item = await work(crew.enablement, created, { activity: 'triage', event: 'accept' });
    return { item, question: taskOf(item, 'write_brief/sales_management') };
  }

  it('are asked, and the work waits for their answer', async () => {
    const { item, question } = await asked('consulted');
    const held = await claim(crew.marketing, item, 'write_brief');
    const waiting = await send(crew.marketing, held, 'submit');
    expect([waiting.status, codesOf(waiting)]).toEqual([409, ['consulted_heard']]);
    expect((await crew.sales.post(`/v1/tasks/${question}/claim`)).status).toBe(409);
    expect((await crew.legal.post(`/v1/tasks/${question}/advise`)).status).toBe(403);
    const bare = await crew.sales.post(`/v1/tasks/${question}/advise`, { objects: true });
    expect([bare.status, codesOf(bare)]).toEqual([409, ['comment_given']]);
    const objection = { objects: true, comment: 'Nobody asks for this.' };
    const { body } = await crew.sales.post(`/v1/tasks/${question}/advise`, objection).expect(200);
    await send(crew.marketing, body as Item, 'submit').expect(200);
    expect(await factsOf(item, 'consultation.answered')).toMatchObject([
      { objects: true, comment: 'Nobody asks for this.' },
    ]);
  });

  it('have a time for it, after which their silence is no objection', async () => {
    const { item } = await asked('silent');
    const held = await claim(crew.marketing, item, 'write_brief');
    await lapse(item);
    await expireTasks(worker);
    expect(await factsOf(item, 'consultation.expired')).toMatchObject([
      { recordedAs: 'no_objection' },
    ]);
    const now = await read(crew.marketing, item.id);
    expect(now.version).toBe(held.version + 1);
    await send(crew.marketing, now, 'submit').expect(200);
  });
});

describe('the accountable', () => {
  async function approved(slug: string): Promise<Item> {
    const item = await campaignInReview(crew, slug);
    const once = await work(crew.legal, item, { activity: 'legal_review', event: 'approve' });
    return work(crew.product, once, { activity: 'product_review', event: 'approve' });
  }

  it('sign what others hand on, and nobody else can', async () => {
    const item = await approved('signed');
    const task = taskOf(item, 'release');
    const held = await claim(crew.enablement, item, 'release');
    const refused = await send(crew.enablement, held, 'publish');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['accountable_signed']]);
    expect(refused.body.reasons[0].remedy).toContain('marketing');
    const other = await crew.legal.post(`/v1/tasks/${task}/sign`);
    expect([other.status, codesOf(other)]).toEqual([403, ['not_accountable']]);
    const signed = (await crew.marketing.post(`/v1/tasks/${task}/sign`).expect(200)).body as Item;
    expect(signed.tasks[0]!.signature).toMatchObject({ by: crew.marketing.id });
    expect((await send(crew.enablement, signed, 'publish').expect(200)).body.stage).toBe(
      'published',
    );
  });

  it('tell the informed with every event of their activity', async () => {
    const item = await approved('informed');
    await work(crew.marketing, item, { activity: 'release', event: 'publish' });
    const told = (await factsOf(item, 'item.stage_changed')).find(({ to }) => to === 'published');
    expect(told).toMatchObject({ informed: ['marketing', 'sales_management'] });
  });
});

describe('enablement', () => {
  it('acts in the place of a function, says why, and it counts as informal', async () => {
    const item = await campaignInReview(crew, 'overridden');
    const refused = await send(crew.enablement, item, 'approve', { override: true });
    expect(codesOf(refused)).toEqual(['comment_given']);
    const input = { override: true, comment: 'Legal told me on the phone.' };
    const after = (await send(crew.enablement, item, 'approve', input).expect(200)).body as Item;
    expect(after.context.approvals).toHaveLength(1);
    expect((await handoffsOf(item)).at(-1)).toMatchObject({
      outcome: 'overridden',
      formality: 'informal',
    });
    const other = await send(crew.sales, after, 'approve', input);
    expect([other.status, codesOf(other)]).toEqual([403, ['override_not_yours']]);
  });

  it('moves an item past its process and writes past it, and both count as ad hoc', async () => {
    const item = await campaignInReview(crew, 'ad-hoc');
    const edit = (person: TestPerson, version: number, fields: object) =>
      person
        .post(`/v1/items/${item.id}/revisions`, {
          body: campaignText({ Story: 'New.' }),
          ...fields,
        })
        .set('if-match', `"${version}"`);
    const offProcess = 'The press calls.';
    expect((await edit(crew.legal, item.version, { offProcess })).status).toBe(403);
    const written = (await edit(crew.enablement, item.version, { offProcess }).expect(201))
      .body as Item;
    const move = (person: TestPerson, body: object) =>
      person.post(`/v1/items/${item.id}/move`, body).set('if-match', `"${written.version}"`);
    expect((await move(crew.legal, { to: 'approved', comment: 'Now.' })).status).toBe(403);
    const unknown = await move(crew.enablement, { to: 'nowhere', comment: 'Now.' });
    expect([unknown.status, codesOf(unknown)]).toEqual([409, ['stage_unknown']]);
    const moved = (await move(crew.enablement, { to: 'approved', comment: 'Now.' }).expect(200))
      .body as Item;
    expect([moved.stage, moved.tasks.map(({ activity }) => activity)]).toEqual([
      'approved',
      ['release'],
    ]);
    const adHoc = await crew.legal.get(`/v1/handoffs?formality=ad_hoc&itemId=${item.id}`);
    expect(adHoc.body.items.map(({ outcome }: HandoffRow) => outcome)).toEqual(['edited', 'moved']);
    const { body: counts } = await crew.legal.get('/v1/handoffs/counts');
    expect(counts).toContainEqual({ formality: 'ad_hoc', outcome: 'moved', count: 1 });
  });
});

describe('a blocker', () => {
  it('stands beside the stage, holds the work where the process says so, and goes by its owner', async () => {
    const drafted = await campaignDraft(crew, 'blocked');
    const blocker = {
      category: 'budget',
      ownerFunction: 'executive_management',
      detail: 'No money',
    };
    const path = `/v1/items/${drafted.id}/blockers`;
    const blocked = (await crew.marketing.post(path, blocker).expect(200)).body as Item;
    expect([blocked.stage, blocked.blockers.length]).toEqual(['drafting', 1]);
    const listed = await crew.legal.get('/v1/blockers?category=budget');
    expect(listed.body.items).toMatchObject([{ item: { id: drafted.id }, ageHours: 0 }]);
    expect((await crew.legal.get('/v1/items?blocked=true')).body.items).toMatchObject([
      { id: drafted.id },
    ]);
    const held = await claim(crew.marketing, blocked, 'draft', ['audience_named', 'one_message']);
    const written = await crew.marketing
      .post(`/v1/items/${drafted.id}/revisions`, { body: campaignText() })
      .set('if-match', `"${held.version}"`);
    const refused = await send(crew.marketing, written.body as Item, 'submit');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['not_blocked']]);
    const clear = `${path}/${blocked.blockers[0]!.id}/clear`;
    const other = await crew.legal.post(clear);
    expect([other.status, codesOf(other)]).toEqual([403, ['blocker_not_yours']]);
    const executive = await workspace.person([{ function: 'executive_management' }]);
    const cleared = (await executive.post(clear, { comment: 'Granted.' }).expect(200)).body as Item;
    expect((await send(crew.marketing, cleared, 'submit').expect(200)).body.stage).toBe(
      'in_review',
    );
  });

  it('names a person or a function, one of them', async () => {
    const item = await createItem(crew.marketing, { slug: 'blocker-owner' });
    const path = `/v1/items/${item.id}/blockers`;
    const blocker = { category: 'skill', detail: 'Nobody draws' };
    expect((await crew.marketing.post(path, blocker)).status).toBe(422);
    const both = { ...blocker, ownerId: crew.legal.id, ownerFunction: 'legal' };
    expect((await crew.marketing.post(path, both)).status).toBe(422);
    const { body } = await crew.marketing.post(path, { ...blocker, ownerId: crew.legal.id });
    expect(body.blockers[0]).toMatchObject({ owner: { personId: crew.legal.id } });
  });
});

describe('a comment', () => {
  it('stands at a section, names people, and is resolved', async () => {
    const item = await campaignInReview(crew, 'commented');
    const path = `/v1/items/${item.id}/comments`;
    const comment = { text: 'Which source?', section: 'claims', mentions: [crew.marketing.id] };
    const commented = (await crew.legal.post(path, comment).expect(200)).body as Item;
    expect(commented.openComments).toMatchObject([{ by: crew.legal.id, mandatory: false }]);
    expect(await factsOf(item, 'comment.added')).toMatchObject([
      { section: 'claims', mentions: [crew.marketing.id] },
    ]);
    const unknown = await crew.legal.post(path, { ...comment, section: 'prices' });
    expect([unknown.status, codesOf(unknown)]).toEqual([409, ['section_unknown']]);
    const nobody = { ...comment, mentions: ['00000000-0000-7000-8000-000000000000'] };
    expect((await crew.legal.post(path, nobody)).body.errors).toMatchObject([
      { pointer: '/mentions/0' },
    ]);
    const { id } = commented.openComments[0]!;
    const resolved = await crew.marketing.post(`${path}/${id}/resolve`).expect(200);
    expect((resolved.body as Item).openComments).toEqual([]);
    const listed = await crew.sales.get(`${path}?status=resolved`);
    expect(listed.body.items).toMatchObject([
      { text: 'Which source?', resolvedBy: crew.marketing.id },
    ]);
  });

  it('that is mandatory is resolved by who wrote it, and holds the work until then', async () => {
    const item = await campaignInReview(crew, 'mandatory');
    const path = `/v1/items/${item.id}/comments`;
    const mandatory = { text: 'Name the licence.', mandatory: true };
    expect((await crew.sales.post(path, mandatory)).status).toBe(403);
    const commented = (await crew.legal.post(path, mandatory).expect(200)).body as Item;
    const { id } = commented.openComments[0]!;
    const other = await crew.marketing.post(`${path}/${id}/resolve`);
    expect([other.status, codesOf(other)]).toEqual([403, ['comment_not_yours']]);
    const once = await work(crew.legal, commented, { activity: 'legal_review', event: 'approve' });
    const approved = await work(crew.product, once, {
      activity: 'product_review',
      event: 'approve',
    });
    const held = await claim(crew.marketing, approved, 'release');
    const refused = await send(crew.marketing, held, 'publish');
    expect([refused.status, codesOf(refused)]).toEqual([409, ['no_open_mandatory_comments']]);
    const { body } = await crew.legal.post(`${path}/${id}/resolve`).expect(200);
    await send(crew.marketing, body as Item, 'publish').expect(200);
  });

  it('keeps its text out of the trail, which has only its hash', async () => {
    const item = await createItem(crew.marketing, { slug: 'erasable' });
    await crew.legal.post(`/v1/items/${item.id}/comments`, { text: 'Ask Jane Doe.' }).expect(200);
    const { text } = await crew.legal.get(`/v1/items/${item.id}/history`);
    expect(text).not.toContain('Jane Doe');
  });
});
