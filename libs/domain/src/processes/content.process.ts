import { EMPTY_CONTEXT, type ProcessDefinition } from '../process-definition.js';
import { actions, REVIEWER_EVENTS, when, withReturns, withReview } from './transitions.js';

const definition: ProcessDefinition = {
  id: 'content',
  initial: 'intake',
  context: EMPTY_CONTEXT,
  meta: {
    label: 'Content',
    kind: 'content',
    events: {
      accept: { label: 'Accept into production' },
      submit: { label: 'Hand on' },
      approve: { label: 'Approve' },
      approve_with_comment: { label: 'Approve with a comment' },
      request_changes: { label: 'Request changes' },
      schedule: { label: 'Schedule' },
      publish: { label: 'Publish' },
      call_review: { label: 'Call for review', by: ['owner', 'enablement'] },
      confirm: { label: 'Confirm as current' },
      revise: { label: 'Revise' },
      expire: { label: 'Let expire' },
      prepare_variants: {
        label: 'Prepare locales before it is out',
        by: ['owner', 'enablement'],
      },
      request_variants: { label: 'Open missing locales', by: ['owner', 'enablement'] },
      retire: { label: 'Retire', by: ['owner', 'enablement'] },
      cancel: { label: 'Cancel', by: ['owner', 'enablement'] },
    },
  },
  on: {
    cancel: [{ target: '.cancelled', guard: when('comment_given') }],
  },
  states: {
    intake: {
      meta: {
        label: 'Intake',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'triage',
            label: 'Triage the request',
            raci: { responsible: ['enablement'], accountable: 'enablement', informed: ['owner'] },
            events: ['accept'],
            edits: true,
            deadline: { workingHours: 16, onTimeout: 'remind' },
          },
        ],
      },
      on: { accept: [{ target: 'brief', guard: when('facets_complete', 'goal_is_active') }] },
    },
    brief: {
      meta: {
        label: 'Brief',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'write_brief',
            label: 'Write the brief',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              consulted: ['sales_management'],
              informed: ['enablement'],
            },
            events: ['submit'],
            edits: true,
            deadline: { workingHours: 24, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'structuring' }] },
    },
    structuring: {
      meta: {
        label: 'Structuring',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'outline',
            label: 'Outline the piece',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              consulted: ['learning_and_development'],
            },
            events: ['submit', 'request_changes'],
            edits: true,
            deadline: { workingHours: 24, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'drafting' }] },
    },
    drafting: {
      meta: {
        label: 'Drafting',
        phase: 'generation',
        mode: 'relay',
        activities: [
          {
            key: 'draft',
            label: 'Write the draft',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              consulted: ['product_management'],
            },
            events: ['submit', 'request_changes'],
            edits: true,
            deadline: { workingHours: 40, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'in_review', guard: when('has_body') }] },
    },
    in_review: {
      meta: {
        label: 'In review',
        phase: 'generation',
        mode: 'team',
        quorum: 2,
        activities: [
          {
            key: 'product_review',
            label: 'Review what it says of the product',
            raci: {
              responsible: ['product_management'],
              accountable: 'product_management',
              informed: ['owner'],
            },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 16, onTimeout: 'escalate' },
          },
          {
            key: 'legal_review',
            label: 'Review claims and rights',
            raci: { responsible: ['legal'], accountable: 'legal', informed: ['owner'] },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 24, onTimeout: 'escalate' },
          },
        ],
      },
    },
    approved: {
      meta: {
        label: 'Approved',
        phase: 'publishing',
        mode: 'relay',
        activities: [
          {
            key: 'release',
            label: 'Decide when it goes out',
            raci: {
              responsible: ['marketing', 'enablement'],
              accountable: 'marketing',
              informed: ['owner', 'sales_management'],
            },
            events: ['schedule', 'publish', 'request_changes'],
            deadline: { workingHours: 16, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        schedule: [
          {
            target: 'scheduled',
            guard: when('publish_time_given', 'accountable_signed'),
            actions: actions('note_publish_time'),
          },
        ],
        publish: [
          {
            target: 'published',
            guard: when('accountable_signed'),
            actions: actions('start_new_cycle', 'open_variants'),
          },
        ],
        prepare_variants: [{ guard: when('has_body'), actions: actions('prepare_variants') }],
      },
    },
    scheduled: {
      meta: {
        label: 'Scheduled',
        phase: 'publishing',
        mode: 'relay',
        activities: [
          {
            key: 'publish',
            label: 'Publish',
            raci: {
              responsible: ['marketing', 'enablement'],
              accountable: 'marketing',
              informed: ['owner'],
            },
            events: ['publish', 'request_changes'],
          },
        ],
      },
      on: {
        publish: [
          {
            target: 'published',
            guard: when('accountable_signed'),
            actions: actions('start_new_cycle', 'open_variants'),
          },
        ],
        prepare_variants: [{ guard: when('has_body'), actions: actions('prepare_variants') }],
      },
    },
    published: {
      meta: {
        label: 'Published',
        phase: 'publishing',
        mode: 'relay',
        announces: 'item.published',
        activities: [],
      },
      on: {
        request_variants: [{ actions: actions('open_variants') }],
        call_review: [{ target: 'review_due' }],
        retire: [{ target: 'retired' }],
      },
    },
    review_due: {
      meta: {
        label: 'Review due',
        phase: 'publishing',
        mode: 'relay',
        activities: [
          {
            key: 'freshness_review',
            label: 'Check that it still holds',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              consulted: ['product_management'],
            },
            events: ['confirm', 'revise', 'expire'],
            deadline: { workingHours: 80, onTimeout: 'escalate' },
          },
        ],
      },
      on: {
        confirm: [{ target: 'published' }],
        revise: [{ target: 'drafting' }],
        expire: [{ target: 'expired' }],
        retire: [{ target: 'retired' }],
      },
    },
    expired: {
      meta: {
        label: 'Expired',
        phase: 'publishing',
        mode: 'relay',
        announces: 'item.expired',
        activities: [
          {
            key: 'decide_future',
            label: 'Revise it or retire it',
            raci: {
              responsible: ['owner'],
              accountable: 'owner',
              informed: ['sales_management'],
            },
            events: ['revise'],
            deadline: { workingHours: 80, onTimeout: 'remind' },
          },
        ],
      },
      on: { revise: [{ target: 'drafting' }], retire: [{ target: 'retired' }] },
    },
    retired: {
      type: 'final',
      meta: {
        label: 'Retired',
        phase: 'publishing',
        mode: 'relay',
        announces: 'item.retired',
        activities: [],
      },
    },
    cancelled: {
      type: 'final',
      meta: {
        label: 'Cancelled',
        phase: 'structure',
        mode: 'relay',
        announces: 'item.cancelled',
        activities: [],
      },
    },
  },
};

export const contentProcess = withReturns(
  withReview(definition, { from: 'in_review', to: 'approved' }),
  [
    { from: 'structuring', to: ['brief'], afterwards: 'resume' },
    { from: 'drafting', to: ['brief', 'structuring'], afterwards: 'resume' },
    { from: 'in_review', to: ['brief', 'structuring', 'drafting'], afterwards: 'resume' },
    // What was approved is about to change, so it is reviewed again.
    { from: 'approved', to: ['structuring', 'drafting'], afterwards: 'restart' },
    { from: 'scheduled', to: ['structuring', 'drafting'], afterwards: 'restart' },
  ],
  { brief: 'submit', structuring: 'submit', drafting: 'submit' },
);
