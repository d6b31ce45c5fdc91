import type { Reason } from '../refusal.js';
import { type Taxonomy, type Term, termFor } from './taxonomy.js';

const ANOTHER = 'Name another term.';

/** Why a term may not have these words; empty where it may. A term may keep its own and those of what was merged into it. */
export function whyNotNamed(
  taxonomy: Taxonomy,
  { key, synonyms }: Pick<Term, 'key' | 'synonyms'>,
  { isNew }: { isNew: boolean },
): Reason[] {
  const keyTaken = isNew ? taken(taxonomy, key, 'key_taken') : [];
  const synonymsTaken = synonyms
    .filter((word) => termFor(taxonomy, word)?.key !== key)
    .flatMap((word) => taken(taxonomy, word, 'synonym_taken'));
  return [...keyTaken, ...synonymsTaken];
}

function taken(taxonomy: Taxonomy, word: string, code: string): Reason[] {
  const holder = termFor(taxonomy, word);
  if (holder === undefined) return [];
  const how = holder.key === word ? 'is a term' : `already stands for "${holder.key}"`;
  return [
    {
      code,
      detail: `"${word}" ${how} of ${taxonomy.name}.`,
      remedy: 'Give another word, or merge the two terms.',
    },
  ];
}

/** Why one term may not be merged into another; empty where it may. */
export function whyNotMerged(taxonomy: Taxonomy, from: Term, into: Term): Reason[] {
  if (from.key === into.key) {
    return [
      { code: 'same_term', detail: `"${from.key}" cannot be merged into itself.`, remedy: ANOTHER },
    ];
  }
  return [...whyNotLiving(taxonomy, from), ...whyNotSuccessor(from, into)];
}

/** What a term is once another was merged into it: it stands for the other's words too. */
export function mergedInto(from: Term, into: Term): Term {
  return { ...into, synonyms: [...into.synonyms, from.key, ...from.synonyms] };
}

/** Why a term may not be deprecated, in favour of another where there is one; empty where it may. */
export function whyNotDeprecated(taxonomy: Taxonomy, term: Term, successor: Term | null): Reason[] {
  if (successor === null) return whyNotLiving(taxonomy, term);
  if (term.key === successor.key) {
    return [
      { code: 'same_term', detail: `"${term.key}" cannot be its own successor.`, remedy: ANOTHER },
    ];
  }
  return [...whyNotLiving(taxonomy, term), ...whyNotSuccessor(term, successor)];
}

/** Why a term may not be brought back; empty where it may. */
export function whyNotReactivated(taxonomy: Taxonomy, term: Term): Reason[] {
  if (term.status !== 'active') return whyNotLiving(taxonomy, term);
  return [
    { code: 'term_active', detail: `"${term.key}" is active already.`, remedy: 'Go on using it.' },
  ];
}

/** A merged term stands for another and is no longer changed; empty for every other. */
export function whyNotLiving(taxonomy: Taxonomy, { key, status, successor }: Term): Reason[] {
  if (status !== 'merged') return [];
  // The one it was merged into may have been merged since.
  const last = termFor(taxonomy, key)?.key ?? successor;
  return [
    {
      code: 'term_merged',
      detail: `"${key}" was merged into "${successor}".`,
      remedy: `Change "${last}".`,
    },
  ];
}

function whyNotSuccessor(term: Term, successor: Term): Reason[] {
  const reasons: Reason[] = [];
  if (successor.status === 'deprecated') {
    const detail = `"${successor.key}" is deprecated, so nothing can pass to it.`;
    reasons.push({ code: 'successor_deprecated', detail, remedy: ANOTHER });
  }
  if (successor.status === 'merged') {
    const detail = `"${successor.key}" was itself merged into "${successor.successor}".`;
    reasons.push({ code: 'successor_merged', detail, remedy: ANOTHER });
  }
  if (successor.kind !== null && successor.kind !== term.kind) {
    const other = term.kind === null ? 'one for both kinds' : `a ${term.kind} type`;
    const detail = `"${successor.key}" is a ${successor.kind} type and "${term.key}" ${other}; not all of its items could carry it.`;
    reasons.push({ code: 'other_kind', detail, remedy: ANOTHER });
  }
  return reasons;
}
