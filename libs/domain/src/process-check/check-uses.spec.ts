import { describe, expect, it } from '@jest/globals';
import { contentProcess } from '../processes/content.process.js';
import { variantProcess } from '../processes/variant.process.js';
import { when } from '../processes/transitions.js';
import { strictProcess } from '../strict-process.fixture.js';
import {
  activityIn,
  broken,
  check,
  codesIn,
  REVIEW_IN_WORDS,
  TO_REVIEW,
} from './broken-processes.fixture.js';

describe('a return', () => {
  it('of work to where the process has ended is found', () => {
    const definition = broken((states) => {
      states['in_review']!.on!['request_changes']!.push({
        target: 'cancelled',
        guard: when({ type: 'returns_to', params: { stage: 'cancelled' } }),
      });
    });
    const { length } = contentProcess.states['in_review']!.on!['request_changes']!;
    expect(check(definition)).toContainEqual({
      code: 'return_to_final',
      severity: 'error',
      detail: `Expected request_changes in in_review to return work to a stage that is not final; found "cancelled", which is. ${REVIEW_IN_WORDS}`,
      pointer: `/states/in_review/on/request_changes/${length}/target`,
      path: TO_REVIEW,
    });
  });

  it('of the whole process is looked at too', () => {
    const definition = broken(() => {});
    definition.on!['cancel']![0]!.guard = when({
      type: 'returns_to',
      params: { stage: 'cancelled' },
    });
    expect(check(definition)).toContainEqual(
      expect.objectContaining({ code: 'return_to_final', pointer: '/on/cancel/0/target' }),
    );
  });
});

describe('an action', () => {
  it.each(['pin_source', 'note_source'])('%s is only for variants', (type) => {
    const definition = broken((states) => {
      states['in_review']!.on!['approve']![0]!.actions!.push({ type });
    });
    expect(check(definition)).toContainEqual({
      code: 'action_not_for_kind',
      severity: 'error',
      detail: `Expected ${type} only in a process of kind variant, whose items have a source; found it for approve in in_review of kind content. ${REVIEW_IN_WORDS}`,
      pointer: '/states/in_review/on/approve/0/actions/1',
      path: TO_REVIEW,
    });
    expect(codesIn(variantProcess)).not.toContain('action_not_for_kind');
  });
});

describe('the rule that the consulted were heard', () => {
  const asking = (consulted: 'legal'[], hours?: number) =>
    broken((states) => {
      const activity = activityIn(states, 'drafting');
      activity.raci.consulted = consulted;
      if (hours !== undefined) activity.consultWithinHours = hours;
      states['drafting']!.on!['submit']!.push({
        target: 'in_review',
        guard: when('has_body', 'consulted_heard'),
      });
    });

  it.each([
    { asked: 'nobody', definition: asking([], 8) },
    { asked: 'somebody without a time', definition: asking(['legal']) },
  ])('is worth a warning where the sender asks $asked', ({ definition }) => {
    const last = definition.states['drafting']!.on!['submit']!.length - 1;
    expect(check(definition)).toContainEqual(
      expect.objectContaining({
        code: 'nobody_consulted',
        severity: 'warning',
        pointer: `/states/drafting/on/submit/${last}/guard/params/rules/1`,
      }),
    );
  });

  it('is fine where somebody is asked and has a time', () => {
    expect(codesIn(asking(['legal'], 8))).not.toContain('nobody_consulted');
    expect(codesIn(strictProcess)).not.toContain('nobody_consulted');
  });
});

describe('the mode of a stage', () => {
  const modes = (definition: Parameters<typeof check>[0]) =>
    check(definition)
      .filter(({ code }) => code === 'mode_not_fitting')
      .map(({ severity, detail, pointer }) => [severity, detail, pointer]);

  it('is no relay where votes are counted', () => {
    const definition = broken((states) => {
      states['in_review']!.meta.mode = 'relay';
    });
    expect(modes(definition)).toEqual([
      [
        'warning',
        `Expected mode team in in_review, whose quorum is 2; found relay. ${REVIEW_IN_WORDS}`,
        '/states/in_review/meta/mode',
      ],
    ]);
  });

  it('is no team where fewer than two activities can vote', () => {
    const definition = broken((states) => {
      activityIn(states, 'in_review', 1).events = ['request_changes'];
    });
    expect(modes(definition)).toEqual([
      [
        'warning',
        `Expected at least two activities that can vote in in_review, where a team works; found product_review. ${REVIEW_IN_WORDS}`,
        '/states/in_review/meta/mode',
      ],
    ]);
    expect(modes(strictProcess)).toEqual([]);
  });
});
