import { countMarks, markSegments, type SegmentMark } from '#domain';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { markOf, type SegmentRow } from './segment-row.js';
import { workBetween } from './segment-work.js';
import { row, rowsOf, unit } from './units.fixture.js';

const units = ['a', 'b', 'c'].map((key) => unit(key, `Words of ${key}`));
const about = { text: { digest: 'text', locale: 'en-US', units }, assembled: true };

describe('work on segments', () => {
  it('names only what changed', () => {
    const known = row(units[0]!);
    const work = workBetween(rowsOf(known), rowsOf({ ...known, state: 'reviewed' }), about);
    expect(work.segments.changes).toEqual([{ key: 'a', state: 'reviewed' }]);
    expect(work.write.rows.map(({ key }) => key)).toEqual(['a']);
  });

  it('tells what is gone, and counts what is left with what nobody touched', () => {
    const { segments, write } = workBetween(rowsOf(row(unit('x', 'Gone'))), rowsOf(), about);
    expect([segments.changes, write.gone]).toEqual([[{ key: 'x', gone: true }], ['x']]);
    expect(segments.counts.untranslated).toEqual({ units: 3, words: 9 });
  });

  it('leads in the trail to just what is stored', () => {
    const states = fc.constantFrom('proposed', 'translated', 'reviewed', 'approved');
    const rows = fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), fc.tuple(states, fc.constantFrom('x', 'y')))
      .map((entries) =>
        rowsOf(
          ...Object.entries(entries).map(([key, [state, target]]) =>
            row(
              units.find((each) => each.key === key)!,
              {
                state: state as SegmentRow['state'],
                target,
              },
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (versions) => {
        let before = rowsOf();
        let marks = new Map<string, SegmentMark>();
        for (const after of versions) {
          const { segments } = workBetween(before, after, about);
          marks = markSegments(marks, segments.changes);
          before = after;
          expect(countMarks(marks.values()).approved).toEqual(segments.counts.approved);
        }
        const stored = [...before].map(([key, each]) => [key, markOf(each)]);
        expect(Object.fromEntries(marks)).toEqual(Object.fromEntries(stored));
      }),
    );
  });
});
