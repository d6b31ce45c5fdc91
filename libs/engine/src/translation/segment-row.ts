import type { SegmentMark, SegmentState } from '#domain';
import { sha256 } from '#domain';

/** How a translation came to be what it is. `source`: by a change of its source, `aligned`: found in a text written as a whole. */
export const SEGMENT_ORIGINS = [
  'written',
  'imported',
  'aligned',
  'memory',
  'machine',
  'source',
  'review',
] as const;
export type SegmentOrigin = (typeof SEGMENT_ORIGINS)[number];

/** A segment that somebody or something has touched, as it is stored. One that nobody did has no row. */
export interface SegmentRow {
  key: string;
  state: SegmentState;
  /** the hash and the tagged text of the source that the translation is of */
  sourceHash: string | null;
  source: string | null;
  /** tagged */
  target: string | null;
  note: string | null;
  /** of the source as it is now */
  words: number;
  /** source_changed: the state to come back to, should the source come back and nobody have touched it in between */
  keptState: SegmentState | null;
  origin: SegmentOrigin;
}

/** The rows of one variant by their keys. */
export type SegmentRows = ReadonlyMap<string, SegmentRow>;

/** The row as the trail knows it. */
export function markOf({ state, sourceHash, target, note, words }: SegmentRow): SegmentMark {
  return { state, source: sourceHash, target: hashed(target), note: hashed(note), words };
}

function hashed(text: string | null): string | null {
  return text === null ? null : sha256(text);
}
