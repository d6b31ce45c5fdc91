import { describe, expect, it } from '@jest/globals';
import { AT, itemIn, VARIANT } from './items.fixture.js';
import { isOpen, isQuestionOf, openTasksOf } from './open-tasks.js';
import type { Activity } from './process-definition.js';
import { STRICT } from './strict-process.fixture.js';
import { TASK_STATUSES } from './vocabulary.js';

const item = itemIn(STRICT, 'drafting');
const activity: Activity = {
  key: 'draft',
  label: 'Write the draft',
  raci: {
    responsible: ['owner', 'marketing'],
    accountable: 'owner',
    consulted: ['legal', 'owner', 'marketing'],
  },
  events: ['submit'],
};

describe('the tasks of an activity', () => {
  it('are its own, offered to those who are responsible, and no question while there is no time for one', () => {
    expect(openTasksOf([activity], item, AT)).toEqual([
      {
        id: expect.any(String),
        activity: 'draft',
        functions: ['marketing'],
        locale: null,
        status: 'offered',
        holderId: null,
        role: 'responsible',
        dueAt: null,
        dropped: false,
        delegation: null,
        signature: null,
      },
    ]);
  });

  it('are a question to each consulted function too where they have time to answer, the owner among them once', () => {
    const asking = { ...activity, consultWithinHours: 36 };
    expect(
      openTasksOf([asking], item, AT).map(({ activity: name, functions, role, dueAt }) => [
        name,
        functions,
        role,
        dueAt,
      ]),
    ).toEqual([
      ['draft', ['marketing'], 'responsible', null],
      ['draft/legal', ['legal'], 'consulted', '2027-01-16T21:00:00.000Z'],
      ['draft/marketing', ['marketing'], 'consulted', '2027-01-16T21:00:00.000Z'],
    ]);
  });

  it('are due by the clock, from the moment they are opened, also in parts of an hour', () => {
    const due = [0.5, 24].map(
      (acceptWithinHours) => openTasksOf([{ ...activity, acceptWithinHours }], item, AT)[0]!.dueAt,
    );
    expect(due).toEqual(['2027-01-15T09:30:00.000Z', '2027-01-16T09:00:00.000Z']);
  });

  it('are for the locale of a variant, and for none in particular otherwise', () => {
    expect(openTasksOf([activity], itemIn(VARIANT, 'translating'), AT)[0]!.locale).toBe('de-DE');
    expect(openTasksOf([activity], item, AT)[0]!.locale).toBeNull();
  });

  it('are named alike for the same moment and version, and otherwise not', () => {
    const idOf = (...args: Parameters<typeof openTasksOf>) => openTasksOf(...args)[0]!.id;
    const id = idOf([activity], item, AT);
    expect(idOf([activity], item, AT)).toBe(id);
    expect(idOf([activity], { ...item, version: item.version + 1 }, AT)).not.toBe(id);
    expect(idOf([{ ...activity, key: 'other' }], item, AT)).not.toBe(id);
    expect(idOf([activity], item, '2027-01-15T09:00:00.001Z')).not.toBe(id);
  });
});

describe('a question', () => {
  const [own, question] = openTasksOf([{ ...activity, consultWithinHours: 1 }], item, AT);

  it('belongs to the activity that it was asked in, not to one whose name begins alike', () => {
    expect(isQuestionOf('draft', question!)).toBe(true);
    expect(isQuestionOf('dra', question!)).toBe(false);
    expect(isQuestionOf('draft', own!)).toBe(false);
  });
});

describe('a task', () => {
  it('is open while it is offered or claimed', () => {
    const [task] = openTasksOf([activity], item, AT);
    expect(TASK_STATUSES.filter((status) => isOpen({ ...task!, status }))).toEqual([
      'offered',
      'claimed',
    ]);
  });
});
