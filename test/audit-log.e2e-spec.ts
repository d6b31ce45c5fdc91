import { leafHash, provesConsistency, provesInclusion } from '#domain';
import { readSettings, rotateAuditKey } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dutiesFor, readKeyFile, WorkerSettings } from '../apps/worker/src/index.js';
import {
  type Audited,
  audited,
  bringBack,
  type Checkpoint,
  headOf,
  keepRows,
  keptNotes,
  pinOf,
  sizeOf,
  tampering,
  verified,
} from './audit.fixture.js';
import { factProblems } from '../libs/domain/src/fact-types/fact-problems.fixture.js';
import { Forger } from './forgery.fixture.js';
import { createItem, type Crew, hire, type Item } from './line.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let its: Audited;
let crew: Crew;
let item: Item;
let workspaceId: string;
let forger: Forger;

beforeAll(async () => {
  api = await startTestApi();
  its = await audited(api);
  ({ crew, item, workspaceId } = its);
  forger = new Forger(api.database, workspaceId);
});

afterAll(async () => api.close());

describe('the checkpoints of a workspace', () => {
  it('are signed once for what is new, by two workers at once, with a fact each', async () => {
    await its.comment('And?');
    await api.sequence();
    const runs = await Promise.all([api.sign(), api.sign()]);
    expect(runs.filter((run) => run.signed === 1)).toHaveLength(1);
    expect(runs.filter((run) => run.signed === 0)).toHaveLength(1);
    expect(await api.sign()).toEqual({ signed: 0, inconsistent: [] });
    await api.sequence();
    const { body } = await crew.legal.get('/v1/audit/checkpoints?limit=200').expect(200);
    const { items } = body as { items: Checkpoint[] };
    const facts = await api.database.query<{ body: string }>(
      `select body from feed join message using (workspace_id, message_id)
       where type = 'audit.checkpoint_signed' order by position`,
    );
    expect(items).toHaveLength(3);
    expect(
      facts.flatMap((fact) => factProblems({ type: 'audit.checkpoint_signed', ...fact })),
    ).toEqual([]);
    expect(facts.map(({ body: text }) => (JSON.parse(text) as { data: object }).data)).toEqual(
      items.map(({ size, root, note }) => ({
        subject: 'audit',
        workspaceId,
        actor: 'line',
        size,
        root,
        note,
      })),
    );
    const page = await crew.legal.get('/v1/audit/checkpoints?limit=2').expect(200);
    const { nextCursor } = page.body as { nextCursor: string };
    const rest = await crew.legal.get(`/v1/audit/checkpoints?limit=2&cursor=${nextCursor}`);
    expect((rest.body as { items: Checkpoint[] }).items).toEqual(items.slice(2));
  });

  it('are rows and facts together or not at all', async () => {
    await its.comment('Or else?');
    await api.sequence();
    const { query } = api.database;
    const before = await its.newest();
    await query(`alter table message add constraint broken
      check (type <> 'audit.checkpoint_signed') not valid`);
    await expect(api.sign()).rejects.toThrow('broken');
    expect(await its.newest()).toEqual(before);
    await query('alter table message drop constraint broken');
    expect((await api.sign()).signed).toBe(1);
  });

  it('are given as the bare note to whoever wants text', async () => {
    const { text, headers } = await crew.legal.get('/v1/audit/checkpoint').accept('text/plain');
    expect([text, headers['content-type']]).toEqual([
      (await its.newest()).note,
      'text/plain; charset=utf-8',
    ]);
    await crew.legal.get('/v1/audit/checkpoint').accept('image/png').expect(406);
    for (const path of ['checkpoint', 'checkpoints', 'keys', 'consistency?from=1&to=2']) {
      await crew.marketing.get(`/v1/audit/${path}`).expect(403);
    }
  });

  it('are not there where nothing is signed, which is said', async () => {
    const other = await (await api.workspace('empty')).person([{ function: 'legal' }]);
    const { body } = await other.get('/v1/audit/checkpoint').expect(404);
    expect(body).toMatchObject({ code: 'nothing_signed' });
    expect((await other.get('/v1/audit/checkpoints').expect(200)).body).toMatchObject({
      items: [],
    });
  });
});

