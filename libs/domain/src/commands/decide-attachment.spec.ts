import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import { fileNameProblems } from './decide-attachment.js';
import type { ItemState } from '../item-state.js';
import {
  accepted,
  CONTENT,
  decideAs,
  ena,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
} from '../items.fixture.js';

const drafting = itemIn(CONTENT, 'drafting');
const FILE = {
  attachmentId: 'attachment-1',
  name: 'deck.pdf',
  mediaType: 'application/pdf',
  size: 12,
  digest: 'bytes-1',
};

const attach = (item: ItemState, actor: Actor, changes: Partial<typeof FILE> = {}) =>
  decideAs(CONTENT, item, actor, { type: 'attach', ...FILE, ...changes });
const detach = (item: ItemState, actor: Actor, attachmentId = 'attachment-1') =>
  decideAs(CONTENT, item, actor, { type: 'detach', attachmentId });

const FACT = {
  attachment: 'attachment-1',
  name: 'deck.pdf',
  mediaType: 'application/pdf',
  size: 12,
  digest: 'bytes-1',
};

describe('attaching a file', () => {
  it('remembers it with who attached it and when, announces it and leaves the rest alone', () => {
    const change = accepted(attach(drafting, mia));
    const { attachmentId: id, ...file } = FILE;
    expect(change.after.attachments).toEqual([{ id, ...file, by: 'mia', at: change.at }]);
    expect(change.after).toMatchObject({ stage: 'drafting', openTasks: drafting.openTasks });
    expect(change.entry.command).toEqual({ type: 'attach', ...FILE });
    expect(change.facts.map(({ type }) => type)).toEqual(['attachment.added']);
    expect(JSON.parse(change.facts[0]!.body)).toMatchObject({ data: FACT });
  });

  it('with the same name and bytes again changes nothing; with one of both it is another file', () => {
    const once = accepted(attach(drafting, mia)).after;
    const again = { attachmentId: 'attachment-2' };
    expect(attach(once, mia, again)).toEqual({ outcome: 'unchanged', after: once });
    expect(attach(once, mia, { ...again, name: 'other.pdf' }).outcome).toBe('changed');
    const twice = accepted(attach(once, mia, { ...again, digest: 'bytes-2' })).after;
    expect(twice.attachments.map(({ id }) => id)).toEqual(['attachment-1', 'attachment-2']);
  });

  it('ends at a hundred, where the hundredth may still be repeated', () => {
    const { attachments } = accepted(attach(drafting, mia)).after;
    const full = {
      ...drafting,
      attachments: Array.from({ length: 100 }, (_, index) => ({
        ...attachments[0]!,
        id: `attachment-${index}`,
        name: `${index}.pdf`,
      })),
    };
    expect(refused(attach(full, mia)).reasons[0]).toMatchObject({ code: 'too_many_attachments' });
    expect(attach(full, mia, { name: '99.pdf' }).outcome).toBe('unchanged');
    const fewer = { ...full, attachments: full.attachments.slice(1) };
    expect(attach(fewer, mia).outcome).toBe('changed');
  });

  it('is for the owner function, for enablement and for whoever holds a task of the item', () => {
    expect(attach(drafting, ena).outcome).toBe('changed');
    const reviewing = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);
    expect(attach(reviewing, leo).outcome).toBe('changed');
    for (const actor of [pia, { ...leo, memberships: [] }]) {
      expect(refused(attach(reviewing, actor))).toMatchObject({
        kind: 'forbidden',
        reasons: [{ code: 'not_your_function', remedy: 'Ask marketing or enablement.' }],
      });
    }
  });

  it.each(['retired', 'cancelled'])('is refused once the item is %s', (stage) => {
    expect(refused(attach(itemIn(CONTENT, stage), ena))).toMatchObject({
      kind: 'conflict',
      reasons: [{ code: 'item_closed' }],
    });
  });

  it.each([
    'deck.pdf',
    'Grüße aus Köln.pptx',
    '発売 (最終版).key',
    '.hidden',
    'it\'s 100 % "done"; really.txt',
    '🎉'.repeat(255),
  ])('takes the name %j', (name) => {
    expect(fileNameProblems(name)).toEqual([]);
  });

  it.each<[string, string]>([
    ['', 'found none'],
    ['   ', 'found 3'],
    ['a'.repeat(256), 'found 256'],
    ['.', 'path separators'],
    ['..', 'path separators'],
    ['../../etc/passwd', 'path separators'],
    [String.raw`C:\deck.pdf`, 'path separators'],
    ['a\nb', 'control characters'],
    ['a\0b', 'control characters'],
    ['a\u{85}b', 'control characters'],
    ['invoice\u{202e}fdp.exe', 'control characters'],
    ['half\ud83c', 'control characters'],
  ])('refuses the name %j', (name, found) => {
    expect(attach(drafting, mia, { name })).toEqual({
      outcome: 'invalid',
      problems: [
        { pointer: '/name', code: 'file_name_not_valid', detail: expect.stringContaining(found) },
      ],
    });
  });
});

describe('detaching a file', () => {
  const attached = accepted(attach(drafting, mia)).after;

  it('takes it off the item and announces that', () => {
    const { after, facts } = accepted(detach(attached, ena));
    expect(after.attachments).toEqual([]);
    expect(facts.map(({ type }) => type)).toEqual(['attachment.removed']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({ data: FACT });
  });

  it('that is not there changes nothing', () => {
    expect(detach(attached, mia, 'other')).toEqual({ outcome: 'unchanged', after: attached });
  });

  it('is for those who may attach', () => {
    expect(refused(detach(attached, pia)).kind).toBe('forbidden');
    const retired = { ...attached, stage: 'retired', openTasks: [] };
    expect(refused(detach(retired, ena)).reasons[0]!.code).toBe('item_closed');
  });
});
