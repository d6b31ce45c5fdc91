/** What a code stands for, so that a translator knows what it will do to the words around it. */
export const CODE_TYPES = [
  'emphasis',
  'strong',
  'strike',
  'link',
  'image',
  'code',
  'break',
  'footnote',
  'html',
  'variable',
  'other',
] as const;
export type CodeType = (typeof CODE_TYPES)[number];

/** Markup inside a unit, numbered and protected: a translator moves it and never edits it. */
export interface InlineCode {
  /** `open` and `close` of one number belong together; a `placeholder` stands alone */
  kind: 'open' | 'close' | 'placeholder';
  /** 1, 2, … in the order in which they begin in the source; the two of a pair share one */
  id: number;
  type: CodeType;
  /** its characters in the body, among them the target of a link */
  original: string;
  /** true: a translation may do without it, as with the end of a line inside a paragraph */
  optional?: boolean;
}

/** The text of a unit: words as they stand in the body, and codes between them. No two strings follow each other. */
export type InlineText = (string | InlineCode)[];

/** What a unit is in its body. Plain text outside of a body is a `field`. */
export const UNIT_KINDS = [
  'paragraph',
  'heading',
  'list_item',
  'table_cell',
  'caption',
  'attribute',
  'field',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A paragraph, never a sentence: the smallest piece that is translated by itself. */
export interface SourceUnit {
  kind: UnitKind;
  source: InlineText;
  /**
   * SHA-256 of its tagged text and the types of its codes, hex. What a code writes into the body, the target of a link
   * among it, is left out: where only that changes, a translation stays right and takes the new target by itself.
   */
  hash: string;
  /** by the rules of its language, where several write without spaces */
  words: number;
}

/** A unit with the name that it keeps when the body around it, or its own text, is edited. */
export interface KeyedUnit extends SourceUnit {
  /** unique within an item; up to 40 characters of a–z, 0–9 and `-`, or `title` for the title of the item */
  key: string;
}

export { SEGMENT_STATES, type SegmentState } from '#domain';
