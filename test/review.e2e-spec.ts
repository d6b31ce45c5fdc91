import { compileProcess, type ItemState, replayTrail } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { activateCampaign, campaignInReview, campaignText } from './campaign.js';
import { claim, createItem, type Crew, hire, type Item, read, send, work } from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
  await activateCampaign(crew);
});

afterAll(async () => api.close());

const votersOf = ({ context }: Item) =>
  context.approvals.map(({ activity }) => activity).toSorted();
const openIn = ({ tasks }: Item) => tasks.map(({ activity }) => activity);

/** Marketing rewrites a section while others review. */
async function edit(item: Item, changed: Record<string, string>): Promise<Item> {
  const held = item.tasks.some(
    ({ activity, status }) => activity === 'mend' && status === 'claimed',
  )
    ? item
    : await claim(crew.marketing, item, 'mend');
  const { body } = await crew.marketing
    .post(`/v1/items/${item.id}/revisions`, { body: campaignText(changed) })
    .set('if-match', `"${held.version}"`)
    .expect(201);
  return body as Item;
}

async function voidedIn(item: Item): Promise<object[]> {
  const rows = await api.database.query<{ entry: string }>(
    'select entry from audit_entry where item_id = $1 order by seq',
    [item.id],
  );
  return rows.flatMap(({ entry }) => (JSON.parse(entry) as { voided?: object[] }).voided ?? []);
}

