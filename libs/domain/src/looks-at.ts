import { type Process, rulesOf, transitionsFor } from './process-machine.js';
import { ruleNamed } from './rules.js';
import type { Surrounding } from './surroundings.js';

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
