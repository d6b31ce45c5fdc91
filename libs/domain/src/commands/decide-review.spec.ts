import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  along,
  CONTENT,
  decideAs,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  person,
  pia,
  refused,
  send,
} from '../items.fixture.js';
import { EMPTY_CONTEXT } from '../process-definition.js';

const drafting = itemIn(CONTENT, 'drafting');
const inReview = itemIn(CONTENT, 'in_review');
const bothReviewing = held(held(inReview, 'product_review', pia), 'legal_review', leo);

const changes = (returnTo: string) => ({
  returnTo,
  reasonCode: 'inaccurate',
  comment: 'The figures are last year’s.',
});

describe('a review by two functions', () => {
  it('records the first vote, closes its task and waits for the other function', () => {
    const { after, changedTasks, opened, facts } = accepted(
      send(CONTENT, bothReviewing, pia, 'approve'),
    );
    expect(after.stage).toBe('in_review');
    expect(after.context.approvals).toEqual([
      {
        activity: 'product_review',
        stage: 'in_review',
        since: null,
        actorId: 'pia',
        onBehalfOf: null,
        function: 'product_management',
        digest: 'text-1',
        sections: {},
      },
    ]);
    expect(changedTasks).toMatchObject([
      { activity: 'product_review', status: 'done', holderId: 'pia' },
    ]);
    expect(after.openTasks).toMatchObject([
      { activity: 'legal_review', status: 'claimed', holderId: 'leo' },
    ]);
    expect(opened).toEqual([]);
    expect(facts.map(({ type }) => type)).toEqual(['item.event_recorded']);
  });

  it('is left with the second vote, in either order, and keeps both approvals', () => {
    for (const voters of [
      [pia, leo],
      [leo, pia],
    ]) {
      const { item, passed } = along(CONTENT, inReview, [
        [voters[0]!, 'approve'],
        [voters[1]!, 'approve'],
      ]);
      expect(passed).toEqual(['in_review', 'approved']);
      expect(item.context.approvals.map(({ actorId }) => actorId)).toEqual(
        voters.map(({ id }) => id),
      );
      expect(item.openTasks).toMatchObject([{ activity: 'release' }]);
    }
  });

  it('takes one vote of a function: its second reviewer is told that the other one is due', () => {
    const { after } = accepted(send(CONTENT, bothReviewing, pia, 'approve'));
    const second = person('pat', 'product_management');
    for (const actor of [pia, second]) {
      expect(refused(send(CONTENT, after, actor, 'approve')).reasons[0]).toMatchObject({
        code: 'not_your_function',
        detail: 'This is for legal; you work in product_management.',
      });
    }
  });

  it('takes one vote of a person, who may work in both functions', () => {
    const both = person('bea', 'product_management', 'legal');
    const once = handOn(CONTENT, inReview, both, 'approve');
    const again = held(once, once.openTasks[0]!.activity, both);
    const refusal = refused(send(CONTENT, again, both, 'approve'));
    expect(refusal.kind).toBe('forbidden');
    expect(refusal.reasons.map(({ code }) => code)).toEqual(['approves_once']);
  });

  it('does not let an author approve, who is told why', () => {
    const author = person('max', 'marketing', 'legal');
    const begun = held(drafting, 'draft', author);
    const text = { type: 'revise', digest: 'text-2', size: 90, origin: 'edited' } as const;
    const written = accepted(decideAs(CONTENT, begun, author, text)).after;
    const submitted = handOn(CONTENT, written, author, 'submit');
    expect(() => handOn(CONTENT, submitted, author, 'approve')).toThrow('author_is_not_approver');
    const claimed = held(submitted, 'legal_review', author);
    expect(refused(send(CONTENT, claimed, author, 'approve')).reasons).toMatchObject([
      {
        code: 'author_is_not_approver',
        detail:
          'You wrote part of this since it was last published, so somebody else has to approve it.',
      },
    ]);
    expect(handOn(CONTENT, submitted, leo, 'approve').context.approvals).toHaveLength(1);
  });
});

describe('requesting changes', () => {
  const returned = accepted(
    send(
      CONTENT,
      accepted(send(CONTENT, bothReviewing, pia, 'approve')).after,
      leo,
      'request_changes',
      changes('structuring'),
    ),
  );

  it('returns to the stage it names, takes the votes back and counts the round', () => {
    expect(returned.after.stage).toBe('structuring');
    expect(returned.after.context).toMatchObject({
      approvals: [],
      resumeAt: 'in_review',
      rounds: 1,
    });
  });

  it('is done for its sender and cancelled for the others who were still reviewing', () => {
    const { changedTasks } = accepted(
      send(CONTENT, bothReviewing, leo, 'request_changes', changes('drafting')),
    );
    expect(changedTasks).toMatchObject([
      { activity: 'legal_review', status: 'done', holderId: 'leo' },
      { activity: 'product_review', status: 'cancelled', holderId: 'pia' },
    ]);
  });

  it('of a review resumes at the review, which begins with no vote', () => {
    const resumed = handOn(CONTENT, returned.after, mia, 'submit');
    expect(resumed).toMatchObject({
      stage: 'in_review',
      context: { resumeAt: null, approvals: [], rounds: 1 },
    });
    expect(resumed.openTasks.map(({ status }) => status)).toEqual(['offered', 'offered']);
  });

  it('of a review still needs a body before it resumes', () => {
    const context = { ...EMPTY_CONTEXT, resumeAt: 'in_review' };
    const empty = held(itemIn(CONTENT, 'drafting', { context, revision: null }), 'draft', mia);
    expect(refused(send(CONTENT, empty, mia, 'submit')).reasons).toMatchObject([
      { code: 'has_body' },
    ]);
  });

  it('of what was approved restarts: every stage in between and every vote again', () => {
    for (const stage of ['approved', 'scheduled']) {
      const context = {
        ...EMPTY_CONTEXT,
        approvals: [{ activity: 'legal_review', actorId: 'leo', digest: 'text-1' }],
        resumeAt: 'in_review',
      };
      const { item, passed } = along(CONTENT, itemIn(CONTENT, stage, { context }), [
        [mia, 'request_changes', changes('structuring')],
        [mia, 'submit'],
        [mia, 'submit'],
        [pia, 'approve'],
        [leo, 'approve'],
      ]);
      expect(passed).toEqual(['structuring', 'drafting', 'in_review', 'in_review', 'approved']);
      expect(item.context).toMatchObject({ resumeAt: null, rounds: 1 });
    }
  });

  it('once more on the way back resumes at the last who asked, not at the first', () => {
    const { passed } = along(CONTENT, inReview, [
      [leo, 'request_changes', changes('structuring')],
      [mia, 'request_changes', changes('brief')],
      [mia, 'submit'],
      [mia, 'submit'],
    ]);
    expect(passed).toEqual(['structuring', 'brief', 'structuring', 'drafting']);
  });
});
