import type { ItemKind } from '../vocabulary.js';

/** What the words of a description are governed by, one taxonomy for each facet. */
export const TAXONOMIES = ['type', 'audience', 'purpose', 'journey_stage'] as const;
export type TaxonomyName = (typeof TAXONOMIES)[number];

/** The facet of a description that each taxonomy governs. */
export const FACET_OF = {
  type: 'type',
  audience: 'audience',
  purpose: 'purpose',
  journey_stage: 'journeyStage',
} as const;
export type Facet = (typeof FACET_OF)[TaxonomyName];

/** active: for use. deprecated: kept by what carries it, refused to everything else. merged: stands for its successor. */
export const TERM_STATUSES = ['active', 'deprecated', 'merged'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

export interface Term {
  /** snake_case, unique within its taxonomy; it never changes */
  key: string;
  /** types: what it is a type of; null: of either, and in every other taxonomy */
  kind: Exclude<ItemKind, 'variant'> | null;
  label: string;
  description: string | null;
  /** the function that may change it, beside enablement */
  ownerFunction: string;
  /** snake_case words that stand for it; unique within the taxonomy, keys included */
  synonyms: string[];
  status: TermStatus;
  /** the key of the term it was merged into, or that is to be used in its place */
  successor: string | null;
}

export interface Taxonomy {
  name: TaxonomyName;
  /** true: words that are no term are taken as they are */
  open: boolean;
  /** in the order in which they are shown */
  terms: Term[];
}

export type Taxonomies = Record<TaxonomyName, Taxonomy>;

/** The term that a word stands for, as a key, a synonym or the key of a term that was merged; undefined where none does. */
export function termFor(taxonomy: Taxonomy, word: string): Term | undefined {
  const { terms } = taxonomy;
  const named =
    terms.find(({ key }) => key === word) ?? terms.find(({ synonyms }) => synonyms.includes(word));
  // A term is merged into an active one only and never comes back, so this ends.
  return named?.status === 'merged' ? termFor(taxonomy, named.successor!) : named;
}

/** A word as items carry it: accents dropped, lower-case, words joined by `_`. Scripts other than Latin give nothing. */
export function snakeCase(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter(Boolean)
    .join('_');
}

/** Whether items of that kind may carry the term; a variant has what its source has. */
export function suitsKind(term: Term, kind: ItemKind): boolean {
  return term.kind === null || kind === 'variant' || term.kind === kind;
}
