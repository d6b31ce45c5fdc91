import { pointerTo } from '../json-pointer.js';
import { rulesOf } from '../process-machine.js';
import { type Checked, type Finding, findingAt } from './finding.js';
import {
  activitiesListing,
  hasRule,
  quorumOf,
  type TransitionPlace,
  transitionsOf,
} from './places.js';

/** What is known by name and allowed where it stands, but does nothing there or harm: rules, actions, modes. */
export function misused(checked: Checked): Finding[] {
  return [
    ...returnsToFinal(checked),
    ...actionsNotForKind(checked),
    ...nobodyConsulted(checked),
    ...modesNotFitting(checked),
  ];
}

/** Work that is sent back to where a process has ended would never be done again. */
function returnsToFinal(checked: Checked): Finding[] {
  const { definition } = checked;
  return transitionsOf(definition).flatMap(({ stage, event, transition, pointer }) => {
    const target = transition.target?.replace(/^\./u, '');
    const returning = hasRule(transition, 'returns_to');
    if (!returning || target === undefined || !isFinal(checked, target)) return [];
    return [
      findingAt(checked, {
        code: 'return_to_final',
        sentence: `Expected ${event} in ${stage ?? 'any stage'} to return work to a stage that is not final; found "${target}", which is.`,
        pointer: `${pointer}/target`,
        stage,
      }),
    ];
  });
}

function isFinal({ definition: { states } }: Checked, stage: string): boolean {
  return Object.hasOwn(states, stage) && states[stage]!.type === 'final';
}

const OF_VARIANTS = [
  'pin_source',
  'note_source',
  'mark_out_of_date',
  'mark_content_outdated',
  'mark_requested',
  'begin_update',
  'forget_out_of_date',
  'come_up_to_date',
  'note_lighter_change',
  'note_exception',
  'await_source',
  'stop_awaiting',
  'source_came_out',
];

/** Only a variant has a source. */
function actionsNotForKind(checked: Checked): Finding[] {
  const { kind } = checked.definition.meta;
  if (kind === 'variant') return [];
  return transitionsOf(checked.definition).flatMap(({ stage, event, transition, pointer }) =>
    (transition.actions ?? []).flatMap(({ type }, index) => {
      if (!OF_VARIANTS.includes(type)) return [];
      return [
        findingAt(checked, {
          code: 'action_not_for_kind',
          sentence: `Expected ${type} only in a process of kind variant, whose items have a source; found it for ${event} in ${stage ?? 'any stage'} of kind ${kind}.`,
          pointer: `${pointer}/actions/${index}`,
          stage,
        }),
      ];
    }),
  );
}

/** The rule asks whether those answered who were asked in the activity of the sender; nobody is asked without a time. */
function nobodyConsulted(checked: Checked): Finding[] {
  return transitionsOf(checked.definition)
    .filter(({ transition }) => hasRule(transition, 'consulted_heard'))
    .filter((place) => !asksSomebody(checked, place))
    .map(({ stage, event, transition, pointer }) => {
      const index = rulesOf(transition).findIndex(({ type }) => type === 'consulted_heard');
      return findingAt(checked, {
        code: 'nobody_consulted',
        severity: 'warning',
        sentence: `Expected an activity that sends ${event} in ${stage ?? 'any stage'} to name consulted functions and consultWithinHours, since consulted_heard waits for them; found none, so it always holds.`,
        pointer: `${pointer}/guard/params/rules/${index}`,
        stage,
      });
    });
}

function asksSomebody({ definition }: Checked, { stage, event }: TransitionPlace): boolean {
  const stages = stage === null ? Object.keys(definition.states) : [stage];
  return stages
    .flatMap((name) => activitiesListing(definition, name, event))
    .some(
      ({ raci, consultWithinHours }) =>
        consultWithinHours !== undefined && (raci.consulted ?? []).length > 0,
    );
}

/** A stage that calls itself a relay and counts votes, or a team and has nobody to make one of. */
function modesNotFitting(checked: Checked): Finding[] {
  const { definition } = checked;
  return Object.entries(definition.states).flatMap(([stage, { type, meta }]) => {
    if (type === 'final') return [];
    const found = (sentence: string) => [
      findingAt(checked, {
        code: 'mode_not_fitting',
        severity: 'warning',
        sentence,
        pointer: pointerTo('states', stage, 'meta', 'mode'),
        stage,
      }),
    ];
    const { mode, quorum = 1 } = meta;
    if (mode === 'relay' && quorum > 1) {
      return found(`Expected mode team in ${stage}, whose quorum is ${quorum}; found relay.`);
    }
    const voting = votingActivities(checked, stage);
    if (mode === 'relay' || voting.length > 1) return [];
    return found(
      `Expected at least two activities that can vote in ${stage}, where a team works; found ${voting[0]?.key ?? 'none'}.`,
    );
  });
}

/** Those that list an event by which a vote is recorded or counted. */
function votingActivities({ definition }: Checked, stage: string) {
  const { meta, on = {} } = definition.states[stage]!;
  const votes = Object.entries(on)
    .filter(([, transitions]) =>
      transitions.some(
        (transition) =>
          quorumOf(transition) !== null ||
          (transition.actions ?? []).some(({ type }) => type === 'record_vote'),
      ),
    )
    .map(([event]) => event);
  return meta.activities.filter(({ events }) => events.some((event) => votes.includes(event)));
}
