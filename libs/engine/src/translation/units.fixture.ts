import { sha256 } from '#domain';
import { type KeyedUnit, type SourceUnit, taggedText } from '#localization';
import type { SegmentRow } from './segment-row.js';

/** A unit of plain words. */
export function unit(key: string, words: string): KeyedUnit {
  const source: SourceUnit['source'] = words === '' ? [] : [words];
  return {
    key,
    kind: 'paragraph',
    source,
    hash: sha256(`${taggedText(source)}\n`),
    words: words.split(' ').length,
  };
}

/** The row of a unit that was translated, as it was then. */
export function row(of: KeyedUnit, changes: Partial<SegmentRow> = {}): SegmentRow {
  return {
    key: of.key,
    state: 'translated',
    sourceHash: of.hash,
    source: taggedText(of.source),
    target: `${taggedText(of.source)} auf Deutsch`,
    note: null,
    words: of.words,
    keptState: null,
    origin: 'written',
    ...changes,
  };
}

export function rowsOf(...rows: SegmentRow[]): Map<string, SegmentRow> {
  return new Map(rows.map((each) => [each.key, each]));
}
