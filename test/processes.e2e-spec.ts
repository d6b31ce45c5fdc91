import { canonicalJson, type ProcessDefinition, processDigest } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { parse, stringify } from 'yaml';
import { changedContent, CONTENT } from './changed-process.js';
import { baton } from './command-line.js';
import { createItem, type Crew, hire } from './line.js';
import { startTestApi, type TestApi, type TestWorkspace } from './test-api.js';

interface Version {
  id: string;
  digest: string;
  status: string;
  active: boolean;
  findings: { code: string; severity: string; detail: string }[];
  definition: ProcessDefinition;
  history: { seq: number; change: string; actorId: string; comment: string | null }[];
}

let api: TestApi;
let count = 0;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(async () => api.close());

/** A workspace with everybody that the default processes ask for. */
async function staffed(): Promise<{ workspace: TestWorkspace; crew: Crew }> {
  count += 1;
  const workspace = await api.workspace(`processes-${count}`);
  return { workspace, crew: await hire(workspace) };
}

async function deploy(crew: Crew, definition: object): Promise<Version> {
  const { body, status } = await crew.enablement.post('/v1/processes', definition);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as Version;
}

const act = (crew: Crew, digest: string, what: string, body = {}) =>
  crew.enablement.post(`/v1/processes/${digest}/${what}`, body);

const factsOf = async (workspace: TestWorkspace) =>
  api.database.query<{ type: string; item: string | null; data: Record<string, unknown> }>(
    `select type, m.item_id as item, body::json -> 'data' as data
     from message m join outbox o on message_id = any (message_ids)
     where m.workspace_id = $1 and type like 'process.%' order by outbox_id`,
    [workspace.id],
  );

/** Content that nobody can approve: nobody reviews the product. */
function unstaffed(): ProcessDefinition {
  const copy = changedContent('Reviewed by nobody');
  const [review] = copy.states['in_review']!.meta.activities;
  review!.raci = { responsible: ['event_management'], accountable: 'event_management' };
  return copy;
}