describe('a proof', () => {
  interface Proof {
    entry: string;
    leafIndex: number;
    size: number;
    root: string;
    proof: string[];
    checkpoint: string | null;
  }
  const bytes = (text: string) => Buffer.from(text, 'base64');

  it('leads from each row of a trail to the root that was signed', async () => {
    const { version } = (await crew.legal.get(`/v1/items/${item.id}`)).body as Item;
    for (let seq = 1; seq <= version; seq += 1) {
      const path = `/v1/audit/proof?itemId=${item.id}&seq=${seq}`;
      const { body } = await crew.legal.get(path).expect(200);
      const { entry, leafIndex: index, size, proof, checkpoint } = body as Proof;
      const { root } = headOf(checkpoint!);
      const claim = { leaf: leafHash(entry), index, size, root };
      expect(provesInclusion(proof.map(bytes), claim)).toBe(true);
    }
  });

  it('leads from each checkpoint to each later one, and from any size to any other', async () => {
    const head = ({ size, root }: { size: number; root: string }) => ({ size, root: bytes(root) });
    for (const [from, to] of [
      [sizeOf(its.first), sizeOf(its.second)],
      [1, sizeOf(its.second)],
      [7, 7],
    ]) {
      const { body } = await crew.legal
        .get(`/v1/audit/consistency?from=${from}&to=${to}`)
        .expect(200);
      const proven = body as Record<'from' | 'to', { size: number; root: string }> & {
        proof: string[];
      };
      const { proof } = proven;
      expect(provesConsistency(proof.map(bytes), head(proven.from), head(proven.to))).toBe(true);
    }
  });

  it('is refused in words where there is no such row, leaf or tree', async () => {
    const row = `/v1/audit/proof?itemId=${item.id}`;
    const { size } = await its.newest();
    await crew.legal.get(`${row}&seq=99`).expect(404);
    for (const [path, pointer] of [
      [`${row}&seq=5&size=1`, '/size'],
      [`${row}&seq=5&size=${size + 1}`, '/size'],
      [`/v1/audit/consistency?from=${size + 1}&to=${size}`, '/from'],
      [`/v1/audit/consistency?from=2&to=1`, '/to'],
    ] as const) {
      const { body } = await crew.legal.get(path).expect(422);
      expect(body).toMatchObject({ code: 'not_in_the_tree', errors: [{ pointer }] });
    }
    await crew.legal.get(`${row}&seq=5&size=x`).expect(400);
    const late = await createItem(crew.marketing, { title: 'Late', goalId: crew.goalId });
    const asked = () => crew.legal.get(`/v1/audit/proof?itemId=${late.id}&seq=1`).expect(409);
    expect((await asked()).body).toMatchObject({ detail: expect.stringContaining('no leaf yet') });
    await api.sequence();
    expect((await asked()).body).toMatchObject({
      detail: `Row 1 is leaf ${size}; the newest checkpoint is of ${size} leaves. Ask again in a minute, or name a size.`,
    });
  });
});

