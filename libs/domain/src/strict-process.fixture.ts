import { EMPTY_CONTEXT, type Activity, type ProcessDefinition } from './process-definition.js';
import { compileProcess } from './process-machine.js';
import {
  actions,
  REVIEWER_EVENTS,
  when,
  withReturns,
  withReview,
} from './processes/transitions.js';

/** Three minutes, which is three commands of a walk. */
const SHORTLY = 0.05;

function reviewing(key: string, name: Activity['raci']['accountable'], sections?: string[]) {
  return {
    key,
    label: `Review of ${name}`,
    raci: { responsible: [name], accountable: name, informed: ['owner' as const] },
    events: REVIEWER_EVENTS,
    acceptWithinHours: SHORTLY,
    ...(sections === undefined ? {} : { sections }),
  };
}

const COMPANION = { phase: 'generation', mode: 'relay' } as const;

const definition: ProcessDefinition = {
  id: 'strict',
  initial: 'intake',
  context: EMPTY_CONTEXT,
  meta: {
    label: 'Strict',
    kind: 'content',
    events: {
      accept: { label: 'Accept' },
      submit: { label: 'Hand on' },
      approve: { label: 'Approve' },
      approve_with_comment: { label: 'Approve with a comment' },
      request_changes: { label: 'Request changes' },
      schedule: { label: 'Schedule' },
      publish: { label: 'Publish' },
      confirm: { label: 'Confirm' },
      localize: { label: 'Localize', by: ['owner'] },
      call_review: { label: 'Call for review', by: ['owner', 'enablement'] },
      cancel: { label: 'Cancel', by: ['owner', 'enablement'] },
      retire: { label: 'Retire', by: ['owner', 'enablement', 'line'] },
    },
  },
  on: { cancel: [{ target: '.cancelled', guard: when('comment_given') }] },
  states: {
    intake: {
      meta: {
        ...COMPANION,
        label: 'Intake',
        activities: [
          {
            key: 'triage',
            label: 'Triage',
            raci: { responsible: ['enablement'], accountable: 'enablement', informed: ['owner'] },
            events: ['accept'],
            edits: true,
            checklist: [
              { key: 'scope', label: 'The scope is clear' },
              { key: 'budget', label: 'There is a budget' },
            ],
          },
        ],
      },
      on: {
        accept: [
          { target: 'drafting', guard: when('facets_complete', 'goal_is_active', 'not_blocked') },
        ],
      },
    },
    drafting: {
      meta: {
        ...COMPANION,
        label: 'Drafting',
        activities: [
          {
            key: 'draft',
            label: 'Write the draft',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              consulted: ['legal', 'sales_management'],
            },
            events: ['submit'],
            edits: true,
            consultWithinHours: SHORTLY,
            acceptWithinHours: SHORTLY,
          },
        ],
      },
      on: {
        submit: [
          {
            target: 'review',
            guard: when('has_body', 'consulted_heard', 'no_open_mandatory_comments', 'not_blocked'),
          },
        ],
      },
    },
    review: {
      meta: {
        ...COMPANION,
        label: 'Review',
        mode: 'team',
        quorum: 2,
        activities: [
          reviewing('product_review', 'product_management', ['pricing']),
          reviewing('legal_review', 'legal', ['claims']),
          {
            ...reviewing('field_review', 'sales_management'),
            raci: {
              responsible: ['sales_management'],
              accountable: 'sales_management',
              consulted: ['learning_and_development'],
            },
            consultWithinHours: SHORTLY,
          },
          {
            key: 'polish',
            label: 'Polish the wording',
            raci: { responsible: ['owner'], accountable: 'owner' },
            events: [],
            edits: true,
          },
        ],
      },
    },
    second_look: {
      meta: {
        ...COMPANION,
        label: 'Second look',
        activities: [
          {
            ...reviewing('legal_review', 'legal'),
            raci: { responsible: ['legal', 'enablement'], accountable: 'legal' },
          },
        ],
      },
    },
    release: {
      meta: {
        ...COMPANION,
        label: 'Release',
        phase: 'publishing',
        activities: [
          {
            key: 'plan',
            label: 'Plan it',
            raci: { responsible: ['owner', 'enablement'], accountable: 'owner' },
            events: ['schedule'],
          },
          {
            key: 'release',
            label: 'Release it',
            raci: { responsible: ['owner', 'enablement'], accountable: 'owner' },
            events: ['publish', 'request_changes'],
            checklist: [{ key: 'channel', label: 'The channel is known' }],
          },
        ],
      },
      on: {
        schedule: [
          {
            guard: when('publish_time_given', 'accountable_signed'),
            actions: actions('note_publish_time'),
          },
        ],
        publish: [
          {
            target: 'published',
            guard: when('comment_given', 'accountable_signed', 'linked_content_is_current'),
            actions: actions('start_new_cycle', 'open_variants'),
          },
        ],
      },
    },
    published: {
      meta: {
        ...COMPANION,
        label: 'Published',
        phase: 'publishing',
        announces: 'item.published',
        activities: [],
      },
      on: {
        localize: [{ guard: when('source_is_published') }],
        call_review: [{ target: 'review_due' }],
        retire: [{ target: 'retired' }],
      },
    },
    review_due: {
      meta: {
        ...COMPANION,
        label: 'Review due',
        phase: 'publishing',
        mode: 'team',
        quorum: 2,
        onEdit: 'all',
        activities: ['legal', 'product_management', 'owner'].map((name) => ({
          ...reviewing(`${name}_confirms`, name as 'legal'),
          events: ['confirm'],
          edits: true,
        })),
      },
      // As votes were counted before they were told apart by visit and function.
      on: {
        confirm: [
          {
            target: 'published',
            guard: when('author_is_not_approver', 'approves_once', {
              type: 'completes_quorum',
              params: { of: 2 },
            }),
            actions: actions('record_approval', 'start_new_cycle'),
          },
          {
            guard: when('author_is_not_approver', 'approves_once'),
            actions: actions('record_approval'),
          },
        ],
        retire: [{ target: 'retired' }],
      },
    },
    retired: {
      type: 'final',
      meta: {
        ...COMPANION,
        label: 'Retired',
        phase: 'publishing',
        announces: 'item.retired',
        activities: [],
      },
    },
    cancelled: {
      type: 'final',
      meta: { ...COMPANION, label: 'Cancelled', announces: 'item.cancelled', activities: [] },
    },
  },
};

const reviewed = [
  { from: 'review', to: 'second_look' },
  { from: 'second_look', to: 'release', also: ['accountable_signed'] },
].reduce(withReview, definition);

/**
 * A process that asks everything a process can ask: checklists, consultations, signatures, a quorum of two out of
 * three, two stages in a row with an activity of the same key, an edit in the middle of a review, and every rule.
 */
export const strictProcess = withReturns(
  reviewed,
  [
    { from: 'review', to: ['drafting'], afterwards: 'resume' },
    { from: 'second_look', to: ['drafting'], afterwards: 'resume' },
    { from: 'release', to: ['drafting'], afterwards: 'restart' },
  ],
  { drafting: 'submit' },
);

export const STRICT = compileProcess(strictProcess);
