/** How far the translation of a segment is, from nothing to approved. */
export const SEGMENT_STATES = [
  'untranslated',
  'proposed',
  'source_changed',
  'translated',
  'reviewed',
  'approved',
] as const;
export type SegmentState = (typeof SEGMENT_STATES)[number];

/** In these a translation is there that somebody answers for. */
export const DONE_STATES: readonly SegmentState[] = ['translated', 'reviewed', 'approved'];

/** Segments of one state, and the words of their sources. */
export interface SegmentCount {
  units: number;
  words: number;
}
export type SegmentCounts = Record<SegmentState, SegmentCount>;

/** What the rules know of a variant's segments; their texts stand beside the item. */
export interface TranslationState {
  /** the source text that the segments belong to */
  sourceDigest: string;
  counts: SegmentCounts;
  /** true: the body is what the segments make of the source; false: it was written as a whole, and holds more or less */
  assembled: boolean;
}

/** What becomes of one segment; what is not named stays as it was. */
export interface SegmentChange {
  key: string;
  state?: SegmentState;
  /** the hash of the source that the translation is of */
  source?: string;
  /** SHA-256 of the translation, hex; null: there is none any more */
  target?: string | null;
  /** SHA-256 of the note, hex; null: there is none any more */
  note?: string | null;
  /** of the source */
  words?: number;
  /** the source has no such unit any more */
  gone?: true;
}

/** What becomes of a variant's segments, and how they stand afterwards. */
export interface SegmentWork extends TranslationState {
  changes: SegmentChange[];
}

/** A segment as its trail knows it. */
export interface SegmentMark {
  state: SegmentState;
  source: string | null;
  target: string | null;
  note: string | null;
  words: number;
}

const UNMARKED: SegmentMark = {
  state: 'untranslated',
  source: null,
  target: null,
  note: null,
  words: 0,
};

export function noSegments(): SegmentCounts {
  return Object.fromEntries(
    SEGMENT_STATES.map((state) => [state, { units: 0, words: 0 }]),
  ) as SegmentCounts;
}

/** The marks as changes leave them; a new map. */
export function markSegments(
  marks: ReadonlyMap<string, SegmentMark>,
  changes: readonly SegmentChange[],
): Map<string, SegmentMark> {
  const after = new Map(marks);
  for (const { key, gone, ...changed } of changes) {
    if (gone === true) after.delete(key);
    else after.set(key, { ...UNMARKED, ...after.get(key), ...changed });
  }
  return after;
}

/** How many of the marked segments are in each state; what was never touched is not among them. */
export function countMarks(marks: Iterable<SegmentMark>): SegmentCounts {
  const counts = noSegments();
  for (const { state, words } of marks) {
    counts[state].units += 1;
    counts[state].words += words;
  }
  return counts;
}

/** Segments that nobody has answered for yet, and the words of their sources. */
export function unfinishedIn(counts: SegmentCounts): SegmentCount {
  const open = SEGMENT_STATES.filter((state) => !DONE_STATES.includes(state));
  return {
    units: open.reduce((sum, state) => sum + counts[state].units, 0),
    words: open.reduce((sum, state) => sum + counts[state].words, 0),
  };
}

/** The part of the work that the item keeps. */
export function translationOf({ sourceDigest, counts, assembled }: SegmentWork): TranslationState {
  return { sourceDigest, counts, assembled };
}
