import { describe, expect, it } from '@jest/globals';
import { contentProcess } from './content.process.js';
import { actions, reviewEvents, when, withReturns, withReview } from './transitions.js';

describe('a review', () => {
  it('adds the events that it names, beside what the stage has, and alters nothing it was given', () => {
    const before = structuredClone(contentProcess);
    const reviewed = withReview(contentProcess, { from: 'in_review', to: 'approved' });
    const { meta, on } = reviewed.states['in_review']!;
    expect(Object.keys(on!).toSorted()).toEqual(reviewEvents(meta).toSorted());
    expect(contentProcess).toEqual(before);
  });

  it('counts to the quorum of its stage', () => {
    const { on } = withReview(contentProcess, { from: 'in_review', to: 'approved' }).states[
      'in_review'
    ]!;
    expect(on!['approve']![0]!.guard!.params!['rules']).toContainEqual({
      type: 'reaches_quorum',
      params: { of: 2 },
    });
  });
});

describe('the way straight back to whoever sent work back', () => {
  it('is held to the rules about the item, not to those about whoever approved before', () => {
    const { states } = structuredClone(contentProcess);
    states['structuring']!.on = {
      submit: [{ target: 'drafting' }],
      approve: [
        { target: 'approved', guard: when('author_is_not_approver', 'comment_given', 'has_body') },
      ],
    };
    delete states['in_review'];
    const returned = withReturns(
      { ...contentProcess, states },
      [{ from: 'approved', to: ['drafting'], afterwards: 'resume' }],
      { drafting: 'submit' },
    );
    expect(returned.states['drafting']!.on!['submit']![0]).toEqual({
      target: 'approved',
      guard: when({ type: 'resumes_at', params: { stage: 'approved' } }, 'has_body'),
      actions: actions('clear_resume'),
    });
  });
});