describe('the signer', () => {
  it('refuses a tree that does not go on from its last checkpoint, and tells so once', async () => {
    await its.comment('More.');
    await its.sign();
    const { size } = await its.newest();
    const { query } = api.database;
    const facts = () =>
      query<{ body: string }>(`select body from message where type = 'audit.inconsistent'`);
    const refusals = await tampering(api.database, {
      by: async () => {
        await query(
          `delete from audit_leaf where leaf_index >= 5 and workspace_id = '${workspaceId}'`,
        );
        await forger.regrow();
      },
      see: async () => [await api.sign(), await api.sign()],
    });
    const sentence = `Workspace ${workspaceId}: the tree has 5 leaves and its last checkpoint ${size}: its end is missing. No more of it is signed.`;
    const refusal = { signed: 0, inconsistent: [sentence] };
    expect(refusals).toEqual([refusal, refusal]);
    const [told, ...rest] = await facts();
    expect(factProblems({ type: 'audit.inconsistent', ...told! })).toEqual([]);
    expect(rest).toEqual([]);

    await its.comment('Even more.');
    await api.sequence();
    const changed = await tampering(api.database, {
      by: async () => {
        await forger.retitle(item.id, 'Launch liers');
        await forger.regrow();
      },
      see: () => api.sign(),
    });
    expect(changed.inconsistent[0]).toContain('it does not begin with what was signed then');
    const forged = await tampering(api.database, {
      by: () => forger.recheck(generateKeyPairSync('ed25519').privateKey),
      see: () => api.sign(),
    });
    expect(forged.inconsistent[0]).toContain(
      'which none of the keys has signed as it stands there',
    );
    expect(await facts()).toHaveLength(1);
    expect((await api.sign()).signed).toBe(1);
  });

  it('goes over to a key that the one before states; verifying follows from the pinned one', async () => {
    const key = generateKeyPairSync('ed25519').privateKey;
    const stranger = generateKeyPairSync('ed25519').privateKey;
    await its.comment('Turn.');
    await api.sequence();
    await expect(api.sign(stranger)).rejects.toThrow('one that no key before it has stated');
    expect(await rotateAuditKey(api.dataSource, { key, stating: api.auditKey })).toBe(2);
    await expect(api.sign()).rejects.toThrow('found key 1, which was retired at');
    const again = { key: stranger, stating: api.auditKey };
    await expect(rotateAuditKey(api.dataSource, again)).rejects.toThrow('found key 1');
    expect((await api.sign(key)).signed).toBe(1);
    expect((await verified(api, workspaceId, { pinned: its.pinned })).faults).toEqual([]);
    const { body } = await crew.legal.get('/v1/audit/keys').expect(200);
    expect(body).toMatchObject([
      { number: 1, retiredAt: (body as { activatedAt: string }[])[1]!.activatedAt },
      { number: 2, retiredAt: null },
    ]);

    const tampered = (by: string) =>
      tampering(api.database, {
        by: () => api.database.query(by),
        see: () => verified(api, workspaceId, { pinned: its.pinned }),
      });
    const { faults } = await tampered(
      "update audit_key set statement = replace(statement, 'key 2', 'key 3') where key_number = 2",
    );
    expect(faults).toEqual(['key 2: its statement is not by the key before it']);
    const unstated = await tampered('update audit_key set statement = null where key_number = 2');
    expect(unstated.faults).toEqual([
      'key 2: no key before it states it, so it does not follow from the pinned key',
    ]);
    await its.comment('Turned.');
    await api.sequence();
    expect((await api.sign(key)).signed).toBe(1);
    const { size } = await its.newest();
    const retired = await tampering(api.database, {
      by: () => forger.recheck(api.auditKey, size),
      see: () => verified(api, workspaceId, { pinned: its.pinned }),
    });
    expect(retired.faults).toEqual([
      expect.stringMatching(
        new RegExp(
          `^checkpoint of ${size} leaves .* signed with key 1 after key 2 was in force$`,
          'u',
        ),
      ),
    ]);
    expect((await verified(api, workspaceId, { pinned: pinOf(workspaceId, key) })).faults).toEqual(
      [],
    );
  });

  it('goes over to a key that nobody states only as one that has to be told', async () => {
    const key = generateKeyPairSync('ed25519').privateKey;
    expect(await rotateAuditKey(api.dataSource, { key, stating: null })).toBe(3);
    await its.comment('Lost.');
    await api.sequence();
    expect((await api.sign(key)).signed).toBe(1);
    expect((await verified(api, workspaceId, { pinned: its.pinned })).faults).toEqual([
      'key 3: no key before it states it, so it does not follow from the pinned key',
    ]);
    const { faults, notices } = await verified(api, workspaceId);
    expect(faults).toEqual([]);
    expect(notices).toContain('key 3: no key before it states it');
  });
});

