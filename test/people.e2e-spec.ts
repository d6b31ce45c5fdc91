import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import request, { type Response } from 'supertest';
import { claim, createItem } from './line.js';
import {
  sender,
  startTestApi,
  type TestApi,
  type TestPerson,
  type TestWorkspace,
} from './test-api.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Person {
  id: string;
  name: string;
  email: string | null;
  active: boolean;
  memberships: { id: string; function: string; region: string | null; locale: string | null }[];
}

interface Key {
  id: string;
  personId: string;
  name: string;
  scopes: string[];
  expiresAt: string | null;
  revokedAt: string | null;
  key?: string | null;
}

let api: TestApi;
let workspace: TestWorkspace;
let admin: TestPerson;
let legal: TestPerson;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  admin = await workspace.person([{ function: 'enablement' }]);
  legal = await workspace.person([{ function: 'legal' }]);
});

afterAll(async () => api.close());

const outcomeOf = ({ status, body }: Response) => [status, (body as { code?: string }).code];
const pointersOf = ({ body }: Response) =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

async function addPerson(fields: object = {}): Promise<Person> {
  const response = await admin.post('/v1/people', { name: 'Ada', ...fields });
  expect(response.status).toBe(201);
  return response.body as Person;
}

const readPerson = async (id: string) => (await legal.get(`/v1/people/${id}`)).body as Person;

/** A key for a person, and requests with it. */
async function makeKey(personId: string, fields: object = {}) {
  const wanted = { personId, name: 'connector', scopes: ['read', 'write'], ...fields };
  const response = await admin.post('/v1/api-keys', wanted);
  expect(response.status).toBe(201);
  const view = response.body as Key & { key: string };
  return { ...sender(api.server, view.key), view };
}

const secretOf = (key: string) => key.split('_')[2]!;

async function revokedAt(id: string): Promise<(string | undefined)[]> {
  const rows = await api.database.query<{ revoked_at: Date | null }>(
    'select revoked_at from api_key where key_id = $1',
    [id],
  );
  return rows.map((row) => row.revoked_at?.toISOString());
}

