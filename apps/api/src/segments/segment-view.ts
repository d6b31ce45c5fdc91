import {
  taggedText,
  codesOf,
  type KeyedUnit,
  readTagged,
  wordDiff,
  type Term,
} from '#localization';
import type { Applied, Desk, SegmentRow } from '#engine';
import { findingsOf } from './segment-findings.js';
import type { CodeView, SegmentsReport, SegmentView } from './segments.dto.js';

/** How a segment stands: the unit of the source, and what the variant has for it. */
export function segmentView(
  { text, item, rows }: Desk,
  { unit, position }: { unit: KeyedUnit; position: number },
  terms: Term[],
): SegmentView {
  const row = rows.get(unit.key);
  const source = taggedText(unit.source);
  const previous = previousSourceOf(row, unit);
  return {
    key: unit.key,
    position,
    kind: unit.kind,
    source,
    sourceHash: unit.hash,
    codes: codesOf(unit.source).map((code) => codeView(code, unit)),
    words: unit.words,
    state: row?.state ?? 'untranslated',
    target: row?.target ?? null,
    note: row?.note ?? null,
    origin: row?.origin ?? null,
    previousSource: previous,
    sourceDiff: previous === null ? null : wordDiff(previous, source, text.locale),
    findings:
      row === undefined || row.target === null
        ? []
        : findingsOf(unit.source, readTagged(row.target, unit.source), {
            sourceLocale: text.locale,
            targetLocale: item.locale,
            terms,
          }),
  };
}

/** The source that a translation is of, where the unit says something else by now. */
export function previousSourceOf(row: SegmentRow | undefined, unit: KeyedUnit): string | null {
  if (row === undefined || row.source === null || row.sourceHash === unit.hash) return null;
  return row.source;
}

function codeView(code: ReturnType<typeof codesOf>[number], { source }: KeyedUnit): CodeView {
  const both = source.filter((part) => typeof part !== 'string' && part.id === code.id);
  return {
    id: code.id,
    kind: code.kind === 'placeholder' ? 'placeholder' : 'pair',
    type: code.type,
    original: both.map((part) => (typeof part === 'string' ? part : part.original)),
    optional: code.optional === true,
  };
}

export function reportOf({ item, settled }: Pick<Applied, 'item' | 'settled'>): SegmentsReport {
  return {
    itemId: item.id,
    version: item.version,
    changed: settled.filter(({ outcome }) => outcome === 'changed').map(({ key }) => key),
    unchanged: settled.filter(({ outcome }) => outcome === 'unchanged').length,
    setAside: settled.flatMap((each) =>
      each.outcome === 'set_aside' ? [{ key: each.key, code: each.code, detail: each.detail }] : [],
    ),
    translation: item.translation,
  };
}
