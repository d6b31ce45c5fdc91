import { describe, expect, it } from '@jest/globals';
import { type Actor, LINE } from '../actor.js';
import {
  accepted,
  along,
  arrivedFrom,
  CONTENT,
  decideAs,
  ena,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  told,
  VARIANT,
  greta,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';

const inReview = itemIn(CONTENT, 'in_review', { arrival: arrivedFrom('drafting') });

function decline(item: ItemState, actor: Actor, taskId: string, process: Process = CONTENT) {
  return decideAs(process, item, actor, {
    type: 'decline',
    taskId,
    reasonCode: 'incomplete',
    comment: 'The sources are missing.',
    unmet: [],
  });
}

function move(item: ItemState, actor: Actor, to: string, comment = 'It has to go out today.') {
  return decideAs(CONTENT, item, actor, { type: 'move', to, comment });
}

const declined = accepted(decline(inReview, leo, 'task-legal_review'));

describe('declining a baton', () => {
  it('puts the item back into the stage it came from, with the work to be done there', () => {
    expect(declined.after).toMatchObject({
      stage: 'drafting',
      openTasks: [{ activity: 'draft', status: 'offered' }],
      arrival: {
        from: 'in_review',
        giverId: 'leo',
        standpoint: { function: 'legal' },
        formality: 'formal',
      },
    });
    expect(declined.changedTasks).toMatchObject([
      { activity: 'legal_review', status: 'returned', holderId: 'leo' },
      { activity: 'product_review', status: 'cancelled' },
    ]);
    expect(told(declined, 'task.declined')).toMatchObject({
      task: 'task-legal_review',
      reasonCode: 'incomplete',
      comment: 'The sources are missing.',
      unmet: [],
    });
  });

  it('names points of the entry checklist only', () => {
    const decision = decideAs(CONTENT, inReview, leo, {
      type: 'decline',
      taskId: 'task-legal_review',
      reasonCode: 'incomplete',
      comment: 'The sources are missing.',
      unmet: ['sources'],
    });
    expect(decision).toEqual({
      outcome: 'invalid',
      problems: [
        {
          pointer: '/unmet/0',
          code: 'not_in_list',
          detail: 'Expected a point of the entry checklist, but it has none; found "sources".',
        },
      ],
    });
  });

  it('counts as a round, and as rework of the stage where its cause lay', () => {
    expect(declined.after.context).toMatchObject({ rounds: 1, rework: { drafting: 1 } });
    const { item } = along(CONTENT, declined.after, [[mia, 'submit']]);
    const twice = accepted(decline(item, pia, item.openTasks[1]!.id));
    expect(twice.after.context).toMatchObject({ rounds: 2, rework: { drafting: 2 } });
  });

  it('is a hand-off that did not come about', () => {
    expect(declined.handoffs).toMatchObject([
      {
        activity: 'legal_review',
        from: 'drafting',
        to: 'in_review',
        outcome: 'declined',
        giverId: 'mia',
        receiverId: 'leo',
        receiverFunction: 'legal',
        crossed: ['function'],
        reasonCode: 'incomplete',
      },
    ]);
  });

  it('clears the approvals that were given in the meantime', () => {
    const once = handOn(CONTENT, inReview, pia, 'approve');
    const { after } = accepted(decline(once, leo, 'task-legal_review'));
    expect(after.context.approvals).toEqual([]);
  });

  it('is refused to another function, and once the baton was accepted', () => {
    expect(refused(decline(inReview, mia, 'task-legal_review'))).toMatchObject({
      kind: 'forbidden',
      reasons: [{ code: 'not_your_function' }],
    });
    const accepting = held(inReview, 'legal_review', leo);
    expect(refused(decline(accepting, leo, 'task-legal_review'))).toMatchObject({
      kind: 'conflict',
      reasons: [{ code: 'task_already_claimed' }],
    });
    expect(refused(decline(inReview, leo, 'task-draft')).reasons).toMatchObject([
      { code: 'task_closed' },
    ]);
  });

  it.each([
    {
      where: 'in the first stage',
      item: itemIn(CONTENT, 'intake', { arrival: arrivedFrom(null) }),
      actor: ena,
    },
    { where: 'where nobody recorded how it came', item: itemIn(CONTENT, 'drafting'), actor: mia },
    {
      where: 'where it came from a stage in which nobody works',
      item: itemIn(CONTENT, 'review_due', { arrival: arrivedFrom('published') }),
      actor: mia,
    },
  ])('is refused $where, since nobody could take it back', ({ item, actor }) => {
    expect(refused(decline(item, actor, item.openTasks[0]!.id))).toMatchObject({
      kind: 'conflict',
      reasons: [{ code: 'nobody_to_return_to' }],
    });
  });

  it('does not undo what Baton itself sent: a variant stays out of date', () => {
    const source = {
      type: 'event',
      event: 'source_published',
      input: { sourceDigest: 'new' },
    } as const;
    const { after } = accepted(decideAs(VARIANT, itemIn(VARIANT, 'translating'), LINE, source));
    expect(after).toMatchObject({ stage: 'out_of_date', arrival: { from: 'translating' } });
    expect(refused(decline(after, greta, after.openTasks[0]!.id, VARIANT)).reasons).toMatchObject([
      { code: 'nobody_to_return_to' },
    ]);
  });
});

describe('moving an item', () => {
  it('is for enablement, into any stage, and counts as ad hoc', () => {
    const change = accepted(move(held(inReview, 'legal_review', leo), ena, 'scheduled'));
    expect(change.after).toMatchObject({
      stage: 'scheduled',
      openTasks: [{ activity: 'publish', status: 'offered' }],
      arrival: { from: 'in_review', giverId: 'ena', formality: 'ad_hoc' },
    });
    expect(change.changedTasks.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    expect(told(change, 'item.moved')).toMatchObject({
      from: 'in_review',
      to: 'scheduled',
      comment: 'It has to go out today.',
      formality: 'ad_hoc',
    });
    expect(change.handoffs).toMatchObject([
      {
        activity: null,
        from: 'in_review',
        to: 'scheduled',
        outcome: 'moved',
        formality: 'ad_hoc',
        giverId: 'ena',
        giverFunction: 'enablement',
        crossed: ['function'],
      },
    ]);
  });

  it('leaves votes and the way back behind', () => {
    const once = handOn(CONTENT, inReview, pia, 'approve');
    const waiting = { ...once, context: { ...once.context, resumeAt: 'in_review' } };
    expect(accepted(move(waiting, ena, 'brief')).after.context).toMatchObject({
      approvals: [],
      resumeAt: null,
    });
  });

  it('announces what the stage announces', () => {
    const change = accepted(move(inReview, ena, 'retired'));
    expect(change.facts.map(({ type }) => type)).toEqual(['item.moved', 'item.retired']);
    expect(change.after.openTasks).toEqual([]);
  });

  it.each([
    {
      why: 'by anyone else',
      actor: mia,
      to: 'approved',
      comment: 'Now.',
      code: 'not_your_function',
    },
    {
      why: 'to a stage that there is not',
      actor: ena,
      to: 'heaven',
      comment: 'Now.',
      code: 'stage_unknown',
    },
    {
      why: 'to a name every object has',
      actor: ena,
      to: 'constructor',
      comment: 'Now.',
      code: 'stage_unknown',
    },
    { why: 'to where it is', actor: ena, to: 'in_review', comment: 'Now.', code: 'already_there' },
    { why: 'without a comment', actor: ena, to: 'approved', comment: ' ', code: 'comment_given' },
  ])('is refused $why', ({ actor, to, comment, code }) => {
    expect(refused(move(inReview, actor, to, comment)).reasons).toMatchObject([{ code }]);
  });
});