describe('a review in team mode', () => {
  it('ends with two of three functions, and asks the third no more', async () => {
    const item = await campaignInReview(crew, 'two-of-three');
    expect(openIn(item)).toEqual(['legal_review', 'mend', 'product_review', 'regional_review']);
    const once = await work(crew.german, item, { activity: 'regional_review', event: 'approve' });
    expect(once.stage).toBe('in_review');
    const done = await work(crew.product, once, {
      activity: 'product_review',
      event: 'approve_with_comment',
      input: { comment: 'Mind the tiers.' },
    });
    expect([done.stage, openIn(done)]).toEqual(['approved', ['release']]);
  });

  it('takes an approval back, and asks that function again', async () => {
    const item = await campaignInReview(crew, 'withdrawn');
    const once = await work(crew.legal, item, { activity: 'legal_review', event: 'approve' });
    expect((await send(crew.product, once, 'withdraw')).body.reasons).toMatchObject([
      { code: 'voted' },
    ]);
    const back = (await send(crew.legal, once, 'withdraw').expect(200)).body as Item;
    expect([votersOf(back), openIn(back)]).toEqual([
      [],
      ['legal_review', 'mend', 'product_review', 'regional_review'],
    ]);
  });

  it('voids by an edit just the approvals whose sections it changed, and says which', async () => {
    const item = await campaignInReview(crew, 'sections');
    const once = await work(crew.legal, item, { activity: 'legal_review', event: 'approve' });
    const story = await edit(once, { Story: 'Another story.' });
    expect([votersOf(story), openIn(story)]).toEqual([
      ['legal_review'],
      ['mend', 'product_review', 'regional_review'],
    ]);
    const claims = await edit(story, { Story: 'Another story.', Claims: 'Twice as fast.' });
    expect([votersOf(claims), openIn(claims)]).toEqual([
      [],
      ['legal_review', 'mend', 'product_review', 'regional_review'],
    ]);
    expect(await voidedIn(item)).toEqual([
      { activity: 'legal_review', actorId: crew.legal.id, sections: ['claims'] },
    ]);
    const facts = await api.database.query<{ data: object }>(
      `select body::json -> 'data' as data from message where item_id = $1 and type = 'approval.voided'`,
      [item.id],
    );
    expect(facts).toMatchObject([
      { data: { activity: 'legal_review', approver: crew.legal.id, sections: ['claims'] } },
    ]);
  });

  it('is approved for a text that was seen, by its version or its digest', async () => {
    const item = await campaignInReview(crew, 'seen');
    const held = await claim(crew.legal, item, 'legal_review');
    const anyVersion = (input: object) =>
      crew.legal
        .post(`/v1/items/${item.id}/events`, { type: 'approve', ...input })
        .set('if-match', '*');
    const blind = await anyVersion({});
    expect([blind.status, blind.body.reasons[0].code]).toEqual([409, 'text_was_seen']);
    const before = held.revision!.digest;
    await edit(held, { Story: 'Rewritten meanwhile.' });
    expect((await anyVersion({ digest: before })).body.reasons[0].code).toBe('text_was_seen');
    const { digest } = (await read(crew.legal, item.id)).revision!;
    await anyVersion({ digest }).expect(200);
  });

  it('is verified though the sections of an edit have another order than their names', async () => {
    const item = await campaignInReview(crew, 'orders');
    const once = await work(crew.product, item, { activity: 'product_review', event: 'approve' });
    const edited = await edit(once, { Story: 'Another.', Markets: 'Others.', Claims: 'None.' });
    expect(votersOf(edited)).toEqual([]);
    const rows = await api.database.query<{ seq: number; text: string; hash: string }>(
      'select seq, entry as text, hash from audit_entry where item_id = $1 order by seq',
      [item.id],
    );
    const [version] = await api.database.query<{ definition: string }>(
      `select v.definition from process_version v join item i
         on i.workspace_id = v.workspace_id and i.process_digest = v.digest where i.item_id = $1`,
      [item.id],
    );
    const process = compileProcess(JSON.parse(version!.definition) as never);
    const identity = { workspaceId: workspace.id, itemId: item.id };
    expect(replayTrail(rows, identity, () => process)).toMatchObject({ ok: true });
  });

  it('covers every section of a name, wherever it stands and however often', async () => {
    const item = await campaignInReview(crew, 'doubled');
    const body = (second: string) =>
      `# Acme\n\n## Claims\n\nOne.\n\n# More\n\n## Claims\n\n${second}\n`;
    const held = await claim(crew.marketing, item, 'mend');
    const write = (version: number, text: string) =>
      crew.marketing
        .post(`/v1/items/${item.id}/revisions`, { body: text })
        .set('if-match', `"${version}"`)
        .expect(201);
    const first = (await write(held.version, body('Two.'))).body as Item;
    const once = await work(crew.legal, first, { activity: 'legal_review', event: 'approve' });
    const after = (await write(once.version, body('Three.'))).body as Item;
    expect(votersOf(after)).toEqual([]);
  });

  it('asks for four eyes also where a process forgets to', async () => {
    await activateCampaign(crew, (source) => {
      const { in_review: review } = source['states'] as unknown as Record<string, Forgetful>;
      const { activities, ...meta } = review!.meta;
      const [legal] = activities;
      const raci = { responsible: ['legal', 'marketing'], accountable: 'legal' };
      delete review!.review;
      Object.assign(source, { id: 'careless' });
      Object.assign(review!, {
        meta: {
          ...meta,
          mode: 'relay',
          quorum: undefined,
          activities: [{ ...legal, raci, events: ['approve', 'withdraw'] }],
        },
        on: {
          approve: { target: 'approved', actions: ['record_vote'] },
          withdraw: { target: 'drafting' },
        },
      });
      delete review!.meta.quorum;
    });
    const created = await createItem(crew.marketing, {
      slug: 'careless',
      process: 'careless',
      goalId: crew.goalId,
    });
    let item = await work(crew.enablement, created, { activity: 'triage', event: 'accept' });
    const question = item.tasks.find(({ role }) => role === 'consulted')!;
    await crew.sales.post(`/v1/tasks/${question.id}/advise`).expect(200);
    item = await work(crew.marketing, item, { activity: 'write_brief', event: 'submit' });
    const checked = ['audience_named', 'one_message'];
    const draft = { activity: 'draft', event: 'submit', writes: campaignText(), checked };
    item = await work(crew.marketing, item, draft);
    const held = await claim(crew.marketing, item, 'legal_review');
    const refused = await send(crew.marketing, held, 'approve');
    expect([refused.status, refused.body.reasons[0].code]).toEqual([403, 'author_is_not_approver']);
  });

  interface Forgetful {
    meta: { activities: object[]; quorum?: number };
    review?: object;
  }

  it('never has the author among its approvers, whatever the application says', async () => {
    const item = await campaignInReview(crew, 'four-eyes');
    await expect(
      api.database.query(
        `update item set context = jsonb_set(context, '{approvals}', jsonb_build_array(
           jsonb_build_object('activity', 'legal_review', 'actorId', $2::text)))
         where item_id = $1`,
        [item.id, crew.marketing.id],
      ),
    ).rejects.toThrow('item_author_never_approves');
  });
});

