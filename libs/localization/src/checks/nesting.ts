import type { InlineText } from '../text/unit.js';

/** Pairs that are not one within the other or beside it. */
export interface Misnested {
  /** closed before they are opened */
  turned: Set<number>;
  /** closed outside of the pair in which they are opened: which one that is, by number */
  crossing: Map<number, number>;
}

/** Looks at the pairs that are complete; those that lack a half or have it twice are told otherwise. */
export function misnestedPairs(text: InlineText): Misnested {
  const pairs = completePairs(text);
  const turned = new Set([...pairs].filter(([, { start, end }]) => end < start).map(([id]) => id));
  const crossing = new Map<number, number>();
  const open: number[] = [];
  /** closed while another one stood above them */
  const closed = new Set<number>();
  for (const part of text) {
    if (typeof part === 'string' || !pairs.has(part.id) || turned.has(part.id)) continue;
    if (part.kind === 'open') open.push(part.id);
    if (part.kind !== 'close') continue;
    const within = open.at(-1)!;
    if (within !== part.id) crossing.set(within, part.id);
    closed.add(part.id);
    while (closed.has(open.at(-1) ?? Number.NaN)) open.pop();
  }
  return { turned, crossing };
}

function completePairs(text: InlineText): Map<number, { start: number; end: number }> {
  const starts = placesOf(text, 'open');
  const ends = placesOf(text, 'close');
  return new Map(
    [...starts]
      .filter(([id, places]) => places.length === 1 && ends.get(id)?.length === 1)
      .map(([id, [start]]) => [id, { start: start!, end: ends.get(id)![0]! }]),
  );
}

function placesOf(text: InlineText, kind: 'open' | 'close'): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [index, part] of text.entries()) {
    if (typeof part === 'string' || part.kind !== kind) continue;
    const known = places.get(part.id);
    if (known === undefined) places.set(part.id, [index]);
    else known.push(index);
  }
  return places;
}
