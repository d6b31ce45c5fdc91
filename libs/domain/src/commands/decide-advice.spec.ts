import { describe, expect, it } from '@jest/globals';
import { type Actor, LINE } from '../actor.js';
import type { Command } from '../command.js';
import { decide } from '../decide.js';
import {
  accepted,
  arrivedFrom,
  AT,
  CONTENT,
  decideAs,
  ena,
  FAVOURABLE,
  held,
  IDENTITY,
  itemIn,
  leo,
  mia,
  pia,
  refused,
  sam,
  send,
  told,
} from '../items.fixture.js';
import type { ItemState, TaskState } from '../item-state.js';
import { openTasksOf } from '../open-tasks.js';
import { STRICT } from '../strict-process.fixture.js';

const [draft] = STRICT.definition.states['drafting']!.meta.activities;
const placed = itemIn(STRICT, 'drafting', { arrival: arrivedFrom('intake') });
const drafting = held({ ...placed, openTasks: openTasksOf([draft!], placed, AT) }, 'draft', mia);
const taskOf = (item: ItemState, activity: string): TaskState =>
  item.openTasks.find((task) => task.activity === activity)!;
const legalQuestion = taskOf(drafting, 'draft/legal');

function advise(item: ItemState, actor: Actor, objects: boolean, comment?: string) {
  const answer = { type: 'advise' as const, taskId: legalQuestion.id, objects };
  return decideAs(STRICT, item, actor, comment === undefined ? answer : { ...answer, comment });
}

function later(item: ItemState, command: Command, minutes: number, actor: Actor = LINE) {
  const at = new Date(Date.parse(AT) + minutes * 60_000).toISOString();
  return decide(STRICT, item, command, { ...IDENTITY, actor, at, surroundings: FAVOURABLE });
}

describe('a question to a consulted function', () => {
  it('is answered by it, with or without an objection, and then closed', () => {
    for (const [objects, comment] of [[false], [true, 'Too early.']] as const) {
      const change = accepted(advise(drafting, leo, objects, comment));
      expect(change.changedTasks).toMatchObject([{ status: 'done', holderId: 'leo' }]);
      expect(taskOf(change.after, 'draft/legal')).toBeUndefined();
      expect(told(change, 'consultation.answered')).toMatchObject({
        activity: 'draft/legal',
        objects,
        comment: comment ?? null,
      });
    }
  });

  it('holds the work back until it is answered, and an objection does not', () => {
    const waiting = refused(send(STRICT, drafting, mia, 'submit'));
    expect(waiting.reasons).toMatchObject([
      { code: 'consulted_heard', detail: 'Still asked and not answered: legal, sales_management.' },
    ]);
    const legal = accepted(advise(drafting, leo, true, 'Too early.')).after;
    const both = accepted(
      decideAs(STRICT, legal, sam, {
        type: 'advise',
        taskId: taskOf(legal, 'draft/sales_management').id,
        objects: false,
      }),
    ).after;
    expect(accepted(send(STRICT, both, mia, 'submit')).after.stage).toBe('review');
  });

  it('is not answered by others, and an objection says why', () => {
    expect(refused(advise(drafting, pia, false))).toMatchObject({
      kind: 'forbidden',
      reasons: [{ code: 'not_your_function' }],
    });
    for (const comment of [undefined, ' ']) {
      expect(refused(advise(drafting, leo, true, comment)).reasons).toMatchObject([
        { code: 'comment_given' },
      ]);
    }
  });

  it('is no work: nobody claims it, passes it on, declines it or signs it', () => {
    const taskId = legalQuestion.id;
    const to = { personId: 'leo', memberships: leo.memberships };
    const codes = [
      { type: 'claim', taskId } as const,
      { type: 'delegate', taskId, to } as const,
      { type: 'sign', taskId } as const,
      { type: 'decline', taskId, reasonCode: 'other', comment: 'No.' } as const,
    ].map((command) => refused(decideAs(STRICT, drafting, leo, command)).reasons[0]!.code);
    expect(codes).toEqual([
      'task_is_a_consultation',
      'task_is_a_consultation',
      'task_is_a_consultation',
      'task_closed',
    ]);
  });

  it('is not asked of work: a task is claimed, not advised on', () => {
    const taskId = taskOf(drafting, 'draft').id;
    expect(
      refused(decideAs(STRICT, drafting, mia, { type: 'advise', taskId, objects: false })).reasons,
    ).toMatchObject([{ code: 'task_is_work' }]);
  });
});

