import type { CodeType, InlineCode, InlineText } from '../text/unit.js';

/** A stretch of a body that is no words: one with a `tag` of HTML has yet to find its other half. */
export interface Mark {
  from: number;
  to: number;
  role: 'alone' | 'open' | 'close';
  type: CodeType;
  /** of a tag of HTML, its name in small letters */
  tag?: string;
  optional?: true;
}

/** Elements whose words are not for translation: from start to end they are one code. */
const UNTRANSLATED = new Set(['code', 'samp', 'tt', 'var']);

/**
 * The words and codes of a stretch of a body. The marks stand in order and do not overlap, and together with the words
 * between them are all of its characters.
 */
export function inlineText(
  body: string,
  { from, to, marks }: { from: number; to: number; marks: Mark[] },
): InlineText {
  const text: InlineText = [];
  let end = from;
  for (const { mark, kind, id } of codesFrom(marks)) {
    if (mark.from > end) text.push(body.slice(end, mark.from));
    const code: InlineCode = {
      kind,
      id,
      type: mark.type,
      original: body.slice(mark.from, mark.to),
    };
    text.push(mark.optional === true ? { ...code, optional: true } : code);
    end = mark.to;
  }
  if (to > end) text.push(body.slice(end, to));
  return text;
}

interface Code {
  mark: Mark;
  kind: InlineCode['kind'];
  id: number;
}

/** Numbers the marks and joins what belongs together; a tag without its other half stands alone. */
function codesFrom(marks: Mark[]): Code[] {
  const partners = partnersOf(marks);
  const codes: Code[] = [];
  const ids = new Map<number, number>();
  let next = 1;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index]!;
    const partner = partners.get(index);
    if (partner === undefined) {
      codes.push({ mark, kind: 'placeholder', id: next++ });
    } else if (partner < index) {
      codes.push({ mark, kind: 'close', id: ids.get(partner)! });
    } else if (mark.tag !== undefined && UNTRANSLATED.has(mark.tag)) {
      const whole: Mark = { ...mark, to: marks[partner]!.to, type: 'code' };
      codes.push({ mark: whole, kind: 'placeholder', id: next++ });
      index = partner;
    } else {
      ids.set(index, next);
      codes.push({ mark, kind: 'open', id: next++ });
    }
  }
  return codes;
}

/**
 * Which marks belong together, each by its index. Pairs lie inside each other or apart, never across: a tag that would
 * stand across a pair of Markdown gets no partner.
 */
function partnersOf(marks: Mark[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  /** how many of each tag are open, so that an end without a start looks for none */
  const starts = new Map<string, number>();
  const countStart = (tag: string, by: number): void => {
    starts.set(tag, (starts.get(tag) ?? 0) + by);
  };
  const closeAt = (position: number, index: number): void => {
    const partner = open[position]!;
    for (const each of open.splice(position)) {
      const { tag } = marks[each]!;
      if (tag !== undefined) countStart(tag, -1);
    }
    partners.set(partner, index).set(index, partner);
  };
  for (const [index, { role, tag }] of marks.entries()) {
    if (role === 'open') {
      open.push(index);
      if (tag !== undefined) countStart(tag, 1);
    } else if (role === 'close' && (tag === undefined || (starts.get(tag) ?? 0) > 0)) {
      const position = openerOf(marks, open, tag);
      if (position !== -1) closeAt(position, index);
    }
  }
  return partners;
}

/** Where the last open mark of this tag stands, or -1 where a pair of Markdown stands between. */
function openerOf(marks: Mark[], open: number[], tag: string | undefined): number {
  for (let position = open.length - 1; position >= 0; position -= 1) {
    const mark = marks[open[position]!]!;
    if (mark.tag === tag) return position;
    if (mark.tag === undefined) return -1;
  }
  return -1;
}

/**
 * Marks with one for each end of a line that no other covers. An end with what stands before the words of the next line,
 * be it white space or the signs of a quote, is a code that a translation may do without; a mere line feed is a word.
 */
export function withLineEnds(
  body: string,
  { marks, ends }: { marks: Mark[]; ends: { from: number; to: number }[] },
): Mark[] {
  const all: Mark[] = [];
  let next = 0;
  for (const { from, to } of ends) {
    while (next < marks.length && marks[next]!.from < to) all.push(marks[next++]!);
    const isCovered = (all.at(-1)?.to ?? 0) > from;
    if (isCovered || body.slice(from, to) === '\n') continue;
    all.push({ from, to, role: 'alone', type: 'break', optional: true });
  }
  while (next < marks.length) all.push(marks[next++]!);
  return all;
}
