import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dataSourceOptions, poolOf } from '#engine';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type Line, prepareLine, seedDrafts } from './bench/seed.js';
import { answerOf, bulk, inTriage, rowsOf, statusesOf } from './bulk.fixture.js';
import { baton } from './command-line.js';
import { type Crew, hire, type Item, published, read } from './line.js';
import { untilSessions } from './sessions.js';
import { sender, startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let crew: Crew;
let line: Line;
let seeding: DataSource;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
  const options = { url: api.database.url, poolSize: 2, applicationName: 'baton-test' };
  seeding = await new DataSource(dataSourceOptions(options)).initialize();
  line = await prepareLine(seeding);
});

afterAll(async () => {
  await seeding.destroy();
  await api.close();
});

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
    // A pool hands on what it is asked to one of its clients, so every message is counted once. When keys were used is
    // written down now and then, whatever is done.
    return query.mock.calls.filter((sent) => !JSON.stringify(sent[0]).includes('last_used_at'))
      .length;
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
    const pattern = alike(await rowsOf(api.database, single[0]));
    expect(pattern.filter((row) => row.startsWith('audit_entry'))).toHaveLength(10);
    const left = new Map<string, string[]>([...single, ...together].map((id) => [id, []]));
    for (const row of await rowsOf(api.database)) {
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
    expect(await accept(await inTriage(crew, 12))).toBe(await accept(await inTriage(crew, 2)));

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

describe('at the same instant', () => {
  const at = <T>(times: number, make: (index: number) => PromiseLike<T>) =>
    Promise.all(Array.from({ length: times }, async (_, index) => make(index)));

  it('twenty equal calls under one key have one effect and one answer', async () => {
    const items = await inTriage(crew, 3);
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

  it('a call that waits for somebody who waits for it is decided anew', async () => {
    const [first, second] = (await inTriage(crew, 2)) as [Item, Item];
    const lock = ({ id }: Item) =>
      api.database.query('select from item where item_id = $1 for update', [id]);
    await api.database.query('begin');
    // Whoever waits for longest looks for the deadlock, which is to be the call.
    await api.database.query(`set local deadlock_timeout = '60s'`);
    await lock(second);
    // It takes the first and waits for the second, whose holder then asks for the first.
    const events = [first, second].map(({ id }) => ({ itemId: id, type: 'accept' }));
    const called = bulk(crew.enablement, events).then(answerOf);
    await untilSessions(api.database, `wait_event_type = 'Lock'`, (count) => count > 0);
    await lock(first);
    await api.database.query('commit');
    expect(statusesOf(await called)).toEqual([200, 200]);
  });

  it('a long call goes through however busy its items are', async () => {
    const bea = sender(api.server, line.key);
    const ids = await seedDrafts(poolOf(seeding), line, 300);
    const call = { answered: false };
    const keepBusy = async (id: string) => {
      for (let count = 0; !call.answered; count += 1) {
        const change = bea.patch(`/v1/items/${id}`, { title: `Title ${count}` });
        // 409 once it is in review, where nobody retitles it.
        expect([200, 409]).toContain((await change.set('if-match', '*')).status);
      }
    };
    const busy = Promise.all(ids.slice(-4).map(keepBusy));
    await pause(100);
    const events = ids.map((itemId) => ({ itemId, type: 'submit' }));
    const answer = answerOf(await bulk(bea, events));
    call.answered = true;
    await busy;
    expect(answer.accepted).toBe(300);
  });

  it('calls and single events on the same items lose nothing and do nothing twice', async () => {
    const items = await inTriage(crew, 50);
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
      expect(output).toMatch(/every trail holds and leads to what is stored\.\n/u);
    }
  });
});
