import { CONTENT_TYPES, TRAINING_TYPES } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { migrate } from '../migrations/index.js';
import { baton } from './command-line.js';
import { createItem, type Crew, hire, type Item, published, read, send, work } from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

type TaggedItem = Item & { audience: string[]; purpose: string; type: string };

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
});

afterAll(async () => api.close());

const AUDIENCES = '/v1/taxonomies/audience/terms';

async function addTerm(key: string, fields: object = {}, taxonomy = 'audience'): Promise<object> {
  const body = { key, label: key, ownerFunction: 'marketing', ...fields };
  const answer = await crew.enablement.post(`/v1/taxonomies/${taxonomy}/terms`, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as object;
}

const merge = (person: TestPerson, from: string, into: string, fields: object = {}) =>
  person.post(`${AUDIENCES}/${from}/merge`, { into, comment: 'One is enough.', ...fields });

const deprecate = (person: TestPerson, key: string, fields: object = {}) =>
  person.post(`${AUDIENCES}/${key}/deprecate`, { comment: 'Out of use.', ...fields });

const describeItem = (person: TestPerson, item: Item, changes: object) =>
  person.patch(`/v1/items/${item.id}`, changes).set('if-match', `"${item.version}"`);

const codes = ({ body }: Response) =>
  (body as { reasons: { code: string }[] }).reasons.map(({ code }) => code);

const tagged = async (person: TestPerson, id: string) => (await read(person, id)) as TaggedItem;

async function carrying(audience: string): Promise<string[]> {
  const { body } = await crew.legal.get(`/v1/items?audience=${audience}&limit=200`);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id).toSorted();
}

const TYPES = CONTENT_TYPES.length + TRAINING_TYPES.length;

describe('a new workspace', () => {
  it('has closed lists of types and journey stages in their order, and open audiences and purposes', async () => {
    const { body } = await crew.legal.get('/v1/taxonomies').expect(200);
    expect(body).toEqual([
      { taxonomy: 'type', open: false, terms: { active: TYPES, deprecated: 0, merged: 0 } },
      expect.objectContaining({ taxonomy: 'audience', open: true }),
      expect.objectContaining({ taxonomy: 'purpose', open: true }),
      { taxonomy: 'journey_stage', open: false, terms: { active: 7, deprecated: 0, merged: 0 } },
    ]);
    const stages = await crew.legal.get('/v1/taxonomies/journey_stage');
    expect(stages.body.terms.map(({ label }: { label: string }) => label)).toEqual(
      'Awareness Consideration Evaluation Purchase Implementation Adoption All'.split(' '),
    );
  });

  it('begins with what the migration gave to those that were there before', async () => {
    const { query, url } = api.database;
    const termsNow = () =>
      query('select to_jsonb(t) as term from term t where workspace_id = $1 order by 1', [
        workspace.id,
      ]);
    const taxonomies = 'select name, open from taxonomy where workspace_id = $1 order by 1';
    const seeded = [await termsNow(), await query(taxonomies, [workspace.id])];
    await query(`
      drop table term_entry, term, taxonomy;
      drop index item_type, item_purpose, item_words;
      delete from schema_migration where name like 'Taxonomies%'`);
    expect(await migrate(url)).toEqual([expect.stringMatching(/^Taxonomies/u)]);
    // The migration stands as it was written; new workspaces may begin with more by now.
    const [terms, open] = seeded;
    expect(terms).toEqual(expect.arrayContaining(await termsNow()));
    expect(await query(taxonomies, [workspace.id])).toEqual(open);
  });
});

