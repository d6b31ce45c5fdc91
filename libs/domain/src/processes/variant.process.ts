import { EMPTY_CONTEXT, type ProcessDefinition } from '../process-definition.js';
import { actions, REVIEWER_EVENTS, when, withReturns, withReview } from './transitions.js';

const definition: ProcessDefinition = {
  id: 'variant',
  initial: 'requested',
  context: EMPTY_CONTEXT,
  meta: {
    label: 'Locale variant',
    kind: 'variant',
    events: {
      accept: { label: 'Accept the request' },
      start: { label: 'Start translating' },
      submit: { label: 'Hand on' },
      approve: { label: 'Approve' },
      approve_with_comment: { label: 'Approve with a comment' },
      request_changes: { label: 'Request changes' },
      publish: { label: 'Publish' },
      source_published: { label: 'The source was published', by: ['line'] },
      update: { label: 'Update to the new source' },
      retire: { label: 'Retire', by: ['owner', 'enablement'] },
      cancel: { label: 'Cancel', by: ['owner', 'enablement'] },
    },
  },
  on: {
    cancel: [{ target: '.cancelled', guard: when('comment_given') }],
  },
  states: {
    requested: {
      meta: {
        label: 'Requested',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'accept_request',
            label: 'Accept the request',
            raci: { responsible: ['regional'], accountable: 'regional', informed: ['owner'] },
            events: ['accept'],
            deadline: { workingHours: 16, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        accept: [{ target: 'queued', guard: when('source_is_published') }],
        source_published: [{ actions: actions('note_source', 'pin_source') }],
      },
    },
    queued: {
      meta: {
        label: 'Queued',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'pick_up',
            label: 'Pick up the translation',
            raci: { responsible: ['regional'], accountable: 'regional' },
            events: ['start'],
            deadline: { workingHours: 24, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        start: [{ target: 'translating' }],
        source_published: [{ actions: actions('note_source', 'pin_source') }],
      },
    },
    translating: {
      meta: {
        label: 'Translating',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'translate',
            label: 'Translate',
            raci: { responsible: ['regional'], accountable: 'regional', consulted: ['owner'] },
            events: ['submit'],
            edits: true,
            deadline: { workingHours: 40, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        submit: [{ target: 'editing', guard: when('has_body') }],
        source_published: [{ target: 'out_of_date', actions: actions('note_source') }],
      },
    },
    editing: {
      meta: {
        label: 'Editing',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'edit',
            label: 'Edit the translation',
            raci: { responsible: ['regional'], accountable: 'regional' },
            events: ['submit', 'request_changes'],
            edits: true,
            deadline: { workingHours: 24, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        submit: [{ target: 'in_country_review', guard: when('has_body') }],
        source_published: [{ target: 'out_of_date', actions: actions('note_source') }],
      },
    },
    in_country_review: {
      meta: {
        label: 'In-country review',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'review_in_country',
            label: 'Review for the market',
            raci: { responsible: ['regional'], accountable: 'regional', informed: ['owner'] },
            events: REVIEWER_EVENTS,
            deadline: { workingHours: 24, onTimeout: 'escalate' },
          },
        ],
      },
      on: {
        source_published: [{ target: 'out_of_date', actions: actions('note_source') }],
      },
    },
    approved: {
      meta: {
        label: 'Approved',
        phase: 'localization',
        mode: 'relay',
        activities: [
          {
            key: 'release',
            label: 'Publish the locale',
            raci: { responsible: ['regional'], accountable: 'regional', informed: ['owner'] },
            events: ['publish', 'request_changes'],
            deadline: { workingHours: 16, onTimeout: 'remind' },
          },
        ],
      },
      on: {
        publish: [{ target: 'published', actions: actions('start_new_cycle') }],
        source_published: [{ target: 'out_of_date', actions: actions('note_source') }],
      },
    },
    published: {
      meta: {
        label: 'Published',
        phase: 'localization',
        mode: 'relay',
        announces: 'item.published',
        activities: [],
      },
      on: {
        source_published: [{ target: 'out_of_date', actions: actions('note_source') }],
        retire: [{ target: 'retired' }],
      },
    },
    out_of_date: {
      meta: {
        label: 'Out of date',
        phase: 'localization',
        mode: 'relay',
        announces: 'item.out_of_date',
        activities: [
          {
            key: 'update',
            label: 'Bring it up to the source',
            raci: { responsible: ['regional'], accountable: 'regional', informed: ['owner'] },
            events: ['update'],
            deadline: { workingHours: 40, onTimeout: 'escalate' },
          },
        ],
      },
      on: {
        update: [
          { target: 'queued', actions: actions('pin_source', 'clear_approvals', 'clear_resume') },
        ],
        source_published: [{ actions: actions('note_source') }],
        retire: [{ target: 'retired' }],
      },
    },
    retired: {
      type: 'final',
      meta: {
        label: 'Retired',
        phase: 'localization',
        mode: 'relay',
        announces: 'item.retired',
        activities: [],
      },
    },
    cancelled: {
      type: 'final',
      meta: {
        label: 'Cancelled',
        phase: 'localization',
        mode: 'relay',
        announces: 'item.cancelled',
        activities: [],
      },
    },
  },
};

export const variantProcess = withReturns(
  withReview(definition, { from: 'in_country_review', to: 'approved' }),
  [
    { from: 'editing', to: ['translating'], afterwards: 'resume' },
    { from: 'in_country_review', to: ['translating', 'editing'], afterwards: 'resume' },
    // What was approved is about to change, so it is reviewed again.
    { from: 'approved', to: ['translating', 'editing'], afterwards: 'restart' },
  ],
  { translating: 'submit', editing: 'submit' },
);
