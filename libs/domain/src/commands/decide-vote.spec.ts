import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  arrivedFrom,
  bea,
  CONTENT,
  deputy,
  ena,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  person,
  pia,
  refused,
  send,
  stan,
  told,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import { STRICT } from '../strict-process.fixture.js';

const inReview = itemIn(CONTENT, 'in_review', { arrival: arrivedFrom('drafting') });
const approvedByPia = handOn(CONTENT, inReview, pia, 'approve');
const because = { comment: 'It is needed today.', override: true };

const keysOf = ({ openTasks }: ItemState) => openTasks.map(({ activity }) => activity);
const codesOf = (decision: ReturnType<typeof send>) =>
  refused(decision).reasons.map(({ code }) => code);

describe('taking an approval back', () => {
  it('opens its task again, though its sender holds none', () => {
    expect(keysOf(approvedByPia)).toEqual(['legal_review']);
    const change = accepted(send(CONTENT, approvedByPia, pia, 'withdraw'));
    const { after, opened } = change;
    expect(after.stage).toBe('in_review');
    expect(after.context.approvals).toEqual([]);
    expect(opened).toMatchObject([{ activity: 'product_review', status: 'offered' }]);
    expect(keysOf(after)).toEqual(['legal_review', 'product_review']);
    expect(told(change, 'item.event_recorded')).toMatchObject({ event: 'withdraw' });
  });

  it('leaves it to whoever is next, and to the same person too', () => {
    const { after } = accepted(send(CONTENT, approvedByPia, pia, 'withdraw'));
    for (const actor of [pia, person('pat', 'product_management')]) {
      expect(handOn(CONTENT, after, actor, 'approve').context.approvals).toHaveLength(1);
    }
  });

  it('is refused to who approved nothing, and to another function', () => {
    expect(codesOf(send(CONTENT, approvedByPia, leo, 'withdraw'))).toEqual(['voted']);
    expect(codesOf(send(CONTENT, approvedByPia, mia, 'withdraw'))).toContain('not_your_function');
  });

  it('is too late once the review was left', () => {
    const approved = handOn(CONTENT, approvedByPia, leo, 'approve');
    expect(codesOf(send(CONTENT, approved, pia, 'withdraw'))).toEqual(['event_not_possible']);
  });
});

describe('acting in the place of a function', () => {
  it('is for enablement, with a comment, and counts as informal', () => {
    const change = accepted(send(CONTENT, inReview, ena, 'approve', because));
    expect(change.changedTasks).toMatchObject([
      { activity: 'product_review', status: 'done', holderId: 'ena' },
    ]);
    expect(told(change, 'item.event_recorded')).toMatchObject({ override: true });
    expect(change.handoffs).toMatchObject([
      {
        activity: 'product_review',
        from: 'drafting',
        to: 'in_review',
        outcome: 'overridden',
        formality: 'informal',
        giverId: 'mia',
        receiverId: 'ena',
        receiverFunction: 'enablement',
        crossed: ['function'],
      },
    ]);
  });

  it('hands the item on informally', () => {
    const drafting = itemIn(CONTENT, 'drafting', { arrival: arrivedFrom('structuring') });
    const { after } = accepted(send(CONTENT, drafting, ena, 'submit', because));
    expect(after).toMatchObject({
      stage: 'in_review',
      arrival: { from: 'drafting', giverId: 'ena', formality: 'informal' },
    });
    expect(approvedByPia.arrival).toEqual(inReview.arrival);
  });

  it('is refused without a comment, and to any other function', () => {
    expect(codesOf(send(CONTENT, inReview, ena, 'approve', { override: true }))).toEqual([
      'comment_given',
    ]);
    const refusal = refused(send(CONTENT, inReview, mia, 'approve', because));
    expect(refusal).toMatchObject({ kind: 'forbidden', reasons: [{ code: 'override_not_yours' }] });
  });

  it('keeps every rule of the event', () => {
    const context = { ...inReview.context, authors: ['ena'] };
    expect(codesOf(send(CONTENT, { ...inReview, context }, ena, 'approve', because))).toEqual([
      'author_is_not_approver',
    ]);
    const approved = itemIn(CONTENT, 'approved');
    expect(
      codesOf(send(CONTENT, approved, person('eli', 'enablement'), 'publish', because)),
    ).toEqual(['accountable_signed']);
    const empty = itemIn(CONTENT, 'drafting', { revision: null });
    expect(codesOf(send(CONTENT, empty, ena, 'submit', because))).toEqual(['has_body']);
  });

  it('counts for the function in whose place it is, so that two of enablement can end a review', () => {
    const once = accepted(send(CONTENT, inReview, ena, 'approve', because)).after;
    expect(once.context.approvals).toMatchObject([
      { actorId: 'ena', function: 'product_management' },
    ]);
    expect(codesOf(send(CONTENT, once, ena, 'approve', because))).toEqual(['approves_once']);
    const eli = person('eli', 'enablement');
    expect(accepted(send(CONTENT, once, eli, 'approve', because)).after.stage).toBe('approved');
  });

  it('is no override where enablement holds the task itself', () => {
    const releasing = held(itemIn(CONTENT, 'approved'), 'release', mia);
    const { handoffs } = accepted(send(CONTENT, releasing, mia, 'publish', because));
    expect(handoffs).toEqual([]);
  });
});

