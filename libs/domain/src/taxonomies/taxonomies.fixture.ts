import { DEFAULT_TAXONOMIES } from './default-taxonomies.js';
import type { Taxonomies, Taxonomy, Term } from './taxonomy.js';

export function term(key: string, fields: Partial<Term> = {}): Term {
  return {
    key,
    kind: null,
    label: key,
    description: null,
    ownerFunction: 'marketing',
    synonyms: [],
    status: 'active',
    successor: null,
    ...fields,
  };
}

export function audiences(terms: Term[], { open = false } = {}): Taxonomy {
  return { name: 'audience', open, terms };
}

/** The default taxonomies with other audiences. */
export function withAudiences(terms: Term[], options: { open?: boolean } = {}): Taxonomies {
  return { ...DEFAULT_TAXONOMIES, audience: audiences(terms, options) };
}