describe('fifty at once', () => {
  /** A reviewer who decides again and again on what they have read, until it is decided or their turn is over. */
  async function decides(
    person: TestPerson,
    id: string,
    { activity, event, times }: { activity: string; event: string; times: number },
  ): Promise<number[]> {
    const statuses: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      await pause(Math.random() * (event === 'approve' ? 150 : 15));
      const item = await read(person, id);
      if (item.stage !== 'in_review') break;
      const task = item.tasks.find((open) => open.activity === activity);
      if (task?.status === 'offered') await person.post(`/v1/tasks/${task.id}/claim`);
      const seen = item.revision!.digest;
      const response = await person
        .post(`/v1/items/${id}/events`, { type: event, digest: seen })
        .set('if-match', '*');
      statuses.push(response.status);
    }
    return statuses;
  }

  it.each([1, 2, 3])(
    'decide on a quorum of two between edits and withdrawals with one transition, no vote twice and none for an unseen text (%i)',
    async (round) => {
      const item = await campaignInReview(crew, `fifty-${round}`);
      const people = await Promise.all(
        Array.from({ length: 12 }, async (_, index) =>
          workspace.person([{ function: ['legal', 'product_management', 'regional'][index % 3]! }]),
        ),
      );
      const activities = ['legal_review', 'product_review', 'regional_review'];
      const held = await claim(crew.marketing, item, 'mend');
      const writes = async (writer: number) => {
        const statuses: number[] = [];
        for (let turn = 0; turn < 2; turn += 1) {
          await pause(Math.random() * 400);
          const body = campaignText({ Claims: `Version ${writer}.${turn}.` });
          const { status } = await crew.marketing
            .post(`/v1/items/${item.id}/revisions`, { body })
            .set('if-match', '*');
          statuses.push(status);
        }
        return statuses;
      };
      const calls = [
        ...Array.from({ length: 30 }, (_, index) =>
          decides(people[index % 12]!, item.id, {
            activity: activities[index % 3]!,
            event: 'approve',
            times: 8,
          }),
        ),
        ...Array.from({ length: 12 }, (_, index) =>
          decides(people[index]!, item.id, {
            activity: activities[index % 3]!,
            event: 'withdraw',
            times: 40,
          }),
        ),
        ...Array.from({ length: 8 }, (_, index) => writes(index)),
      ];
      expect(calls).toHaveLength(50);
      const statuses = (await Promise.all(calls)).flat();
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      // Whatever was left open, two who read it now decide it.
      for (const [index, activity] of activities.entries()) {
        await decides(people[index]!, item.id, { activity, event: 'approve', times: 3 });
        await decides(people[index + 3]!, item.id, { activity, event: 'approve', times: 3 });
      }
      expect((await read(crew.legal, item.id)).stage).toBe('approved');
      await expectSoundVotes(item.id, held.version);
    },
    60_000,
  );

  interface Entry {
    command: { type: string; event?: string; digest?: string; input?: { digest?: string } };
    from: string;
    to: string;
    voided?: { activity: string }[];
  }

  /** Replays the trail and looks at each vote: for which text, by whom, beside which others. */
  async function expectSoundVotes(itemId: string, since: number): Promise<void> {
    const rows = await api.database.query<{ seq: number; text: string; hash: string }>(
      'select seq, entry as text, hash from audit_entry where item_id = $1 order by seq',
      [itemId],
    );
    const [version] = await api.database.query<{ definition: string; digest: string }>(
      `select v.definition, v.digest from process_version v join item i
         on i.workspace_id = v.workspace_id and i.process_digest = v.digest where i.item_id = $1`,
      [itemId],
    );
    const process = compileProcess(JSON.parse(version!.definition) as never);
    let transitions = 0;
    let digest: string | undefined;
    for (const row of rows) {
      const entry = JSON.parse(row.text) as Entry;
      if (entry.command.type === 'revise') digest = entry.command.digest;
      if (entry.from === 'in_review' && entry.to !== 'in_review') transitions += 1;
      if (row.seq <= since || entry.command.event !== 'approve') continue;
      expect(entry.command.input!.digest).toBe(digest);
      const replayed = replayTrail(
        rows.slice(0, row.seq),
        { workspaceId: workspace.id, itemId },
        () => process,
      );
      if (!replayed.ok) throw new Error(replayed.fault.detail);
      expectDistinct(replayed.state, digest!);
    }
    expect(transitions).toBe(1);
  }

  function expectDistinct({ context, revision }: ItemState, digest: string): void {
    expect(revision!.digest).toBe(digest);
    const { approvals, authors } = context;
    for (const part of ['activity', 'actorId'] as const) {
      expect(new Set(approvals.map((given) => given[part])).size).toBe(approvals.length);
    }
    const sections = Object.fromEntries(revision!.sections.map(({ key, digest: of }) => [key, of]));
    for (const { actorId, sections: seen } of approvals) {
      expect(authors).not.toContain(actorId);
      expect(sections).toMatchObject(seen!);
    }
  }
});
