import { describe, expect, it } from '@jest/globals';
import {
  errorsIn,
  broken,
  activityIn,
  TO_DRAFTING,
  TO_REVIEW,
  REVIEW_IN_WORDS,
} from './broken-processes.fixture.js';

describe('senders', () => {
  it('are missing where neither an activity nor the process names one', () => {
    const definition = broken((states) => {
      for (const activity of states['in_review']!.meta.activities) {
        activity.events = activity.events.filter((event) => event !== 'request_changes');
      }
    });
    expect(errorsIn(definition)).toEqual([
      {
        code: 'event_without_sender',
        severity: 'error',
        detail: `Nobody can send request_changes in in_review: no activity lists it, and meta.events.request_changes.by names no function. ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/on/request_changes',
        path: TO_REVIEW,
      },
    ]);
  });

  it.each([
    { sender: 'the line alone', kind: 'content', event: 'tick', by: ['line'], sent: false },
    { sender: 'the line alone', kind: 'variant', event: 'tick', by: ['line'], sent: false },
    {
      sender: 'the line alone',
      kind: 'content',
      event: 'source_published',
      by: ['line'],
      sent: false,
    },
    {
      sender: 'the line alone',
      kind: 'variant',
      event: 'source_published',
      by: ['line'],
      sent: true,
    },
    {
      sender: 'the line or marketing',
      kind: 'content',
      event: 'tick',
      by: ['line', 'marketing'],
      sent: true,
    },
  ] as const)(
    'are there for $event of a $kind sent by $sender: $sent',
    ({ kind, event, by, sent }) => {
      const definition = broken((states) => {
        states['in_review']!.on![event] = [{ target: 'drafting' }];
      });
      definition.meta.kind = kind;
      definition.meta.events[event] = { label: 'Sent', by: [...by] };
      const found = errorsIn(definition).filter(({ code }) => code === 'event_without_sender');
      expect(found.map(({ detail, pointer }) => [detail, pointer])).toEqual(
        sent
          ? []
          : [
              [
                `Nobody can send ${event} in in_review: no activity lists it, and meta.events.${event}.by names only the line, which itself sends only content_changed to a training, and source_published, source_ready, source_outdated and source_confirmed to a variant. ${REVIEW_IN_WORDS}`,
                `/states/in_review/on/${event}`,
              ],
            ],
      );
    },
  );

  it('list no event that their stage does not know', () => {
    const definition = broken((states) => activityIn(states, 'in_review').events.push('aprove'));
    expect(errorsIn(definition)).toEqual([
      {
        code: 'activity_event_unknown',
        severity: 'error',
        detail: `Expected in product_review an event that in_review knows (approve, approve_with_comment, withdraw, request_changes, cancel); found "aprove". ${REVIEW_IN_WORDS}`,
        pointer: '/states/in_review/meta/activities/0/events/3',
        path: TO_REVIEW,
      },
    ]);
  });

  it.each([
    { written: ['legal', 'marketing'], found: 'legal and marketing' },
    { written: undefined, found: 'none' },
  ])('are answered for by exactly one function, not by $found', ({ written, found }) => {
    const definition = broken((states) => {
      Object.assign(activityIn(states, 'drafting').raci, { accountable: written });
    });
    expect(errorsIn(definition)).toContainEqual(
      expect.objectContaining({
        code: 'accountable_not_one',
        detail: `Expected exactly one accountable function for draft in drafting; found ${found}. Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting.`,
        pointer: '/states/drafting/meta/activities/0/raci/accountable',
        path: TO_DRAFTING,
      }),
    );
  });
});
