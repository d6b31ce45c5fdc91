import { mayBeAnnounced } from '../fact-types/fact-types.js';
import { STAGE_FACTS } from '../fact-types/item-facts.js';
import { pointerTo } from '../json-pointer.js';
import { CONTEXT_ACTIONS, EFFECTS } from '../process-actions.js';
import type { NamedReference } from '../process-definition.js';
import { rulesOf } from '../process-machine.js';
import { RULES } from '../rules.js';
import { FUNCTIONS } from '../vocabulary.js';
import { isCountry } from './country.js';
import { type Checked, type Finding, findingAt } from './finding.js';
import { accountableOf, activitiesOf, type TransitionPlace, transitionsOf } from './places.js';

const FACT_NAME = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/u;

/** A name, where it stands, and what it should be one of. */
interface Named {
  what: string;
  known: readonly string[];
  found: string;
  stage: string | null;
  pointer: string;
}

/** Every stage, rule, action, guard, function and fact that is named and does not exist. */
export function unknownNames(checked: Checked): Finding[] {
  const { definition } = checked;
  const named = [
    stageNamed(checked, definition.initial, { stage: null, pointer: '/initial' }),
    ...transitionsOf(definition).flatMap((place) => namesIn(checked, place)),
    ...functionsNamed(checked),
  ];
  return [
    ...named
      .filter(({ known, found }) => !known.includes(found))
      .map((name) => unknownName(checked, name)),
    ...unknownGuards(checked),
    ...malformedFacts(checked),
    ...unknownRegions(checked),
  ];
}

function unknownName(checked: Checked, { what, known, found, stage, pointer }: Named): Finding {
  const sentence = `Expected ${what}, one of ${known.join(', ')}; found "${found}".`;
  return findingAt(checked, { code: 'names_unknown', sentence, pointer, stage });
}

type At = Pick<Named, 'stage' | 'pointer'>;

function stageNamed({ definition }: Checked, found: string, at: At): Named {
  return { what: 'a stage', known: Object.keys(definition.states), found, ...at };
}

function namesIn(checked: Checked, { stage, transition, pointer }: TransitionPlace): Named[] {
  const { target, actions = [] } = transition;
  const rules = rulesOf(transition);
  return [
    ...(target === undefined ? [] : [targetNamed(checked, target, { stage, pointer })]),
    ...rules.flatMap((rule, index) => {
      const at = { stage, pointer: `${pointer}/guard/params/rules/${index}` };
      const known = Object.keys(RULES);
      return [{ what: 'a rule', known, found: rule.type, ...at }, ...paramStage(checked, rule, at)];
    }),
    ...actions.flatMap((action, index) => {
      const at = { stage, pointer: `${pointer}/actions/${index}` };
      const known = [...Object.keys(CONTEXT_ACTIONS), ...EFFECTS];
      return [
        { what: 'an action', known, found: action.type, ...at },
        ...paramStage(checked, action, at),
      ];
    }),
  ];
}

/** XState finds the target of an event of the whole process only behind a dot. */
function targetNamed({ definition }: Checked, found: string, { stage, pointer }: At): Named {
  const stages = Object.keys(definition.states);
  const known = stage === null ? stages.map((name) => `.${name}`) : stages;
  return { what: 'a stage', known, found, stage, pointer: `${pointer}/target` };
}

function paramStage(checked: Checked, { params = {} }: NamedReference, at: At): Named[] {
  const found = params['stage'];
  if (typeof found !== 'string') return [];
  return [stageNamed(checked, found, { ...at, pointer: `${at.pointer}/params/stage` })];
}

function functionsNamed({ definition }: Checked): Named[] {
  const known = [...FUNCTIONS, 'owner'];
  const inActivities = activitiesOf(definition).flatMap(({ stage, activity, pointer }) =>
    Object.entries({ ...activity.raci, accountable: accountableOf(activity) }).flatMap(
      ([letter, functions]) =>
        functions.map((found, index) => ({
          what: 'a function',
          known,
          found,
          stage,
          pointer: `${pointer}/raci/${letter}${Array.isArray(activity.raci[letter as 'responsible']) ? `/${index}` : ''}`,
        })),
    ),
  );
  const senders = Object.entries(definition.meta.events).flatMap(([event, { by = [] }]) =>
    by.map((found, index) => ({
      what: 'a function',
      known: [...known, 'line'],
      found,
      stage: null,
      pointer: pointerTo('meta', 'events', event, 'by', index),
    })),
  );
  return [...inActivities, ...senders];
}

function unknownGuards(checked: Checked): Finding[] {
  return transitionsOf(checked.definition).flatMap(({ stage, transition, pointer }) => {
    const { guard } = transition;
    if (guard === undefined) return [];
    if (guard.type === 'all' && Array.isArray(guard.params?.['rules'])) return [];
    const sentence = `Expected the guard "all" with params.rules; found "${guard.type}".`;
    return [
      findingAt(checked, {
        code: 'names_unknown',
        sentence,
        pointer: `${pointer}/guard`,
        stage,
      }),
    ];
  });
}

function malformedFacts(checked: Checked): Finding[] {
  return Object.entries(checked.definition.states).flatMap(([stage, { meta }]) => {
    const { announces } = meta;
    if (announces === undefined) return [];
    const isWellFormed = FACT_NAME.test(announces);
    if (isWellFormed && mayBeAnnounced(announces)) return [];
    const sentence = isWellFormed
      ? `Expected a fact of the process's own, or one of ${Object.keys(STAGE_FACTS).join(', ')}; found "${announces}", which Baton announces itself.`
      : `Expected a fact in dotted snake_case, for instance item.published; found "${announces}".`;
    const pointer = pointerTo('states', stage, 'meta', 'announces');
    return [findingAt(checked, { code: 'names_unknown', sentence, pointer, stage })];
  });
}

function unknownRegions(checked: Checked): Finding[] {
  const { regions = [] } = checked.definition.meta;
  return regions.flatMap((found, index) => {
    if (isCountry(found)) return [];
    const sentence = `Expected a region of ISO 3166-1, for instance DE; found "${found}".`;
    const pointer = pointerTo('meta', 'regions', index);
    return [findingAt(checked, { code: 'names_unknown', sentence, pointer, stage: null })];
  });
}
