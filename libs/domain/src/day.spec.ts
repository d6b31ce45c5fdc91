import { describe, expect, it } from '@jest/globals';
import { isDay } from './day.js';

describe('a day of the calendar', () => {
  it.each(['2027-06-30', '2028-02-29', '1000-01-01', '2999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-06-31',
    '2027-6-30',
    '20270630',
    '0000-01-01',
    '9999-01-01',
    '2027-06-30T00:00:00Z',
    ' 2027-06-30',
    '',
  ])('is not "%s"', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
