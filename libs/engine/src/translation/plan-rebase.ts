import type { KeyedUnit } from '#localization';
import type { SegmentRow, SegmentRows } from './segment-row.js';

/**
 * The rows after their source became another text. The same unit with the same text keeps everything. One whose text
 * changed keeps its translation as a proposal for the new text; approval never survives that. Should the text come back
 * while nobody has touched the translation, its state comes back too. Rows of units that are gone are left out.
 */
export function rebased(rows: SegmentRows, units: readonly KeyedUnit[]): Map<string, SegmentRow> {
  const after = new Map<string, SegmentRow>();
  for (const { key, hash, words } of units) {
    const row = rows.get(key);
    if (row !== undefined) after.set(key, follow(row, hash, words));
  }
  return after;
}

function follow(row: SegmentRow, hash: string, words: number): SegmentRow {
  if (row.target === null) return row.words === words ? row : { ...row, words };
  if (row.sourceHash === hash) {
    if (row.state !== 'source_changed' || row.keptState === null) return row;
    return { ...row, words, state: row.keptState, keptState: null, origin: 'source' };
  }
  if (row.state === 'source_changed') return row.words === words ? row : { ...row, words };
  return { ...row, words, state: 'source_changed', keptState: row.state, origin: 'source' };
}

/** The rows of an approved variant: what was translated or reviewed is approved with it. */
export function approvedWith(rows: SegmentRows): Map<string, SegmentRow> {
  return new Map(
    [...rows].map(([key, row]) => [
      key,
      row.state === 'translated' || row.state === 'reviewed'
        ? { ...row, state: 'approved' as const, origin: 'review' as const }
        : row,
    ]),
  );
}
