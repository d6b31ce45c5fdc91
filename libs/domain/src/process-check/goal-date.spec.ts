import { describe, expect, it } from '@jest/globals';
import { isGoalDate } from './goal-date.js';

describe('the date of a goal', () => {
  it.each([
    '2027-03-31',
    '2028-02-29',
    '2027-03-31T17:00Z',
    '2027-03-31T17:00:00.5Z',
    '2027-03-31T17:00:00+02:00',
  ])('can be %s', (text) => {
    expect(isGoalDate(text)).toBe(true);
    expect(Date.parse(text)).not.toBeNaN();
  });

  it.each([
    '2026-02-30',
    '2027-02-29T17:00:00Z',
    '2027-03-31T25:00:00Z',
    '2027-03-31T17:00:00',
    '2027-03-31T17',
    '2027-3-31',
    'soon',
    '',
  ])('cannot be "%s"', (text) => {
    expect(isGoalDate(text)).toBe(false);
  });
});
