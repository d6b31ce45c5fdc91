import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import {
  accepted,
  CONTENT,
  decideAs,
  ena,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  told,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import type { LinkType } from '../vocabulary.js';

const item = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);

function tie(type: 'link' | 'unlink', to: string, link: LinkType = 'derived_from') {
  return (from: ItemState, actor: Actor) => decideAs(CONTENT, from, actor, { type, link, to });
}

const linked = accepted(tie('link', 'item-2')(item, mia));

describe('a link to another item', () => {
  it('is kept with its kind, and announced', () => {
    expect(linked.after.links).toEqual([{ type: 'derived_from', itemId: 'item-2' }]);
    expect(told(linked, 'item.linked')).toMatchObject({ link: 'derived_from', item: 'item-2' });
  });

  it('a second time changes nothing, unless it is of another kind or to another item', () => {
    expect(tie('link', 'item-2')(linked.after, mia).outcome).toBe('unchanged');
    const more = accepted(tie('link', 'item-2', 'trains_on')(linked.after, mia)).after;
    expect(accepted(tie('link', 'item-3')(more, mia)).after.links).toHaveLength(3);
  });

  it('is taken away alone, and announced', () => {
    const two = accepted(tie('link', 'item-2', 'trains_on')(linked.after, mia)).after;
    const change = accepted(tie('unlink', 'item-2')(two, mia));
    expect(change.after.links).toEqual([{ type: 'trains_on', itemId: 'item-2' }]);
    expect(told(change, 'item.unlinked')).toMatchObject({ link: 'derived_from', item: 'item-2' });
    expect(tie('unlink', 'item-2')(change.after, mia).outcome).toBe('unchanged');
  });

  it.each([
    { who: 'the owner function', actor: mia, may: true },
    { who: 'enablement', actor: ena, may: true },
    { who: 'the holder of a task', actor: leo, may: true },
    { who: 'anyone else', actor: pia, may: false },
  ])('is for $who: $may', ({ actor, may }) => {
    for (const decision of [
      tie('link', 'item-3')(item, actor),
      tie('unlink', 'item-2')(linked.after, actor),
    ]) {
      expect(decision.outcome).toBe(may ? 'changed' : 'refused');
    }
  });

  it('is refused on a closed item, and beyond two hundred', () => {
    expect(refused(tie('link', 'item-2')(itemIn(CONTENT, 'retired'), mia)).reasons).toMatchObject([
      { code: 'item_closed' },
    ]);
    const tied = (count: number) => ({
      ...item,
      links: Array.from({ length: count }, (_, index) => ({
        type: 'trains_on' as const,
        itemId: `other-${index}`,
      })),
    });
    expect(tie('link', 'item-2')(tied(199), mia).outcome).toBe('changed');
    expect(refused(tie('link', 'item-2')(tied(200), mia)).reasons).toMatchObject([
      { code: 'too_many_links' },
    ]);
  });
});
