import { describe, expect, it } from '@jest/globals';
import { segmentBody, segmentField } from '#localization';
import { type Manner, planEdits, type SegmentEdit } from './plan-edits.js';
import type { SegmentRow } from './segment-row.js';
import { type SourceText, TITLE_KEY } from './source-texts.js';
import { row, rowsOf } from './units.fixture.js';

const segmented = segmentBody('Read the [guide](/g).\n\nPlain words.\n', { locale: 'en-US' });
const text: SourceText = {
  digest: 'text',
  locale: 'en-US',
  segmented,
  units: [
    { ...segmentField('Guides', { locale: 'en-US' }), key: TITLE_KEY },
    ...segmented.units.map((unit, index) => ({ ...unit, key: `unit-${index}` })),
  ],
};
const [, linked, plain] = text.units;

const BY_HAND: Manner = {
  origin: 'written',
  highest: 'reviewed',
  fromFile: false,
  acceptReordered: false,
};
const BY_FILE: Manner = { ...BY_HAND, origin: 'imported', fromFile: true };
const APPROVER: Manner = { ...BY_FILE, highest: 'approved' };

const known = (changes: Partial<SegmentRow>) =>
  rowsOf(row(plain!, { target: 'Klare Worte.', ...changes }));

function plan(edit: SegmentEdit, manner: Manner, rows = rowsOf()) {
  const { after, settled } = planEdits({ text, rows }, [edit], manner);
  const outcome = settled[0]!;
  const found = after.get(edit.key);
  return {
    is: outcome.outcome === 'set_aside' ? outcome.code : outcome.outcome,
    state: found?.state ?? null,
    target: found?.target ?? null,
  };
}

describe('an edit of a segment', () => {
  it('is a translation where it says nothing of its state', () => {
    expect(plan({ key: plain!.key, target: 'Klare Worte.' }, BY_HAND)).toEqual({
      is: 'changed',
      state: 'translated',
      target: 'Klare Worte.',
    });
  });

  it('takes a translation away, and then says nothing of a state', () => {
    const rows = known({ state: 'approved' });
    expect(plan({ key: plain!.key, target: null }, BY_HAND, rows)).toMatchObject({
      is: 'changed',
      state: 'untranslated',
      target: null,
    });
    expect(plan({ key: plain!.key, state: 'translated' }, BY_HAND).is).toBe(
      'state_without_translation',
    );
  });

  it.each<[string, SegmentEdit, string]>([
    ['an unknown segment', { key: 'nowhere', target: 'A' }, 'unknown_segment'],
    ['another source', { key: plain!.key, sourceHash: '0'.repeat(64) }, 'source_moved'],
    ['another source text', { key: plain!.key, source: 'Plain word.' }, 'source_moved'],
    ['a lost code', { key: linked!.key, target: 'Lies.' }, 'code_missing'],
    ['a doubled code', { key: linked!.key, target: '<1>A</1><1>B</1>' }, 'code_doubled'],
    ['a strange code', { key: linked!.key, target: '<1>A</1><9/>' }, 'code_unknown'],
    ['an end before its beginning', { key: linked!.key, target: '</1>A<1>' }, 'codes_misnested'],
    ['an approval', { key: plain!.key, target: 'A', state: 'approved' }, 'approval_not_yours'],
    [
      'no state to give',
      { key: plain!.key, target: 'A', state: 'source_changed' },
      'state_not_given',
    ],
    ['a title of blanks', { key: TITLE_KEY, target: '\u200b' }, 'blank_title'],
    ['a long title', { key: TITLE_KEY, target: 'a'.repeat(201) }, 'too_long'],
  ])('is set aside for %s', (_what, edit, code) => {
    const planned = plan(edit, BY_HAND);
    expect(planned).toEqual({ is: code, state: null, target: null });
  });

  it('is set aside where it comes twice', () => {
    const edit = { key: plain!.key, target: 'A' };
    const { settled } = planEdits({ text, rows: rowsOf() }, [edit, edit], BY_HAND);
    expect(settled.map(({ outcome }) => outcome)).toEqual(['changed', 'set_aside']);
  });

  it('takes codes in another order only where that is meant', () => {
    const body = segmentBody('**A** and *b*.\n');
    const two = { ...text, units: [{ ...body.units[0]!, key: 'two' }] };
    const edit = { key: 'two', target: '<2>B</2> und <1>a</1>.' };
    const at = (manner: Manner) => planEdits({ text: two, rows: rowsOf() }, [edit], manner).settled;
    expect(at(BY_HAND)).toMatchObject([{ code: 'codes_reordered' }]);
    expect(at({ ...BY_HAND, acceptReordered: true })).toMatchObject([{ outcome: 'changed' }]);
  });

  it('confirms a translation of an older source by its state alone', () => {
    const rows = known({ state: 'source_changed', sourceHash: 'older', keptState: 'approved' });
    const { after } = planEdits(
      { text, rows },
      [{ key: plain!.key, state: 'translated' }],
      BY_HAND,
    );
    expect(after.get(plain!.key)).toMatchObject({
      state: 'translated',
      sourceHash: plain!.hash,
      source: 'Plain words.',
      keptState: null,
    });
  });
});

