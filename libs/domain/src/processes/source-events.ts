import type { StageDefinition } from '../process-definition.js';
import { actions, when } from './transitions.js';

/** A request follows the newest text until somebody starts on it. */
export const WHILE_WAITING: StageDefinition['on'] = {
  source_published: [{ actions: actions('note_source', 'pin_source', 'source_came_out') }],
  source_ready: [{ actions: actions('note_source', 'pin_source', 'await_source') }],
};

/** What does not change what is said lets work go on; a new text that is only approved is begun with anew. */
export const WHILE_IN_WORK: StageDefinition['on'] = {
  source_published: [
    { guard: when('source_text_is_awaited'), actions: actions('source_came_out') },
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
      actions: actions(
        'note_source',
        'pin_source',
        'await_source',
        'clear_approvals',
        'clear_resume',
      ),
    },
    { actions: actions('note_source', 'await_source') },
  ],
  source_confirmed: [
    { guard: when('outdated_by_content'), actions: actions('forget_out_of_date') },
  ],
};

/** Past the review, by enablement and with a reason; what was out of date stays so. */
export const PAST_THE_REVIEW: StageDefinition['on'] = {
  publish_with_exception: [
    {
      target: 'published',
      guard: when('comment_given', 'has_body', 'source_is_out'),
      actions: actions('start_new_cycle', 'note_exception'),
    },
  ],
};

/** Back to what is out, which the source says still. */
export const COMES_BACK = {
  target: 'published',
  guard: when('outdated_by_content', 'text_is_as_published'),
  actions: actions('forget_out_of_date', 'clear_approvals', 'clear_resume'),
};
