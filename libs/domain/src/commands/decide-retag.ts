import type { Actor } from '../actor.js';
import type { Command } from '../command.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { Description, ItemState } from '../item-state.js';
import { type Refusal, refuse } from '../refusal.js';
import { wordsOf } from '../taxonomies/tag-with.js';
import type { Facet } from '../taxonomies/taxonomy.js';

/**
 * Replaces a word of a facet by another, in every stage, closed ones too: it renames, and nothing that a reviewer
 * judged becomes another. Whose word it is was asked by who sends this; here it only has to be a person.
 */
export function decideRetag(
  item: ItemState,
  { facet, from, to }: Extract<Command, { type: 'retag' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  if (actor.kind !== 'person') {
    return refuse('forbidden', {
      code: 'not_a_person',
      detail: 'Items are re-tagged in the name of a person.',
      remedy: 'Let the keeper of the term merge it.',
    });
  }
  if (from === to || !wordsOf(item.description[facet]).includes(from)) {
    return { outcome: 'unchanged', after: item };
  }
  const description = { ...item.description, ...renamed(item.description, { facet, from, to }) };
  return draftOf(
    { ...item, description },
    { facts: [{ type: 'item.retagged', data: { facet, from, to } }] },
  );
}

/** The facet with the one word in the place of the other, and once only. */
function renamed(
  description: Description,
  { facet, from, to }: { facet: Facet; from: string; to: string },
): Partial<Description> {
  const words = description[facet];
  if (!Array.isArray(words)) return { [facet]: to };
  return { [facet]: [...new Set(words.map((word) => (word === from ? to : word)))] };
}
