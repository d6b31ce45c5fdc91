import type { Description } from './item-state.js';
import type { Problem } from './refusal.js';
import {
  CONTENT_TYPES,
  FUNCTIONS,
  type ItemKind,
  JOURNEY_STAGES,
  TRAINING_TYPES,
} from './vocabulary.js';

/** The types an item of that kind can have; a variant has one of its source's. */
export function typesFor(kind: ItemKind): readonly string[] {
  if (kind === 'content') return CONTENT_TYPES;
  if (kind === 'training') return TRAINING_TYPES;
  return [...CONTENT_TYPES, ...TRAINING_TYPES];
}

/** What is wrong with these facets; empty when nothing is. Facets that are missing are not wrong here. */
export function checkDescription(kind: ItemKind, description: Partial<Description>): Problem[] {
  const problems: Problem[] = [];
  const { type, journeyStage = [], ownerFunction } = description;
  if (type != null && !typesFor(kind).includes(type)) {
    problems.push(notIn('/type', type, typesFor(kind), `a ${kind} type`));
  }
  journeyStage.forEach((stage, index) => {
    if (!JOURNEY_STAGES.some((known) => known === stage)) {
      problems.push(notIn(`/journeyStage/${index}`, stage, JOURNEY_STAGES, 'a journey stage'));
    }
  });
  if (ownerFunction !== undefined && !FUNCTIONS.some((known) => known === ownerFunction)) {
    problems.push(notIn('/ownerFunction', ownerFunction, FUNCTIONS, 'a function'));
  }
  return problems;
}

function notIn(pointer: string, found: string, known: readonly string[], what: string): Problem {
  return {
    pointer,
    code: 'not_in_list',
    detail: `Expected ${what}, one of ${known.join(', ')}; found "${found}".`,
  };
}
