import { segmentBody, structureOf } from '#localization';
import { bodyOf, type Desk } from './desk.js';
import type { PlannedEdits, Settled } from './plan-edits.js';
import type { SegmentRow } from './segment-row.js';
import { TITLE_KEY } from './source-texts.js';

/**
 * Sets aside what would make another body of it than the source is: words that begin a heading, end a table row, open a
 * block of code. Words that do so only together are set aside together.
 */
export function holdStructure(desk: Desk, planned: PlannedEdits): PlannedEdits & { body: string } {
  const body = bodyOf(desk, planned.after);
  if (planned.settled.every(({ outcome }) => outcome !== 'changed')) return { ...planned, body };
  const wanted = structureOf(desk.text.segmented);
  const holds = (rows: ReadonlyMap<string, SegmentRow>) =>
    structureOf(segmentBody(bodyOf(desk, rows), { locale: desk.item.locale })) === wanted;
  if (structureOf(segmentBody(body, { locale: desk.item.locale })) === wanted) {
    return { ...planned, body };
  }
  const changed = planned.settled
    .filter(({ key, outcome }) => outcome === 'changed' && key !== TITLE_KEY)
    .map(({ key }) => key);
  const breaking = new Set(breakersAmong(changed, (keys) => holds(only(desk, planned, keys))));
  const after = only(
    desk,
    planned,
    [...planned.after.keys()].filter((key) => !breaking.has(key)),
  );
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

/** The rows as they were, with what was planned for some keys. */
function only(
  desk: Desk,
  { after }: PlannedEdits,
  keys: readonly string[],
): Map<string, SegmentRow> {
  const rows = new Map(desk.rows);
  for (const key of keys) {
    const row = after.get(key);
    if (row !== undefined) rows.set(key, row);
  }
  return rows;
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
