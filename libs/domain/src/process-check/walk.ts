import { type ActorLogic, assign, createMachine, type Snapshot } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { ProcessDefinition, WorkContext } from '../process-definition.js';
import { canBeTaken, remembered, type Step, stepsIn } from './steps.js';
import type { Voting } from './voting.js';

/** Beyond so many moves a process is walked by its stages alone; a process of 60 stages has a few thousand. */
const MOST_MOVES = 20_000;

/** A move from place to place; a place is a stage and what matters of what the process remembers there. */
export interface Move {
  from: string;
  to: string;
  step: Step;
}

/** Every place that an item can come to, and every move between them. */
export interface Walk {
  start: string;
  /** the stage of each place, in the order in which they are come to */
  stageOf: Map<string, string>;
  moves: Move[];
  /** false: it had too many ways, so what the process remembers was left out of account */
  whole: boolean;
}

/** An item on its way, as the machine sees it. */
type Standing = Snapshot<unknown> & { value: string; context: WorkContext };
type Machine = ActorLogic<Standing, { type: string }, unknown>;

/** Walks a process with XState's own machine, from its initial stage (or its first, where that does not exist). */
export function walkThrough(definition: ProcessDefinition, voting: Voting): Walk {
  return walk(definition, voting) ?? walk(definition, null)!;
}

/** With votes, the whole of it, unless there are too many moves; without, by its stages alone. */
function walk(definition: ProcessDefinition, voting: Voting | null): Walk | null {
  const whole = voting !== null;
  const stages = Object.keys(definition.states);
  const steps: Step[][] = [];
  for (let index = 0, count = 0; index < stages.length; index += 1) {
    const own = stepsIn(definition, stages[index]!, voting).filter(({ transition }) =>
      leadsSomewhere(transition, stages),
    );
    count += own.length;
    if (whole && count > MOST_MOVES) return null;
    steps.push(own);
  }
  const machine = machineOf(definition, stages, steps);
  const stepNamed = new Map(steps.flat().map((step, index) => [`step_${index}`, step]));
  const eventsIn = eventsByStage(steps);
  const placeOf = (snapshot: Standing) => (whole ? placeNamed(snapshot) : snapshot.value);
  const places = withinLimit(() =>
    getAdjacencyMap(machine, {
      events: (snapshot) => eventsIn[indexOf(snapshot)]!,
      filterEvents: (snapshot, { type }) =>
        !whole || canBeTaken(stepNamed.get(type)!, snapshot.context),
      serializeState: placeOf,
      limit: whole ? MOST_MOVES : Infinity,
    }),
  );
  if (places === null) return null;
  const entries = Object.entries(places);
  return {
    start: entries[0]![0],
    stageOf: new Map(entries.map(([place, { state }]) => [place, stages[indexOf(state)]!])),
    moves: adjacencyMapToArray(places).map(({ state, event, nextState }) => ({
      from: placeOf(state),
      to: placeOf(nextState),
      step: stepNamed.get(event.type)!,
    })),
    whole,
  };
}

function leadsSomewhere({ target }: Step['transition'], stages: string[]): boolean {
  return target === undefined || stages.includes(target.replace(/^\./u, ''));
}

/** Stages and steps go by their numbers, so that no name a person chose means something to XState. */
function machineOf(definition: ProcessDefinition, stages: string[], steps: Step[][]): Machine {
  const numbers = new Map(stages.map((stage, index) => [stage, `stage_${index}`]));
  let count = 0;
  const states = steps.map((own, index) => {
    const on = own.map((step) => {
      const target = step.transition.target?.replace(/^\./u, '');
      return [
        `step_${count++}`,
        {
          ...(target !== undefined && { target: numbers.get(target)! }),
          actions: assign(({ context }: { context: WorkContext }) => remembered(step, context)),
        },
      ];
    });
    const final = definition.states[stages[index]!]!.type === 'final';
    return [`stage_${index}`, { on: Object.fromEntries(on), ...(final && { type: 'final' }) }];
  });
  return createMachine({
    initial: numbers.get(definition.initial) ?? 'stage_0',
    context: definition.context,
    states: Object.fromEntries(states),
  } as never) as unknown as Machine;
}

function eventsByStage(steps: Step[][]): { type: string }[][] {
  let count = 0;
  return steps.map((own) => own.map(() => ({ type: `step_${count++}` })));
}

function indexOf(snapshot: Standing): number {
  return Number(snapshot.value.slice('stage_'.length));
}

/** Counters and names are left out: how many voted, and who waits, is all that choices can tell apart. */
function placeNamed({ value, status, context }: Standing): string {
  if (status === 'done') return value;
  const activities = new Set(context.approvals.map(({ activity }) => activity)).size;
  const functions = new Set(context.approvals.map((approval) => approval.function)).size;
  return [value, activities, functions, context.resumeAt].join(' ');
}

/** The limit is the only thing for which XState's walk throws. */
function withinLimit<T>(walkAll: () => T): T | null {
  try {
    return walkAll();
  } catch (error) {
    if (error instanceof Error && error.message === 'Traversal limit exceeded') return null;
    throw error;
  }
}
