import type { ItemState } from './item-state.js';
import type { ProcessDefinition } from './process-definition.js';
import { pointerTo } from './json-pointer.js';
import type { Problem } from './refusal.js';

/** How the stages of one process version lead into those of another. */
export interface StageMapping {
  /** by stage of the older version; a list leaves the choice to a person. Stages of the same name need no line. */
  stages: Record<string, string | string[]>;
  /** the stage of one item, by its id or slug; it counts before what its stage is mapped to */
  choices: Record<string, string>;
  /** true: a task that somebody holds may be taken away where the new stage does not have it */
  cancelHeld: boolean;
}

/** What is wrong with a mapping between two versions; empty when nothing is. */
export function checkMapping(
  from: ProcessDefinition,
  to: ProcessDefinition,
  { stages, choices }: Pick<StageMapping, 'stages' | 'choices'>,
): Problem[] {
  const known = Object.keys(from.states).filter((stage) => from.states[stage]!.type !== 'final');
  const unknown = Object.keys(stages)
    .filter((stage) => !known.includes(stage))
    .map((stage) => notLive(pointerTo('stages', stage), stage, known));
  const targets = Object.entries(stages).flatMap(([stage, target]) =>
    typeof target === 'string'
      ? targetProblems(to, pointerTo('stages', stage), target)
      : target.flatMap((each, index) =>
          targetProblems(to, pointerTo('stages', stage, index), each),
        ),
  );
  const chosen = Object.entries(choices).flatMap(([item, target]) =>
    targetProblems(to, pointerTo('choices', item), target),
  );
  return [...unknown, ...targets, ...chosen];
}

/**
 * What is wrong with the choices of a mapping, given the items that they name and that are not finished: one that names
 * none, or a stage that its item was not to choose from. A slug may name several; one of them has to fit.
 */
export function checkChoices(
  { stages, choices }: Pick<StageMapping, 'stages' | 'choices'>,
  items: readonly Pick<ItemState, 'id' | 'slug' | 'stage'>[],
): Problem[] {
  return Object.entries(choices).flatMap(([name, chosen]) => {
    const pointer = pointerTo('choices', name);
    const named = items.filter(({ id, slug }) => id === name || slug === name);
    const [first] = named;
    if (first === undefined) {
      const detail = `Expected the id or the slug of an item that is not finished in the version to migrate from; found "${name}".`;
      return [{ pointer, code: 'not_valid', detail }];
    }
    if (named.some(({ stage }) => mayChoose(stages, stage, chosen))) return [];
    const listed = [stages[first.stage]].flat().join(', ');
    const detail = `Expected a stage to choose from for ${first.stage}, one of ${listed}; found "${chosen}".`;
    return [{ pointer, code: 'not_in_list', detail }];
  });
}

function mayChoose(stages: StageMapping['stages'], stage: string, chosen: string): boolean {
  const listed = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  return !Array.isArray(listed) || listed.includes(chosen);
}

/** The stages of a version that an item can be brought into: those that are not final. */
export function liveStages(definition: ProcessDefinition): string[] {
  return Object.keys(definition.states).filter(
    (stage) => definition.states[stage]!.type !== 'final',
  );
}

function targetProblems(to: ProcessDefinition, pointer: string, target: string): Problem[] {
  const live = liveStages(to);
  return live.includes(target) ? [] : [notLive(pointer, target, live)];
}

/** Says that a name is none of the stages where work goes on. */
export function notLive(pointer: string, found: string, known: readonly string[]): Problem {
  return {
    pointer,
    code: 'not_in_list',
    detail: `Expected a stage where work goes on, one of ${known.join(', ')}; found "${found}".`,
  };
}
