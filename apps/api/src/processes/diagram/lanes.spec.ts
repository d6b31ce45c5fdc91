import { describe, expect, it } from '@jest/globals';
import { freeLanes } from './lanes.js';

describe('free lanes', () => {
  it('gives the shorter of two stretches the inner lane', () => {
    const stretches = [
      { from: 0, to: 100 },
      { from: 40, to: 60 },
    ];
    expect(freeLanes(stretches, 5)).toEqual([1, 0]);
  });

  it('lets stretches share a lane only at a distance', () => {
    const before = { from: 0, to: 10 };
    expect(freeLanes([before, { from: 16, to: 26 }], 5)).toEqual([0, 0]);
    expect(freeLanes([before, { from: 15, to: 25 }], 5)).toEqual([0, 1]);
  });
});
