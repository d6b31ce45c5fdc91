import type { SegmentState } from '#domain';
import {
  CHECK_CODES,
  checkCodes,
  checkLength,
  type KeyedUnit,
  plainText,
  readTagged,
  taggedText,
} from '#localization';
import type { SegmentOrigin, SegmentRow, SegmentRows } from './segment-row.js';
import { type SourceText, TITLE_KEY } from './source-texts.js';
import { wantedState } from './wanted-state.js';

/** What somebody wants a segment to be; what is left out stays. */
export interface SegmentEdit {
  key: string;
  /** the hash of the source that the edit was made for; another one sets it aside */
  sourceHash?: string;
  /** the tagged source that it was made for, where its hash is not known */
  source?: string;
  /** tagged; null takes the translation away */
  target?: string | null;
  state?: SegmentState;
  note?: string | null;
  /** where it differs from that of the whole work */
  origin?: SegmentOrigin;
}

/** Why a segment was set aside. */
export const SET_ASIDE_CODES = [
  'unknown_segment',
  'repeated_segment',
  'source_moved',
  'changed_since',
  'approved_kept',
  'approval_not_yours',
  'state_without_translation',
  'state_not_given',
  ...CHECK_CODES,
  'blank_title',
  'breaks_structure',
] as const;
export type SetAsideCode = (typeof SET_ASIDE_CODES)[number];

/** What came of one edit. */
export type Settled =
  | { key: string; outcome: 'changed' | 'unchanged' }
  | { key: string; outcome: 'set_aside'; code: SetAsideCode; detail: string };

export interface Manner {
  origin: SegmentOrigin;
  /** the highest state that the sender may give */
  highest: SegmentState;
  /**
   * A file says how things stood elsewhere: it never takes a translation away, never lowers a state, leaves what is
   * approved as it is, and its states are taken as far as the sender's right goes.
   */
  fromFile: boolean;
  /** codes in another order than in the source are meant so */
  acceptReordered: boolean;
  /**
   * A file: the translations that it went out with, of segments that were changed since. What it did not change stays as
   * it is now; what both changed is set aside.
   */
  wentOutWith?: ReadonlyMap<string, string | null>;
}

export interface PlannedEdits {
  after: Map<string, SegmentRow>;
  settled: Settled[];
}

/** Grapheme clusters of a title at most, as of any item's. */
const LONGEST_TITLE = 200;
const LONGEST_TARGET = 50_000;
/** A letter or a digit that is drawn. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** What edits lead to. Each is weighed for itself; those that cannot be are set aside, each with its own sentence. */
export function planEdits(
  { text, rows }: { text: SourceText; rows: SegmentRows },
  edits: readonly SegmentEdit[],
  manner: Manner,
): PlannedEdits {
  const units = new Map(text.units.map((unit) => [unit.key, unit]));
  const after = new Map(rows);
  const seen = new Set<string>();
  const settled = edits.map((edit): Settled => {
    const { key } = edit;
    const unit = units.get(key);
    if (unit === undefined) {
      return aside(key, 'unknown_segment', `The source has no segment "${key}", or no more.`);
    }
    if (seen.has(key)) {
      return aside(key, 'repeated_segment', `The segment "${key}" was named before.`);
    }
    seen.add(key);
    const row = rows.get(key) ?? untouched(unit);
    const wanted = wantedRow(unit, row, edit, manner);
    if ('outcome' in wanted) return wanted;
    if (isSame(row, wanted)) return { key, outcome: 'unchanged' };
    after.set(key, wanted);
    return { key, outcome: 'changed' };
  });
  return { after, settled };
}

function wantedRow(
  unit: KeyedUnit,
  row: SegmentRow,
  edit: SegmentEdit,
  manner: Manner,
): SegmentRow | (Settled & { outcome: 'set_aside' }) {
  const { key } = unit;
  const origin = edit.origin ?? manner.origin;
  if (isOfAnotherSource(unit, edit)) {
    return aside(
      key,
      'source_moved',
      'Its source is another text by now: what was sent is a translation of the one before.',
    );
  }
  const note = edit.note === undefined ? row.note : edit.note === '' ? null : edit.note;
  const target = wantedTarget(row, edit, manner);
  const given = edit.state ?? null;
  if (target === null) {
    if (given !== null && given !== 'untranslated' && !manner.fromFile) {
      return aside(
        key,
        'state_without_translation',
        `Nothing can be ${given} that has no translation.`,
      );
    }
    const emptied = { ...untouched(unit), note };
    return row.target === null ? { ...row, note } : { ...emptied, origin };
  }
  const rewritten = target !== row.target;
  const before = manner.wentOutWith?.get(key);
  if (before !== undefined && before !== row.target && rewritten) {
    if (target === before) return row;
    return aside(
      key,
      'changed_since',
      'It was changed here too since the file went out: compare the two, and send it by itself.',
    );
  }
  const state = wantedState(row, { given, rewritten }, manner);
  if (typeof state !== 'string') return aside(key, state.code, state.detail);
  const confirmed = rewritten || (row.state === 'source_changed' && state !== 'source_changed');
  if (confirmed) {
    const problem = problemOf(unit, target, manner);
    if (problem !== null) return problem;
  }
  if (!confirmed && state === row.state) return { ...row, note };
  return {
    ...row,
    note,
    target,
    state,
    words: unit.words,
    keptState: null,
    origin,
    ...(confirmed && { sourceHash: unit.hash, source: taggedText(unit.source) }),
  };
}

function isOfAnotherSource(unit: KeyedUnit, { sourceHash, source }: SegmentEdit): boolean {
  if (sourceHash !== undefined) return sourceHash !== unit.hash;
  return source !== undefined && source !== taggedText(unit.source);
}

/** Blanks at the edges belong to the body around a segment, so those of a translation are nobody's. */
function wantedTarget(row: SegmentRow, { target }: SegmentEdit, { fromFile }: Manner) {
  if (target === undefined || target === row.target) return row.target;
  const words = target === null ? '' : withoutOuterBlanks(target);
  if (words === '') return fromFile ? row.target : null;
  return words;
}

const BLANKS = ' \t\r\n';

function withoutOuterBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text[start]!)) start += 1;
  while (end > start && BLANKS.includes(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

function problemOf(
  unit: KeyedUnit,
  target: string,
  { acceptReordered }: Manner,
): (Settled & { outcome: 'set_aside' }) | null {
  const text = readTagged(target, unit.source);
  const finding = checkCodes(unit.source, text).find(
    ({ code }) => code !== 'codes_reordered' || !acceptReordered,
  );
  if (finding !== undefined) return aside(unit.key, finding.code, finding.detail);
  if (unit.key === TITLE_KEY && !SEEN.test(plainText(text))) {
    return aside(unit.key, 'blank_title', 'A title must have a letter or a digit.');
  }
  const most = unit.key === TITLE_KEY ? LONGEST_TITLE : LONGEST_TARGET;
  const [tooLong] = checkLength(text, most);
  return tooLong === undefined ? null : aside(unit.key, 'too_long', tooLong.detail);
}

function untouched({ key, words }: KeyedUnit): SegmentRow {
  return {
    key,
    state: 'untranslated',
    sourceHash: null,
    source: null,
    target: null,
    note: null,
    words,
    keptState: null,
    origin: 'written',
  };
}

function isSame(one: SegmentRow, other: SegmentRow): boolean {
  return one.target === other.target && one.state === other.state && one.note === other.note;
}

function aside(
  key: string,
  code: SetAsideCode,
  detail: string,
): Settled & { outcome: 'set_aside' } {
  return { key, outcome: 'set_aside', code, detail };
}
