import { describe, expect, it } from '@jest/globals';
import { when } from '../processes/transitions.js';
import {
  errorsIn,
  broken,
  activityIn,
  TO_DRAFTING,
  TO_REVIEW,
} from './broken-processes.fixture.js';

describe('ways', () => {
  it('that lead to a stage nowhere leave it unreachable', () => {
    const definition = broken((states) => {
      delete states['approved']!.on!['schedule'];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'unreachable_stage',
        detail:
          'No item ever comes to scheduled, whatever events are sent. No way leads to scheduled.',
        pointer: '/states/scheduled',
        path: [],
      }),
    );
  });

  it('behind a transition that is always taken first are never taken', () => {
    const definition = broken((states) => {
      states['approved']!.on!['publish'] = [
        { target: 'published' },
        { target: 'scheduled', guard: when('comment_given') },
      ];
      states['approved']!.on!['schedule'] = [{ target: 'published' }];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'unreachable_stage',
        pointer: '/states/scheduled',
      }),
    );
  });

  it('that end in a stage without a way out, though it can be cancelled, are a dead end', () => {
    const definition = broken((states) => {
      delete states['drafting']!.on!['submit'];
      delete states['drafting']!.on!['request_changes'];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'dead_end',
        detail:
          'From drafting no final stage can be reached: no transition of its own leads to another stage. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting.',
        pointer: '/states/drafting',
        path: TO_DRAFTING,
      }),
    );
  });

  it('that only lead round in a circle are one dead end, where the circle begins', () => {
    const definition = broken((states) => {
      for (const stage of ['published', 'review_due', 'expired'])
        delete states[stage]!.on!['retire'];
      delete states['review_due']!.on!['revise'];
      delete states['review_due']!.on!['expire'];
    });
    const ends = errorsIn(definition).filter(({ code }) => code === 'dead_end');
    expect(ends).toHaveLength(1);
    expect(ends[0]!.detail).toMatch(
      /^From published no final stage can be reached: it leads only to review_due and from there back\. Shortest way there: intake –accept→ .*approved –publish→ published\.$/u,
    );
  });

  it('that nobody may take are a dead end too', () => {
    const definition = broken((states) => {
      activityIn(states, 'intake').events = [];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'dead_end',
        detail:
          'From intake no final stage can be reached: nobody may send any event that leaves it. Shortest way there: intake.',
        path: [],
      }),
    );
  });

  it('back to a stage that has no way forward are a loop of rejections', () => {
    const definition = broken((states) => {
      states['repair'] = {
        meta: { label: 'Repair', phase: 'generation', mode: 'relay', activities: [] },
      };
      states['in_review']!.on!['request_changes'] = [
        {
          target: 'repair',
          guard: when('reason_given'),
          actions: [{ type: 'resume_at', params: { stage: 'in_review' } }],
        },
      ];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'reject_loop',
        detail:
          'What in_review sends back to repair by request_changes never reaches the end: repair has no way forward. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review –request_changes→ repair.',
        pointer: '/states/in_review/on/request_changes/0',
        path: [...TO_REVIEW, { stage: 'in_review', event: 'request_changes' }],
      }),
    );
  });

  it('of a review that can do nothing but reject are given as the loop that they are', () => {
    const definition = broken((states) => {
      delete states['in_review']!.on!['approve'];
      delete states['in_review']!.on!['approve_with_comment'];
      states['in_review']!.on!['request_changes'] =
        states['in_review']!.on!['request_changes']!.slice(2);
    });
    const findings = errorsIn(definition);
    const sent = { stage: 'in_review', event: 'request_changes' };
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'reject_loop',
        detail:
          'What in_review sends back to drafting by request_changes never reaches the end: all that in_review can do with it is to send it back again. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review –request_changes→ drafting –submit→ in_review –request_changes→ drafting.',
        path: [...TO_REVIEW, sent, { stage: 'drafting', event: 'submit' }, sent],
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'dead_end', pointer: '/states/in_review', path: TO_REVIEW }),
    );
  });

  it('of a stage that only work sent back gets stuck in are found by that way', () => {
    const definition = broken((states) => {
      // Straight back to structuring and drafting it may go, but not on from the review that waits.
      states['brief']!.on!['submit'] = states['brief']!.on!['submit']!.filter(
        ({ guard }) => !JSON.stringify(guard ?? {}).includes('in_review'),
      );
      states['brief']!.on!['submit'].at(-1)!.guard = when({
        type: 'resumes_at',
        params: { stage: 'drafting' },
      });
    });
    const ends = errorsIn(definition).filter(({ code }) => code === 'dead_end');
    expect(ends.map(({ pointer }) => pointer)).toEqual(['/states/brief']);
  });
});
