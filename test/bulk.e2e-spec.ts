import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dataSourceOptions, poolOf } from '#engine';
import { type Client } from 'pg';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { type Line, prepareLine, seedDrafts } from './bench/seed.js';
import { baton } from './command-line.js';
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
import {
  sender,
  startTestApi,
  type TestApi,
  type TestPerson,
  type TestWorkspace,
} from './test-api.js';

interface Result {
  itemId: string;
  status: number;
  stage: string | null;
  version: number | null;
  problem: { code: string; detail: string; reasons: Reason[] } | null;
}

interface Answer {
  results: Result[];
  accepted: number;
  refused: number;
  dryRun: boolean;
  together: boolean;
}

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;
let line: Line;
let seeding: DataSource;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
  const options = { url: api.database.url, poolSize: 2, applicationName: 'baton-test' };
  seeding = await new DataSource(dataSourceOptions(options)).initialize();
  line = await prepareLine(seeding);
});

afterAll(async () => {
  await seeding.destroy();
  await api.close();
});

const bulk = (person: Pick<TestPerson, 'post'>, events: object[], fields: object = {}) =>
  person.post('/v1/items/bulk-events', { events, ...fields });

const answerOf = ({ status, body }: Response): Answer => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Answer;
};
const statusesOf = ({ results }: { results: Result[] }) => results.map(({ status }) => status);

/** Items whose triage is in the hands of enablement. */
async function inTriage(count: number, fields: object = {}): Promise<Item[]> {
  const items: Item[] = [];
  for (let index = 0; index < count; index += 1) {
    const slug = `triage-${Math.random().toString(36).slice(2)}`;
    const created = await createItem(crew.marketing, { slug, goalId: crew.goalId, ...fields });
    items.push(await claim(crew.enablement, created, 'triage'));
  }
  return items;
}

const TABLES = ['item', 'task', 'audit_entry', 'message', 'handoff', 'item_text', 'revision'];

/** Every row of these tables, of one item or of all. */
async function rowsOf(itemId: string | null = null): Promise<string[]> {
  const parts = TABLES.map(
    (table) => `select '${table} ' || row_to_json(t)::text as text from ${table} t
      where $1::uuid is null or item_id = $1`,
  );
  const rows = await api.database.query<{ text: string }>(parts.join(' union all '), [itemId]);
  return rows.map(({ text }) => text).toSorted();
}

/** Rows without what two items never have in common: ids, hashes and instants. */
const alike = (rows: string[]) =>
  rows
    .map((row) =>
      row
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, 'id')
        .replaceAll(/[0-9a-f]{64}/gu, 'hash')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/gu, 'instant'),
    )
    .toSorted();

