import { SEGMENT_STATES, type SegmentState } from '../text/unit.js';
import { isBlank } from './inline-reader.js';
import type { InlineToken } from './inline-tokens.js';
import { type ToolState, stateOf21 } from './states.js';

/** A `<segment>` or an `<ignorable>` of a 2.1 unit. */
export interface Piece {
  isSegment: boolean;
  status: ToolState;
  source: readonly InlineToken[] | null;
  target: readonly InlineToken[] | null;
}

export interface Joined {
  source: InlineToken[];
  target: InlineToken[] | null;
  state: SegmentState;
}

/**
 * The pieces of a unit as the paragraph that they are, in its lowest state. Where some segments are translated and some
 * are not, the others stay as they are and the whole is a proposal: nothing is lost, and nobody takes it for finished.
 */
export function joined(pieces: readonly Piece[]): Joined {
  const source = pieces.flatMap((piece) => piece.source ?? []);
  const segments = pieces.filter(({ isSegment }) => isSegment);
  const done = segments.filter(isTranslated);
  if (done.length === 0) return { source: merged(source), target: null, state: 'untranslated' };
  const target = pieces.flatMap(
    (piece) => (isTranslated(piece) ? piece.target : piece.source) ?? [],
  );
  const states = done.map(({ status }) => stateOf21(status));
  if (done.length < segments.filter((piece) => !isBlank(piece.source ?? [])).length)
    states.push('proposed');
  return { source: merged(source), target: merged(target), state: lowest(states) };
}

function isTranslated({ source, target }: Piece): boolean {
  if (target === null || target.length === 0) return false;
  return !isBlank(target) || isBlank(source ?? []);
}

function lowest(states: readonly SegmentState[]): SegmentState {
  return SEGMENT_STATES.find((state) => states.includes(state)) ?? 'untranslated';
}

/** Words that follow each other are one. */
function merged(tokens: readonly InlineToken[]): InlineToken[] {
  const result: InlineToken[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (typeof token === 'string' && typeof last === 'string')
      result[result.length - 1] = last + token;
    else result.push(token);
  }
  return result;
}
