import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, FIRST_PREV_HASH, seal } from './audit-entry.js';
import { sha256 } from './identifiers.js';
import { AT, mia } from './items.fixture.js';

const ENTRY: AuditEntry = {
  v: 1,
  workspaceId: 'workspace-1',
  itemId: 'item-1',
  seq: 1,
  at: AT,
  actor: mia,
  command: { type: 'describe', changes: { title: 'Für alle' } },
  from: 'intake',
  to: 'intake',
  opened: [],
  closed: [],
  prevHash: FIRST_PREV_HASH,
};

describe('a sealed entry', () => {
  it('is canonical JSON and the hash of exactly these bytes', () => {
    const { text, hash } = seal(ENTRY);
    expect(JSON.parse(text)).toEqual(ENTRY);
    expect(text.startsWith('{"actor":{"id":"mia","kind":"person","memberships":[{')).toBe(true);
    expect(hash).toBe(sha256(text));
  });

  it('does not depend on the order in which its fields were written', () => {
    const turned = Object.fromEntries(Object.entries(ENTRY).toReversed()) as unknown as AuditEntry;
    expect(seal(turned)).toEqual(seal(ENTRY));
  });

  it('has another hash when any field is another', () => {
    const others: Partial<AuditEntry>[] = [
      { workspaceId: 'workspace-2' },
      { itemId: 'item-2' },
      { seq: 2 },
      { at: '2027-01-15T09:00:00.001Z' },
      { actor: { kind: 'line' } },
      { actor: { ...mia, via: 'key-1' } },
      { command: { type: 'describe', changes: { title: 'Fur alle' } } },
      { from: null },
      { to: 'brief' },
      { opened: ['task-1'] },
      { closed: [{ id: 'task-1', status: 'done' }] },
      { prevHash: 'f'.repeat(64) },
    ];
    const hashes = others.map((change) => seal({ ...ENTRY, ...change }).hash);
    expect(new Set([seal(ENTRY).hash, ...hashes]).size).toBe(others.length + 1);
  });
});
