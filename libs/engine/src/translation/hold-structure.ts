import { segmentBody, structureOf } from '#localization';
import { bodyOf, type Desk } from './desk.js';
import type { PlannedEdits, Settled } from './plan-edits.js';
import type { SegmentRows } from './segment-row.js';
import { TITLE_KEY } from './source-texts.js';

/**
 * Sets aside what would make another body of it than the source is: words that begin a heading, end a table row, open a
 * block of code. Words that do so only together are set aside together. What stood there before is no fault of the edits,
 * so they are held against a body in which the words of the source stand in their place.
 */
export function holdStructure(desk: Desk, planned: PlannedEdits): PlannedEdits & { body: string } {
  const changed = planned.settled
    .filter(({ key, outcome }) => outcome === 'changed' && key !== TITLE_KEY)
    .map(({ key }) => key);
  const body = bodyOf(desk, planned.after);
  const untouched = without(planned.after, changed);
  const wanted = structure(desk, untouched);
  if (structure(desk, planned.after) === wanted) return { ...planned, body };
  const breaking = new Set(
    breakersAmong(changed, (keys) => {
      const others = changed.filter((key) => !keys.includes(key));
      return structure(desk, without(planned.after, others)) === wanted;
    }),
  );
  const after = new Map(planned.after);
  for (const key of breaking) {
    const row = desk.rows.get(key);
    if (row === undefined) after.delete(key);
    else after.set(key, row);
  }
  const settled = planned.settled.map((each): Settled =>
    breaking.has(each.key) && each.outcome === 'changed'
      ? {
          key: each.key,
          outcome: 'set_aside',
          code: 'breaks_structure',
          detail:
            'Its words would be markup in this place: a heading, a list, a table cell or a block of code. Write them so that they are not.',
        }
      : each,
  );
  return { after, settled, body: bodyOf(desk, after) };
}

function structure(desk: Desk, rows: SegmentRows): string {
  return structureOf(segmentBody(bodyOf(desk, rows), { locale: desk.item.locale }));
}

function without(rows: SegmentRows, keys: readonly string[]): SegmentRows {
  const left = new Map(rows);
  for (const key of keys) left.delete(key);
  return left;
}

/** Those that do not hold by themselves, found by halving; the whole of them where none is to blame alone. */
function breakersAmong(keys: string[], hold: (keys: string[]) => boolean): string[] {
  if (keys.length === 0 || hold(keys)) return [];
  if (keys.length === 1) return keys;
  const half = keys.length >> 1;
  const found = [
    ...breakersAmong(keys.slice(0, half), hold),
    ...breakersAmong(keys.slice(half), hold),
  ];
  return found.length > 0 ? found : keys;
}