describe('a segment in a file', () => {
  const key = plain!.key;
  const same = { key, target: 'Klare Worte.' };
  const other = { key, target: 'Andere Worte.' };

  it('never takes a translation away', () => {
    const edit = { key, target: null, state: 'untranslated' as const };
    expect(plan(edit, BY_FILE, known({}))).toMatchObject({ is: 'unchanged' });
  });

  it('never lowers a state', () => {
    const rows = known({ state: 'reviewed' });
    expect(plan({ ...same, state: 'translated' }, BY_FILE, rows).is).toBe('unchanged');
    expect(plan({ ...same, state: 'proposed' }, BY_FILE, rows).is).toBe('unchanged');
  });

  it('raises a state as far as its sender may', () => {
    expect(plan({ ...same, state: 'approved' }, BY_FILE, known({}))).toMatchObject({
      is: 'changed',
      state: 'reviewed',
    });
    expect(plan({ ...same, state: 'approved' }, APPROVER, known({}))).toMatchObject({
      state: 'approved',
    });
  });

  it('changes what is approved only by who may approve, and says so', () => {
    const rows = known({ state: 'approved' });
    expect(plan({ ...other, state: 'translated' }, BY_FILE, rows)).toEqual({
      is: 'approved_kept',
      state: 'approved',
      target: 'Klare Worte.',
    });
    expect(plan({ ...other, state: 'translated' }, APPROVER, rows).is).toBe('approved_kept');
    expect(plan({ ...other, state: 'approved' }, APPROVER, rows)).toMatchObject({
      is: 'changed',
      target: 'Andere Worte.',
    });
  });

  it('is a translation where its tool left the state as it found it', () => {
    expect(plan({ ...other, state: 'untranslated' }, BY_FILE)).toMatchObject({
      state: 'translated',
    });
    const stale = known({ state: 'source_changed', sourceHash: 'older' });
    expect(plan({ ...other, state: 'source_changed' }, BY_FILE, stale)).toMatchObject({
      state: 'translated',
    });
    expect(plan({ ...same, state: 'source_changed' }, BY_FILE, stale).is).toBe('unchanged');
  });

  it('stays as it is now where the file did not change it, and is set aside where both did', () => {
    const rows = known({ target: 'Neuere Worte.' });
    const since = { ...BY_FILE, wentOutWith: new Map([[key, 'Klare Worte.']]) };
    expect(plan({ ...same, state: 'translated' }, since, rows)).toEqual({
      is: 'unchanged',
      state: 'translated',
      target: 'Neuere Worte.',
    });
    expect(plan({ ...other, state: 'translated' }, since, rows)).toEqual({
      is: 'changed_since',
      state: 'translated',
      target: 'Neuere Worte.',
    });
    expect(plan({ key, target: 'Neuere Worte.' }, since, rows).is).toBe('unchanged');
    const approvedSince = { ...since, wentOutWith: new Map([[key, 'Neuere Worte.']]) };
    const approved = known({ target: 'Neuere Worte.', state: 'approved' });
    expect(plan({ ...other, state: 'translated' }, approvedSince, approved).is).toBe(
      'approved_kept',
    );
  });

  it('is taken without the blanks around it', () => {
    expect(plan({ key, target: '\n  Andere Worte. \n' }, BY_FILE).target).toBe('Andere Worte.');
  });

  it('stays a proposal where it comes as one', () => {
    expect(plan({ ...other, state: 'proposed' }, BY_FILE).state).toBe('proposed');
  });
});
