import { describe, expect, it } from '@jest/globals';
import { LanesInHand } from './lanes-in-hand.js';

describe('a lane in hand', () => {
  it('looks again once where it was asked for meanwhile', () => {
    const lanes = new LanesInHand();
    lanes.begin('a');
    expect(lanes.isAskedAgain('a')).toBe(false);
    lanes.ask('a');
    lanes.ask('a');
    expect([lanes.isAskedAgain('a'), lanes.isAskedAgain('a')]).toEqual([true, false]);
    expect(lanes.end('a')).toBe(false);
  });

  it('is put in line again where it was asked for after it looked last', () => {
    const lanes = new LanesInHand();
    lanes.begin('a');
    lanes.ask('a');
    expect(lanes.end('a')).toBe(true);
    expect(lanes.end('a')).toBe(false);
  });

  it('is not asked for before it begins, which is what the queue is for, nor by another lane', () => {
    const lanes = new LanesInHand();
    lanes.ask('a');
    lanes.begin('a');
    lanes.ask('b');
    expect([lanes.isAskedAgain('a'), lanes.end('a'), lanes.end('b')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
