import {
  type Reason,
  refuse,
  snakeCase,
  TAXONOMIES,
  type Taxonomy,
  type TaxonomyName,
  type Term,
  worksIn,
} from '#domain';
import type { Caller } from '#engine';
import { notFound, notValid, notValidAt, refused } from '../http/problem.js';

/** A taxonomy by the name in a path. Throws 404 for any other. */
export function taxonomyNamed(name: string): TaxonomyName {
  const known = TAXONOMIES.find((each) => each === name);
  if (known === undefined) throw notFound('taxonomy');
  return known;
}

/** A term by its own key. Throws 404 where the taxonomy has none. */
export function termNamed({ terms }: Taxonomy, key: string): Term {
  const term = terms.find((each) => each.key === key);
  if (term === undefined) throw notFound('term');
  return term;
}

/** Another term that a body names. Throws 422 where the taxonomy has none. */
export function otherTerm(taxonomy: Taxonomy, pointer: string, key: string): Term {
  const term = taxonomy.terms.find((each) => each.key === key);
  if (term !== undefined) return term;
  const detail = `Expected the key of a term of ${taxonomy.name}; found "${key}".`;
  throw notValidAt(pointer, detail, 'not_in_list');
}

/** Throws 403 for who works neither in enablement nor in the term's own function. */
export function requireKeeper({ actor }: Caller, term: Pick<Term, 'key' | 'ownerFunction'>): void {
  if (worksIn(actor, ['enablement', term.ownerFunction])) return;
  const detail = `"${term.key}" is kept by ${term.ownerFunction} and by enablement.`;
  const remedy = `Ask enablement or somebody of ${term.ownerFunction}.`;
  throw refused(refuse('forbidden', { code: 'not_your_function', detail, remedy }), []);
}

/** Throws 409 with each reason, where there is one. */
export function requireNone(reasons: Reason[]): void {
  if (reasons.length > 0) throw refused(refuse('conflict', ...reasons), []);
}

/** Synonyms as they are kept: snake_case, each once, none the key itself. Throws 422 where one has no Latin letter or digit. */
export function synonymsFrom(key: string, given: string[]): string[] {
  const words = given.map(snakeCase);
  const empty = words.flatMap((word, index) => (word === '' ? [index] : []));
  if (empty.length > 0) {
    throw notValid(
      empty.map((index) => ({
        pointer: `/synonyms/${index}`,
        code: 'not_valid',
        detail: `Expected a synonym with Latin letters or digits; found ${JSON.stringify(given[index])}.`,
      })),
    );
  }
  return [...new Set(words)].filter((word) => word !== key);
}
