import { EMPTY_CONTEXT, type ProcessDefinition } from '../process-definition.js';
import { actions, REVIEWER_EVENTS, when, withReturns, withReview } from './transitions.js';

const definition: ProcessDefinition = {
  id: 'training',
  initial: 'intake',
  context: EMPTY_CONTEXT,
  meta: {
    label: 'Training',
    kind: 'training',
    events: {
      accept: { label: 'Accept into production' },
      submit: { label: 'Hand on' },
      approve: { label: 'Approve' },
      approve_with_comment: { label: 'Approve with a comment' },
      request_changes: { label: 'Request changes' },
      deliver: { label: 'Start delivery' },
      call_review: { label: 'Call for review', by: ['owner', 'enablement'] },
      confirm: { label: 'Confirm as current' },
      revise: { label: 'Revise' },
      content_changed: { label: 'What it trains on has changed', by: ['line'] },
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
      on: {
        accept: [{ target: 'needs_analysis', guard: when('facets_complete', 'goal_is_active') }],
      },
    },
    needs_analysis: {
      meta: {
        label: 'Needs analysis',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'analyse_needs',
            label: 'Analyse what learners need',
            raci: {
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
              consulted: ['owner', 'sales_management'],
            },
            events: ['submit'],
            edits: true,
            deadline: { workingHours: 24, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'storyboard' }] },
    },
    storyboard: {
      meta: {
        label: 'Storyboard',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'write_storyboard',
            label: 'Write the storyboard',
            raci: {
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
              consulted: ['owner'],
            },
            events: ['submit', 'request_changes'],
            edits: true,
            deadline: { workingHours: 40, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'storyboard_review', guard: when('has_body') }] },
    },
    storyboard_review: {
      meta: {
        label: 'Storyboard review',
        phase: 'structure',
        mode: 'relay',
        activities: [
          {
            key: 'review_storyboard',
            label: 'Review the storyboard',
            raci: {
              responsible: ['sales_management', 'product_management'],
              accountable: 'sales_management',
              informed: ['owner'],
            },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 16, onTimeout: 'escalate' },
          },
        ],
      },
    },
    alpha: {
      meta: {
        label: 'Alpha',
        phase: 'generation',
        mode: 'relay',
        activities: [
          {
            key: 'build_alpha',
            label: 'Build the alpha',
            raci: {
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
              consulted: ['product_management'],
            },
            events: ['submit', 'request_changes'],
            edits: true,
            deadline: { workingHours: 60, onTimeout: 'remind' },
          },
        ],
      },
      on: { submit: [{ target: 'alpha_review', guard: when('has_body') }] },
    },
    alpha_review: {
      meta: {
        label: 'Alpha review',
        phase: 'generation',
        mode: 'team',
        quorum: 2,
        activities: [
          {
            key: 'subject_matter_review',
            label: 'Review the subject matter',
            raci: {
              responsible: ['product_management'],
              accountable: 'product_management',
              informed: ['owner'],
            },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 24, onTimeout: 'escalate' },
          },
          {
            key: 'field_review',
            label: 'Review from the field',
            raci: {
              responsible: ['sales_management'],
              accountable: 'sales_management',
              informed: ['owner'],
            },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 24, onTimeout: 'escalate' },
          },
        ],
      },
    },
    beta: {
      meta: {
        label: 'Beta',
        phase: 'generation',
        mode: 'relay',
        activities: [
          {
            key: 'build_beta',
            label: 'Build the beta',
            raci: {
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
            },
            events: ['submit'],
            edits: true,
            deadline: { workingHours: 40, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        submit: [{ target: 'pilot', guard: when('has_body') }],
      },
    },
    pilot: {
      meta: {
        label: 'Pilot',
        phase: 'generation',
        mode: 'relay',
        activities: [
          {
            key: 'run_pilot',
            label: 'Run the pilot',
            raci: {
              responsible: ['sales_management'],
              accountable: 'sales_management',
              consulted: ['learning_and_development'],
              informed: ['owner'],
            },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 80, onTimeout: 'escalate' },
          },
        ],
      },
    },
    gold: {
      meta: {
        label: 'Gold',
        phase: 'publishing',
        mode: 'relay',
        activities: [
          {
            key: 'release',
            label: 'Release to learners',
            raci: {
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
              informed: ['sales_management'],
            },
            events: ['deliver', 'request_changes'],
            deadline: { workingHours: 16, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        deliver: [
          {
            target: 'in_delivery',
            guard: when('linked_content_is_current'),
            actions: actions('start_new_cycle', 'open_variants'),
          },
        ],
        prepare_variants: [{ guard: when('has_body'), actions: actions('prepare_variants') }],
      },
    },
    in_delivery: {
      meta: {
        label: 'In delivery',
        phase: 'publishing',
        mode: 'relay',
        announces: 'item.delivered',
        activities: [],
      },
      on: {
        request_variants: [{ actions: actions('open_variants') }],
        call_review: [{ target: 'review_due' }],
        content_changed: [{ target: 'review_due', actions: actions('outdate_variants') }],
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
              responsible: ['learning_and_development'],
              accountable: 'learning_and_development',
              consulted: ['owner'],
            },
            events: ['confirm', 'revise'],
            deadline: { workingHours: 80, onTimeout: 'escalate' },
          },
        ],
      },
      on: {
        confirm: [{ target: 'in_delivery', actions: actions('confirm_variants') }],
        revise: [{ target: 'storyboard' }],
        retire: [{ target: 'retired' }],
      },
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

const reviewed = [
  { from: 'storyboard_review', to: 'alpha', also: ['accountable_signed'] },
  { from: 'alpha_review', to: 'beta' },
  { from: 'pilot', to: 'gold' },
].reduce(withReview, definition);

export const trainingProcess = withReturns(
  reviewed,
  [
    { from: 'storyboard', to: ['needs_analysis'], afterwards: 'resume' },
    { from: 'storyboard_review', to: ['needs_analysis', 'storyboard'], afterwards: 'resume' },
    { from: 'alpha', to: ['storyboard'], afterwards: 'resume' },
    { from: 'alpha_review', to: ['storyboard', 'alpha'], afterwards: 'resume' },
    { from: 'pilot', to: ['alpha', 'beta'], afterwards: 'resume' },
    // What the pilot approved is about to change, so it is piloted again.
    { from: 'gold', to: ['alpha', 'beta'], afterwards: 'restart' },
  ],
  { needs_analysis: 'submit', storyboard: 'submit', alpha: 'submit', beta: 'submit' },
);
