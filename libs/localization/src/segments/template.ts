import type { InlineText, SourceUnit, UnitKind } from '../text/unit.js';
import { type Mark, inlineText } from './inline-text.js';
import { sourceUnit } from './source-unit.js';

/** What of a body is no unit. Its form is known to `segmentBody` and `assembleBody` alone. */
export interface Template {
  readonly frontMatter: string;
  /** characters of the body, and indexes of the units between them */
  readonly parts: readonly (string | number)[];
}

/** A body taken apart. */
export interface Segmented {
  format: 'markdown' | 'html';
  template: Template;
  /** in the order of the body */
  units: SourceUnit[];
}

/** A stretch of a body that may become a unit. */
export interface Stretch {
  kind: UnitKind;
  from: number;
  to: number;
  marks: Mark[];
}

/** A stretch that is a unit, white space around it excluded. */
export interface Piece {
  kind: UnitKind;
  from: number;
  to: number;
  source: InlineText;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The unit that stands in a stretch, or null where it holds no letter and no digit outside of codes. */
export function pieceOf(body: string, { kind, from, to, marks }: Stretch): Piece | null {
  const first = marks[0]?.from ?? to;
  const last = marks.at(-1)?.to ?? from;
  while (from < first && isSpace(body, from)) from += 1;
  while (to > last && to > from && isSpace(body, to - 1)) to -= 1;
  const source = inlineText(body, { from, to, marks });
  const hasWords = source.some((part) => typeof part === 'string' && LETTER_OR_DIGIT.test(part));
  return hasWords ? { kind, from, to, source } : null;
}

/** Cuts the pieces out of a body; what is left is the template. */
export function cut(
  { body, frontMatter, pieces }: { body: string; frontMatter: string; pieces: Piece[] },
  locale?: string,
): { template: Template; units: SourceUnit[] } {
  const parts: (string | number)[] = [];
  const units: SourceUnit[] = [];
  let end = frontMatter.length;
  for (const { kind, from, to, source } of pieces) {
    if (from > end) parts.push(body.slice(end, from));
    parts.push(units.length);
    units.push(sourceUnit(kind, source, locale));
    end = to;
  }
  if (end < body.length) parts.push(body.slice(end));
  return { template: { frontMatter, parts }, units };
}

function isSpace(body: string, at: number): boolean {
  return body.charAt(at).trim() === '';
}
