import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  decideAs,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  sam,
  told,
} from '../items.fixture.js';
import type { ItemState, Section } from '../item-state.js';
import { STRICT } from '../strict-process.fixture.js';

const SEEN: Section[] = [
  { key: 'pricing', digest: 'pricing-1' },
  { key: 'claims', digest: 'claims-1' },
];
const text = { number: 1, digest: 'text-1', size: 120, sections: SEEN };

const inReview = held(itemIn(STRICT, 'review', { revision: text }), 'polish', mia);
const approvedOnce = handOn(STRICT, inReview, leo, 'approve');

function rewritten(item: ItemState, ...changed: string[]) {
  const sections = SEEN.map(({ key, digest }) => ({
    key,
    digest: changed.includes(key) ? `${key}-2` : digest,
  }));
  const digest = `text-2 ${changed.join(' ')}`;
  return accepted(
    decideAs(STRICT, item, mia, { type: 'revise', digest, size: 40, origin: 'edited', sections }),
  );
}

const keysOf = ({ openTasks }: ItemState) => openTasks.map(({ activity }) => activity);

describe('an edit in the middle of a review', () => {
  it('that changes what was approved opens the task of the approval again and says which sections', () => {
    expect(keysOf(approvedOnce)).toEqual(['field_review', 'polish', 'product_review']);
    const change = rewritten(approvedOnce, 'claims');
    const { after, opened, entry } = change;
    expect(after.context.approvals).toEqual([]);
    expect(opened).toMatchObject([{ activity: 'legal_review', status: 'offered', holderId: null }]);
    expect(keysOf(after)).toEqual(['field_review', 'legal_review', 'polish', 'product_review']);
    const voided = { activity: 'legal_review', actorId: 'leo', sections: ['claims'] };
    expect(entry).toMatchObject({ voided: [voided], opened: [opened[0]!.id] });
    expect(told(change, 'approval.voided')).toMatchObject({
      activity: 'legal_review',
      approver: 'leo',
      sections: ['claims'],
    });
    expect(told(change, 'task.offered')).toMatchObject({ task: opened[0]!.id });
  });

  it('that changes something else leaves the approval, and the entry says nothing of it', () => {
    const { after, opened, entry, facts } = rewritten(approvedOnce, 'pricing');
    expect(after.context.approvals).toEqual(approvedOnce.context.approvals);
    expect(opened).toEqual([]);
    expect(entry).not.toHaveProperty('voided');
    expect(facts.map(({ type }) => type)).toEqual(['item.revised']);
  });

  it('lets whoever approved approve again, of the new text', () => {
    const { after } = rewritten(approvedOnce, 'claims');
    const again = handOn(STRICT, after, leo, 'approve');
    expect(again.context.approvals).toMatchObject([
      { actorId: 'leo', digest: 'text-2 claims', sections: { claims: 'claims-2' } },
    ]);
  });

  it('does not ask a question again that is still open', () => {
    const claim = { type: 'claim', taskId: 'task-draft' } as const;
    const drafting = accepted(
      decideAs(STRICT, itemIn(STRICT, 'drafting', { revision: text }), mia, claim),
    ).after;
    const reviewed = handOn(
      STRICT,
      held(handOn(STRICT, drafting, mia, 'submit'), 'polish', mia),
      sam,
      'approve',
    );
    const asked = reviewed.openTasks.filter(({ role }) => role === 'consulted');
    expect(asked).toMatchObject([{ activity: 'field_review/learning_and_development' }]);
    const { after, opened } = rewritten(reviewed, 'claims');
    expect(opened.map(({ activity }) => activity)).toEqual(['field_review']);
    expect(after.openTasks.filter(({ role }) => role === 'consulted')).toEqual(asked);
  });

  it('makes its writer an author, who does not approve', () => {
    const { after } = rewritten(approvedOnce, 'pricing');
    expect(after.context.authors).toEqual(['mia']);
    const product = { ...mia, memberships: pia.memberships };
    expect(() => handOn(STRICT, after, product, 'approve')).toThrow('author_is_not_approver');
  });
});

describe('a new title in the middle of a review', () => {
  const titled = decideAs(STRICT, approvedOnce, mia, {
    type: 'describe',
    changes: { title: 'Why it pays twice' },
  });

  it('voids every approval, whatever it covered, and opens its task again', () => {
    const { after, opened, entry } = accepted(titled);
    expect(after.context.approvals).toEqual([]);
    expect(opened.map(({ activity }) => activity)).toEqual(['legal_review']);
    expect(entry.voided).toEqual([{ activity: 'legal_review', actorId: 'leo', sections: [] }]);
  });

  it('is another thing than who keeps it or where it goes, which nobody reviews', () => {
    for (const changes of [{ requiredLocales: ['fr'] }, { goalId: null }]) {
      const { after, entry } = accepted(
        decideAs(STRICT, approvedOnce, mia, { type: 'describe', changes }),
      );
      expect(after.context.approvals).toEqual(approvedOnce.context.approvals);
      expect(entry).not.toHaveProperty('voided');
    }
  });

  it('is refused where the stage does not write', () => {
    const changes = { title: 'New' };
    const item = itemIn(STRICT, 'second_look');
    expect(
      refused(decideAs(STRICT, item, mia, { type: 'describe', changes })).reasons,
    ).toMatchObject([{ code: 'stage_not_editable' }]);
  });
});
