import type { InlineCode, InlineText } from '../text/unit.js';

/** How a code can be written where elements have to nest. */
export const PLACINGS = ['nested', 'crossing', 'alone', 'placeholder'] as const;
export type Placing = (typeof PLACINGS)[number];

/** A code with what a writer has to know of its partner. */
export interface PlacedCode extends InlineCode {
  /** `nested` and `crossing` have a partner; `alone` has lost it */
  placing: Placing;
  /** 1 for the first of its number in this text, 2 for one that doubles it, …; partners share it */
  copy: number;
}

/**
 * The codes of a text as XML can hold them: of two pairs that cross, the one that closes first stays outside of the
 * nesting. Takes about its length, whatever it holds.
 */
export function placedCodes(text: InlineText): (string | PlacedCode)[] {
  const copies = new Map<number, number>();
  /** openings that wait, by number, the innermost last */
  const waiting = new Map<number, PlacedCode[]>();
  const stack: PlacedCode[] = [];

  function copyOf(id: number): number {
    const copy = (copies.get(id) ?? 0) + 1;
    copies.set(id, copy);
    return copy;
  }
  function opened(code: InlineCode): PlacedCode {
    const opening: PlacedCode = { ...code, placing: 'alone', copy: copyOf(code.id) };
    const same = waiting.get(code.id);
    if (same === undefined) waiting.set(code.id, [opening]);
    else same.push(opening);
    stack.push(opening);
    return opening;
  }
  function closed(code: InlineCode): PlacedCode {
    const opening = waiting.get(code.id)?.pop();
    if (opening === undefined) return { ...code, placing: 'alone', copy: copyOf(code.id) };
    while (stack.at(-1)?.placing === 'crossing') stack.pop();
    opening.placing = stack.at(-1) === opening ? 'nested' : 'crossing';
    if (opening.placing === 'nested') stack.pop();
    return { ...code, placing: opening.placing, copy: opening.copy };
  }
  return text.map((part) => {
    if (typeof part === 'string') return part;
    switch (part.kind) {
      case 'open':
        return opened(part);
      case 'close':
        return closed(part);
      case 'placeholder':
        return { ...part, placing: 'placeholder', copy: copyOf(part.id) };
    }
  });
}
