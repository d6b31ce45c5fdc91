import { EMPTY_CONTEXT, type ProcessDefinition } from '../process-definition.js';
import { COMES_BACK, PAST_THE_REVIEW, WHILE_IN_WORK, WHILE_WAITING } from './source-events.js';
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
      publish_with_exception: { label: 'Publish with an exception', by: ['enablement'] },
      source_published: { label: 'The source was published', by: ['line'] },
      source_ready: { label: 'A text of the source was approved', by: ['line'] },
      source_outdated: { label: 'What the source trains on has changed', by: ['line'] },
      source_confirmed: { label: 'The source was confirmed as current', by: ['line'] },
      update: { label: 'Update to the new source' },
      dismiss_change: { label: 'The change does not concern this locale' },
      request_update: {
        label: 'Ask for an update',
        by: ['regional', 'owner', 'enablement'],
        ofLocale: true,
      },
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
        ...WHILE_WAITING,
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
        ...WHILE_WAITING,
        source_confirmed: [
          COMES_BACK,
          { guard: when('outdated_by_content'), actions: actions('forget_out_of_date') },
        ],
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
        submit: [{ target: 'editing', guard: when('has_body', 'segments_translated') }],
        ...WHILE_IN_WORK,
        ...PAST_THE_REVIEW,
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
        submit: [{ target: 'in_country_review', guard: when('has_body', 'segments_translated') }],
        ...WHILE_IN_WORK,
        ...PAST_THE_REVIEW,
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
      on: { ...WHILE_IN_WORK, ...PAST_THE_REVIEW },
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
        publish: [
          {
            target: 'published',
            guard: when('not_out_of_date', 'source_is_out'),
            actions: actions('start_new_cycle', 'come_up_to_date'),
          },
        ],
        ...WHILE_IN_WORK,
        ...PAST_THE_REVIEW,
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
        source_published: [
          {
            target: 'out_of_date',
            guard: when('change_is_substantive'),
            actions: actions('note_source', 'mark_out_of_date', 'rebase_segments', 'stop_awaiting'),
          },
          { actions: actions('note_source', 'note_lighter_change', 'stop_awaiting') },
        ],
        source_ready: [
          {
            target: 'queued',
            guard: when('change_is_substantive'),
            actions: actions('note_source', 'pin_source', 'await_source'),
          },
        ],
        source_outdated: [{ target: 'out_of_date', actions: actions('mark_content_outdated') }],
        request_update: [
          {
            target: 'out_of_date',
            guard: when('comment_given'),
            actions: actions('mark_requested', 'rebase_segments'),
          },
        ],
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
            events: ['update', 'dismiss_change'],
            deadline: { workingHours: 40, onTimeout: 'escalate' },
          },
        ],
      },
      on: {
        update: [
          {
            target: 'queued',
            actions: actions('pin_source', 'begin_update', 'clear_approvals', 'clear_resume'),
          },
        ],
        dismiss_change: [
          {
            target: 'published',
            guard: when('comment_given', 'text_is_as_published'),
            actions: actions('forget_out_of_date', 'clear_approvals', 'clear_resume'),
          },
        ],
        ...PAST_THE_REVIEW,
        source_published: [
          {
            guard: when('change_is_substantive'),
            actions: actions('note_source', 'mark_out_of_date', 'rebase_segments', 'stop_awaiting'),
          },
          { actions: actions('note_source', 'stop_awaiting') },
        ],
        source_ready: [{ actions: actions('note_source', 'await_source') }],
        source_confirmed: [COMES_BACK],
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
  withReview(definition, { from: 'in_country_review', to: 'approved', does: ['approve_segments'] }),
  [
    { from: 'editing', to: ['translating'], afterwards: 'resume' },
    { from: 'in_country_review', to: ['translating', 'editing'], afterwards: 'resume' },
    // What was approved is about to change, so it is reviewed again.
    { from: 'approved', to: ['translating', 'editing'], afterwards: 'restart' },
  ],
  { translating: 'submit', editing: 'submit' },
);
