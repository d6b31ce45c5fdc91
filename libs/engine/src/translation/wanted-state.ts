import { SEGMENT_STATES, type SegmentState } from '#domain';
import type { Manner, SetAsideCode } from './plan-edits.js';
import type { SegmentRow } from './segment-row.js';

/** The state that an edit leads to, or why it may not. */
export function wantedState(
  row: SegmentRow,
  { given, rewritten }: { given: SegmentState | null; rewritten: boolean },
  { fromFile, highest }: Manner,
): SegmentState | { code: SetAsideCode; detail: string } {
  if (fromFile) return stateFromFile(row, { given, rewritten }, highest);
  if (given === null) return rewritten ? 'translated' : row.state;
  if (given === 'untranslated' || given === 'source_changed') {
    return {
      code: 'state_not_given',
      detail: `Expected proposed, translated, reviewed or approved for a translation; found ${given}.`,
    };
  }
  if (rank(given) > rank(highest)) {
    return {
      code: 'approval_not_yours',
      detail: `Expected ${highest} at most; found ${given}. Approval is for whoever reviews the variant and wrote no part of it.`,
    };
  }
  return given;
}

function stateFromFile(
  row: SegmentRow,
  { given, rewritten }: { given: SegmentState | null; rewritten: boolean },
  highest: SegmentState,
): SegmentState | { code: SetAsideCode; detail: string } {
  // A tool that knows nothing of states fills in words and leaves the state as it found it.
  const said =
    given === null || given === 'untranslated' || given === 'source_changed' ? null : given;
  const capped = said !== null && rank(said) > rank(highest) ? highest : said;
  if (rewritten) {
    if (row.state === 'approved' && capped !== 'approved') {
      return {
        code: 'approved_kept',
        detail:
          'It is approved: a file changes that only where its sender may approve and it says final.',
      };
    }
    return capped ?? 'translated';
  }
  return capped === null || rank(capped) <= rank(row.state) ? row.state : capped;
}

function rank(state: SegmentState): number {
  return SEGMENT_STATES.indexOf(state);
}
