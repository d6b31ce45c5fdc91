import { dataSourceOptions, SEQUENCER_LOCK, sequenceOutbox, catchUpOutbox } from '#engine';
import { leafHash, rootOf, appendLeaf, EMPTY_TREE } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type Crew, hire, type Item, published } from './line.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let crew: Crew;
let item: Item;
let dataSource: DataSource;

beforeAll(async () => {
  api = await startTestApi();
  crew = await hire(await api.workspace('acme'));
  item = await published(crew, { requiredLocales: ['de-DE'] });
  const options = dataSourceOptions({
    url: api.database.url,
    poolSize: 3,
    applicationName: 'baton-test',
  });
  dataSource = await new DataSource(options).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});

interface Place {
  position: number;
  item: string | null;
  sequence: number | null;
}

const feed = () =>
  api.database.query<Place>(`
    select f.position::integer, m.item_id as item, m.sequence
    from feed f join message m using (workspace_id, message_id) order by f.position`);

describe('what was committed', () => {
  it('gets a place for each fact, in the order of its item, and none twice', async () => {
    const [{ count: messages }] = (await api.database.query<{ count: number }>(
      'select count(*)::integer as count from message',
    )) as [{ count: number }];
    const sequenced = await Promise.all([sequenceOutbox(dataSource), sequenceOutbox(dataSource)]);
    expect(sequenced.filter((count) => count !== null && count > 0)).toHaveLength(1);
    const places = await feed();
    expect(places.map(({ position }) => position)).toEqual(
      Array.from({ length: messages }, (_, index) => index + 1),
    );
    const own = places.filter((place) => place.item === item.id).map((place) => place.sequence!);
    expect(own).toEqual(own.toSorted((one, other) => one - other));
    expect(new Set(own).size).toBeGreaterThan(10);
    expect(await sequenceOutbox(dataSource)).toBe(0);
  });

  it('gets its place also where whoever was at it froze in the middle', async () => {
    const freezing = await new DataSource(
      dataSourceOptions({
        url: api.database.url,
        poolSize: 1,
        applicationName: 'baton-test-frozen',
        idleInTransactionMs: 3000,
      }),
    ).initialize();
    const frozen = freezing.createQueryRunner();
    await frozen.startTransaction();
    await frozen.query('select pg_advisory_xact_lock($1)', [SEQUENCER_LOCK]);
    expect(await sequenceOutbox(dataSource)).toBeNull();
    while ((await sequenceOutbox(dataSource)) === null);
    await expect(frozen.commitTransaction()).rejects.toThrow();
    await frozen.release();
    await freezing.destroy();
  });

  it('is a leaf of the tree whose peaks give the root of all leaves', async () => {
    const leaves = await api.database.query<{ entry: string; hash: Buffer }>(`
      select e.entry, l.hash from audit_leaf l join audit_entry e using (workspace_id, item_id, seq)
      order by leaf_index`);
    const [tip] = await api.database.query<{ leaves: string; peaks: Buffer }>(
      'select leaves, peaks from log_tip',
    );
    let tree = EMPTY_TREE;
    for (const { entry, hash } of leaves) {
      expect(hash).toEqual(leafHash(entry));
      tree = appendLeaf(tree, hash).tip;
    }
    expect([Number(tip!.leaves), tip!.peaks]).toEqual([tree.size, Buffer.concat(tree.peaks)]);
    expect(rootOf(tree)).toHaveLength(32);
  });

  it('is found where the release before left it without a row in the outbox', async () => {
    const before = (await feed()).length;
    await crew.enablement.post(`/v1/items/${item.id}/comments`, { text: 'Why?' }).expect(200);
    const goal = { title: 'Sell', sponsorId: crew.enablement.id };
    await crew.enablement.post('/v1/goals', goal).expect(201);
    await api.database.query('delete from outbox');
    expect(await sequenceOutbox(dataSource)).toBe(0);
    expect(await catchUpOutbox(dataSource)).toBe(1);
    expect(await catchUpOutbox(dataSource)).toBe(0);
    await sequenceOutbox(dataSource);
    expect((await feed()).length).toBe(before + 1);
  });

  it('cannot be moved or taken away afterwards', async () => {
    for (const table of ['feed', 'audit_leaf', 'audit_node']) {
      await expect(api.database.query(`delete from ${table}`)).rejects.toThrow(
        'only ever inserted',
      );
    }
  });
});
