import { describe, expect, it } from '@jest/globals';
import { leverageOf, type WeighedUnit } from './leverage-of.js';

let made = 0;
const unit = (score: number | null, fields: Partial<WeighedUnit> = {}): WeighedUnit => ({
  hash: `hash-${(made += 1)}`,
  words: 10,
  score,
  changed: false,
  ...fields,
});

describe('what a memory spares', () => {
  it('puts each unit in one class, by the score of its best match', () => {
    const scores = [101, 100, 99, 95, 94, 85, 84, 75, null];
    const counts = leverageOf(scores.map((score) => unit(score)));
    expect(counts).toEqual({
      context: { units: 1, words: 10 },
      exact: { units: 1, words: 10 },
      repeated: { units: 0, words: 0 },
      fuzzy_95: { units: 2, words: 20 },
      fuzzy_85: { units: 2, words: 20 },
      fuzzy_75: { units: 2, words: 20 },
      changed: { units: 0, words: 0 },
      new: { units: 1, words: 10 },
      total: { units: 9, words: 90 },
    });
  });

  it('counts a text the first time for what it is, then as repeated, but an exact one always as exact', () => {
    const counts = leverageOf([
      unit(80, { hash: 'same' }),
      unit(80, { hash: 'same' }),
      unit(null, { hash: 'other' }),
      unit(null, { hash: 'other', changed: true }),
      unit(100, { hash: 'known' }),
      unit(101, { hash: 'known' }),
    ]);
    expect(counts.fuzzy_75.units).toBe(1);
    expect(counts.new.units).toBe(1);
    expect(counts.repeated.units).toBe(2);
    expect([counts.exact.units, counts.context.units]).toEqual([1, 1]);
  });

  it('tells what was translated before its text changed from what is new', () => {
    const counts = leverageOf([
      unit(null, { changed: true }),
      unit(null),
      unit(90, { changed: true }),
    ]);
    expect([counts.changed.units, counts.new.units, counts.fuzzy_85.units]).toEqual([1, 1, 1]);
  });
});