describe('a synonym', () => {
  it('is taken in any spelling and replaced by its term, in new items, in changes and in filters', async () => {
    const term = { synonyms: ['Account Exec.', 'AE', 'seller', 'ae'] };
    expect(await addTerm('rep', term)).toMatchObject({
      synonyms: ['account_exec', 'ae', 'seller'],
    });
    const fields = { slug: 'synonyms', audience: ['ae', 'rep', 'partner'] };
    const created = (await createItem(crew.marketing, fields)) as TaggedItem;
    expect(created.audience).toEqual(['rep', 'partner']);
    const same = await describeItem(crew.marketing, created, { audience: ['seller', 'partner'] });
    expect([same.status, same.body.version]).toEqual([200, 1]);
    const other = await describeItem(crew.marketing, created, { audience: ['account_exec'] });
    expect(other.body.audience).toEqual(['rep']);
    expect(await carrying('ae')).toEqual([created.id]);
    const trail = await crew.legal.get(`/v1/items/${created.id}/history`);
    expect(trail.body.items[1].entry.command).toEqual({
      type: 'describe',
      changes: { audience: ['rep'] },
    });
  });

  it('is one term’s only, and no key is taken twice', async () => {
    await addTerm('buyer', { synonyms: ['purchaser'] });
    const add = (body: object) =>
      crew.enablement.post(AUDIENCES, { label: 'X', ownerFunction: 'legal', ...body });
    expect(codes(await add({ key: 'buyer' }).expect(409))).toEqual(['key_taken']);
    expect(codes(await add({ key: 'purchaser' }).expect(409))).toEqual(['key_taken']);
    const taken = await add({ key: 'client', synonyms: ['Buyer', 'purchaser'] }).expect(409);
    expect(codes(taken)).toEqual(['synonym_taken', 'synonym_taken']);
    await addTerm('client');
    const patched = crew.enablement.patch(`${AUDIENCES}/client`, { synonyms: ['buyer'] });
    expect(codes(await patched.expect(409))).toEqual(['synonym_taken']);
    const nameless = await add({ key: 'client_two', synonyms: ['ok', '顧客'] }).expect(422);
    expect(nameless.body.errors).toMatchObject([{ pointer: '/synonyms/1' }]);
    const kind = await add({ key: 'client_two', kind: 'content' }).expect(422);
    expect(kind.body.errors).toMatchObject([{ pointer: '/kind' }]);
  });
});

describe('a deprecated term', () => {
  it('is refused to new use with its successor, kept by what carries it, and can come back', async () => {
    await addTerm('old_guard');
    await addTerm('new_guard');
    const item = await createItem(crew.marketing, { slug: 'keeps', audience: ['old_guard'] });
    await deprecate(crew.marketing, 'old_guard', { successor: 'new_guard' }).expect(200);
    const asked = { kind: 'content', title: 'New', locale: 'en', ownerFunction: 'marketing' };
    const create = () => crew.marketing.post('/v1/items', { ...asked, audience: ['old_guard'] });
    expect((await create().expect(422)).body.errors).toEqual([
      {
        pointer: '/audience/0',
        code: 'term_deprecated',
        detail:
          'Expected an audience that is for new use; found "old_guard", which is deprecated in favour of "new_guard".',
      },
    ]);
    const kept = await describeItem(crew.marketing, item, { audience: ['partner', 'old_guard'] });
    expect([kept.status, kept.body.audience]).toEqual([200, ['partner', 'old_guard']]);
    await crew.marketing.post(`${AUDIENCES}/old_guard/reactivate`).expect(200);
    expect((await create()).status).toBe(201);
    const again = await crew.marketing.post(`${AUDIENCES}/old_guard/reactivate`).expect(409);
    expect(codes(again)).toEqual(['term_active']);
  });
});

