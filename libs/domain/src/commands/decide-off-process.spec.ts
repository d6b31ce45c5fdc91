import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import {
  accepted,
  arrivedFrom,
  CONTENT,
  decideAs,
  ena,
  handOn,
  itemIn,
  leo,
  mia,
  person,
  refused,
  send,
  told,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';

const approved = itemIn(CONTENT, 'approved', { arrival: arrivedFrom('in_review') });

function pastProcess(item: ItemState, actor: Actor, offProcess = 'A typo in a live page.') {
  return decideAs(CONTENT, item, actor, {
    type: 'revise',
    digest: 'text-2',
    size: 40,
    origin: 'edited',
    offProcess,
  });
}

describe('writing past the process', () => {
  it('is for enablement in any stage, is announced with its reason, and counts as ad hoc', () => {
    const change = accepted(pastProcess(approved, ena));
    expect(change.after).toMatchObject({
      stage: 'approved',
      revision: { number: 2, digest: 'text-2' },
      openTasks: approved.openTasks,
    });
    expect(told(change, 'item.revised')).toMatchObject({ offProcess: 'A typo in a live page.' });
    expect(change.handoffs).toEqual([
      {
        id: expect.any(String),
        activity: null,
        from: 'approved',
        to: 'approved',
        outcome: 'edited',
        formality: 'ad_hoc',
        giverId: 'mia',
        giverFunction: 'marketing',
        receiverId: 'ena',
        receiverFunction: 'enablement',
        crossed: ['function'],
        reasonCode: null,
        offeredAt: change.at,
        settledAt: change.at,
      },
    ]);
  });

  it('makes an author of whoever does it', () => {
    const inReview = itemIn(CONTENT, 'in_review');
    const both = person('eli', 'enablement', 'legal');
    const { after } = accepted(pastProcess(inReview, both));
    expect(after.context.authors).toEqual(['eli']);
    expect(() => handOn(CONTENT, after, both, 'approve')).toThrow('author_is_not_approver');
  });

  it('voids the approvals of another text, as any edit does', () => {
    const voted = handOn(CONTENT, itemIn(CONTENT, 'in_review'), leo, 'approve');
    const { after, entry, opened } = accepted(pastProcess(voted, ena));
    expect(after.context.approvals).toEqual([]);
    expect(entry.voided).toMatchObject([{ activity: 'legal_review' }]);
    expect(opened).toMatchObject([{ activity: 'legal_review' }]);
  });

  it('takes the signature off what was signed', () => {
    const claim = { type: 'claim', taskId: 'task-release' } as const;
    const sign = { type: 'sign', taskId: 'task-release' } as const;
    const ready = accepted(decideAs(CONTENT, approved, ena, claim)).after;
    const signed = accepted(decideAs(CONTENT, ready, mia, sign)).after;
    const { after } = accepted(pastProcess(signed, ena));
    expect(refused(send(CONTENT, after, ena, 'publish')).reasons).toMatchObject([
      { code: 'accountable_signed' },
    ]);
    expect(accepted(send(CONTENT, signed, ena, 'publish')).after.stage).toBe('published');
  });

  it.each([
    { to: 'anyone else', item: approved, actor: mia, why: 'A typo.', code: 'not_your_function' },
    { to: 'someone without a reason', item: approved, actor: ena, why: ' ', code: 'comment_given' },
    {
      to: 'enablement once the item is closed',
      item: itemIn(CONTENT, 'retired'),
      actor: ena,
      why: 'A typo.',
      code: 'item_closed',
    },
  ])('is refused to $to', ({ item, actor, why, code }) => {
    expect(refused(pastProcess(item, actor, why)).reasons).toMatchObject([{ code }]);
  });
});