/** Every table of the database with a row in which this text occurs. */
async function tablesThatHold(text: string): Promise<string[]> {
  const tables = await api.database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`,
  );
  expect(tables.map(({ name }) => name)).toContain('public.idempotency');
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await api.database.query(
      `select 1 from ${name} as each where strpos(each::text, $1) > 0 limit 1`,
      [text],
    );
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

describe('an administrator', () => {
  const doors: [string, (person: TestPerson) => request.Test][] = [
    ['add people', (person) => person.post('/v1/people', { name: 'Eve' })],
    ['rename people', (person) => person.patch(`/v1/people/${legal.id}`, { name: 'Eve' })],
    [
      'give functions',
      (person) => person.post(`/v1/people/${person.id}/memberships`, { function: 'marketing' }),
    ],
    [
      'make keys',
      (person) =>
        person.post('/v1/api-keys', { personId: person.id, name: 'mine', scopes: ['admin'] }),
    ],
    ['list keys', (person) => person.get('/v1/api-keys')],
    ['revoke keys', (person) => person.delete(`/v1/api-keys/${admin.key.split('_')[1]}`)],
  ];

  it.each(doors)('works in enablement: others may not %s', async (_what, open) => {
    const other = await workspace.person([{ function: 'legal' }, { function: 'human_resources' }]);
    expect(outcomeOf(await open(other))).toEqual([403, 'not_your_function']);
  });

  it.each(doors)('has a key that says so: without its scope nobody may %s', async (_what, open) => {
    const person = await workspace.person([{ function: 'enablement' }], ['read', 'write']);
    expect(outcomeOf(await open(person))).toEqual([403, 'scope_missing']);
  });

  it('is not needed to read who is there', async () => {
    const reader = await workspace.person([], ['read']);
    expect((await reader.get(`/v1/people/${admin.id}`)).body).toMatchObject({ id: admin.id });
  });
});

describe('a person', () => {
  it('is added with what they work in, and found at the address that is given', async () => {
    const memberships = [
      { function: 'regional', region: 'DE', locale: 'de-de' },
      { function: 'legal' },
    ];
    const response = await admin.post('/v1/people', {
      name: 'Grace',
      email: 'grace@acme.example',
      memberships,
    });
    const person = response.body as Person;
    expect(response.status).toBe(201);
    expect(person).toMatchObject({
      name: 'Grace',
      email: 'grace@acme.example',
      active: true,
    });
    const shown = person.memberships.map((each) => [each.function, each.region, each.locale]);
    expect(shown).toHaveLength(2);
    expect(shown).toContainEqual(['regional', 'DE', 'de-DE']);
    expect(shown).toContainEqual(['legal', null, null]);
    expect(response.headers['location']).toBe(`/v1/people/${person.id}`);
    expect((await legal.get(response.headers['location']!)).body).toEqual(person);
  });

  it('is listed with their own memberships and nobody else’s', async () => {
    const one = await addPerson({ memberships: [{ function: 'marketing' }] });
    const other = await addPerson({ name: 'Bob' });
    const { items } = (await legal.get('/v1/people?limit=200')).body as { items: Person[] };
    expect(items.find(({ id }) => id === one.id)).toEqual(one);
    expect(items.find(({ id }) => id === other.id)).toEqual({ ...other, memberships: [] });
    const ids = items.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(201) }, '/name'],
    [{ email: 'nobody' }, '/email'],
    [{ memberships: [{ function: 'owner' }] }, '/memberships/0/function'],
    [{ memberships: [{ function: 'regional', region: 'de' }] }, '/memberships/0/region'],
    [{ memberships: [{ function: 'regional', locale: 'zh_CN' }] }, '/memberships/0/locale'],
    [{ memberships: [null] }, '/memberships/0'],
    [{ active: true }, '/active'],
  ])('is not added with a wrong value: %j', async (wrong, pointer) => {
    const response = await admin.post('/v1/people', { name: 'Wrong', ...wrong });
    expect([response.status, ...pointersOf(response)]).toEqual([422, pointer]);
    const named = await api.database.query(`select 1 from person where name = 'Wrong'`);
    expect(named).toEqual([]);
  });

  it('shares their e-mail address with nobody, in whatever case it is written', async () => {
    await addPerson({ email: 'unique@acme.example' });
    const again = await admin.post('/v1/people', { name: 'Two', email: 'Unique@ACME.example' });
    expect(outcomeOf(again)).toEqual([409, 'already_there']);
  });

  it('is not added at all where their memberships contradict each other', async () => {
    const memberships = [{ function: 'legal' }, { function: 'legal', region: null }];
    const response = await admin.post('/v1/people', { name: 'Half', memberships });
    expect(outcomeOf(response)).toEqual([409, 'already_there']);
    expect(await api.database.query(`select 1 from person where name = 'Half'`)).toEqual([]);
  });

  it('is renamed; what is not named stays as it is', async () => {
    const fields = { email: 'katherine@acme.example', memberships: [{ function: 'legal' }] };
    const person = await addPerson(fields);
    const response = await admin.patch(`/v1/people/${person.id}`, { name: 'Katherine' });
    expect([response.status, response.body]).toEqual([200, { ...person, name: 'Katherine' }]);
    expect(await readPerson(person.id)).toEqual({ ...person, name: 'Katherine' });
  });

  it('may not be given an id, a workspace or functions by a change', async () => {
    const forged = { id: NOBODY, workspaceId: NOBODY, memberships: [] };
    const response = await admin.patch(`/v1/people/${legal.id}`, forged);
    expect(response.status).toBe(422);
    expect(pointersOf(response).toSorted()).toEqual(['/id', '/memberships', '/workspaceId']);
  });

  it('who is deactivated is refused with their next request, and let in again once reactivated', async () => {
    const { id } = await addPerson();
    const key = await makeKey(id);
    const other = await makeKey(id);
    expect((await key.get('/v1/me')).status).toBe(200);
    const off = await admin.patch(`/v1/people/${id}`, { active: false });
    expect(off.body).toMatchObject({ id, active: false });
    expect(outcomeOf(await key.get('/v1/me'))).toEqual([401, 'key_deactivated']);
    expect(outcomeOf(await other.get('/v1/me'))).toEqual([401, 'key_deactivated']);
    const on = await admin.patch(`/v1/people/${id}`, { active: true });
    expect(on.body).toMatchObject({ id, active: true });
    expect((await key.get('/v1/me')).status).toBe(200);
  });

  it('does not deactivate themselves, but may rename themselves', async () => {
    const own = `/v1/people/${admin.id}`;
    expect(outcomeOf(await admin.patch(own, { active: false }))).toEqual([409, 'own_account']);
    expect((await admin.patch(own, { name: 'Ena', active: true })).status).toBe(200);
    expect((await admin.get('/v1/me')).body).toMatchObject({ name: 'Ena' });
  });

  it('who is unknown is not found, whatever is asked of them', async () => {
    const path = `/v1/people/${NOBODY}`;
    const answers = [
      await admin.get(path),
      await admin.patch(path, { name: 'Nobody' }),
      await admin.post(`${path}/memberships`, { function: 'legal' }),
      await admin.post('/v1/api-keys', { personId: NOBODY, name: 'lost', scopes: ['read'] }),
    ];
    expect(answers.map(outcomeOf)).toEqual(answers.map(() => [404, 'not_found']));
  });
});

describe('a membership', () => {
  it('counts from the next request on, and no longer once it is taken away', async () => {
    const person = await workspace.person([]);
    const item = await createItem(admin, { slug: 'first-membership' });
    const take = () => person.post(`/v1/tasks/${item.tasks[0]!.id}/claim`);
    expect(outcomeOf(await take())).toEqual([403, 'not_your_function']);

    const path = `/v1/people/${person.id}/memberships`;
    const added = await admin.post(path, { function: 'enablement' });
    const { id } = added.body as { id: string };
    expect([added.status, added.body]).toEqual([
      201,
      { id, function: 'enablement', region: null, locale: null, division: null },
    ]);
    expect((await readPerson(person.id)).memberships).toEqual([added.body]);
    expect((await take()).status).toBe(200);

    const removed = await admin.delete(`${path}/${id}`);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect((await person.get('/v1/me')).body).toMatchObject({ memberships: [] });
    const second = await createItem(admin, { slug: 'second-membership' });
    const refused = person.post(`/v1/tasks/${second.tasks[0]!.id}/claim`);
    expect(outcomeOf(await refused)).toEqual([403, 'not_your_function']);
  });

  it('that is there already is not added twice; one for another region or locale is', async () => {
    const { id } = await addPerson({ memberships: [{ function: 'regional', locale: 'de' }] });
    const add = async (fields: object) =>
      (await admin.post(`/v1/people/${id}/memberships`, { function: 'regional', ...fields }))
        .status;
    expect(await add({ locale: 'DE', region: null })).toBe(409);
    expect(await add({ locale: 'de', region: 'AT' })).toBe(201);
    expect(await add({ locale: 'fr' })).toBe(201);
    expect(await add({})).toBe(201);
    expect(await add({ locale: null })).toBe(409);
    expect((await readPerson(id)).memberships).toHaveLength(4);
  });

  it('is taken only from the person who has it, once', async () => {
    const one = await addPerson({ memberships: [{ function: 'legal' }] });
    const other = await addPerson();
    const { id } = one.memberships[0]!;
    const remove = (person: Person) => admin.delete(`/v1/people/${person.id}/memberships/${id}`);
    expect(outcomeOf(await remove(other))).toEqual([404, 'not_found']);
    expect((await readPerson(one.id)).memberships).toHaveLength(1);
    expect((await remove(one)).status).toBe(204);
    expect(outcomeOf(await remove(one))).toEqual([404, 'not_found']);
  });

  it('added twice under one Idempotency-Key is added once', async () => {
    const { id } = await addPerson();
    const add = () =>
      admin
        .post(`/v1/people/${id}/memberships`, { function: 'legal' })
        .set('idempotency-key', `legal-${id}`);
    const [first, second] = [await add(), await add()];
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
    expect((await readPerson(id)).memberships).toHaveLength(1);
  });
});

describe('an API key', () => {
  it('stands for its person, with their functions and its own scopes', async () => {
    const person = await addPerson({ memberships: [{ function: 'regional', locale: 'ja' }] });
    const key = await makeKey(person.id, { scopes: ['read'] });
    expect((await key.get('/v1/me')).body).toEqual({
      via: 'key',
      workspaceId: workspace.id,
      personId: person.id,
      name: 'Ada',
      scopes: ['read'],
      memberships: [{ function: 'regional', region: null, locale: 'ja', division: null }],
    });
  });

  it('is shown once; the database has its hash, and nothing of its secret anywhere', async () => {
    const { view } = await makeKey(legal.id, { name: 'shown once' });
    const [, id, secret] = /^btn_([0-9a-f]{16})_([0-9a-f]{64})$/u.exec(view.key)!;
    expect(id).toBe(view.id);
    const [row] = await api.database.query<{ secret_hash: string }>(
      'select * from api_key where key_id = $1',
      [id],
    );
    expect(row!.secret_hash).toBe(createHash('sha256').update(secret!).digest('hex'));
    expect(await tablesThatHold(id!)).toEqual(['public.api_key']);
    expect(await tablesThatHold(secret!)).toEqual([]);
  });

  it('is repeated under an Idempotency-Key without its secret, which is not kept for that either', async () => {
    const body = { personId: legal.id, name: 'repeated', scopes: ['read'] };
    const header = { 'idempotency-key': 'repeated' };
    const first = await admin.post('/v1/api-keys', body).set(header);
    const second = await admin.post('/v1/api-keys', body).set(header);
    const shown = first.body as Key & { key: string };
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual({ ...shown, key: null });
    expect(await tablesThatHold(secretOf(shown.key))).toEqual([]);
    const rows = await api.database.query(`select 1 from api_key where name = 'repeated'`);
    expect(rows).toHaveLength(1);
  });

  it('is listed without its secret or the hash of it', async () => {
    const { view } = await makeKey(legal.id, { name: 'listed' });
    const { body, text } = await admin.get('/v1/api-keys?limit=200');
    const { items } = body as { items: Key[] };
    const { key, ...listed } = view;
    expect(items.find(({ id }) => id === view.id)).toEqual(listed);
    for (const each of items) {
      expect(Object.keys(each).toSorted()).toEqual(Object.keys(listed).toSorted());
    }
    const secret = secretOf(key);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(createHash('sha256').update(secret).digest('hex'));
  });

  it.each([
    [['read'], 200, 403, 403],
    [['write'], 403, 201, 403],
    [['admin'], 403, 403, 200],
    [['read', 'write', 'admin'], 200, 201, 200],
  ])(
    'with the scopes %j reads, writes and administers just so',
    async (scopes, reads, writes, administers) => {
      const key = await makeKey(admin.id, { scopes });
      const item = {
        kind: 'content',
        title: 'Scopes',
        slug: `scopes-${scopes.length}-${scopes[0]}`,
        locale: 'en',
        ownerFunction: 'legal',
      };
      const answers = [
        await key.get('/v1/items?limit=1'),
        await key.post('/v1/items', item),
        await key.get('/v1/api-keys?limit=1'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([reads, writes, administers]);
      const refused = answers.filter(({ status }) => status === 403);
      expect(refused.map(outcomeOf)).toEqual(refused.map(() => [403, 'scope_missing']));
    },
  );

  it.each([
    [{ scopes: ['root'] }, '/scopes'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['read', 'read'] }, '/scopes'],
    [{ scopes: 'read' }, '/scopes'],
    [{ name: '' }, '/name'],
    [{ personId: 'nobody' }, '/personId'],
    [{ expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ expiresAt: '2030-W01-1' }, '/expiresAt'],
    [{ expiresAt: '2030-02-30T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    [{ secretHash: '0' }, '/secretHash'],
  ])('is not made with a wrong value: %j', async (wrong, pointer) => {
    const body = { personId: legal.id, name: 'wrong', scopes: ['read'], ...wrong };
    const response = await admin.post('/v1/api-keys', body);
    expect([response.status, ...pointersOf(response)]).toEqual([422, pointer]);
    expect(await api.database.query(`select 1 from api_key where name = 'wrong'`)).toEqual([]);
  });

  it('opens until it expires and no longer', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const key = await makeKey(legal.id, { expiresAt });
    expect(key.view.expiresAt).toBe(expiresAt);
    expect((await key.get('/v1/me')).status).toBe(200);
    const expire = `update api_key set expires_at = now() - interval '1 second' where key_id = $1`;
    await api.database.query(expire, [key.view.id]);
    expect(outcomeOf(await key.get('/v1/me'))).toEqual([401, 'key_expired']);
  });

  it('that is revoked opens nothing from the next request on, and stays revoked since then', async () => {
    const key = await makeKey(legal.id);
    const path = `/v1/api-keys/${key.view.id}`;
    expect((await key.get('/v1/me')).status).toBe(200);
    expect((await admin.delete(path)).status).toBe(204);
    expect(outcomeOf(await key.get('/v1/me'))).toEqual([401, 'key_revoked']);
    const [before] = await revokedAt(key.view.id);
    expect((await admin.delete(path)).status).toBe(204);
    expect(await revokedAt(key.view.id)).toEqual([before]);
    const { items } = (await admin.get('/v1/api-keys?limit=200')).body as { items: Key[] };
    expect(items.find(({ id }) => id === key.view.id)?.revokedAt).toBe(before);
  });

  it('that is unknown cannot be revoked', async () => {
    expect(outcomeOf(await admin.delete('/v1/api-keys/0123456789abcdef'))).toEqual([
      404,
      'not_found',
    ]);
  });

  it('is the audit trail’s answer to how a person came in', async () => {
    const key = await makeKey(admin.id);
    const person = { id: admin.id, ...key };
    const item = await claim(person, await createItem(person, { slug: 'via' }), 'triage');
    const { body } = await person.get(`/v1/items/${item.id}/history`);
    const { items } = body as { items: { entry: { actor: { id: string; via: string } } }[] };
    expect(items.map(({ entry }) => [entry.actor.id, entry.actor.via])).toEqual([
      [admin.id, key.view.id],
      [admin.id, key.view.id],
    ]);
  });

  it.each<[string, string, () => string | undefined]>([
    ['missing', 'key_missing', () => undefined],
    ['basic', 'key_missing', () => `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['without its scheme', 'key_missing', () => admin.key],
    ['empty', 'key_missing', () => 'Bearer '],
    ['of another make', 'key_malformed', () => 'Bearer ghp_0123456789abcdef'],
    ['cut off', 'key_malformed', () => `Bearer ${admin.key.slice(0, -1)}`],
    ['continued', 'key_malformed', () => `Bearer ${admin.key}0`],
    ['in capitals', 'key_malformed', () => `Bearer ${admin.key.toUpperCase()}`],
    ['unknown', 'key_unknown', () => `Bearer btn_${'0'.repeat(16)}_${'0'.repeat(64)}`],
    [
      'with the secret of another',
      'key_unknown',
      () => `Bearer btn_${admin.key.split('_')[1]}_${secretOf(legal.key)}`,
    ],
  ])('that is %s opens nothing: %s', async (_what, code, header) => {
    const sent = request(api.server).get('/v1/me');
    const given = header();
    const response = await (given === undefined ? sent : sent.set('authorization', given));
    expect(outcomeOf(response)).toEqual([401, code]);
    const error = code === 'key_missing' ? '' : ', error="invalid_token", error_description="';
    expect(response.headers['www-authenticate']).toContain(`Bearer realm="baton"${error}`);
  });
});