describe('an open taxonomy', () => {
  it('takes any word and lists those that are no term; closed, it takes terms only and leaves what is there', async () => {
    const shelf = await api.workspace('closing');
    const person = await shelf.person([{ function: 'enablement' }]);
    const item = await createItem(person, { slug: 'free', audience: ['free_word'] });
    const listed = await person.get('/v1/taxonomies/audience');
    expect(listed.body).toEqual({
      taxonomy: 'audience',
      open: true,
      terms: [],
      unlisted: [{ word: 'free_word', usedBy: 1 }],
    });
    const close = person.patch('/v1/taxonomies/audience', { open: false });
    expect((await close.expect(200)).body.open).toBe(false);
    const refused = await describeItem(person, item, { audience: ['free_word', 'other'] });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/audience/1',
          code: 'not_in_list',
          detail: 'Expected an audience, of which there is none yet; found "other".',
        },
      ],
    ]);
    await describeItem(person, item, { audience: ['free_word'], title: 'Kept' }).expect(200);
    await person.patch('/v1/taxonomies/type', { open: true }).expect(200);
    const poem = { slug: 'poem', type: 'poem', audience: [] };
    expect(await createItem(person, poem)).toMatchObject({ type: 'poem' });
  });
});

describe('a term', () => {
  it('is changed by its own function and by enablement, and keeps a history', async () => {
    await addTerm('governed', { ownerFunction: 'legal' });
    const path = `${AUDIENCES}/governed`;
    const forbidden = await crew.marketing.patch(path, { label: 'Mine' }).expect(403);
    expect(codes(forbidden)).toEqual(['not_your_function']);
    await deprecate(crew.marketing, 'governed').expect(403);
    await crew.legal.patch(path, { label: 'Governed', synonyms: ['ruled'] }).expect(200);
    await crew.legal.patch(path, { label: 'Governed' }).expect(200);
    await crew.legal.patch(path, { ownerFunction: 'marketing' }).expect(200);
    await crew.legal.patch(path, { label: 'Again' }).expect(403);
    const { body } = await crew.sales.get(`${path}/history`).expect(200);
    expect(body.items).toMatchObject([
      { seq: 1, actorId: crew.enablement.id, change: { type: 'created' } },
      {
        seq: 2,
        actorId: crew.legal.id,
        change: { type: 'changed', fields: { label: 'Governed', synonyms: ['ruled'] } },
      },
      { seq: 3, change: { fields: { ownerFunction: 'marketing' } } },
    ]);
    await expect(api.database.query("update term_entry set change = ''")).rejects.toThrow(
      'only ever inserted',
    );
  });

  it('that is not there is 404, and so is a taxonomy', async () => {
    await crew.legal.get('/v1/taxonomies/colour').expect(404);
    await crew.enablement.patch(`${AUDIENCES}/nobody`, { label: 'X' }).expect(404);
    await merge(crew.enablement, 'nobody', 'rep').expect(404);
    const into = await merge(crew.enablement, 'rep', 'nobody').expect(422);
    expect(into.body.errors).toMatchObject([{ pointer: '/into', code: 'not_in_list' }]);
    const stranger = await (await api.workspace('strangers')).person([{ function: 'enablement' }]);
    await merge(stranger, 'rep', 'buyer').expect(404);
    await stranger.get(`${AUDIENCES}/rep/history`).expect(404);
  });
});

