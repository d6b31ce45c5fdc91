import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  CONTENT,
  ena,
  eventsOf,
  held,
  itemIn,
  leo,
  mia,
  person,
  pia,
  PROCESSES,
  refused,
  send,
} from '../items.fixture.js';

const drafting = itemIn(CONTENT, 'drafting');
const inReview = itemIn(CONTENT, 'in_review');

const changes = (returnTo: string) => ({
  returnTo,
  reasonCode: 'inaccurate',
  comment: 'The figures are last year’s.',
});

describe('an event is refused', () => {
  it('where the stage does not know it, with the events that it knows', () => {
    expect(refused(send(CONTENT, held(drafting, 'draft', mia), mia, 'publish'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'event_not_possible',
          detail:
            'Expected an event that drafting knows (submit, request_changes, cancel); found "publish".',
        },
      ],
    });
  });

  it('to a person of another function, who is told whose it is', () => {
    expect(refused(send(CONTENT, drafting, leo, 'submit'))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [{ code: 'not_your_function', detail: 'This is for marketing; you work in legal.' }],
    });
  });

  it('to someone who did not claim the task, and is told which', () => {
    expect(refused(send(CONTENT, drafting, mia, 'submit'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'task_not_claimed',
          detail: 'Claim the task "Write the draft" (task-draft) first.',
        },
      ],
    });
  });

  it('to a colleague of the holder, who is told who that is', () => {
    const item = held(drafting, 'draft', person('max', 'marketing'));
    expect(refused(send(CONTENT, item, mia, 'submit'))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        { code: 'task_held_by_another', detail: 'The task "Write the draft" is held by max.' },
      ],
    });
  });

  it('to a function that the process does not name for it', () => {
    expect(refused(send(CONTENT, itemIn(CONTENT, 'published'), leo, 'retire'))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [{ code: 'not_your_function', detail: '"retire" is for marketing or enablement.' }],
    });
  });

  it('where nobody has a task for it any more', () => {
    const item = { ...inReview, openTasks: [] };
    expect(refused(send(CONTENT, item, pia, 'approve'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        { code: 'no_open_task', detail: 'No task for "approve" is open any more in in_review.' },
      ],
    });
  });

  it('with every rule that fails, not only the first', () => {
    const empty = { ...drafting, revision: null };
    expect(refused(send(CONTENT, empty, mia, 'submit')).reasons.map(({ code }) => code)).toEqual([
      'task_not_claimed',
      'has_body',
    ]);
    const reviewing = held(inReview, 'legal_review', leo);
    expect(refused(send(CONTENT, reviewing, leo, 'request_changes'))).toMatchObject({
      kind: 'conflict',
      reasons: [
        {
          code: 'returns_to',
          detail:
            'Name the stage to go back to in returnTo, one of brief, structuring, drafting; none was given.',
        },
        { code: 'reason_given' },
        { code: 'comment_given', detail: 'Say why: a comment is required.' },
      ],
    });
  });

  it('where it would go back to a stage that it cannot go back to', () => {
    const item = held(itemIn(CONTENT, 'approved'), 'release', mia);
    expect(
      refused(send(CONTENT, item, mia, 'request_changes', changes('brief'))).reasons,
    ).toMatchObject([
      {
        code: 'returns_to',
        detail:
          'Name the stage to go back to in returnTo, one of structuring, drafting; found "brief".',
      },
    ]);
  });

  it.each(['retired', 'cancelled'])('in %s, whatever it is', (stage) => {
    for (const process of PROCESSES) {
      for (const event of eventsOf(process, process.definition.initial)) {
        expect(refused(send(process, itemIn(process, stage), ena, event)).reasons).toMatchObject([
          {
            code: 'event_not_possible',
            detail: `Expected an event that ${stage} knows (it is final and knows none); found "${event}".`,
          },
        ]);
      }
    }
  });
});

describe('cancelling', () => {
  it('needs a comment', () => {
    expect(refused(send(CONTENT, drafting, mia, 'cancel'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [{ code: 'comment_given', detail: 'Say why: a comment is required.' }],
    });
  });

  it('ends the item and cancels its tasks, also those that someone holds', () => {
    const { after, changedTasks, facts } = accepted(
      send(CONTENT, held(drafting, 'draft', mia), ena, 'cancel', { comment: 'No budget.' }),
    );
    expect(after).toMatchObject({ stage: 'cancelled', openTasks: [] });
    expect(changedTasks).toMatchObject([{ activity: 'draft', status: 'cancelled' }]);
    expect(facts.map(({ type }) => type)).toEqual(['item.stage_changed', 'item.cancelled']);
  });
});
