import type { InlineCode, InlineText } from '../text/unit.js';

/**
 * A found translation with the codes of its source: each of its own codes becomes the one of the source that it stands
 * for, by its characters first, then by its type, in their order. What stands for none becomes words, so that nothing of
 * the translation is lost.
 */
export function carryCodes(source: InlineText, found: InlineText): InlineText {
  const given = mapping(source, found);
  const carried: InlineText = [];
  for (const part of found) {
    const next = typeof part === 'string' ? part : (given.get(part) ?? part.original);
    const last = carried.at(-1);
    if (typeof next === 'string' && typeof last === 'string')
      carried[carried.length - 1] = last + next;
    else if (next !== '') carried.push(next);
  }
  return carried;
}

/** Codes of the found text to codes of the source: both ends of a pair, or neither. */
function mapping(source: InlineText, found: InlineText): Map<InlineCode, InlineCode> {
  const given = new Map<InlineCode, InlineCode>();
  const free = groupsOf(source);
  const wanting = groupsOf(found);
  const alike = [
    (one: Group, other: Group) => one.sign === other.sign,
    (one: Group, other: Group) =>
      one.type === other.type && one.codes.length === other.codes.length,
  ];
  for (const isAlike of alike) {
    for (const [index, group] of wanting.entries()) {
      if (group === null) continue;
      const match = free.findIndex((each) => each !== null && isAlike(each, group));
      const taken = free[match];
      if (taken === undefined || taken === null) continue;
      for (const [place, code] of group.codes.entries()) given.set(code, taken.codes[place]!);
      free[match] = null;
      wanting[index] = null;
    }
  }
  return given;
}

/** A code that stands alone, or the two ends of a pair. */
interface Group {
  type: string;
  /** kind, type and characters */
  sign: string;
  codes: InlineCode[];
}

function groupsOf(text: InlineText): (Group | null)[] {
  const groups = new Map<number, InlineCode[]>();
  for (const part of text) {
    if (typeof part !== 'string') groups.set(part.id, [...(groups.get(part.id) ?? []), part]);
  }
  return [...groups.values()].map((codes) => ({
    type: codes[0]!.type,
    sign: JSON.stringify(codes.map(({ kind, type, original }) => [kind, type, original])),
    codes,
  }));
}
