import { type Phase, type ProcessDefinition, rulesOf, type TransitionDefinition } from '#domain';
import { flowOrder } from './flow-order.js';
import { oneLine } from './one-line.js';

export interface GraphStage {
  key: string;
  label: string;
  phase: Phase;
  /** the functions responsible for its activities, as words */
  functions: string[];
  /** team mode: how many of its activities must approve */
  quorum: { needed: number; of: number } | null;
  /** events that the stage takes without ever being left for another */
  stays: string[];
  isInitial: boolean;
  isFinal: boolean;
}

/**
 * onward: the line as it should run, and its later rounds. return: changes were requested.
 * resume: after a return, straight back to the stage that requested them.
 */
export type Course = 'onward' | 'return' | 'resume';

/** All transitions between the same two stages. */
export interface GraphEdge {
  source: string;
  target: string;
  /** onward events first, then by name; never empty */
  events: string[];
  course: Course;
}

/** An event of the whole process, possible in every stage that is not final. */
export interface GeneralEvent {
  event: string;
  /** null: it changes no stage */
  target: string | null;
}

/**
 * A process as a picture needs it, with each of its texts on one line. Definitions with the same digest give the same
 * graph, whatever the order of their keys. What a draft names and does not have is left out.
 */
export interface ProcessGraph {
  label: string;
  /** in the order of the flow */
  stages: GraphStage[];
  edges: GraphEdge[];
  generalEvents: GeneralEvent[];
  /** the label of each event that has one */
  eventLabels: Map<string, string>;
}

interface Step {
  source: string;
  target: string;
  event: string;
  course: Course;
}

export function processGraph(drawn: ProcessDefinition): ProcessGraph {
  const stages = Object.keys(drawn.states);
  const initial = stages.includes(drawn.initial) ? drawn.initial : stages[0]!;
  const definition = { ...drawn, initial };
  const steps = stepsOf(definition).filter(({ target }) => stages.includes(target));
  const order = flowOrder({
    initial,
    stages,
    links: steps.filter(({ course }) => course === 'onward'),
  });
  return {
    label: oneLine(definition.meta.label) || oneLine(definition.id),
    stages: order.map((key) => graphStage(definition, key, steps)),
    edges: order.flatMap((source) => order.flatMap((target) => edgeBetween(steps, source, target))),
    generalEvents: generalEventsOf(definition),
    eventLabels: new Map(
      Object.entries(definition.meta.events).map(([event, { label }]) => [
        oneLine(event),
        oneLine(label),
      ]),
    ),
  };
}

function stepsOf(definition: ProcessDefinition): Step[] {
  return Object.entries(definition.states).flatMap(([source, { on = {} }]) =>
    Object.entries(on).flatMap(([event, transitions]) =>
      transitions.map((transition) => ({
        source,
        target: targetOf(transition) ?? source,
        event: oneLine(event),
        course: courseOf(event, transition),
      })),
    ),
  );
}

function targetOf({ target }: TransitionDefinition): string | undefined {
  return target?.replace(/^\./u, '');
}

function courseOf(event: string, transition: TransitionDefinition): Course {
  if (event === 'request_changes') return 'return';
  return rulesOf(transition).some((rule) => rule.type === 'resumes_at') ? 'resume' : 'onward';
}

function graphStage(definition: ProcessDefinition, key: string, steps: Step[]): GraphStage {
  const { meta, type } = definition.states[key]!;
  const own = steps.filter(({ source }) => source === key);
  const leaving = new Set(own.filter(({ target }) => target !== key).map(({ event }) => event));
  const staying = new Set(own.filter(({ event }) => !leaving.has(event)).map(({ event }) => event));
  const functions = meta.activities.flatMap(({ raci }) => raci.responsible);
  return {
    key,
    label: oneLine(meta.label) || oneLine(key),
    phase: meta.phase,
    functions: [...new Set(functions)].map((name) => oneLine(name.replaceAll('_', ' '))),
    quorum:
      meta.mode === 'team' && meta.quorum !== undefined
        ? { needed: meta.quorum, of: meta.activities.length }
        : null,
    stays: [...staying].toSorted(),
    isInitial: key === definition.initial,
    isFinal: type === 'final',
  };
}

function edgeBetween(steps: Step[], source: string, target: string): GraphEdge[] {
  if (source === target) return [];
  const between = steps.filter((step) => step.source === source && step.target === target);
  if (between.length === 0) return [];
  const withCourse = (course: Course) =>
    between
      .filter((step) => step.course === course)
      .map(({ event }) => event)
      .toSorted();
  const byCourse = {
    onward: withCourse('onward'),
    return: withCourse('return'),
    resume: withCourse('resume'),
  };
  const course = (['onward', 'return', 'resume'] as const).find(
    (course) => byCourse[course].length > 0,
  )!;
  const events = [...byCourse.onward, ...byCourse.return, ...byCourse.resume];
  return [{ source, target, events: [...new Set(events)], course }];
}

function generalEventsOf(definition: ProcessDefinition): GeneralEvent[] {
  return Object.entries(definition.on ?? {})
    .flatMap(([event, transitions]) => {
      const targets = new Set(transitions.map((transition) => targetOf(transition) ?? null));
      const known = [...targets].filter(
        (target) => target === null || Object.hasOwn(definition.states, target),
      );
      return known.map((target) => ({ event: oneLine(event), target }));
    })
    .toSorted((one, other) => (one.event < other.event ? -1 : 1));
}
