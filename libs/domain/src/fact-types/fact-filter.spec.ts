import { describe, expect, it } from '@jest/globals';
import { isFactPattern, matchesFactFilter } from './fact-filter.js';

describe('a filter of facts', () => {
  it.each([
    [['item.published'], 'item.published', true],
    [['item.published'], 'item.published_twice', false],
    [['item.*'], 'item.published', true],
    [['item.*'], 'items.published', false],
    [['item.*'], 'item', false],
    [['campaign.*'], 'campaign.asset.launched', true],
    [['task.claimed', 'goal.*'], 'goal.closed', true],
    [['task.claimed', 'goal.*'], 'task.released', false],
    [[], 'task.released', true],
  ])('%j lets %s pass: %s', (patterns, type, passes) => {
    expect(matchesFactFilter(patterns, type)).toBe(passes);
  });

  it.each(['item.published', 'item.*', 'campaign.asset.*', 'goal'])('may hold %s', (pattern) => {
    expect(isFactPattern(pattern)).toBe(true);
  });

  it.each(['', '*', '.*', 'item.', 'item*', 'item.*.x', 'Item.published', 'a%', 'a'.repeat(301)])(
    'may not hold %s',
    (pattern) => {
      expect(isFactPattern(pattern)).toBe(false);
    },
  );
});