describe('merging', () => {
  it('re-tags every item at once, closed ones and variants too, each with an entry that replays', async () => {
    await addTerm('reseller', { synonyms: ['var'] });
    await addTerm('channel_partner');
    const audience = ['reseller', 'channel_partner', 'everyone'];
    const source = await published(crew, {
      slug: 'merged-source',
      audience: ['reseller'],
      requiredLocales: ['de-DE'],
    });
    const cancelled = await createItem(crew.marketing, { slug: 'merged-final', audience });
    await send(crew.enablement, cancelled, 'cancel', { comment: 'Not needed.' }).expect(200);
    for (let count = 0; count < 27; count += 1) {
      await createItem(crew.marketing, { slug: `merged-${count}`, audience });
    }
    const before = await carrying('reseller');
    expect(before).toHaveLength(30);

    const foreseen = await merge(crew.marketing, 'reseller', 'channel_partner', { dryRun: true });
    expect(foreseen.body).toMatchObject({ items: 30, dryRun: true });
    expect((await tagged(crew.legal, source.id)).audience).toEqual(['reseller']);

    const done = await merge(crew.marketing, 'reseller', 'channel_partner').expect(200);
    expect(done.body).toMatchObject({
      items: 30,
      dryRun: false,
      into: { key: 'channel_partner', synonyms: ['reseller', 'var'] },
    });
    expect(foreseen.body.into).toEqual(done.body.into);

    const rows = await api.database.query<{ id: string; stage: string; kind: string }>(
      `select item_id as id, stage, kind from item where audience @> '["channel_partner"]'
       order by item_id`,
    );
    expect(rows.map(({ id }) => id)).toEqual(before);
    expect(rows.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['cancelled', 'published', 'requested']),
    );
    expect(rows.map(({ kind }) => kind)).toContain('variant');
    expect((await tagged(crew.legal, cancelled.id)).audience).toEqual([
      'channel_partner',
      'everyone',
    ]);
    const [entries] = await api.database.query<{ count: string; moments: string }>(
      `select count(*), count(distinct xmin::text) as moments from audit_entry
       where entry::jsonb -> 'command' ->> 'type' = 'retag'`,
    );
    expect(entries).toEqual({ count: '30', moments: '1' });

    const messages = await api.database.query<{ body: string; item_id: string | null }>(
      `select body, item_id from message where type = 'term.merged'`,
    );
    expect(messages.map(({ item_id: item }) => item)).toEqual([null]);
    expect(JSON.parse(messages[0]!.body)).toMatchObject({
      type: 'term.merged',
      data: { taxonomy: 'audience', from: 'reseller', into: 'channel_partner', items: 30 },
    });
    const facts = await api.database.query(`select from message where type = 'item.retagged'`);
    expect(facts).toHaveLength(30);

    const { output, status } = await baton(['verify'], { url: api.url, key: crew.enablement.key });
    expect([status, output]).toEqual([0, expect.stringContaining('every trail holds')]);
  });

  it('leaves the merged term and its synonyms standing for the other', async () => {
    const item = (await createItem(crew.marketing, {
      slug: 'after-merge',
      audience: ['var', 'reseller'],
    })) as TaggedItem;
    expect(item.audience).toEqual(['channel_partner']);
    expect(await carrying('reseller')).toContain(item.id);
    const history = await crew.legal.get(`${AUDIENCES}/reseller/history`);
    expect(history.body.items.at(-1)).toMatchObject({
      actorId: crew.marketing.id,
      change: { type: 'merged', into: 'channel_partner', items: 30, comment: 'One is enough.' },
    });
    expect(codes(await merge(crew.enablement, 'reseller', 'rep').expect(409))).toEqual([
      'term_merged',
    ]);
    expect(codes(await merge(crew.enablement, 'rep', 'reseller').expect(409))).toEqual([
      'successor_merged',
    ]);
    expect(codes(await merge(crew.enablement, 'rep', 'rep').expect(409))).toEqual(['same_term']);
    const back = await crew.enablement.post(`${AUDIENCES}/reseller/reactivate`).expect(409);
    expect(codes(back)).toEqual(['term_merged']);
  });

  it('is for who keeps both terms, goes into an active one, and stays within a kind', async () => {
    await addTerm('lawyers', { ownerFunction: 'legal' });
    await merge(crew.marketing, 'rep', 'lawyers').expect(403);
    await merge(crew.legal, 'rep', 'lawyers').expect(403);
    await deprecate(crew.legal, 'lawyers').expect(200);
    const closed = await merge(crew.enablement, 'rep', 'lawyers').expect(409);
    expect(codes(closed)).toEqual(['successor_deprecated']);
    const kinds = await crew.enablement
      .post('/v1/taxonomies/type/terms/faq/merge', { into: 'lesson', comment: 'Both teach.' })
      .expect(409);
    expect(codes(kinds)).toEqual(['other_kind']);
  });

  it('re-tags single facets too, and has one effect and one answer under one key', async () => {
    const item = await createItem(crew.marketing, { slug: 'one-faq', type: 'faq' });
    const send = () =>
      crew.enablement
        .post('/v1/taxonomies/type/terms/faq/merge', { into: 'guideline', comment: 'Same.' })
        .set('idempotency-key', 'merge-once');
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await tagged(crew.legal, item.id)).toMatchObject({ type: 'guideline', version: 2 });
  });

  it('is waited for by whoever tags at that moment, and nothing of theirs is lost', async () => {
    await addTerm('early');
    await addTerm('late');
    const items = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        createItem(crew.marketing, { slug: `moving-${index}`, audience: ['early'] }),
      ),
    );
    const created = { kind: 'content', locale: 'en', ownerFunction: 'marketing' };
    const [merged, ...others] = await Promise.all([
      merge(crew.marketing, 'early', 'late'),
      ...items.map((item, index) =>
        describeItem(crew.marketing, item, { title: `Title ${index}`, audience: ['early', 'x'] }),
      ),
      ...items.map((_, index) =>
        crew.marketing.post('/v1/items', {
          ...created,
          title: `Meanwhile ${index}`,
          audience: ['early'],
        }),
      ),
    ]);
    expect(merged.status).toBe(200);
    const described = others.slice(0, items.length);
    expect(described.every(({ status }) => status === 200 || status === 412)).toBe(true);
    expect(others.slice(items.length).map(({ status }) => status)).toEqual(items.map(() => 201));
    for (const [index, item] of items.entries()) {
      const after = (await tagged(crew.legal, item.id)) as TaggedItem & { title: string };
      const won = described[index]!.status === 200;
      expect(after.audience).toEqual(won ? ['late', 'x'] : ['late']);
      expect(after.title === `Title ${index}`).toBe(won);
    }
    const left = await api.database.query(`select from item where audience @> '["early"]'::jsonb`);
    expect(left).toHaveLength(0);
    const { output } = await baton(['verify'], { url: api.url, key: crew.enablement.key });
    expect(output).toContain('every trail holds');
  });

  it('holds back a creation that knew the terms from before, until it knows those of now', async () => {
    await addTerm('before');
    await addTerm('now');
    const { query } = api.database;
    await query('begin');
    await query(
      `update taxonomy set version = version + 1 where workspace_id = $1 and name = 'audience'`,
      [workspace.id],
    );
    const creating = createItem(crew.marketing, { slug: 'held-back', audience: ['before'] });
    try {
      await untilWaiting();
      await query(
        `update term set status = 'merged', successor = 'now' where workspace_id = $1 and key = 'before'`,
        [workspace.id],
      );
    } finally {
      await query('commit');
    }
    expect(((await creating) as TaggedItem).audience).toEqual(['now']);
  });
});

/** Until a session of the application waits for a lock. */
async function untilWaiting(): Promise<void> {
  for (let asked = 0; asked < 500; asked += 1) {
    const waiting = await api.database.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Expected somebody to wait; nobody does.');
}

describe('a process', () => {
  it('starts creation only with every facet, in terms', async () => {
    const { goalId } = crew;
    const bare = { slug: 'bare-facets', goalId, audience: [], journeyStage: [] };
    const item = await createItem(crew.marketing, bare);
    const task = { activity: 'triage', event: 'accept' };
    await expect(work(crew.enablement, item, task)).rejects.toThrow('facets_complete');
    const claimed = await read(crew.enablement, item.id);
    const described = await describeItem(crew.marketing, claimed, {
      audience: ['ae'],
      journeyStage: ['all'],
    });
    expect(described.body.audience).toEqual(['rep']);
    const sent = await send(crew.enablement, described.body as Item, 'accept');
    expect([sent.status, sent.body.stage]).toEqual([200, 'brief']);
  });
});
