import { describe, expect, it } from '@jest/globals';
import { contentProcess } from '../processes/content.process.js';
import { errorsIn, codesIn } from './broken-processes.fixture.js';

describe('deadlines before a goal', () => {
  /** 16 + 24 + 24 + 40 hours to the review, 24 until both have voted, 16 to publish: 144. */
  const needed = 144;

  it('miss it where their hours do not fit into the working days until then', () => {
    const findings = errorsIn(contentProcess, { goalDate: '2027-02-04' });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'deadlines_miss_goal',
        detail: expect.stringMatching(
          /^The deadlines on the quickest way to published add up to 144 working hours; until 2027-02-04 there are 120\. Quickest way there: intake –accept→ .*in_review –approve→ in_review –approve→ approved –publish→ published\.$/u,
        ) as unknown as string,
        pointer: '/states/published',
      }),
    ]);
  });

  it.each([
    { goalDate: '2027-02-08', hours: 8, fits: false },
    { goalDate: '2027-02-09', hours: 8, fits: true },
    { goalDate: '2027-02-09T07:00:00Z', hours: 8, fits: false },
    { goalDate: '2027-02-09T08:00:00Z', hours: 8, fits: true },
    { goalDate: '2027-02-02', hours: 8, fits: false },
    { goalDate: '2027-02-02', hours: 12, fits: true },
    { goalDate: '2026-12-01', hours: 8, fits: false },
  ])('with $hours hours a day until $goalDate: $fits', ({ goalDate, hours, fits }) => {
    const found = codesIn(contentProcess, { goalDate, workingHoursPerDay: hours });
    expect(found).toEqual(fits ? [] : ['deadlines_miss_goal']);
    expect(needed).toBe(18 * 8);
  });
});
