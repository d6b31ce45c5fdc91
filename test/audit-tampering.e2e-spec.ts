import { signCheckpoint } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Audited,
  audited,
  keptNotes,
  pinOf,
  sizeOf,
  tampering,
  type Verified,
  verified,
} from './audit.fixture.js';
import { auditExport } from '../apps/api/src/audit/audit-export.js';
import { ExportVerifier } from '../apps/cli/src/verify/export-verifier.js';
import { baton } from './command-line.js';
import { Forger } from './forgery.fixture.js';
import type { Crew, Item } from './line.js';
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

describe('verifying an export', () => {
  it('makes every root anew, says what is signed and what is not yet, and holds', async () => {
    await its.comment('In the tree, and not signed yet.');
    await api.sequence();
    await its.comment('Not in the tree yet.');
    const found = await verified(api, workspaceId, {
      pinned: its.pinned,
      ...keptNotes(its.first, its.second),
    });
    const { size } = await its.newest();
    expect(found).toEqual({
      faults: [],
      notices: [
        `Leaves of the tree: ${size + 1}; checkpoints: 2, the last over ${size} of them.`,
        'Of what is committed, 1 leaf is not covered by a checkpoint and 1 entry is without a leaf yet.',
        `This log goes on from the checkpoint of ${sizeOf(its.first)} leaves kept in kept-1.`,
        `This log goes on from the checkpoint of ${sizeOf(its.second)} leaves kept in kept-2.`,
      ],
    });
    const unpinned = await verified(api, workspaceId);
    expect(unpinned.faults).toEqual([]);
    expect(unpinned.notices).toContainEqual(expect.stringMatching(/^No key was pinned/u));
  });

  it('works with no server, from the file alone, and from what release 0.3.0 wrote', async () => {
    const text = await crew.legal.get('/v1/audit/export').expect(200).buffer(true).parse(whole);
    const file = (name: string, content: string) => {
      const path = join(api.attachments, name);
      writeFileSync(path, content);
      return path;
    };
    const lines = (text.body as string).trimEnd().split('\n');
    const path = file('export.ndjson', lines.join('\n'));
    const [key] = (await crew.legal.get('/v1/audit/keys').expect(200)).body as {
      verifier: string;
    }[];
    const offline = { url: 'http://127.0.0.1:9', key: 'none' };
    const [fact] = await api.database.query<{ body: string }>(
      `select body from message where type = 'audit.checkpoint_signed' order by created_at limit 1`,
    );
    const pinned = ['--audit-key', key!.verifier, '--checkpoint', file('fact.json', fact!.body)];
    const good = await baton(
      ['verify', path, ...pinned, '--checkpoint', file('second.txt', its.second)],
      offline,
    );
    expect([good.status, good.errors]).toEqual([0, '']);
    expect(good.output).toContain(
      'every trail holds and leads to what is stored.\nLeaves of the tree: ',
    );
    expect(good.output).toMatch(
      /goes on from the checkpoint of \d+ leaves kept in .*second\.txt\./u,
    );

    const older = file('v2.ndjson', lines.flatMap(asVersion2).join('\n'));
    const before = await baton(['verify', older], offline);
    expect(before.output).toMatch(/every trail holds .*\nNothing of it is signed: .*\n$/u);
    const refused = await baton(['verify', older, ...pinned], offline);
    expect(refused.output).toContain('the export has no tree');
    expect([before.status, refused.status]).toEqual([0, 1]);
    const wrong = await baton(['verify', path, '--audit-key', 'nonsense'], offline);
    expect(wrong.errors).toContain('--audit-key: expected a key');
  });

  it('does not take a key or a file of another workspace for its own', async () => {
    const pinned = { ...its.pinned, name: 'baton/another' };
    expect((await verified(api, workspaceId, { pinned })).faults).toEqual([
      `the pinned key is of the tree baton/another; this export is of baton/${workspaceId}`,
    ]);
    const { privateKey } = generateKeyPairSync('ed25519');
    const head = { origin: 'baton/another', size: 3, root: Buffer.alloc(32) };
    const { faults } = await verified(
      api,
      workspaceId,
      keptNotes(signCheckpoint(head, privateKey)),
    );
    expect(faults).toEqual([
      `checkpoint of 3 leaves kept in kept-1: it is of another tree than baton/${workspaceId}`,
    ]);
  });

  it('names rows that stand outside their item, where whoever made the file hides one', async () => {
    const lines: string[] = [];
    for await (const line of auditExport(api.dataSource, workspaceId)) lines.push(line.trimEnd());
    const isOf = (kind: string) => (line: string) =>
      line.startsWith(`{"${kind}":{"itemId":"${item.id}"`);
    const rows = lines.filter(isOf('entry'));
    const others = lines.filter(
      (line) => !['entry', 'item', 'revision'].some((kind) => isOf(kind)(line)),
    );
    const verifier = new ExportVerifier();
    const faults = [lines[0]!, lines[1]!, ...rows, ...others.slice(2)].flatMap((line) =>
      verifier.take(line),
    );
    expect(faults[0]).toBe(`item ${item.id}: row 1: it does not stand with its item`);
    expect(faults).toHaveLength(rows.length);
  });

  /** What comes to light after somebody with all rights did something. */
  const after = (by: () => Promise<unknown>, kept: string[] = []): Promise<Verified> =>
    tampering(api.database, {
      by,
      see: () => verified(api, workspaceId, { pinned: its.pinned, ...keptNotes(...kept) }),
    });
  const sql = (text: string) => () =>
    api.database.query(text.replaceAll('ITEM', `item_id = '${item.id}'`));
  const leafOf = async (seq: number) => {
    const [row] = await api.database.query<{ index: number }>(
      'select leaf_index::integer as index from audit_leaf where item_id = $1 and seq = $2',
      [item.id, seq],
    );
    return row!.index;
  };

  it('names a row that was edited, also where its leaf was deleted or its number moved', async () => {
    const leaf = await leafOf(5);
    const edited =
      "update audit_entry set entry = replace(entry, 'submit', 'accept') where seq = 5 and ITEM";
    const { faults } = await after(sql(edited));
    expect(faults[0]).toBe(`item ${item.id}: row 5: leaf ${leaf} of the tree is of another text`);
    expect(faults[1]).toContain('row 5: its text does not match its hash');
    expect(faults[2]).toContain(
      `another root than that of the entries; it differs somewhere from leaf 0`,
    );
    const hidden = await after(sql(`${edited}; delete from audit_leaf where seq = 5 and ITEM`));
    expect(hidden.faults).toContainEqual(
      expect.stringContaining(
        `leaf ${leaf}: missing after leaf ${leaf - 1} (item ${item.id} row 4)`,
      ),
    );
  });

  it('names a row that was deleted, with its leaf or without', async () => {
    const leaf = await leafOf(6);
    const row = 'delete from audit_entry where seq = 6 and ITEM';
    const without = await after(sql(row));
    expect(without.faults).toContainEqual(
      `item ${item.id}: row 6: missing; leaf ${leaf} of the tree is of it`,
    );
    const both = await after(sql(`${row}; delete from audit_leaf where seq = 6 and ITEM`));
    expect(both.faults).toContainEqual(
      expect.stringMatching(new RegExp(`^leaf ${leaf}: missing`, 'u')),
    );
  });

  it('names the checkpoints that a row put in between, or two swapped, do not fit', async () => {
    const [early, late] = [await leafOf(3), await leafOf(4)];
    const last = (await its.newest()).size;
    const swapped = await after(async () => {
      await sql(`update audit_leaf set leaf_index = leaf_index + 1000 where ITEM and seq in (3, 4);
        update audit_leaf set leaf_index = ${early + late} + 1000 - leaf_index where leaf_index >= 1000`)();
      await forger.regrow();
    });
    expect(swapped.faults).toEqual([
      expect.stringMatching(
        new RegExp(
          `^checkpoint of ${sizeOf(its.first)} leaves signed \\S+: another root .* from leaf 0 \\(item .* row 1\\) to leaf ${sizeOf(its.first) - 1} \\(`,
          'u',
        ),
      ),
      'later checkpoints that have another root too: 1',
    ]);
    const between = await after(async () => {
      // The newest leaf, which no checkpoint covers yet, is put among those of the first.
      await sql(`update audit_leaf set leaf_index = leaf_index + 1000 where leaf_index >= 3;
        update audit_leaf set leaf_index = 3 where leaf_index = ${last + 1000};
        update audit_leaf set leaf_index = leaf_index - 999 where leaf_index >= 1000`)();
      await forger.regrow();
    });
    expect(between.faults[0]).toContain(`checkpoint of ${sizeOf(its.first)} leaves`);
  });

  it('finds an edited row with all hashes made to fit by the tree alone', async () => {
    const leaf = await leafOf(1);
    const { faults } = await after(() => forger.retitle(item.id, 'Launch liers'));
    expect(faults[0]).toBe(`item ${item.id}: row 1: leaf ${leaf} of the tree is of another text`);
    expect(
      faults
        .slice(1)
        .every(
          (fault) =>
            fault.startsWith('checkpoint') ||
            fault.startsWith('later checkpoints') ||
            fault.startsWith('the tip'),
        ),
    ).toBe(true);
  });

  it('finds it with the tree made to fit, too, by the checkpoints alone', async () => {
    const { faults } = await after(async () => {
      await forger.retitle(item.id, 'Launch liers');
      await forger.regrow();
    }, [its.second]);
    expect(faults).toEqual([
      expect.stringContaining(`checkpoint of ${sizeOf(its.first)} leaves signed`),
      expect.stringContaining(
        `checkpoint of ${sizeOf(its.second)} leaves kept in kept-1: another root`,
      ),
      'later checkpoints that have another root too: 1',
    ]);
  });

  it('finds it with the checkpoints made to fit, too, by their signatures alone', async () => {
    const { faults } = await after(async () => {
      await forger.retitle(item.id, 'Launch liers');
      await forger.regrow();
      await forger.recheck(null);
    });
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(
      new RegExp(
        `^checkpoint of ${sizeOf(its.first)} leaves .* its signature is not by the key that it names$`,
        'u',
      ),
    );
    expect(faults[2]).toContain('no checkpoint is signed by the pinned key');
  });

  it('finds it with a key of the forger’s own, too, by the pinned key or a kept checkpoint', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const forge = async () => {
      await forger.retitle(item.id, 'Launch liers');
      await forger.regrow();
      await forger.recheck(privateKey);
      await api.database.query('update audit_key set public_key = $1', [
        pinOf(workspaceId, privateKey).publicKey,
      ]);
    };
    expect((await after(forge)).faults).toEqual([
      'the pinned key is none of the keys of this export',
      'no checkpoint is signed by the pinned key or by one that follows from it',
    ]);
    const unpinned = await tampering(api.database, {
      by: forge,
      see: async () => [
        await verified(api, workspaceId, keptNotes(its.first)),
        await verified(api, workspaceId),
      ],
    });
    expect(unpinned[0]!.faults).toEqual([
      `checkpoint of ${sizeOf(its.first)} leaves kept in kept-1: none of the keys of this export has signed it`,
    ]);
    // Who brings nothing along is told that nothing is proven.
    expect(unpinned[1]!.faults).toEqual([]);
    expect(unpinned[1]!.notices).toContainEqual(expect.stringMatching(/^No key was pinned/u));
  });

  it('names a checkpoint beyond a tail that was cut; with those gone too, a kept one', async () => {
    const cut = async () => {
      await sql(`delete from audit_leaf where leaf_index >= ${sizeOf(its.first)};
        delete from audit_entry e where item_id <> '${item.id}' and not exists (select from audit_leaf l
          where l.item_id = e.item_id and l.seq = e.seq);
        delete from item i where not exists (select from audit_entry e where e.item_id = i.item_id);
        delete from task t where not exists (select from audit_entry e where e.item_id = t.item_id)`)();
      await forger.regrow();
    };
    const { faults } = await after(cut);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toBe(
      `checkpoint of ${sizeOf(its.second)} leaves signed ${await signedAt(its.second)}: the tree has only ${sizeOf(its.first)} leaves; its end is missing`,
    );
    const clean = await after(async () => {
      await cut();
      await api.database.query(`delete from audit_checkpoint where size > ${sizeOf(its.first)}`);
    }, [its.first, its.second]);
    expect(clean.faults).toEqual([
      `checkpoint of ${sizeOf(its.second)} leaves kept in kept-2: the tree has only ${sizeOf(its.first)} leaves; its end is missing`,
    ]);
  });

  const signedAt = async (note: string) => {
    const [row] = await api.database.query<{ at: Date }>(
      'select signed_at as at from audit_checkpoint where note = $1',
      [note],
    );
    return row!.at.toISOString();
  };
});

/** A line as release 0.3.0 wrote it, which knew no tree. */
function asVersion2(text: string): string[] {
  const line = JSON.parse(text) as Record<string, Record<string, unknown>>;
  if ('tree' in line || 'key' in line || 'checkpoint' in line || 'leaf' in line) return [];
  if (line['export'] !== undefined) line['export']['v'] = 2;
  if (line['entry'] !== undefined) delete line['entry']['leaf'];
  return [JSON.stringify(line)];
}

function whole(response: unknown, done: (error: Error | null, text: string) => void): void {
  let text = '';
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  stream.on('end', () => done(null, text));
}
