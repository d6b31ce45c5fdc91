import { type Process, rulesOf, transitionsFor } from './process-machine.js';
import { ruleNamed } from './rules.js';

/** What some rules look at beyond the item itself; the trail keeps what was seen, so that it can be replayed. */
export interface Surroundings {
  /** the goal that the item names, or null where it names none */
  goal: { id: string; title: string; status: string } | null;
  /** the content that a training trains on */
  taught: TaughtContent[];
}

/** Content as a training sees it. */
export interface TaughtContent {
  itemId: string;
  title: string;
  stage: string;
  /** unpublished: never was. outdated: it was, and is being reviewed, revised or taken away. */
  freshness: 'current' | 'unpublished' | 'outdated';
}

export type Surrounding = keyof Surroundings;

export const NO_SURROUNDINGS: Surroundings = { goal: null, taught: [] };

/** What the rules of an event in a stage look at beyond the item. */
export function surroundingsOfEvent(
  { definition }: Process,
  stage: string,
  event: string,
): Surrounding[] {
  const rules = transitionsFor(definition, stage, event).flatMap(rulesOf);
  return [...new Set(rules.flatMap(({ type }) => ruleNamed(type).looksAt ?? []))];
}

const ofStages = new WeakMap<Process, Map<string, Surrounding[]>>();

/** What any rule of a stage looks at beyond the item; mostly nothing. */
export function surroundingsOfStage(process: Process, stage: string): Surrounding[] {
  const known = ofStages.get(process) ?? new Map<string, Surrounding[]>();
  ofStages.set(process, known);
  const found = known.get(stage);
  if (found !== undefined) return found;
  const { definition } = process;
  const events = [
    ...Object.keys(definition.states[stage]?.on ?? {}),
    ...Object.keys(definition.on ?? {}),
  ];
  const needed = [
    ...new Set(events.flatMap((event) => surroundingsOfEvent(process, stage, event))),
  ];
  known.set(stage, needed);
  return needed;
}
