import { describe, expect, it } from '@jest/globals';
import { isDue } from './agreement.js';

describe('an agreement', () => {
  it.each([
    ['its last day is over', '2027-01-14', true],
    ['it is its last day', '2027-01-15', false],
    ['its last day is to come', '2027-01-16', false],
    ['it holds until further notice', null, false],
  ])('is due or not where %s', (_when, deadline, due) => {
    expect(isDue({ deadline }, '2027-01-15')).toBe(due);
  });
});