describe('deploying a process', () => {
  it('keeps a draft under the digest of its definition, and the same again once', async () => {
    const { crew } = await staffed();
    const definition = changedContent();
    const version = await deploy(crew, definition);
    expect(version).toMatchObject({
      id: 'content',
      digest: processDigest(definition),
      status: 'draft',
      active: false,
      definition,
      history: [{ seq: 1, change: 'deployed', actorId: crew.enablement.id }],
    });
    const again = await crew.enablement.post('/v1/processes', definition);
    expect([again.status, again.body]).toEqual([200, version]);
    const list = await crew.marketing.get('/v1/processes');
    expect((list.body as Version[]).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'content active',
      'content draft',
      'training active',
      'variant active',
    ]);
  });

  it('answers a repetition under an Idempotency-Key as it did before', async () => {
    const { crew } = await staffed();
    const send = () =>
      crew.enablement.post('/v1/processes', changedContent()).set('idempotency-key', 'once');
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
  });

  it.each(['application/yaml', 'application/x-yaml', 'text/yaml; charset=utf-8'])(
    'takes it in %s, with anchors, and comes to the same digest',
    async (type) => {
      const { crew } = await staffed();
      const text = stringify(changedContent());
      expect(parse(text)).toEqual(changedContent());
      const response = await request(api.server)
        .post('/v1/processes')
        .set('authorization', `Bearer ${crew.enablement.key}`)
        .set('content-type', type)
        .send(text);
      expect([response.status, (response.body as Version).digest]).toEqual([
        201,
        processDigest(changedContent()),
      ]);
    },
  );

  it('says of each wrong place what was expected, and keeps nothing', async () => {
    const { crew } = await staffed();
    const wrong = { ...changedContent(), initial: 7, surprise: true };
    const { status, body } = await crew.enablement.post('/v1/processes', wrong);
    expect(status).toBe(422);
    const pointers = (body as { errors: { pointer: string }[] }).errors.map(
      ({ pointer }) => pointer,
    );
    expect(pointers.toSorted()).toEqual(['/initial', '/surprise']);
    expect(((await crew.enablement.get('/v1/processes')).body as Version[]).length).toBe(3);
  });

  it('gives the name of a kind to no process of another kind, which would leave its items without one', async () => {
    const { crew } = await staffed();
    const { body } = await crew.enablement.post('/v1/processes', {
      ...changedContent(),
      id: 'training',
    });
    expect(body).toMatchObject({ code: 'not_valid', errors: [{ pointer: '/id' }] });
  });

  it.each([
    ['what is no YAML', 'id: [content', 'invalid_yaml'],
    ['a key that stands twice', 'id: content\nid: training', 'stands twice'],
    ['a tag of somebody’s own', 'id: !secret content', 'invalid_yaml'],
    ['two documents', 'id: content\n---\nid: training', 'invalid_yaml'],
    [
      'aliases that grow beyond measure',
      `a: &a [${'x,'.repeat(40)}x]\nb: &b [${'*a,'.repeat(40)}*a]\nc: [${'*b,'.repeat(40)}*b]`,
      'invalid_yaml',
    ],
    [
      'aliases of one large text',
      `a: &a "${'x'.repeat(50_000)}"\nb: [${'*a,'.repeat(60)}*a]`,
      'more than 1 MB',
    ],
    ['deep nesting', `a: ${'['.repeat(500)}${']'.repeat(500)}`, 'invalid_yaml'],
  ])('refuses %s', async (_what, text, why) => {
    const { crew } = await staffed();
    const { status, body } = await request(api.server)
      .post('/v1/processes')
      .set('authorization', `Bearer ${crew.enablement.key}`)
      .set('content-type', 'application/yaml')
      .send(text);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(why)]);
  });

  it('refuses a NUL that YAML writes as an escape', async () => {
    const { crew } = await staffed();
    const response = await request(api.server)
      .post('/v1/processes')
      .set('authorization', `Bearer ${crew.enablement.key}`)
      .set('content-type', 'application/yaml')
      .send('id: "con\\0tent"');
    expect([response.status, response.body]).toMatchObject([422, { code: 'not_storable' }]);
  });

  it('takes YAML nowhere else', async () => {
    const { crew } = await staffed();
    for (const path of ['/v1/items', `/v1/processes/${'0'.repeat(64)}/check`]) {
      const response = await request(api.server)
        .post(path)
        .set('authorization', `Bearer ${crew.enablement.key}`)
        .set('content-type', 'application/yaml')
        .send('kind: content');
      expect([response.status, response.body]).toMatchObject([
        415,
        { code: 'unsupported_media_type' },
      ]);
    }
  });

  it('draws a draft, also one that names what is not there', async () => {
    const { crew } = await staffed();
    const copy = { ...changedContent('Wrong names'), initial: 'nowhere' };
    copy.states['drafting']!.on!['submit'] = [{ target: 'nowhere' }];
    Object.assign(copy.states['approved']!.meta.activities[0]!.raci, {
      accountable: ['marketing', 'legal'],
    });
    const { digest } = await deploy(crew, copy);
    for (const picture of ['svg', 'mermaid']) {
      const drawn = await crew.marketing.get(`/v1/processes/${digest}/${picture}`);
      expect([picture, drawn.status]).toEqual([picture, 200]);
    }
    const { findings } = (await act(crew, digest, 'check')).body as Version;
    expect(findings.map(({ code }) => code)).toContain('names_unknown');
    const verified = await baton(['verify'], { url: api.url, key: crew.enablement.key });
    expect([verified.status, verified.errors]).toEqual([0, '']);
  });
});

