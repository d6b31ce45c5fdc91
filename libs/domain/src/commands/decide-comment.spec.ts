import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import {
  accepted,
  decideAs,
  ena,
  gus,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  send,
  told,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import { STRICT } from '../strict-process.fixture.js';

const text = {
  number: 1,
  digest: 'text-1',
  size: 120,
  sections: [{ key: 'pricing', digest: 'pricing-1' }],
};
const drafting = held(itemIn(STRICT, 'drafting', { revision: text }), 'draft', mia);

function comment(
  item: ItemState,
  actor: Actor,
  changes: { section?: string | null; mandatory?: boolean } = {},
) {
  return decideAs(STRICT, item, actor, {
    type: 'comment',
    commentId: 'comment-1',
    digest: 'remark-1',
    section: null,
    mandatory: false,
    mentions: ['mia'],
    ...changes,
  });
}

function resolve(item: ItemState, actor: Actor, commentId = 'comment-1') {
  return decideAs(STRICT, item, actor, { type: 'resolve_comment', commentId });
}

describe('commenting', () => {
  it('is for everyone, on the item or on a section of its text', () => {
    const change = accepted(comment(drafting, gus, { section: 'pricing' }));
    expect(change.after.openComments).toEqual([{ id: 'comment-1', by: 'gus', mandatory: false }]);
    expect(told(change, 'comment.added')).toMatchObject({
      comment: 'comment-1',
      section: 'pricing',
      mandatory: false,
      mentions: ['mia'],
    });
  });

  it('names the sections where the text has no such one', () => {
    expect(refused(comment(drafting, gus, { section: 'claims' })).reasons).toMatchObject([
      {
        code: 'section_unknown',
        detail: 'Expected a section of the present text, one of pricing; found "claims".',
      },
    ]);
    const empty = { ...drafting, revision: null };
    expect(refused(comment(empty, gus, { section: 'claims' })).reasons[0]!.detail).toContain(
      '(it has none)',
    );
  });

  it.each([
    { who: 'the responsible', actor: mia, may: true },
    { who: 'the consulted', actor: leo, may: true },
    { who: 'enablement', actor: ena, may: true },
    { who: 'a function with no part in the stage', actor: pia, may: false },
    { who: 'somebody without a function', actor: gus, may: false },
  ])('in a way that has to be resolved is for $who: $may', ({ actor, may }) => {
    const decision = comment(drafting, actor, { mandatory: true });
    if (may) expect(accepted(decision).after.openComments).toMatchObject([{ mandatory: true }]);
    else
      expect(refused(decision)).toMatchObject({
        kind: 'forbidden',
        reasons: [{ code: 'not_your_function' }],
      });
  });

  it('holds the work back only where it is mandatory', () => {
    const remark = accepted(comment(drafting, leo)).after;
    expect(send(STRICT, remark, mia, 'submit').outcome).toBe('changed');
    const demand = accepted(comment(drafting, leo, { mandatory: true })).after;
    expect(refused(send(STRICT, demand, mia, 'submit')).reasons).toMatchObject([
      {
        code: 'no_open_mandatory_comments',
        detail: 'Open comments that have to be resolved first: comment-1.',
      },
    ]);
    const resolved = accepted(resolve(demand, leo)).after;
    expect(send(STRICT, resolved, mia, 'submit').outcome).toBe('changed');
  });

  it('ends at five hundred open ones', () => {
    const open = (count: number) => ({
      ...drafting,
      openComments: Array.from({ length: count }, (_, index) => ({
        id: `remark-${index}`,
        by: 'gus',
        mandatory: false,
      })),
    });
    expect(comment(open(499), gus).outcome).toBe('changed');
    expect(refused(comment(open(500), gus)).reasons).toMatchObject([{ code: 'too_many_comments' }]);
  });
});

describe('resolving a comment', () => {
  const remark = accepted(comment(drafting, leo)).after;
  const demand = accepted(comment(drafting, leo, { mandatory: true })).after;

  it.each([
    { who: 'whoever wrote it', actor: leo, plain: true, mandatory: true },
    { who: 'enablement', actor: ena, plain: true, mandatory: true },
    {
      who: 'the owner function, which works on the item',
      actor: mia,
      plain: true,
      mandatory: false,
    },
    { who: 'somebody else', actor: pia, plain: false, mandatory: false },
  ])(
    'is for $who: $plain, and where it is mandatory: $mandatory',
    ({ actor, plain, mandatory }) => {
      expect(resolve(remark, actor).outcome).toBe(plain ? 'changed' : 'refused');
      expect(resolve(demand, actor).outcome).toBe(mandatory ? 'changed' : 'refused');
    },
  );

  it('is for whoever holds a task of the item', () => {
    const reviewing = held(itemIn(STRICT, 'review'), 'product_review', pia);
    const item = { ...reviewing, openComments: remark.openComments };
    expect(resolve(item, pia).outcome).toBe('changed');
  });

  it('that is resolved already changes nothing', () => {
    const { after } = accepted(resolve(remark, leo));
    expect(after.openComments).toEqual([]);
    expect(resolve(after, gus)).toEqual({ outcome: 'unchanged', after });
  });
});
