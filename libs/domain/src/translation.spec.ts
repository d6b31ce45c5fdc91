import { describe, expect, it } from '@jest/globals';
import { countMarks, markSegments, noSegments, unfinishedIn } from './translation.js';

const TRANSLATED = { state: 'translated' as const, source: 'hash-1', target: 'target-1', words: 4 };

describe('the segments of a variant', () => {
  it('are marked by changes that name only what changed', () => {
    const first = markSegments(new Map(), [{ key: 'a', ...TRANSLATED }]);
    const then = markSegments(first, [
      { key: 'a', state: 'approved' },
      { key: 'b', note: 'note-1' },
    ]);
    expect(then.get('a')).toEqual({ ...TRANSLATED, state: 'approved', note: null });
    expect(then.get('b')).toEqual({
      state: 'untranslated',
      source: null,
      target: null,
      note: 'note-1',
      words: 0,
    });
    expect(first.size).toBe(1);
  });

  it('are forgotten where the source has them no more', () => {
    const marks = markSegments(new Map(), [{ key: 'a', ...TRANSLATED }]);
    expect(markSegments(marks, [{ key: 'a', gone: true }]).size).toBe(0);
  });

  it('are counted by their state, with the words of their sources', () => {
    const marks = markSegments(new Map(), [
      { key: 'a', ...TRANSLATED },
      { key: 'b', ...TRANSLATED, words: 3 },
      { key: 'c', ...TRANSLATED, state: 'proposed' },
    ]);
    expect(countMarks(marks.values())).toEqual({
      ...noSegments(),
      translated: { units: 2, words: 7 },
      proposed: { units: 1, words: 4 },
    });
  });

  it('are unfinished while they are untranslated, proposed, or of a source that changed', () => {
    const one = { units: 1, words: 1 };
    const counts = {
      untranslated: one,
      proposed: one,
      source_changed: one,
      translated: one,
      reviewed: one,
      approved: one,
    };
    expect(unfinishedIn(counts)).toEqual({ units: 3, words: 3 });
  });
});
