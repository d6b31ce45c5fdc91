import type { GlossaryWords } from '#localization';

/** A term of a workspace's glossary: a word of one locale, and what it is in another. */
export interface GlossaryTerm extends GlossaryWords {
  id: string;
  /** BCP 47; `de` stands for every kind of German that has no term of its own */
  sourceLocale: string;
  targetLocale: string;
  note: string | null;
  /** counts its changes */
  version: number;
}

/** What happened to a term: null before it was there, and after it was taken away. */
export interface GlossaryChange {
  before: GlossaryTerm | null;
  after: GlossaryTerm | null;
}
