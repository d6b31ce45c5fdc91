import { SEGMENT_STATES, type SegmentCounts, unfinishedIn } from '#domain';
import type { MatrixRow } from './matrix-reader.js';
import type { MatrixRowView, WorkLeftView } from './matrix.dto.js';

export function matrixRowView({ cells, ...row }: MatrixRow): MatrixRowView {
  return {
    ...row,
    // By name: there are thousands of cells, and to copy the rest of each takes longer than to write it out.
    cells: cells.map(({ locale, freshness, since, itemId, stage, version, counts }) => ({
      locale,
      freshness,
      since: since === null ? null : new Date(since).toISOString(),
      itemId,
      stage,
      version,
      left: counts === null ? null : leftOf(counts),
    })),
  };
}

function leftOf(counts: SegmentCounts): WorkLeftView {
  const { units, words } = unfinishedIn(counts);
  const of = SEGMENT_STATES.reduce((sum, state) => sum + counts[state].units, 0);
  return { segments: units, words, of };
}
