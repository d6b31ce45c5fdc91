import type {
  NamedReference,
  ProcessDefinition,
  StageDefinition,
  TransitionDefinition,
} from './process-definition.js';

const VOTING = ['record_vote', 'record_approval'];
const NOT_OWN_WORK: NamedReference = { type: 'author_is_not_approver' };

/**
 * A definition with the rule that no process can do without: nobody approves their own work, so whatever records an
 * approval asks for that, named or not. The definition as it is stored stays as it was written.
 */
export function withImpliedRules(definition: ProcessDefinition): ProcessDefinition {
  return {
    ...definition,
    states: Object.fromEntries(
      Object.entries(definition.states).map(([name, stage]): [string, StageDefinition] => [
        name,
        stage.on === undefined ? stage : { ...stage, on: withRule(stage.on) },
      ]),
    ),
    ...(definition.on === undefined ? {} : { on: withRule(definition.on) }),
  };
}

type On = Record<string, TransitionDefinition[]>;

function withRule(on: On): On {
  return Object.fromEntries(
    Object.entries(on).map(([event, transitions]) => [event, transitions.map(asked)]),
  );
}

function asked(transition: TransitionDefinition): TransitionDefinition {
  const { actions = [], guard } = transition;
  if (!actions.some(({ type }) => VOTING.includes(type))) return transition;
  const rules = (guard?.params?.['rules'] ?? []) as NamedReference[];
  if (rules.some(({ type }) => type === NOT_OWN_WORK.type)) return transition;
  return {
    ...transition,
    guard: { type: 'all', params: { ...guard?.params, rules: [...rules, NOT_OWN_WORK] } },
  };
}