describe('the schema of processes', () => {
  it('is there for everybody', async () => {
    const { status, headers, body } = await request(api.server).get('/process.schema.json');
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/schema+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});

describe('checking a process', () => {
  it('finds what today’s staffing lacks, keeps it, and takes it as checked once there is nothing', async () => {
    const { crew, workspace } = await staffed();
    const { digest } = await deploy(crew, unstaffed());
    const first = (await act(crew, digest, 'check')).body as Version;
    expect(first.findings.map(({ code }) => code)).toContain('not_staffed');
    const shown = (await crew.marketing.get(`/v1/processes/${digest}`)).body as Version;
    expect(shown).toMatchObject({ status: 'draft', findings: first.findings });

    await workspace.person([{ function: 'event_management' }]);
    const second = (await act(crew, digest, 'check')).body as Version;
    expect(second.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const checked = (await crew.marketing.get(`/v1/processes/${digest}`)).body as Version;
    expect(checked.status).toBe('checked');
    expect(checked.history.map(({ change }) => change)).toEqual(['deployed', 'checked', 'checked']);
  });

  it('does not count somebody whose keys read nothing, or who was deactivated', async () => {
    const { crew, workspace } = await staffed();
    const { digest } = await deploy(crew, unstaffed());
    const codes = async () =>
      ((await act(crew, digest, 'check')).body as Version).findings.map(({ code }) => code);
    const person = await workspace.person([{ function: 'event_management' }], ['write']);
    expect(await codes()).toContain('cannot_read');
    await crew.enablement.patch(`/v1/people/${person.id}`, { active: false }).expect(200);
    expect(await codes()).toContain('not_staffed');
  });

  it('keeps nothing where only a definition is asked about, and looks at the date of a goal', async () => {
    const { crew } = await staffed();
    const check = (query = '') =>
      crew.enablement.post(`/v1/processes/check${query}`, changedContent());
    expect((await check()).body).toEqual({ findings: [] });
    const late = (await check('?goalDate=2020-01-01')).body as Version;
    expect(late.findings.map(({ code }) => code)).toContain('deadlines_miss_goal');
    for (const none of ['soon', '2026-02-30', '2026-02-30T09:00:00Z', '2026-03-01T25:00:00Z']) {
      expect([none, (await check(`?goalDate=${none}`)).status]).toEqual([none, 400]);
    }
    expect((await check('?goalDate=2020-01-01T09:00:00Z')).status).toBe(200);
    expect(((await crew.enablement.get('/v1/processes')).body as Version[]).length).toBe(3);
  });
});

describe('activating a process', () => {
  it('lets new items begin with it, retires the one before, and tells others', async () => {
    const { crew, workspace } = await staffed();
    const before = await createItem(crew.marketing);
    const { digest } = await deploy(crew, changedContent());
    const { status, body } = await act(crew, digest, 'activate');
    expect([status, body]).toMatchObject([200, { status: 'active', active: true }]);
    const old = (await crew.marketing.get(`/v1/processes/${processDigest(CONTENT)}`))
      .body as Version;
    expect(old).toMatchObject({ status: 'retired', active: false });
    expect(old.history).toMatchObject([{ change: 'retired', comment: `Followed by ${digest}.` }]);

    const after = await createItem(crew.marketing, { slug: 'after', title: 'After' });
    expect(await pinOf(after.id)).toBe(digest);
    expect(await pinOf(before.id)).toBe(processDigest(CONTENT));
    expect(await factsOf(workspace)).toMatchObject([
      {
        type: 'process.retired',
        item: null,
        data: { digest: processDigest(CONTENT), actor: crew.enablement.id },
      },
      {
        type: 'process.activated',
        item: null,
        data: { subject: `processes/${digest}`, process: 'content', kind: 'content' },
      },
    ]);
  });

  it('is refused with every error, and changes nothing but what the check found', async () => {
    const { crew, workspace } = await staffed();
    const { digest } = await deploy(crew, unstaffed());
    const { status, body } = await act(crew, digest, 'activate');
    expect([status, body]).toMatchObject([409, { code: 'process_has_errors' }]);
    const { reasons, findings } = body as { reasons: object[]; findings: object[] };
    expect(reasons).toContainEqual(
      expect.objectContaining({
        code: 'not_staffed',
        detail: expect.stringContaining('event_management'),
        remedy:
          'Give somebody a membership in the function that lacks people, or make another one responsible.',
      }),
    );
    expect(findings.length).toBeGreaterThanOrEqual(reasons.length);
    expect(await factsOf(workspace)).toEqual([]);
    const active = (await crew.marketing.get('/v1/processes/content')).body as Version;
    expect(active.digest).toBe(processDigest(CONTENT));
  });

  it('looks at the staffing of that moment, whatever an earlier check found', async () => {
    const { crew, workspace } = await staffed();
    const person = await workspace.person([{ function: 'event_management' }]);
    const { digest } = await deploy(crew, unstaffed());
    expect(((await act(crew, digest, 'check')).body as Version).findings).toEqual([]);
    await crew.enablement.patch(`/v1/people/${person.id}`, { active: false }).expect(200);
    expect((await act(crew, digest, 'activate')).status).toBe(409);
  });

  it('brings a retired version back', async () => {
    const { crew } = await staffed();
    const { digest } = await deploy(crew, changedContent());
    await act(crew, digest, 'activate').expect(200);
    await act(crew, processDigest(CONTENT), 'activate').expect(200);
    const { body } = await crew.marketing.get('/v1/processes/content');
    expect(body).toMatchObject({ digest: processDigest(CONTENT), status: 'active' });
    expect((await crew.marketing.get(`/v1/processes/${digest}`)).body).toMatchObject({
      status: 'retired',
    });
  });

  it('leaves one of several active, however many are activated at once', async () => {
    const { crew } = await staffed();
    const versions = [];
    for (const label of ['One', 'Two', 'Three', 'Four']) {
      versions.push(await deploy(crew, changedContent(label)));
    }
    const answers = await Promise.all(versions.map(({ digest }) => act(crew, digest, 'activate')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const list = (await crew.marketing.get('/v1/processes')).body as Version[];
    const contents = list.filter(({ id }) => id === 'content').map(({ status }) => status);
    expect(contents.toSorted()).toEqual(['active', 'retired', 'retired', 'retired', 'retired']);
  });
});

describe('several processes for one kind', () => {
  it('may be active; an item begins with the one it names, and with that of its kind else', async () => {
    const { crew } = await staffed();
    const quick = { ...changedContent('Quick content'), id: 'quick_content' };
    const { digest } = await deploy(crew, quick);
    const named = (process: string, slug: string) =>
      crew.marketing.post('/v1/items', {
        kind: 'content',
        title: slug,
        slug,
        locale: 'en-US',
        ownerFunction: 'marketing',
        process,
      });
    const draft = await named('quick_content', 'too-early');
    expect([draft.status, draft.body]).toMatchObject([
      422,
      { code: 'not_valid', errors: [{ pointer: '/process' }] },
    ]);
    await act(crew, digest, 'activate').expect(200);
    const created = await named('quick_content', 'quick');
    expect([created.status, await pinOf((created.body as { id: string }).id)]).toEqual([
      201,
      digest,
    ]);
    const ordinary = await createItem(crew.marketing);
    expect(await pinOf(ordinary.id)).toBe(processDigest(CONTENT));
    expect((await named('training', 'wrong-kind')).body).toMatchObject({
      errors: [{ pointer: '/process' }],
    });
  });
});

describe('retiring a process', () => {
  it('lets running items go on and new ones refuse it', async () => {
    const { crew } = await staffed();
    const { digest } = await deploy(crew, { ...changedContent('Quick'), id: 'quick_content' });
    await act(crew, digest, 'activate').expect(200);
    const item = await createItem(crew.marketing, { process: 'quick_content' });
    const { status, body } = await act(crew, digest, 'retire', { comment: 'Too quick.' });
    expect([status, body]).toMatchObject([200, { status: 'retired' }]);
    expect((body as Version).history.at(-1)).toMatchObject({
      change: 'retired',
      comment: 'Too quick.',
    });
    await crew.enablement.post(`/v1/tasks/${item.tasks[0]!.id}/claim`).expect(200);
    await expect(createItem(crew.marketing, { process: 'quick_content' })).rejects.toThrow(
      'quick_content',
    );
    expect((await act(crew, digest, 'retire', { comment: 'Again.' })).body).toMatchObject({
      code: 'already_retired',
    });
  });

  it('needs a comment, and leaves each kind the process that its items begin with', async () => {
    const { crew } = await staffed();
    const digest = processDigest(CONTENT);
    expect((await act(crew, digest, 'retire')).status).toBe(422);
    const last = await act(crew, digest, 'retire', { comment: 'Enough.' });
    expect([last.status, last.body]).toMatchObject([409, { code: 'last_of_its_kind' }]);
  });
});

describe('what happened to a version', () => {
  it('cannot be changed or deleted, not even by the owner of the tables', async () => {
    const { crew } = await staffed();
    await deploy(crew, changedContent());
    for (const sql of [
      'update process_entry set actor_id = $1',
      'delete from process_entry where actor_id <> $1',
    ]) {
      await expect(api.database.query(sql, ['nobody'])).rejects.toThrow('only ever inserted');
    }
  });
});

describe('two versions of a process', () => {
  it('are told apart in sentences', async () => {
    const { crew } = await staffed();
    const { digest } = await deploy(crew, changedContent());
    const { body } = await crew.marketing.get(`/v1/processes/content/diff/${digest}`);
    const { differences } = body as { differences: string[] };
    expect(differences.join('\n')).toContain('brief');
    const same = await crew.marketing.get('/v1/processes/content/diff/content');
    expect(same.body).toEqual({ differences: [] });
    expect((await crew.marketing.get('/v1/processes/content/diff/nothing')).status).toBe(404);
  });
});

describe('baton process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-process-'));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('takes a process from its file to the items that go over to it', async () => {
    const { crew } = await staffed();
    const server = { url: api.url, key: crew.enablement.key };
    await createItem(crew.marketing);
    const path = file('content.yaml', stringify(changedContent()));
    const digest = processDigest(changedContent());

    const checked = await baton(['process', 'check', path], server);
    expect([checked.status, checked.output]).toEqual([0, 'Nothing found: it can be activated.\n']);
    const early = await baton(['process', 'activate', path], server);
    expect([early.status, early.errors]).toEqual([1, expect.stringContaining('no such process')]);
    const deployed = await baton(['process', 'deploy', path], server);
    expect(deployed.output).toContain(`content ${digest.slice(0, 12)}: draft.`);
    const diff = await baton(['process', 'diff', 'content', digest.slice(0, 8)], server);
    expect([diff.status, diff.output]).toEqual([0, expect.stringContaining('brief')]);
    const activated = await baton(['process', 'activate', path], server);
    expect(activated.output).toContain('active. New items begin with it.');
    const list = await baton(['process', 'list'], server);
    expect(list.output).toContain(`content   ${digest.slice(0, 12)}  active`);
    const shown = await baton(['process', 'show', 'content', '--yaml'], server);
    expect(parse(shown.output)).toEqual(changedContent());

    const from = processDigest(CONTENT).slice(0, 10);
    const mapping = file(
      'mapping.yaml',
      stringify({ from, to: 'content', stages: { brief: 'intake' } }),
    );
    const planned = await baton(['process', 'migrate', mapping], server);
    expect([planned.status, planned.output]).toEqual([
      0,
      '1 would be migrated, 0 need a choice, 0 are blocked.\nNothing was changed: --apply starts it.\n',
    ]);
  });

  it('prints each finding as a sentence and fails on errors', async () => {
    const { crew } = await staffed();
    const server = { url: api.url, key: crew.enablement.key };
    const path = file('unstaffed.json', JSON.stringify(unstaffed()));
    const checked = await baton(['process', 'check', path], server);
    expect([checked.status, checked.output]).toEqual([
      1,
      expect.stringMatching(
        /^error: .*event_management.*\n(.*\n)*\d+ errors?, \d+ warnings?\.\n$/u,
      ),
    ]);
    await baton(['process', 'deploy', path], server);
    const activated = await baton(['process', 'activate', path], server);
    expect([activated.status, activated.output]).toEqual([
      1,
      expect.stringContaining('event_management'),
    ]);
  });

  it('checks without a server what needs none, and says what it did not check', async () => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
    const sound = file('offline.yaml', stringify(unstaffed()));
    const checked = await baton(['process', 'check', sound, '--offline'], nowhere);
    expect([checked.status, checked.output]).toEqual([
      0,
      'Staffing is not checked: who works in what is known to the server only.\nNothing found: it can be activated.\n',
    ]);
    const copy = changedContent();
    copy.states['drafting']!.on = {};
    const stuck = file('stuck.json', JSON.stringify(copy));
    const found = await baton(['process', 'check', stuck, '--offline'], nowhere);
    expect([found.status, found.output]).toEqual([1, expect.stringContaining('drafting')]);
  });

  it('says where a file is no process', async () => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
    const broken = await baton(
      ['process', 'check', file('a.yaml', 'id: [x'), '--offline'],
      nowhere,
    );
    expect([broken.status, broken.errors]).toEqual([
      1,
      expect.stringMatching(/a\.yaml: expected valid YAML or JSON; .* at line 1/u),
    ]);
    const wrong = file('b.json', JSON.stringify({ ...changedContent(), initial: 7 }));
    const { errors } = await baton(['process', 'check', wrong, '--offline'], nowhere);
    expect(errors).toContain('b.json: /initial: ');
  });

  it.each([['--offline'], []])('says that the date of a goal is no day: %j', async (...flags) => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
    const sound = file('dated.yaml', stringify(unstaffed()));
    const asked = ['process', 'check', sound, '--goal-date', '2026-02-30', ...flags];
    const { status, errors } = await baton(asked, nowhere);
    expect([status, errors]).toEqual([
      1,
      'Expected in --goal-date a day like 2027-03-31 or an instant like 2027-03-31T17:00:00Z; found 2026-02-30.\n',
    ]);
  });

  it('shows what this release comes with, without a server', async () => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
    const { output } = await baton(['process', 'show', 'content', '--built-in'], nowhere);
    expect(canonicalJson(JSON.parse(output))).toBe(canonicalJson(CONTENT));
  });
});

async function pinOf(itemId: string): Promise<string> {
  const [row] = await api.database.query<{ digest: string }>(
    'select process_digest as digest from item where item_id = $1',
    [itemId],
  );
  return row!.digest;
}