describe('signing', () => {
  const releasing = held(itemIn(CONTENT, 'approved'), 'release', ena);
  const sign = { type: 'sign', taskId: 'task-release' } as const;
  const signed = accepted(decideAs(CONTENT, releasing, mia, sign));

  it('is for the accountable function, names the text, and leaves the task with its holder', () => {
    expect(signed.after.openTasks).toMatchObject([
      { status: 'claimed', holderId: 'ena', signature: { by: 'mia', digest: 'text-1' } },
    ]);
    expect(told(signed, 'task.signed')).toMatchObject({
      digest: 'text-1',
      accountable: 'marketing',
    });
    expect(refused(decideAs(CONTENT, releasing, ena, sign))).toMatchObject({
      kind: 'forbidden',
      reasons: [{ code: 'not_accountable' }],
    });
  });

  it('twice changes nothing, and an edit takes it off again', () => {
    expect(decideAs(CONTENT, signed.after, mia, sign).outcome).toBe('unchanged');
    const edit = {
      type: 'revise',
      digest: 'text-2',
      size: 9,
      origin: 'edited',
      offProcess: 'A typo.',
    } as const;
    const edited = accepted(decideAs(CONTENT, signed.after, ena, edit)).after;
    expect(refused(send(CONTENT, edited, ena, 'publish')).reasons).toMatchObject([
      { code: 'accountable_signed' },
    ]);
    const again = accepted(decideAs(CONTENT, edited, mia, sign)).after;
    expect(again.openTasks[0]!.signature).toEqual({ by: 'mia', digest: 'text-2' });
    expect(send(CONTENT, again, ena, 'publish').outcome).toBe('changed');
  });

  it('is refused where the task is no longer open', () => {
    const published = itemIn(CONTENT, 'published');
    expect(refused(decideAs(CONTENT, published, mia, sign)).reasons).toMatchObject([
      { code: 'task_closed' },
    ]);
  });
});

describe('the clock', () => {
  const offered = { ...placed, openTasks: openTasksOf([draft!], placed, AT) };
  const expire = (activity: string) =>
    ({ type: 'expire', taskId: taskOf(offered, activity).id }) as const;

  it('closes a question that nobody answered in time: silence is no objection', () => {
    const change = accepted(later(offered, expire('draft/legal'), 3));
    expect(change.changedTasks).toMatchObject([{ activity: 'draft/legal', status: 'expired' }]);
    expect(told(change, 'consultation.expired')).toMatchObject({ recordedAs: 'no_objection' });
    expect(change.handoffs).toEqual([]);
  });

  it('drops a baton that nobody accepted in time, once, and leaves it to be picked up', () => {
    const change = accepted(later(offered, expire('draft'), 3));
    expect(taskOf(change.after, 'draft')).toMatchObject({ status: 'offered', dropped: true });
    expect(change.entry.closed).toEqual([]);
    expect(told(change, 'baton.dropped')).toMatchObject({ functions: ['marketing'] });
    expect(change.handoffs).toMatchObject([
      {
        outcome: 'dropped',
        from: 'intake',
        to: 'drafting',
        giverId: 'mia',
        receiverId: null,
        crossed: [],
      },
    ]);
    expect(later(change.after, expire('draft'), 9).outcome).toBe('unchanged');
    const claim = { type: 'claim', taskId: taskOf(offered, 'draft').id } as const;
    expect(accepted(later(change.after, claim, 9, mia)).handoffs).toMatchObject([
      { outcome: 'accepted' },
    ]);
  });

  it.each([
    { what: 'before its time', item: offered, command: expire('draft'), minutes: 2.99 },
    { what: 'of a task that somebody holds', item: drafting, command: expire('draft'), minutes: 9 },
    {
      what: 'of a task that is closed',
      item: itemIn(STRICT, 'review'),
      command: expire('draft'),
      minutes: 9,
    },
    {
      what: 'of a task without a time',
      item: placed,
      command: { type: 'expire', taskId: 'task-draft' } as const,
      minutes: 9,
    },
  ])('changes nothing $what', ({ item, command, minutes }) => {
    expect(later(item, command, minutes)).toEqual({ outcome: 'unchanged', after: item });
  });

  it('is nobody’s but the line’s', () => {
    for (const actor of [mia, ena]) {
      expect(refused(later(offered, expire('draft'), 9, actor)).kind).toBe('forbidden');
    }
  });
});
