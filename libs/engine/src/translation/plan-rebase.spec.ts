import { SEGMENT_STATES, type SegmentState } from '#domain';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { approvedWith, rebased } from './plan-rebase.js';
import type { SegmentRow } from './segment-row.js';
import { row, rowsOf, unit } from './units.fixture.js';

const before = unit('a', 'The old words');
const after = unit('a', 'The new words');

describe('segments whose source became another text', () => {
  it('keep everything where their own text stayed', () => {
    const rows = rowsOf(row(before, { state: 'approved' }));
    expect(rebased(rows, [before])).toEqual(rows);
  });

  it('keep their translation as a proposal for the new text, beside the one it was made for', () => {
    const [kept] = rebased(rowsOf(row(before, { state: 'approved' })), [after]).values();
    expect(kept).toMatchObject({
      state: 'source_changed',
      keptState: 'approved',
      target: row(before).target,
      source: 'The old words',
    });
  });

  it('are left out where the source has them no more', () => {
    expect(rebased(rowsOf(row(before)), [unit('b', 'Others')]).size).toBe(0);
  });

  it('come back to what they were where the text comes back and nobody touched them', () => {
    const rows = rowsOf(row(before, { state: 'reviewed' }));
    const [back] = rebased(rebased(rows, [after]), [before]).values();
    expect(back).toMatchObject({ state: 'reviewed', keptState: null });
  });

  it('do not come back where somebody touched them in between', () => {
    const rows = rebased(rowsOf(row(before, { state: 'approved' })), [after]);
    const confirmed = { ...row(after), target: 'Neu', state: 'translated' as const };
    const [changed] = rebased(rowsOf(confirmed), [before]).values();
    expect([...rows.values()][0]!.keptState).toBe('approved');
    expect(changed).toMatchObject({ state: 'source_changed', keptState: 'translated' });
  });

  it('never stay approved where their text is another one, whatever came before', () => {
    const texts = fc.constantFrom('One', 'Two', 'Three');
    const states = fc.constantFrom<SegmentState>(
      ...SEGMENT_STATES.filter((state) => state !== 'untranslated' && state !== 'source_changed'),
    );
    fc.assert(
      fc.property(texts, states, fc.array(texts, { maxLength: 6 }), (first, state, later) => {
        const start = unit('a', first);
        let rows = rowsOf(row(start, { state }));
        for (const words of later) {
          const now = unit('a', words);
          rows = rebased(rows, [now]);
          const { state: is, sourceHash } = rows.get('a')!;
          expect(is).toBe(sourceHash === now.hash ? state : 'source_changed');
        }
      }),
    );
  });

  it('touch neither notes nor words that nobody has translated', () => {
    const noted: SegmentRow = {
      ...row(before),
      state: 'untranslated',
      sourceHash: null,
      source: null,
      target: null,
      note: 'Ask legal.',
    };
    expect(rebased(rowsOf(noted), [after]).get('a')).toEqual(noted);
  });
});

describe('segments of an approved variant', () => {
  it('are approved where somebody answers for them, and stay as they are elsewhere', () => {
    const rows = rowsOf(
      row(unit('a', 'A'), { state: 'translated' }),
      row(unit('b', 'B'), { state: 'reviewed' }),
      row(unit('c', 'C'), { state: 'proposed' }),
      row(unit('d', 'D'), { state: 'source_changed' }),
    );
    expect([...approvedWith(rows).values()].map(({ state }) => state)).toEqual([
      'approved',
      'approved',
      'proposed',
      'source_changed',
    ]);
  });
});
