import { isOutAt } from './announcement.js';
import type { ProcessDefinition, TransitionDefinition } from './process-definition.js';

/** By which an ordinary publication is known: it begins a new cycle, and is no exception. */
const BEGINS_CYCLE = 'start_new_cycle';
const EXCEPTION = 'note_exception';

/** The event by which an item in this stage goes out in the ordinary way; null where there is none. */
export function publishingEvent(definition: ProcessDefinition, stage: string): string | null {
  const { on = {} } = definition.states[stage]!;
  const publishes = ({ target, actions = [] }: TransitionDefinition) =>
    target !== undefined &&
    isOutAt(definition, target) &&
    actions.some(({ type }) => type === BEGINS_CYCLE) &&
    actions.every(({ type }) => type !== EXCEPTION);
  return Object.entries(on).find(([, transitions]) => transitions.some(publishes))?.[0] ?? null;
}
