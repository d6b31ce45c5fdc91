import type { InlineText, SegmentState, UnitKind } from '../text/unit.js';

/** What a memory or a machine offers for a unit. */
export interface Proposal {
  source: InlineText;
  target: InlineText;
  /** 0 to 101: 101 with the same neighbours, 100 the same text, less for a similar one; files say 100 at most */
  score: number;
  /** who offers it, shown to translators */
  origin: string;
}

/** A unit on its way to a translator. */
export interface ExchangeUnit {
  /** unique in its file; letters of ASCII, digits, `.`, `_` and `-` */
  key: string;
  kind?: UnitKind;
  source: InlineText;
  sourceHash: string;
  /** null, or empty, where there is none yet */
  target: InlineText | null;
  state: SegmentState;
  /** for the translator */
  note?: string;
  /** what the kept target translates, where the source has changed since; left out where there is no target */
  previousSource?: InlineText;
  /** in characters */
  maxLength?: number;
  /** those that hold no words are left out */
  proposals?: readonly Proposal[];
}

/** The units of one item for one locale. */
export interface ExchangeFile {
  /** without `/` and spaces */
  itemId: string;
  slug: string;
  title?: string;
  sourceLocale: string;
  targetLocale: string;
  sourceDigest: string;
  itemVersion: number;
  units: Iterable<ExchangeUnit> | AsyncIterable<ExchangeUnit>;
}

/** Who writes a file. */
export interface ExchangeTool {
  name: string;
  version: string;
}

/** A file begins: which item its units belong to, and as of when. */
export interface FileRead {
  kind: 'file';
  itemId: string;
  /** null where a tool has lost it, as with all others that may be null */
  slug: string | null;
  sourceLocale: string;
  targetLocale: string;
  sourceDigest: string | null;
  itemVersion: number | null;
  line: number;
  column: number;
}

/** A unit that came back. Its codes are not checked: it says what is there. */
export interface UnitRead {
  kind: 'unit';
  itemId: string;
  key: string;
  sourceHash: string | null;
  /** tagged text */
  source: string;
  /** tagged text; null where nobody has translated it */
  target: string | null;
  state: SegmentState;
  /** what others wrote beside it; our own notes are left out */
  note?: string;
  line: number;
  column: number;
}

/** A file is complete. Whoever applies a file at a time waits for this. */
export interface FileEnd {
  kind: 'file_end';
  itemId: string;
  units: number;
}

/** What a reader tells, in the order of the document. After an error it tells nothing more. */
export type ExchangeEvent = FileRead | UnitRead | FileEnd;
