import { pointerTo } from '../json-pointer.js';
import type {
  Activity,
  ProcessDefinition,
  RaciFunction,
  TransitionDefinition,
} from '../process-definition.js';
import { rulesOf } from '../process-machine.js';

export interface ActivityPlace {
  stage: string;
  activity: Activity;
  pointer: string;
}

export function activitiesOf({ states }: ProcessDefinition): ActivityPlace[] {
  return Object.entries(states).flatMap(([stage, { meta }]) =>
    meta.activities.map((activity, index) => ({
      stage,
      activity,
      pointer: pointerTo('states', stage, 'meta', 'activities', index),
    })),
  );
}

export interface TransitionPlace {
  /** null: of the whole process */
  stage: string | null;
  event: string;
  transition: TransitionDefinition;
  pointer: string;
}

/** Every transition where it is written. */
export function transitionsOf(definition: ProcessDefinition): TransitionPlace[] {
  return [
    ...writtenIn(null, definition.on, ['on']),
    ...Object.entries(definition.states).flatMap(([stage, { on }]) =>
      writtenIn(stage, on, ['states', stage, 'on']),
    ),
  ];
}

function writtenIn(
  stage: string | null,
  on: Record<string, TransitionDefinition[]> = {},
  at: string[],
): TransitionPlace[] {
  return Object.entries(on).flatMap(([event, transitions]) =>
    transitions.map((transition, index) => ({
      stage,
      event,
      transition,
      pointer: pointerTo(...at, event, index),
    })),
  );
}

/** Who is written as accountable; a draft may say none or several, which its type does not. */
export function accountableOf({ raci }: Activity): RaciFunction[] {
  const written = raci.accountable as RaciFunction | RaciFunction[] | undefined;
  if (written === undefined) return [];
  return Array.isArray(written) ? written : [written];
}

/** The activities of a stage whose holders may send an event. */
export function activitiesListing(
  { states }: ProcessDefinition,
  stage: string,
  event: string,
): Activity[] {
  return states[stage]!.meta.activities.filter(({ events }) => events.includes(event));
}

/** The functions that may send an event where no activity lists it. */
export function sendersByName({ meta }: ProcessDefinition, event: string) {
  return (Object.hasOwn(meta.events, event) ? meta.events[event]!.by : undefined) ?? [];
}

/** Whether a transition sends work back: it asks for returnTo, or remembers where to resume or that all starts again. */
export function isReturn(transition: TransitionDefinition): boolean {
  return (
    rulesOf(transition).some(({ type }) => type === 'returns_to') ||
    (transition.actions ?? []).some(({ type }) => type === 'resume_at' || type === 'restart')
  );
}

/** How many approvals a transition counts to, or null where it counts none, or to nothing that can be counted to. */
export function quorumOf(transition: TransitionDefinition): number | null {
  const rule = rulesOf(transition).find(({ type }) => countsVotes(type));
  const count = rule?.params?.['of'];
  return isCount(count) ? count : null;
}

/** Whether a rule counts approvals, up to its `params.of`. */
export function countsVotes(rule: string): boolean {
  return QUORUM_RULES.includes(rule);
}

export function isCount(written: unknown): written is number {
  return typeof written === 'number' && Number.isInteger(written) && written >= 1;
}

/** Whether approvals count by their functions, not by their activities. */
export function countsFunctions(transition: TransitionDefinition): boolean {
  return rulesOf(transition).some(({ type }) => type === 'reaches_quorum');
}

const QUORUM_RULES = ['completes_quorum', 'reaches_quorum'];

export function hasRule(transition: TransitionDefinition, name: string): boolean {
  return rulesOf(transition).some(({ type }) => type === name);
}

/** `a`, `a and b`, `a, b and c` */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
