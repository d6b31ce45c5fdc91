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
import type { Blocker, ItemState } from '../item-state.js';
import { STRICT } from '../strict-process.fixture.js';

const drafting = held(itemIn(STRICT, 'drafting'), 'draft', mia);

function block(item: ItemState, actor: Actor, owner: Blocker['owner'] = { function: 'legal' }) {
  const detail = 'The claims are not cleared.';
  return decideAs(STRICT, item, actor, { type: 'block', category: 'skill', owner, detail });
}

function unblock(item: ItemState, actor: Actor, blockerId = item.blockers[0]!.id) {
  return decideAs(STRICT, item, actor, { type: 'unblock', blockerId, comment: 'Cleared.' });
}

const blocked = accepted(block(drafting, pia));

describe('a blocker', () => {
  it('stands beside the stage, with who raised it and whose it is', () => {
    const { after } = blocked;
    expect(after).toMatchObject({ stage: 'drafting', openTasks: drafting.openTasks });
    expect(after.blockers).toEqual([
      {
        id: expect.any(String),
        category: 'skill',
        owner: { function: 'legal' },
        detail: 'The claims are not cleared.',
        by: 'pia',
        at: blocked.at,
      },
    ]);
    expect(told(blocked, 'item.blocked')).toMatchObject({
      blocker: after.blockers[0]!.id,
      category: 'skill',
      owner: { function: 'legal' },
    });
  });

  it('holds the work back where the process asks for it, until it is cleared away', () => {
    expect(refused(send(STRICT, blocked.after, mia, 'submit')).reasons).toMatchObject([
      {
        code: 'not_blocked',
        detail: 'Blocked: The claims are not cleared. (skill).',
        remedy: 'Let legal clear it away.',
      },
    ]);
    const cleared = accepted(unblock(blocked.after, leo));
    expect(cleared.after.blockers).toEqual([]);
    expect(told(cleared, 'item.unblocked')).toMatchObject({
      category: 'skill',
      comment: 'Cleared.',
    });
    expect(send(STRICT, cleared.after, mia, 'submit').outcome).toBe('changed');
  });

  it.each([
    { who: 'whoever raised it', actor: pia, owner: { function: 'legal' }, may: true },
    { who: 'the function it is for', actor: leo, owner: { function: 'legal' }, may: true },
    { who: 'the person it is for', actor: gus, owner: { personId: 'gus' }, may: true },
    { who: 'enablement', actor: ena, owner: { personId: 'gus' }, may: true },
    { who: 'the holder of the task', actor: mia, owner: { function: 'legal' }, may: false },
    { who: 'another person', actor: leo, owner: { personId: 'gus' }, may: false },
  ])('is cleared away by $who: $may', ({ actor, owner, may }) => {
    const { after } = accepted(block(drafting, pia, owner));
    const decision = unblock(after, actor);
    if (may) expect(accepted(decision).after.blockers).toEqual([]);
    else
      expect(refused(decision)).toMatchObject({
        kind: 'forbidden',
        reasons: [{ code: 'blocker_not_yours' }],
      });
  });

  it('is one of several, each with its own name, and goes alone', () => {
    const { after } = accepted(block(blocked.after, mia));
    const [first, second] = after.blockers;
    expect(first!.id).not.toBe(second!.id);
    expect(accepted(unblock(after, ena, first!.id)).after.blockers).toEqual([second]);
  });

  it('is refused where it no longer stands, on a closed item, and beyond twenty', () => {
    expect(refused(unblock(drafting, pia, 'gone')).reasons).toMatchObject([
      { code: 'blocker_not_open' },
    ]);
    expect(refused(block(itemIn(STRICT, 'retired'), pia)).reasons).toMatchObject([
      { code: 'item_closed' },
    ]);
    const [one] = blocked.after.blockers;
    const many = (count: number) => ({
      ...drafting,
      blockers: Array.from({ length: count }, (_, index) => ({ ...one!, id: `blocker-${index}` })),
    });
    expect(block(many(19), pia).outcome).toBe('changed');
    expect(refused(block(many(20), pia)).reasons).toMatchObject([{ code: 'too_many_blockers' }]);
  });
});
