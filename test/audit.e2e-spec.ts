import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tampering, verified } from './audit.fixture.js';
import { baton } from './command-line.js';
import { type Crew, hire, type Item, published } from './line.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let crew: Crew;
let item: Item;
let workspaceId: string;
let server: { url: string; key: string };

beforeAll(async () => {
  api = await startTestApi();
  const workspace = await api.workspace('acme');
  workspaceId = workspace.id;
  crew = await hire(workspace);
  item = await published(crew, { requiredLocales: ['de-DE', 'ja-JP'] });
  server = { url: api.url, key: crew.enablement.key };
});

afterAll(async () => api.close());

/** Verifies what SQL of somebody who switches the triggers off leaves behind; everything is put back. */
async function verifyAfter(by: string): Promise<string[]> {
  const { faults } = await tampering(api.database, {
    by: () => api.database.query(by),
    see: () => verified(api, workspaceId),
  });
  return faults;
}

describe('baton verify', () => {
  it('replays every trail to exactly what is stored', async () => {
    const { output, status } = await baton(['verify'], server);
    expect(output).toMatch(
      /^3 items, \d+ entries, 1 revisions: every trail holds and leads to what is stored\.\nLeaves of the tree: 0; nothing of it is signed\.\nOf what is committed, \d+ entries are without a leaf yet\.\n$/u,
    );
    expect(status).toBe(0);
  });

  it.each([
    [
      'an edited row',
      "update audit_entry set entry = replace(entry, 'submit', 'accept') where seq = 5 and ITEM",
      'row 5: its text does not match its hash',
    ],
    [
      'an edited row with its hash made to fit',
      `update audit_entry set entry = replace(entry, '"at":"2', '"at":"3') where seq = 4 and ITEM;
       update audit_entry set hash = encode(sha256(convert_to(entry, 'UTF8')), 'hex') where ITEM`,
      'row 5: it does not follow the row before it',
    ],
    [
      'a deleted row',
      'delete from audit_entry where seq = 6 and ITEM',
      'row 6: expected row 6; found row 7',
    ],
    [
      'a first row deleted',
      'delete from audit_entry where seq = 1 and ITEM',
      'row 1: expected row 1; found row 2',
    ],
    [
      'a last row deleted',
      'delete from audit_entry where seq = (select max(seq) from audit_entry where ITEM) and ITEM',
      'missing; the item says it has',
    ],
    ['a whole trail deleted', 'delete from audit_entry where ITEM', 'row 1: the trail is empty'],
    [
      "two rows in each other's place",
      `update audit_entry set seq = seq + 1000 where seq in (3, 4) and ITEM;
       update audit_entry set seq = 1007 - seq where seq > 1000 and ITEM`,
      'row 3: its text says row 4',
    ],
    [
      'an inserted row',
      `insert into audit_entry select workspace_id, item_id, seq + 1, entry, hash from audit_entry
       where seq = (select max(seq) from audit_entry where ITEM) and ITEM`,
      'its text says row',
    ],
    [
      'an item deleted',
      'delete from item where ITEM',
      'its trail is there, the item itself is gone',
    ],
    [
      'a stage set by hand',
      "update item set stage = 'retired' where ITEM",
      'stage: stored "retired", by its trail "published"',
    ],
    [
      'a facet set by hand',
      `update item set audience = '["nobody"]' where ITEM`,
      'description: stored',
    ],
    [
      'a task reopened by hand',
      "update task set status = 'offered' where activity = 'triage' and ITEM",
      'openTasks: stored',
    ],
    [
      'a finished task given to another',
      "update task set holder_id = 'nobody' where activity = 'triage' and ITEM",
      'triage done nobody',
    ],
    [
      'an edited text',
      "update revision set body = body || '!' where ITEM",
      'revision 1: its text does not match its digest',
    ],
    [
      'an edited text with its digest made to fit',
      "update revision set body = 'x', digest = encode(sha256('x'), 'hex') where ITEM",
      'revision 1: missing, or not the one its trail names',
    ],
  ])('names %s', async (_what, sql, finding) => {
    const faults = await verifyAfter(sql.replaceAll('ITEM', `item_id = '${item.id}'`));
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^item ${item.id}`, 'u'))]);
    expect(faults[0]).toContain(finding);
  });

  it('names an edited process version', async () => {
    const [fault] = await verifyAfter(
      "update process_version set definition = replace(definition, '\"legal\"', '\"sales\"') where process_id = 'content'",
    );
    expect(fault).toContain('its definition was edited');
  });

  it('verifies a saved export without a server, and refuses one that was cut short', async () => {
    const response = await fetch(`${server.url}/v1/audit/export`, {
      headers: { authorization: `Bearer ${server.key}` },
    });
    const text = await response.text();
    const folder = mkdtempSync(join(tmpdir(), 'baton-export-'));
    const whole = join(folder, 'whole.ndjson');
    writeFileSync(whole, text);
    const offline = { url: 'http://127.0.0.1:9', key: 'none' };
    expect((await baton(['verify', whole], offline)).output).toContain('every trail holds');
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, text.split('\n').slice(0, -3).join('\n'));
    const refused = await baton(['verify', cut], offline);
    expect([refused.status, refused.errors]).toEqual([1, expect.stringContaining('is not whole')]);
    const other = join(folder, 'other.ndjson');
    writeFileSync(other, text.replace('\n', '\n{"nonsense": 1}\n'));
    expect((await baton(['verify', other], offline)).errors).toContain(
      'line 2: expected a line of',
    );
  });

  it('verifies an export that an editor saved with a byte order mark and other line ends', async () => {
    const response = await fetch(`${server.url}/v1/audit/export`, {
      headers: { authorization: `Bearer ${server.key}` },
    });
    const file = join(mkdtempSync(join(tmpdir(), 'baton-export-')), 'saved.ndjson');
    writeFileSync(file, `\uFEFF${(await response.text()).replaceAll('\n', '\r\n')}`);
    const verified = await baton(['verify', file], { url: 'http://127.0.0.1:9', key: 'none' });
    expect(verified).toMatchObject({ status: 0, output: expect.stringContaining('every trail') });
  });

  it('is for enablement and legal', async () => {
    expect((await crew.marketing.get('/v1/audit/export')).status).toBe(403);
    expect((await crew.legal.get('/v1/audit/export')).status).toBe(200);
  });
});
