import { pointerTo } from '../json-pointer.js';
import {
  type Activity,
  EMPTY_CONTEXT,
  type ProcessDefinition,
  type ProcessEventMeta,
  type RaciFunction,
  type StageDefinition,
} from '../process-definition.js';
import { REVIEWER_EVENTS } from '../processes/transitions.js';
import type { Invalid, Problem } from '../refusal.js';
import { expandReviews, reviewProblems } from './expand-reviews.js';
import { expandRootOn, expandStageOn } from './expand-transitions.js';
import { schemaProblems } from './schema-problems.js';
import { MOST_TRANSITIONS } from './transition-schema.js';
import type { ProcessSource, SourceActivity, SourceFunctions, SourceStage } from './source.js';

export interface ReadProcess {
  outcome: 'read';
  definition: ProcessDefinition;
}

/**
 * Reads a process as a person wrote it, parsed from JSON or YAML, into the stored form; what is stored already comes
 * back the same. Says everything that is wrong with its shape. Whether it would work is for `checkProcess` to say,
 * so names of functions, rules and stages pass unseen, and `accountable` stays a list where not exactly one is written.
 */
export function readProcess(source: unknown): ReadProcess | Invalid {
  const problems = schemaProblems(source);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const written = structuredClone(source) as ProcessSource;
  const plain = expandProcess(written);
  const unclear = [
    ...overfullStages(plain),
    ...leavingFinalStages(plain),
    ...reviewProblems(written, plain),
  ];
  if (unclear.length > 0) return { outcome: 'invalid', problems: unclear };
  return { outcome: 'read', definition: withLabels(expandReviews(written, plain)) };
}

/** The schema bounds the events of a stage and the ways of an event; together they could still be very many. */
function overfullStages({ states }: ProcessDefinition): Problem[] {
  return Object.entries(states).flatMap(([name, { on = {} }]) => {
    const count = Object.values(on).flat().length;
    if (count <= MOST_TRANSITIONS) return [];
    const detail = `Expected at most ${MOST_TRANSITIONS} transitions in a stage; found ${count}.`;
    return [{ pointer: pointerTo('states', name, 'on'), code: 'too_many', detail }];
  });
}

function leavingFinalStages({ states }: ProcessDefinition): Problem[] {
  return Object.entries(states).flatMap(([name, { type, on = {} }]) => {
    const events = Object.keys(on);
    if (type !== 'final' || events.length === 0) return [];
    const detail = `Expected no transitions in ${name}, which is final; found ${events.join(', ')}.`;
    return [{ pointer: pointerTo('states', name, 'on'), code: 'not_possible', detail }];
  });
}

/** Everything but the reviews and the labels of events. */
function expandProcess({ states, on, ...source }: ProcessSource): ProcessDefinition {
  return {
    ...source,
    initial: source.initial ?? Object.keys(states)[0]!,
    context: { ...EMPTY_CONTEXT, ...source.context },
    meta: { ...source.meta, events: eventsOf(source.meta.events ?? {}) },
    states: Object.fromEntries(
      Object.entries(states).map(([name, stage]) => [name, expandStage(stage)]),
    ),
    ...(on !== undefined && { on: expandRootOn(on) }),
  };
}

function expandStage({ type, meta, on, review }: SourceStage): StageDefinition {
  const events = review === undefined ? [] : REVIEWER_EVENTS;
  const activities = (meta.activities ?? []).map((activity) => expandActivity(activity, events));
  return {
    ...(type !== undefined && { type }),
    meta: { ...meta, activities },
    ...(on !== undefined && { on: expandStageOn(on) }),
  };
}

function expandActivity(activity: SourceActivity, events: string[]): Activity {
  const { responsible, accountable, consulted, informed } = activity.raci;
  return {
    ...activity,
    events: activity.events ?? [...events],
    raci: {
      responsible: listed(responsible),
      ...(accountable !== undefined && { accountable: alone(accountable) }),
      ...(consulted !== undefined && { consulted: listed(consulted) }),
      ...(informed !== undefined && { informed: listed(informed) }),
      // None or several is for checkProcess to find: it reads what was written through `accountableOf`.
    } as Activity['raci'],
  };
}

function listed(functions: SourceFunctions): RaciFunction[] {
  return Array.isArray(functions) ? functions : [functions];
}

function alone(functions: SourceFunctions): SourceFunctions {
  return Array.isArray(functions) && functions.length === 1 ? functions[0]! : functions;
}

function eventsOf(events: NonNullable<ProcessSource['meta']['events']>) {
  return Object.fromEntries(
    Object.entries(events).map(([event, written]) => [event, labelled(event, written)]),
  );
}

function labelled(event: string, written: string | Partial<ProcessEventMeta>): ProcessEventMeta {
  const said = typeof written === 'string' ? { label: written } : written;
  return { label: labelOf(event), ...said };
}

/** Labels for the events that were left out. */
function withLabels(definition: ProcessDefinition): ProcessDefinition {
  const all = [definition, ...Object.values(definition.states)];
  const used = all.flatMap(({ on = {} }) => Object.keys(on));
  const events = {
    ...Object.fromEntries(used.map((event) => [event, { label: labelOf(event) }])),
    ...definition.meta.events,
  };
  return { ...definition, meta: { ...definition.meta, events } };
}

/** `call_review` → `Call review` */
function labelOf(event: string): string {
  const words = event.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