describe('an event in an activity', () => {
  it('names who is to be informed of it, the owner by its function', () => {
    const reviewing = held(inReview, 'legal_review', leo);
    const change = accepted(send(CONTENT, reviewing, leo, 'approve'));
    expect(told(change, 'item.event_recorded')['informed']).toEqual(['marketing']);
    const releasing = held(itemIn(CONTENT, 'approved'), 'release', mia);
    const published = accepted(send(CONTENT, releasing, mia, 'publish'));
    expect(told(published, 'item.stage_changed')['informed']).toEqual([
      'marketing',
      'sales_management',
    ]);
  });

  it('names nobody where the activity informs nobody', () => {
    const change = accepted(
      send(CONTENT, held(itemIn(CONTENT, 'drafting'), 'draft', mia), mia, 'submit'),
    );
    expect(told(change, 'item.stage_changed')).not.toHaveProperty('informed');
  });
});

describe('two stages in a row with an activity of the same name', () => {
  const once = handOn(STRICT, itemIn(STRICT, 'review'), pia, 'approve');
  const second = handOn(STRICT, once, leo, 'approve');

  it('have a task each', () => {
    expect(second).toMatchObject({
      stage: 'second_look',
      openTasks: [{ activity: 'legal_review', status: 'offered', holderId: null }],
    });
    expect(second.openTasks[0]!.id).not.toBe('task-legal_review');
  });

  it('are judged anew: who approved in the first may approve in the second', () => {
    const released = handOn(STRICT, second, leo, 'approve');
    expect(released.stage).toBe('release');
    expect(released.context.approvals).toMatchObject([{ actorId: 'leo', stage: 'second_look' }]);
  });
});

describe('a review visited a second time', () => {
  it('counts no vote of the first visit, also where nothing cleared it', () => {
    const again = itemIn(CONTENT, 'in_review', {
      arrival: arrivedFrom('drafting', { at: '2027-01-16T08:00:00.000Z' }),
      context: approvedByPia.context,
    });
    const voted = handOn(CONTENT, again, leo, 'approve');
    expect(voted.stage).toBe('in_review');
    expect(voted.context.approvals.map(({ actorId }) => actorId)).toEqual(['leo']);
    expect(handOn(CONTENT, voted, pia, 'approve').stage).toBe('approved');
  });
});

describe('somebody who stands in for the absent', () => {
  it('approves for their function, and the vote names both', () => {
    const { context } = handOn(CONTENT, inReview, stan, 'approve');
    expect(context.approvals).toMatchObject([
      { actorId: 'stan', onBehalfOf: expect.stringMatching(/^(pia|leo)$/u) },
    ]);
  });

  it.each(['stan', 'leo', 'pia'])(
    'does not approve what %s wrote, where that is either of the two',
    (author) => {
      const context = { ...inReview.context, authors: [author] };
      const reviewing = held({ ...inReview, context }, 'legal_review', stan);
      const decision = send(CONTENT, reviewing, stan, 'approve');
      if (author === 'pia') expect(decision.outcome).toBe('changed');
      else expect(codesOf(decision)).toEqual(['author_is_not_approver']);
    },
  );

  it('is not asked twice, nor is the one whose place they took', () => {
    const forLeo = accepted(
      send(CONTENT, held(inReview, 'legal_review', stan), stan, 'approve'),
    ).after;
    const both = { ...leo, memberships: bea.memberships };
    for (const actor of [stan, both]) {
      const again = held(forLeo, 'product_review', actor);
      expect(codesOf(send(CONTENT, again, actor, 'approve'))).toEqual(['approves_once']);
    }
  });

  it('does not stand in for two at once: a deputy of whoever has approved is told so', () => {
    const reviewing = held(approvedByPia, 'legal_review', deputy('dana', { legal: 'pia' }));
    expect(codesOf(send(CONTENT, reviewing, deputy('dana', { legal: 'pia' }), 'approve'))).toEqual([
      'approves_once',
    ]);
  });

  it('uses a membership of their own before that of another', () => {
    const sue = {
      ...person('sue', 'legal'),
      memberships: [...deputy('sue', { legal: 'leo' }).memberships, ...leo.memberships],
    };
    const { after } = accepted(send(CONTENT, held(inReview, 'legal_review', sue), sue, 'approve'));
    expect(after.context.approvals).toMatchObject([{ actorId: 'sue', onBehalfOf: null }]);
  });

  it('may take the vote back, as may the one who was away', () => {
    const forLeo = accepted(
      send(CONTENT, held(inReview, 'legal_review', stan), stan, 'approve'),
    ).after;
    const deputised = { ...stan, memberships: deputy('stan', { legal: 'leo' }).memberships };
    for (const actor of [deputised, leo]) {
      expect(accepted(send(CONTENT, forLeo, actor, 'withdraw')).after.context.approvals).toEqual(
        [],
      );
    }
  });
});
