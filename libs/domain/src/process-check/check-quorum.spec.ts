import { describe, expect, it } from '@jest/globals';
import { when } from '../processes/transitions.js';
import {
  errorsIn,
  broken,
  activityIn,
  TO_REVIEW,
  REVIEW_IN_WORDS,
} from './broken-processes.fixture.js';

describe('a quorum', () => {
  it('can be larger than the number of those who vote', () => {
    const definition = broken((states) => {
      states['in_review']!.meta.quorum = 3;
      delete states['in_review']!.on!['approve_with_comment'];
      states['in_review']!.on!['approve']![0]!.guard!.params!['rules'] = [
        { type: 'author_is_not_approver' },
        { type: 'completes_quorum', params: { of: 3 } },
      ];
    });
    const findings = errorsIn(definition);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'quorum_too_large',
        detail: `Expected a quorum that approve in in_review can reach, at most 2 (distinct activities that may send it); found 3. ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/meta/quorum',
        path: TO_REVIEW,
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'unreachable_stage', pointer: '/states/approved' }),
    );
  });

  it('counts functions, not activities, where its rule does', () => {
    const definition = broken((states) => {
      activityIn(states, 'in_review', 1).raci.responsible = ['product_management'];
      const { params } = states['in_review']!.on!['approve']![0]!.guard!;
      params!['rules'] = [{ type: 'reaches_quorum', params: { of: 2 } }];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'quorum_too_large',
        detail: expect.stringContaining(
          'at most 1 (distinct functions that may send it); found 2.',
        ) as unknown as string,
      }),
    );
  });

  it('is missing in a team that says none', () => {
    const definition = broken((states) => delete states['in_review']!.meta.quorum);
    expect(errorsIn(definition)).toEqual([
      expect.objectContaining({
        code: 'quorum_too_large',
        detail: `Expected a quorum in in_review, where a team votes; found none. ${REVIEW_IN_WORDS}`,
      }),
    ]);
  });

  it.each([
    { params: {}, found: 'none', at: '' },
    { params: { of: 'two' }, found: '"two"', at: '/params/of' },
    { params: { of: '2' }, found: '"2"', at: '/params/of' },
    { params: { of: 0 }, found: '0', at: '/params/of' },
    { params: { of: 1.5 }, found: '1.5', at: '/params/of' },
  ])('is a whole number from 1, not $params', ({ params, found, at }) => {
    const definition = broken((states) => {
      delete states['in_review']!.on!['approve_with_comment'];
      states['in_review']!.on!['approve']![0]!.guard = when({ type: 'reaches_quorum', params });
    });
    const findings = errorsIn(definition);
    expect(findings).toContainEqual({
      code: 'quorum_malformed',
      severity: 'error',
      detail: `Expected params.of of reaches_quorum, a whole number from 1, for approve in in_review; found ${found}. ${REVIEW_IN_WORDS}`,
      pointer: `/states/in_review/on/approve/0/guard/params/rules/0${at}`,
      path: TO_REVIEW,
    });
    expect(JSON.stringify(findings)).not.toContain('NaN');
  });

  it('is idle where no transition counts to it', () => {
    const definition = broken((states) => {
      delete states['in_review']!.on!['approve_with_comment'];
      states['in_review']!.on!['approve'] = [{ target: 'approved' }];
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'quorum_too_large',
        detail: `Expected a transition of in_review that counts to its quorum of 2; found none that counts. ${REVIEW_IN_WORDS}`,
      }),
    );
  });
});
