import type { SegmentState } from '../text/unit.js';

/** The state of a 1.2 `<target>` and the `approved` of its unit. */
interface State12 {
  state: string;
  approved: 'yes' | 'no';
}

const STATES_12: Readonly<Record<SegmentState, State12>> = {
  untranslated: { state: 'new', approved: 'no' },
  proposed: { state: 'needs-review-translation', approved: 'no' },
  source_changed: { state: 'needs-adaptation', approved: 'no' },
  translated: { state: 'translated', approved: 'no' },
  reviewed: { state: 'signed-off', approved: 'no' },
  approved: { state: 'final', approved: 'yes' },
};

/** How 1.2 says a state. A target that was filled with its source is `needs-translation`. */
export function state12(state: SegmentState, isPrefilled: boolean): State12 {
  if (state === 'untranslated' && isPrefilled)
    return { state: 'needs-translation', approved: 'no' };
  return STATES_12[state];
}

/** The state and substate of a 2.1 `<segment>`. */
interface State21 {
  state: 'initial' | 'translated' | 'reviewed' | 'final';
  subState?: string;
}

export const PROPOSED_SUBSTATE = 'baton:proposed';
export const SOURCE_CHANGED_SUBSTATE = 'baton:source-changed';

const STATES_21: Readonly<Record<SegmentState, State21>> = {
  untranslated: { state: 'initial' },
  proposed: { state: 'initial', subState: PROPOSED_SUBSTATE },
  source_changed: { state: 'initial', subState: SOURCE_CHANGED_SUBSTATE },
  translated: { state: 'translated' },
  reviewed: { state: 'reviewed' },
  approved: { state: 'final' },
};

/** How 2.1 says a state. */
export function state21(state: SegmentState): State21 {
  return STATES_21[state];
}

/** What a tool says of a translation that is there. */
export interface ToolState {
  state: string | undefined;
  approved?: string | undefined;
  subState?: string | undefined;
}

/**
 * The state of a 1.2 unit that has a target of its own. Tools that know no states fill the target and leave `new` or
 * `needs-translation` as they were: that is a translation. What we do not know is looked at as a proposal.
 */
export function stateOf12({ state, approved }: ToolState): SegmentState {
  switch (state) {
    case undefined:
    case 'new':
    case 'needs-translation':
    case 'translated':
      return approved === 'yes' ? 'approved' : 'translated';
    case 'signed-off':
      return approved === 'yes' ? 'approved' : 'reviewed';
    case 'final':
      return 'approved';
    case 'needs-adaptation':
    case 'needs-l10n':
      return 'source_changed';
    default:
      return 'proposed';
  }
}

/** Whether a target that equals its source is one that we filled and nobody touched. */
export function isUntouched12({ state, approved }: ToolState): boolean {
  return approved !== 'yes' && (state === 'new' || state === 'needs-translation');
}

/** The state of a 2.1 segment that has a target: `initial`, which is the default, as with tools that know no states. */
export function stateOf21({ state, subState }: ToolState): SegmentState {
  switch (state) {
    case undefined:
    case 'initial':
      if (subState === PROPOSED_SUBSTATE) return 'proposed';
      return subState === SOURCE_CHANGED_SUBSTATE ? 'source_changed' : 'translated';
    case 'translated':
      return 'translated';
    case 'reviewed':
      return 'reviewed';
    case 'final':
      return 'approved';
    default:
      return 'proposed';
  }
}