/** How many messages go to the database while something is done. */
async function countQueries(doing: () => Promise<unknown>): Promise<number> {
  const pool = poolOf(api.app.get(DataSource));
  const client = await pool.connect();
  const query = jest.spyOn(Object.getPrototypeOf(client) as Client, 'query');
  client.release();
  try {
    await doing();
    // A pool hands on what it is asked to one of its clients, so every message is counted once.
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

describe('500 events in one call', () => {
  it('leave exactly what 500 single events leave, in the order in which they were sent', async () => {
    const bea = sender(api.server, line.key);
    const [single, together] = [
      await seedDrafts(poolOf(seeding), line, 500),
      await seedDrafts(poolOf(seeding), line, 500),
    ];
    for (let start = 0; start < single.length; start += 20) {
      const answers = await Promise.all(
        single
          .slice(start, start + 20)
          .map((id) =>
            bea.post(`/v1/items/${id}/events`, { type: 'submit' }).set('if-match', '"9"'),
          ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const shuffled = together.toSorted(() => Math.random() - 0.5);
    const events = shuffled.map((itemId) => ({ itemId, type: 'submit', version: 9 }));
    const answer = answerOf(await bulk(bea, events));
    expect(answer).toMatchObject({ accepted: 500, refused: 0, dryRun: false, together: false });
    expect(answer.results).toEqual(
      shuffled.map((itemId) => ({
        itemId,
        status: 200,
        stage: 'in_review',
        version: 10,
        problem: null,
      })),
    );
    const pattern = alike(await rowsOf(single[0]));
    expect(pattern.filter((row) => row.startsWith('audit_entry'))).toHaveLength(10);
    const left = new Map<string, string[]>([...single, ...together].map((id) => [id, []]));
    for (const row of await rowsOf()) {
      left.get(/"item_id":"([^"]+)"/u.exec(row)?.[1] ?? '')?.push(row);
    }
    for (const rows of left.values()) expect(alike(rows)).toEqual(pattern);
  });

  it('take as many messages to the database as ten do', async () => {
    const bea = sender(api.server, line.key);
    const ids = await seedDrafts(poolOf(seeding), line, 10 + 250 + 250);
    const submit = (some: string[]) =>
      countQueries(async () =>
        answerOf(
          await bulk(
            bea,
            some.map((itemId) => ({ itemId, type: 'submit' })),
          ),
        ),
      );
    const ten = await submit(ids.slice(0, 10));
    expect(ten).toBeLessThanOrEqual(7);
    expect(await submit(ids.slice(10, 260))).toBe(ten);
    expect(await submit(ids.slice(260))).toBe(ten);
  });

  it('take no more where each of them looks at its goal or opens its variants', async () => {
    const accept = async (items: Item[]) =>
      countQueries(async () =>
        answerOf(
          await bulk(
            crew.enablement,
            items.map(({ id }) => ({ itemId: id, type: 'accept' })),
          ),
        ),
      );
    expect(await accept(await inTriage(12))).toBe(await accept(await inTriage(2)));

    const sources: Item[] = [];
    for (let index = 0; index < 6; index += 1) {
      const source = await published(crew, { slug: `opens-${index}` });
      const described = await crew.marketing
        .patch(`/v1/items/${source.id}`, { requiredLocales: ['de', 'ja'] })
        .set('if-match', `"${source.version}"`);
      sources.push(described.body as Item);
    }
    const request = async (some: Item[]) =>
      countQueries(async () =>
        answerOf(
          await bulk(
            crew.marketing,
            some.map(({ id }) => ({ itemId: id, type: 'request_variants' })),
          ),
        ),
      );
    expect(await request(sources.slice(2))).toBe(await request(sources.slice(0, 2)));
    for (const { id } of sources) {
      const variants = await crew.marketing.get(`/v1/items?sourceItemId=${id}`);
      expect(variants.body.items).toHaveLength(2);
    }
  });
});

describe('a list of events', () => {
  it('gives each its own answer, the one that it would have had alone', async () => {
    const [fine, notTheirs, stale, done] = (await inTriage(4)) as [Item, Item, Item, Item];
    const goalless = (await inTriage(1, { goalId: undefined }))[0]!;
    const unclaimed = await createItem(crew.marketing, { slug: 'bulk-unclaimed' });
    await send(crew.enablement, done, 'cancel', { comment: 'Not needed.' }).expect(200);
    await crew.enablement.post(`/v1/tasks/${notTheirs.tasks[0]!.id}/release`).expect(200);
    const elsewhere = await hire(await api.workspace('elsewhere'));
    const foreign = await createItem(elsewhere.marketing, { slug: 'foreign' });
    const lawyer = await hire(await api.workspace('unrelated'));
    const unknown = lawyer.goalId;
    const sent = [
      { itemId: goalless.id, type: 'accept', version: goalless.version },
      { itemId: fine.id, type: 'accept', version: fine.version },
      { itemId: notTheirs.id, type: 'accept', version: notTheirs.version + 1 },
      { itemId: stale.id, type: 'accept', version: 1 },
      { itemId: done.id, type: 'accept', version: done.version + 1 },
      { itemId: unclaimed.id, type: 'cancel', version: 1 },
      { itemId: foreign.id, type: 'cancel', version: 1, comment: 'Not ours.' },
      { itemId: unknown, type: 'cancel', version: 1, comment: 'Nothing.' },
    ];
    const alone: Response[] = [];
    for (const { itemId, version, ...event } of sent.filter(({ itemId }) => itemId !== fine.id)) {
      alone.push(
        await crew.enablement
          .post(`/v1/items/${itemId}/events`, event)
          .set('if-match', `"${version}"`),
      );
    }
    const before = await rowsOf(foreign.id);
    const answer = answerOf(await bulk(crew.enablement, sent));
    expect(statusesOf(answer)).toEqual([409, 200, 409, 412, 409, 409, 404, 404]);
    expect([answer.accepted, answer.refused]).toEqual([1, 7]);
    expect(answer.results[1]).toMatchObject({ stage: 'brief', version: 3, problem: null });
    expect(answer.results[4]).toMatchObject({ stage: 'cancelled', version: 3 });
    expect(answer.results[6]).toMatchObject({ stage: null, version: null });
    expect(answer.results.map(({ problem }) => problem?.code)).toEqual([
      'goal_is_active',
      undefined,
      'task_not_claimed',
      'stale_version',
      'event_not_possible',
      'comment_given',
      'not_found',
      'not_found',
    ]);
    const others = answer.results.filter(({ status }) => status !== 200);
    for (const [index, { status, problem }] of others.entries()) {
      const {
        code,
        detail,
        reasons = [],
      } = alone[index]!.body as Partial<Result['problem']> & object;
      expect({ status, code: problem!.code, detail: problem!.detail }).toEqual({
        status: alone[index]!.status,
        code,
        detail,
      });
      expect(problem!.reasons.map((each) => each.code)).toEqual(reasons.map((each) => each.code));
    }
    expect(await read(crew.enablement, fine.id)).toMatchObject({ stage: 'brief', version: 3 });
    expect(await rowsOf(foreign.id)).toEqual(before);
    expect((await bulk(crew.legal, sent.slice(0, 2))).body.results[1]).toMatchObject({
      status: 412,
    });
  });

  it('decides a second event of an item on what the first has led to', async () => {
    const [item] = (await inTriage(1)) as [Item];
    const cancel = { type: 'cancel', comment: 'Later.' };
    const { results } = answerOf(
      await bulk(crew.enablement, [
        { itemId: item.id, type: 'accept', version: 2 },
        { itemId: item.id, type: 'accept' },
        // As it was seen before the call, which what came of the call itself does not make stale.
        { itemId: item.id, ...cancel, version: 2 },
        { itemId: item.id, ...cancel, version: 4 },
        { itemId: item.id, ...cancel, version: 5 },
      ]),
    );
    expect(results.map(({ status, stage, version }) => [status, stage, version])).toEqual([
      [200, 'brief', 3],
      [409, 'brief', 3],
      [200, 'cancelled', 4],
      [409, 'cancelled', 4],
      [412, 'cancelled', 4],
    ]);
    const history = await crew.enablement.get(`/v1/items/${item.id}/history`);
    const told = (history.body.items as { entry: { seq: number; to: string } }[]).map(
      ({ entry: { seq, to } }) => [seq, to],
    );
    expect(told).toEqual([
      [1, 'intake'],
      [2, 'intake'],
      [3, 'brief'],
      [4, 'cancelled'],
    ]);
    expect((await read(crew.enablement, item.id)).tasks).toEqual([]);
  });

  it('changes nothing in a dry run, and says what then comes of it', async () => {
    const [item, other] = (await inTriage(2)) as [Item, Item];
    const events = [
      { itemId: item.id, type: 'accept' },
      { itemId: item.id, type: 'cancel', comment: 'Later.' },
      { itemId: other.id, type: 'submit' },
    ];
    const before = await rowsOf();
    const key = 'dry-and-then-not';
    const dry = answerOf(
      await bulk(crew.enablement, events, { dryRun: true }).set('idempotency-key', key),
    );
    const dryTogether = answerOf(
      await bulk(crew.enablement, events, { dryRun: true, together: true }),
    );
    expect(await rowsOf()).toEqual(before);
    expect(dryTogether).toMatchObject({ accepted: 0, refused: 3, dryRun: true, together: true });
    expect(statusesOf(dryTogether)).toEqual([424, 424, 409]);
    const done = answerOf(await bulk(crew.enablement, events).set('idempotency-key', key));
    expect(statusesOf(done)).toEqual([200, 200, 409]);
    expect(done).toEqual({ ...dry, dryRun: false });
    expect(dry.dryRun).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['no events', [], '/events'],
    ['no list', {}, '/events/itemId'],
    ['what is no event', ['submit'], '/events/0'],
    ['an event without an item', [{ type: 'submit' }], '/events/0/itemId'],
    [
      'an event that is none',
      [
        { itemId: '00000000-0000-7000-8000-000000000000', type: 'submit' },
        { itemId: '00000000-0000-7000-8000-000000000000', type: 7 },
      ],
      '/events/1/type',
    ],
    [
      'a version that is none',
      [{ itemId: '00000000-0000-7000-8000-000000000000', type: 'submit', version: 0 }],
      '/events/0/version',
    ],
    [
      'a field that nobody knows',
      [{ itemId: '00000000-0000-7000-8000-000000000000', type: 'submit', stage: 'gold' }],
      '/events/0/stage',
    ],
    [
      'more than 500 events',
      Array.from({ length: 501 }, () => ({
        itemId: '00000000-0000-7000-8000-000000000000',
        type: 'submit',
      })),
      '/events',
    ],
  ])('is not valid with %s', async (_what, events, pointer) => {
    const response = await bulk(crew.enablement, events as object[]);
    expect([response.status, response.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('is not valid with switches that are neither on nor off', async () => {
    const events = [{ itemId: crew.goalId, type: 'submit' }];
    for (const name of ['dryRun', 'together']) {
      const response = await bulk(crew.enablement, events, { [name]: 'yes' });
      expect([response.status, response.body.errors[0].pointer]).toEqual([422, `/${name}`]);
    }
  });
});

describe('a release set', () => {
  it('is done as a whole or not at all, and says which of it stands in the way', async () => {
    const items = (await inTriage(3)) as [Item, Item, Item];
    const events = items.map(({ id, version }) => ({ itemId: id, type: 'accept', version }));
    const stale = events.with(1, { ...events[1]!, version: 1 });
    const before = await rowsOf();
    const key = 'set-with-a-stale-member';
    const refused = await bulk(crew.enablement, stale, { together: true }).set(
      'idempotency-key',
      key,
    );
    expect(refused.status).toBe(409);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'set_refused',
      detail: 'Expected that all 3 events of the set can happen; 1 cannot, so nothing was done.',
      results: [
        { status: 424, stage: 'intake', version: 2, problem: { code: 'held_back', reasons: [] } },
        { status: 412, problem: { reasons: [{ code: 'stale_version' }] } },
        { status: 424, stage: 'intake', version: 2 },
      ],
    });
    expect(await rowsOf()).toEqual(before);
    const missing = [...events, { itemId: crew.goalId, type: 'accept' }];
    const gone = await bulk(crew.enablement, missing, { together: true });
    expect([gone.status, statusesOf(gone.body as Answer)]).toEqual([409, [424, 424, 424, 404]]);
    expect(await rowsOf()).toEqual(before);
    // What was refused is not kept as the answer: the same call is decided anew.
    await send(crew.enablement, items[1], 'cancel', { comment: 'Out of the set.' }).expect(200);
    const again = await bulk(crew.enablement, stale, { together: true }).set(
      'idempotency-key',
      key,
    );
    expect(again.body.results[1]).toMatchObject({ stage: 'cancelled', version: 3 });
    const rest = answerOf(
      await bulk(crew.enablement, [events[0]!, events[2]!], { together: true }),
    );
    expect(rest).toMatchObject({ accepted: 2, refused: 0, together: true });
  });

  it('takes a source out with a variant that waits for it, in the order of the list', async () => {
    const { source, variant, both } = await approvedWithVariant('waits-for-source');
    const publish = { itemId: source.id, type: 'publish', version: source.version };
    const accept = { itemId: variant.id, type: 'accept', version: variant.version };
    const before = await rowsOf();
    const backwards = await bulk(both, [accept, publish], { together: true });
    expect([backwards.status, statusesOf(backwards.body as Answer)]).toEqual([409, [409, 424]]);
    expect(backwards.body.results[0].problem.code).toBe('source_is_published');
    expect(await rowsOf()).toEqual(before);
    const forwards = answerOf(await bulk(both, [publish, accept], { together: true }));
    expect(forwards.results).toMatchObject([
      { stage: 'published', version: source.version + 1 },
      { stage: 'queued', version: variant.version + 2 },
    ]);
    const after = await read(both, variant.id);
    expect(after).toMatchObject({
      stage: 'queued',
      version: variant.version + 2,
      source: { digest: source.revision!.digest },
    });
    expect(after.tasks.map(({ activity }) => activity)).toEqual(['pick_up']);
    const { body } = await both.get(`/v1/items?sourceItemId=${source.id}`);
    expect((body.items as Item[]).map(({ locale, stage }) => [locale, stage])).toEqual([
      ['de-DE', 'queued'],
      ['ja-JP', 'requested'],
    ]);
  });

  it('opens its variants also where a variant of the list is refused, but not where all go together', async () => {
    const { source, variant, both } = await approvedWithVariant('opens-alone');
    const events = [
      { itemId: source.id, type: 'publish' },
      { itemId: variant.id, type: 'publish' },
      { itemId: source.id, type: 'request_variants' },
    ];
    const refused = await bulk(both, events, { together: true });
    expect([refused.status, statusesOf(refused.body as Answer)]).toEqual([409, [424, 409, 424]]);
    const { results } = answerOf(await bulk(both, events));
    expect(results.map(({ status, version }) => [status, version])).toEqual([
      [200, source.version + 1],
      [409, variant.version + 1],
      [200, source.version + 2],
    ]);
    const { body } = await both.get(`/v1/items?sourceItemId=${source.id}`);
    expect((body.items as Item[]).map(({ locale, version }) => [locale, version])).toEqual([
      ['de-DE', variant.version + 1],
      ['ja-JP', 1],
    ]);
  });

  /** A source that is about to be published and a variant that waits for it, both in the hands of one person. */
  async function approvedWithVariant(slug: string) {
    const both = await workspace.person([
      { function: 'marketing' },
      { function: 'regional', locale: 'de' },
    ]);
    const fields = { slug, requiredLocales: ['de-DE', 'ja-JP'] };
    let source = await inReview(crew, fields);
    source = await work(crew.product, source, { activity: 'product_review', event: 'approve' });
    source = await work(crew.legal, source, { activity: 'legal_review', event: 'approve' });
    source = await claim(both, source, 'release');
    const variant = { kind: 'variant', locale: 'de-DE', sourceItemId: source.id };
    const requested = await crew.enablement.post('/v1/items', variant).expect(201);
    return { both, source, variant: await claim(both, requested.body as Item, 'accept_request') };
  }
});

describe('at the same instant', () => {
  const at = <T>(times: number, make: (index: number) => PromiseLike<T>) =>
    Promise.all(Array.from({ length: times }, async (_, index) => make(index)));

  it('twenty equal calls under one key have one effect and one answer', async () => {
    const items = await inTriage(3);
    const events = [
      ...items.map(({ id }) => ({ itemId: id, type: 'accept' })),
      { itemId: crew.goalId, type: 'accept' },
    ];
    const answers = await at(20, () =>
      bulk(crew.enablement, events).set('idempotency-key', 'twenty-at-once'),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(statusesOf(answerOf(answers[0]!))).toEqual([200, 200, 200, 404]);
    for (const { id } of items) {
      const entries = await api.database.query('select from audit_entry where item_id = $1', [id]);
      expect(entries).toHaveLength(3);
    }
    const other = await bulk(crew.enablement, events.slice(1)).set(
      'idempotency-key',
      'twenty-at-once',
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('equal calls that find nothing have one answer too', async () => {
    const events = [{ itemId: crew.goalId, type: 'accept' }];
    const answers = await at(10, () =>
      bulk(crew.enablement, events).set('idempotency-key', 'nothing-at-once'),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const kept = await api.database.query("select from idempotency where key = 'nothing-at-once'");
    expect(kept).toHaveLength(1);
  });

  it('a variant that somebody else opens is there once, and its source is answered all the same', async () => {
    for (let round = 0; round < 5; round += 1) {
      const source = await published(crew, { slug: `raced-${round}` });
      const described = await crew.marketing
        .patch(`/v1/items/${source.id}`, { requiredLocales: ['de-DE', 'fr-FR'] })
        .set('if-match', `"${source.version}"`);
      const variant = { kind: 'variant', locale: 'de-DE', sourceItemId: source.id };
      const events = [{ itemId: source.id, type: 'request_variants' }];
      const [opened, called] = await Promise.all([
        crew.enablement.post('/v1/items', variant),
        bulk(crew.marketing, events),
      ]);
      expect([201, 409]).toContain(opened.status);
      expect(answerOf(called).results).toMatchObject([
        { status: 200, version: (described.body as Item).version + 1 },
      ]);
      const { body } = await crew.marketing.get(`/v1/items?sourceItemId=${source.id}`);
      const locales = (body.items as Item[]).map(({ locale }) => locale).toSorted();
      expect(locales).toEqual(['de-DE', 'fr-FR']);
    }
  });

  it('calls and single events on the same items lose nothing and do nothing twice', async () => {
    const items = await inTriage(50);
    const cancels = items.map(({ id }) => ({ itemId: id, type: 'cancel', comment: 'Enough.' }));
    const accept = ({ id }: Item) =>
      crew.enablement.post(`/v1/items/${id}/events`, { type: 'accept' }).set('if-match', '*');
    const firstSingles = at(25, (index) => accept(items[index]!));
    const calls = at(4, (index) =>
      bulk(crew.enablement, index % 2 === 0 ? cancels : cancels.toReversed()),
    );
    const lastSingles = at(25, (index) => accept(items[49 - index]!));
    const singles = [...(await firstSingles), ...(await lastSingles).toReversed()];
    const answers = (await calls).map(answerOf);
    for (const [index, item] of items.entries()) {
      const accepted = singles[index]!.status === 200 ? 1 : 0;
      expect([200, 409]).toContain(singles[index]!.status);
      const cancelled = answers.flatMap(({ results }) =>
        results.filter(({ itemId }) => itemId === item.id).map(({ status }) => status),
      );
      expect(cancelled.toSorted((one, two) => one - two)).toEqual([200, 409, 409, 409]);
      const after = await read(crew.enablement, item.id);
      expect([after.stage, after.version]).toEqual(['cancelled', 3 + accepted]);
    }
  });
});

describe('everything that was done', () => {
  it('replays to what is stored', async () => {
    const keys = [crew.enablement.key, line.key];
    for (const key of keys) {
      const { output } = await baton(['verify'], { url: api.url, key });
      expect(output).toMatch(/every trail holds and leads to what is stored\.\n$/u);
    }
  });
});