describe('the key of the worker', () => {
  const command = (parameters: string[], AUDIT_KEY_FILE = '') => {
    const program = join(process.cwd(), 'dist/apps/worker/src/audit-key/main.js');
    const env = { ...process.env, DATABASE_URL: api.database.url, AUDIT_KEY_FILE };
    return spawnSync(process.execPath, [program, ...parameters], { env, encoding: 'utf8' });
  };
  const file = (name: string) => join(api.attachments, name);
  const duty = (AUDIT_KEY_FILE: string) => {
    const environment = { DATABASE_URL: api.database.url, AUDIT_KEY_FILE };
    return dutiesFor(readSettings(WorkerSettings, environment))['sign_checkpoints']!;
  };

  it('is made and rotated by a command that touches no file that is there', async () => {
    expect(command(['replace', file('old.pem')]).stdout).toContain('No key states it');
    await its.comment('By the worker.');
    await api.sequence();
    expect(await duty('').run(api.dataSource)).toEqual({ signed: 0 });
    expect(await duty(file('old.pem')).run(api.dataSource)).toEqual({ signed: 1 });

    const rotated = command(['rotate', file('new.pem')], file('old.pem'));
    expect([rotated.status, rotated.stdout]).toEqual([
      0,
      expect.stringContaining('The key before it states it. Destroy that one'),
    ]);
    const stale = command(['rotate', file('newer.pem')], file('old.pem'));
    expect([stale.status, existsSync(file('newer.pem'))]).toEqual([1, false]);
    expect(stale.stderr).toContain('which was retired at');

    await its.comment('By the next one.');
    await api.sequence();
    expect(await duty(file('new.pem')).run(api.dataSource)).toEqual({ signed: 1 });
    const pinned = pinOf(workspaceId, readKeyFile(file('old.pem')));
    expect((await verified(api, workspaceId, { pinned })).faults).toEqual([]);
  });

  it('signs no tree that is inconsistent: the run fails and says so', async () => {
    await tampering(api.database, {
      by: () => forger.recheck(generateKeyPairSync('ed25519').privateKey),
      see: async () => {
        await api.database.query('update log_tip set leaves = leaves + 1');
        await expect(duty(file('new.pem')).run(api.dataSource)).rejects.toThrow(
          'No more of it is signed.',
        );
      },
    });
  });
});

describe('an old backup', () => {
  it('is what a kept checkpoint says no to, at once and after work went on', async () => {
    const other = await api.workspace('backup');
    const people = await hire(other);
    const { privateKey: key } = generateKeyPairSync('ed25519');
    await rotateAuditKey(api.dataSource, { key, stating: null });
    const make = (title: string) => createItem(people.marketing, { title, goalId: people.goalId });
    const state = async (kept: string[]) => verified(api, other.id, keptNotes(...kept));
    const note = async () => {
      await api.sequence();
      await api.sign(key);
      return (await people.legal.get('/v1/audit/checkpoint').accept('text/plain').expect(200)).text;
    };
    await make('One');
    await make('Two');
    const old = await note();
    await api.database.query('analyze');
    const tables = await everyTable();
    await keepRows(api.database, 'backup', tables);
    await make('Three');
    await make('Four');
    const kept = await note();
    expect((await state([old, kept])).faults).toEqual([]);

    await bringBack(api.database, 'backup', tables);
    const back = await state([old, kept]);
    expect(back.faults).toEqual([
      'checkpoint of 4 leaves kept in kept-2: the tree has only 2 leaves; its end is missing',
    ]);
    // From the inside nothing is wrong: this is why checkpoints have to leave the building.
    expect((await state([])).faults).toEqual([]);

    for (const title of ['Another three', 'Another four', 'Five']) await make(title);
    await note();
    const on = await state([old, kept]);
    expect(on.faults).toEqual([
      expect.stringMatching(
        /^checkpoint of 4 leaves kept in kept-2: another root than that of the entries; it differs somewhere from leaf 2 \(item \S+ row 1\) to leaf 3 \(item \S+ row 1\)$/u,
      ),
    ]);
  });

  async function everyTable(): Promise<string[]> {
    const rows = await api.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'
       and table_type = 'BASE TABLE' and table_name not like '%migration%' order by 1`,
    );
    return rows.map(({ name }) => name).filter((name) => name !== 'workspace');
  }
});
