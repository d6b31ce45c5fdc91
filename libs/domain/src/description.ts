import type { Description } from './item-state.js';
import type { Problem } from './refusal.js';
import { FUNCTIONS } from './vocabulary.js';

/**
 * What is wrong with a description in every workspace; empty when nothing is. Its words are those of the workspace's
 * taxonomies, which `tagWith` checks before a command is decided.
 */
export function checkDescription({ ownerFunction }: Partial<Description>): Problem[] {
  if (ownerFunction === undefined || FUNCTIONS.some((known) => known === ownerFunction)) return [];
  const detail = `Expected a function, one of ${FUNCTIONS.join(', ')}; found "${ownerFunction}".`;
  return [{ pointer: '/ownerFunction', code: 'not_in_list', detail }];
}
