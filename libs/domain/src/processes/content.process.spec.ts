import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  along,
  CONTENT,
  creation,
  decideAs,
  ena,
  handOn,
  held,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  send,
} from '../items.fixture.js';
import { EMPTY_CONTEXT } from '../process-definition.js';

const due = () => handOn(CONTENT, itemIn(CONTENT, 'published'), mia, 'call_review');

describe('a content item', () => {
  it('goes from intake to published, each step in the hands of the function that is asked', () => {
    const created = accepted(decideAs(CONTENT, null, mia, creation(CONTENT))).after;
    const outlined = along(CONTENT, created, [
      [ena, 'accept'],
      [mia, 'submit'],
      [mia, 'submit'],
    ]);
    expect(outlined.passed).toEqual(['brief', 'structuring', 'drafting']);
    const [task] = outlined.item.openTasks;
    expect(task).toMatchObject({ activity: 'draft', functions: ['marketing'] });
    const claim = { type: 'claim', taskId: task!.id } as const;
    const drafting = accepted(decideAs(CONTENT, outlined.item, mia, claim)).after;
    const text = { type: 'revise', digest: 'text-1', size: 120, origin: 'edited' } as const;
    const drafted = accepted(decideAs(CONTENT, drafting, mia, text)).after;

    const { item, passed } = along(CONTENT, drafted, [
      [mia, 'submit'],
      [leo, 'approve'],
      [pia, 'approve'],
      [mia, 'schedule', { publishAt: '2027-02-01T09:00:00Z' }],
      [mia, 'publish'],
    ]);
    expect(passed).toEqual(['in_review', 'in_review', 'approved', 'scheduled', 'published']);
    expect(item.openTasks).toEqual([]);
    expect(item.revision).toEqual({ number: 1, digest: 'text-1', size: 120, sections: [] });
  });

  it('may be published straight from approved, by marketing or by enablement once marketing has signed', () => {
    const approved = itemIn(CONTENT, 'approved');
    expect(handOn(CONTENT, approved, mia, 'publish').stage).toBe('published');
    const releasing = held(approved, 'release', ena);
    expect(refused(send(CONTENT, releasing, ena, 'publish')).reasons).toMatchObject([
      { code: 'accountable_signed' },
    ]);
    const sign = { type: 'sign', taskId: 'task-release' } as const;
    const signed = accepted(decideAs(CONTENT, releasing, mia, sign)).after;
    expect(accepted(send(CONTENT, signed, ena, 'publish')).after.stage).toBe('published');
  });

  it('remembers when it goes out while it is scheduled, and once it is out only what went out', () => {
    const context = { ...EMPTY_CONTEXT, authors: ['mia'], rounds: 2 };
    const publishAt = '2027-02-01T09:00:00Z';
    const approved = itemIn(CONTENT, 'approved', { context });
    const scheduled = handOn(CONTENT, approved, mia, 'schedule', { publishAt });
    expect(scheduled.context).toEqual({ ...context, publishAt });
    expect(handOn(CONTENT, scheduled, mia, 'publish').context).toEqual({
      ...EMPTY_CONTEXT,
      publishedDigest: 'text-1',
    });
  });

  it('opens its variants when it goes out, and those that are missing on request', () => {
    for (const [stage, activity] of [
      ['approved', 'release'],
      ['scheduled', 'publish'],
    ] as const) {
      const ready = held(itemIn(CONTENT, stage), activity, mia);
      expect(accepted(send(CONTENT, ready, mia, 'publish')).effects).toEqual(['open_variants']);
    }
    const published = itemIn(CONTENT, 'published');
    const request = accepted(send(CONTENT, published, mia, 'request_variants'));
    expect(request.effects).toEqual(['open_variants']);
    expect(request.after).toMatchObject({ stage: 'published', context: published.context });
    expect(accepted(send(CONTENT, published, mia, 'call_review')).effects).toEqual([]);
  });

  it.each([
    ['confirm', 'published'],
    ['revise', 'drafting'],
    ['expire', 'expired'],
    ['retire', 'retired'],
  ])('whose review is due may be told to %s, which leads to %s', (event, stage) => {
    expect(handOn(CONTENT, due(), mia, event).stage).toBe(stage);
  });

  it('that expired can still be revised or retired', () => {
    const expired = handOn(CONTENT, due(), mia, 'expire');
    expect(handOn(CONTENT, expired, mia, 'revise').stage).toBe('drafting');
    expect(handOn(CONTENT, expired, ena, 'retire').stage).toBe('retired');
  });
});
