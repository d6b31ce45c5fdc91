import { segmentBody, structureOf } from '#localization';
import { bodyOf, type Desk } from './desk.js';
import type { PlannedEdits, Settled } from './plan-edits.js';
import type { SegmentRow, SegmentRows } from './segment-row.js';
import { TITLE_KEY } from './source-texts.js';

/** Characters that are read again to tell which words are to blame; reading them takes a few seconds at most. */
const MOST_READ = 16_000_000;

/**
 * Sets aside what would make another body of it than the source is: words that begin a heading, end a table row, open a
 * block of code. Words that do so only together, or that are too many to be told apart, are set aside together. What
 * stood there before is not held against an edit.
 */
export function holdStructure(desk: Desk, planned: PlannedEdits): PlannedEdits & { body: string } {
  const body = bodyOf(desk, planned.after);
  if (planned.settled.every(({ outcome }) => outcome !== 'changed')) return { ...planned, body };
  const wanted = structureOf(desk.text.segmented);
  const isHeld = (text: string) =>
    structureOf(segmentBody(text, { locale: desk.item.locale })) === wanted;
  if (isHeld(body)) return { ...planned, body };
  const ground = isHeld(bodyOf(desk, desk.rows)) ? desk.rows : NOTHING;
  const changed = planned.settled
    .filter(({ key, outcome }) => outcome === 'changed' && key !== TITLE_KEY)
    .map(({ key }) => key);
  const found: Found = { alone: new Set(), together: new Set() };
  let read = 0;
  blame(changed, found, (keys) => {
    if (read > MOST_READ) return null;
    const tried = bodyOf(desk, withKeys(ground, planned.after, keys));
    read += tried.length;
    return isHeld(tried);
  });
  const isToBlame = (key: string) => found.alone.has(key) || found.together.has(key);
  const others = changed.filter((key) => !isToBlame(key));
  // Words of one half may do so only with words of the other.
  if (!isHeld(bodyOf(desk, withKeys(ground, planned.after, others)))) {
    for (const key of others) found.together.add(key);
  }
  const kept = [...planned.after.keys()].filter((key) => !isToBlame(key));
  const after = withKeys(desk.rows, planned.after, kept);
  const settled = planned.settled.map((each): Settled =>
    isToBlame(each.key) && each.outcome === 'changed'
      ? {
          key: each.key,
          outcome: 'set_aside',
          code: 'breaks_structure',
          detail: found.alone.has(each.key) ? ALONE : TOGETHER,
        }
      : each,
  );
  return { after, settled, body: bodyOf(desk, after) };
}

const NOTHING: SegmentRows = new Map();
const ALONE =
  'Its words would be markup in this place, or other space than the body has: a heading, a list, a table cell, a block of code, emphasis, an address, a new line. Write them so that they are not.';
const TOGETHER =
  'It came with words that would be markup in their place, and cannot be told from them. Send it again with fewer others.';

/** Keys to blame by themselves, and those of which only all together are known to be. */
interface Found {
  alone: Set<string>;
  together: Set<string>;
}

/** Some rows, with what was planned for some keys. */
function withKeys(
  ground: SegmentRows,
  planned: SegmentRows,
  keys: readonly string[],
): Map<string, SegmentRow> {
  const rows = new Map(ground);
  for (const key of keys) {
    const row = planned.get(key);
    if (row !== undefined) rows.set(key, row);
  }
  return rows;
}

/** Finds those that do not hold by halving; `hold` gives null where it may not read any more. */
function blame(keys: string[], found: Found, hold: (keys: string[]) => boolean | null): void {
  if (keys.length === 0) return;
  const held = hold(keys);
  if (held === true) return;
  if (keys.length === 1 && held === false) return void found.alone.add(keys[0]!);
  const before = found.alone.size + found.together.size;
  if (held === false) {
    const half = keys.length >> 1;
    blame(keys.slice(0, half), found, hold);
    blame(keys.slice(half), found, hold);
  }
  if (found.alone.size + found.together.size > before) return;
  for (const key of keys) found.together.add(key);
}
