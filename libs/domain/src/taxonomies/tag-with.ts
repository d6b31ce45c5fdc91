import type { Description } from '../item-state.js';
import type { Problem } from '../refusal.js';
import type { ItemKind } from '../vocabulary.js';
import {
  type Facet,
  FACET_OF,
  suitsKind,
  TAXONOMIES,
  type Taxonomies,
  type Taxonomy,
  type TaxonomyName,
  termFor,
} from './taxonomy.js';

interface Tagging<Facets> {
  kind: ItemKind;
  /** facets that are left out stay out */
  facets: Facets;
  /** what the item carries already, or its source where it is a new variant: it may keep that */
  carried?: Partial<Pick<Description, Facet>>;
}

/**
 * The facets in the words of the taxonomies: a synonym or a merged term is replaced by the key it stands for, and
 * what is then there twice is dropped. With a problem for each word that may not be used; such words stay as they are.
 */
export function tagWith<Facets extends Partial<Description>>(
  taxonomies: Taxonomies,
  { kind, facets, carried = {} }: Tagging<Facets>,
): { facets: Facets; problems: Problem[] } {
  const tagged: Partial<Description> = { ...facets };
  const problems: Problem[] = [];
  for (const name of TAXONOMIES) {
    const facet = FACET_OF[name];
    const given = facets[facet];
    if (given === undefined || given === null) continue;
    const keeps = wordsOf(carried[facet]);
    const tag = (word: string, pointer: string): string => {
      const checked = checkWord(taxonomies[name], word, { kind, keeps });
      if (checked.problem !== null) problems.push({ pointer, ...checked.problem });
      return checked.word;
    };
    const words = Array.isArray(given)
      ? [...new Set(given.map((word, index) => tag(word, `/${facet}/${index}`)))]
      : tag(given, `/${facet}`);
    Object.assign(tagged, { [facet]: words });
  }
  return { facets: tagged as Facets, problems };
}

/** The words that a facet holds. */
export function wordsOf(value: string | string[] | null | undefined): string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

function checkWord(
  taxonomy: Taxonomy,
  word: string,
  { kind, keeps }: { kind: ItemKind; keeps: string[] },
): { word: string; problem: Omit<Problem, 'pointer'> | null } {
  const term = termFor(taxonomy, word);
  const key = term?.key ?? word;
  if (keeps.includes(key)) return { word: key, problem: null };
  const fits = term === undefined ? taxonomy.open : suitsKind(term, kind);
  if (!fits) return { word, problem: notInList(taxonomy, word, kind) };
  if (term?.status === 'deprecated') {
    const problem = { code: 'term_deprecated', detail: deprecatedDetail(taxonomy, word, kind) };
    return { word: key, problem };
  }
  return { word: key, problem: null };
}

function notInList(taxonomy: Taxonomy, found: string, kind: ItemKind): Omit<Problem, 'pointer'> {
  const known = taxonomy.terms
    .filter((term) => term.status === 'active' && suitsKind(term, kind))
    .map(({ key }) => key);
  const list = known.length === 0 ? 'of which there is none yet' : `one of ${known.join(', ')}`;
  const detail = `Expected ${nounFor(taxonomy.name, kind)}, ${list}; found "${found}".`;
  return { code: 'not_in_list', detail };
}

function deprecatedDetail(taxonomy: Taxonomy, found: string, kind: ItemKind): string {
  const { successor } = termFor(taxonomy, found)!;
  const instead = successor === null ? undefined : termFor(taxonomy, successor);
  const advice = instead?.status === 'active' ? ` in favour of "${instead.key}"` : '';
  return `Expected ${nounFor(taxonomy.name, kind)} that is for new use; found "${found}", which is deprecated${advice}.`;
}

function nounFor(name: TaxonomyName, kind: ItemKind): string {
  const nouns = {
    type: `a ${kind} type`,
    audience: 'an audience',
    purpose: 'a purpose',
    journey_stage: 'a journey stage',
  };
  return nouns[name];
}
