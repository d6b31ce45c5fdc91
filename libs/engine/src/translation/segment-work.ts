import {
  canonicalJson,
  noSegments,
  type SegmentChange,
  type SegmentCounts,
  type SegmentMark,
  type SegmentWork,
} from '#domain';
import type { KeyedUnit } from '#localization';
import type { SourceText } from './source-texts.js';
import { markOf, type SegmentRow, type SegmentRows } from './segment-row.js';

/** What is written of segments beside their item. */
export interface SegmentWrite {
  /** as they are now */
  rows: SegmentRow[];
  /** keys whose unit the source does not have any more */
  gone: string[];
  /** the text that they belong to */
  text: Pick<SourceText, 'digest' | 'locale' | 'units'>;
}

export interface PlannedWork {
  segments: SegmentWork;
  write: SegmentWrite;
}

/** What leads from some rows to others: the changes for the trail, and the rows that are written beside it. */
export function workBetween(
  before: SegmentRows,
  after: SegmentRows,
  { text, assembled }: { text: SegmentWrite['text']; assembled: boolean },
): PlannedWork {
  const rows: SegmentRow[] = [];
  const changes: SegmentChange[] = [];
  for (const [key, row] of after) {
    const known = before.get(key);
    if (known === row) continue;
    const change = changeBetween(key, known === undefined ? null : markOf(known), markOf(row));
    if (change === null) continue;
    changes.push(change);
    rows.push(row);
  }
  const gone = [...before.keys()].filter((key) => !after.has(key));
  changes.push(...gone.map((key) => ({ key, gone: true as const })));
  const counts = countsOf(text.units, after);
  return {
    segments: { sourceDigest: text.digest, counts, assembled, changes },
    write: { rows, gone, text },
  };
}

/** How many units, and words of theirs, are in each state. */
export function countsOf(units: readonly KeyedUnit[], rows: SegmentRows): SegmentCounts {
  const counts = noSegments();
  for (const { key, words } of units) {
    const count = counts[rows.get(key)?.state ?? 'untranslated'];
    count.units += 1;
    count.words += words;
  }
  return counts;
}

const FIELDS = ['state', 'source', 'target', 'note', 'words'] as const;

function changeBetween(
  key: string,
  before: SegmentMark | null,
  after: SegmentMark,
): SegmentChange | null {
  const differing = FIELDS.filter((field) =>
    before === null
      ? after[field] !== null
      : canonicalJson(before[field]) !== canonicalJson(after[field]),
  );
  if (differing.length === 0) return null;
  return { key, ...Object.fromEntries(differing.map((field) => [field, after[field]])) };
}
