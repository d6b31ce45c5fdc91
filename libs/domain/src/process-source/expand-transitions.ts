import type { NamedReference, TransitionDefinition } from '../process-definition.js';
import { when } from '../processes/transitions.js';
import type { SourceOn, SourceReference, SourceTransition, SourceTransitions } from './source.js';

/** The transitions of a stage, each as an object in a list. */
export function expandStageOn(on: SourceOn): Record<string, TransitionDefinition[]> {
  return expandOn(on, (stage) => stage.replace(/^\./u, ''));
}

/** The transitions of the whole process; their targets are written `.stage`. */
export function expandRootOn(on: SourceOn): Record<string, TransitionDefinition[]> {
  return expandOn(on, (stage) => (stage.startsWith('.') ? stage : `.${stage}`));
}

function expandOn(
  on: SourceOn,
  targetOf: (stage: string) => string,
): Record<string, TransitionDefinition[]> {
  return Object.fromEntries(
    Object.entries(on).map(([event, transitions]) => [
      event,
      listed(transitions).map((transition) => expandTransition(transition, targetOf)),
    ]),
  );
}

function listed(transitions: SourceTransitions): SourceTransition[] {
  const list = Array.isArray(transitions) ? transitions : [transitions];
  return list.map((one) => (typeof one === 'string' ? { target: one } : one));
}

function expandTransition(
  { target, guard, rules = [], actions }: SourceTransition,
  targetOf: (stage: string) => string,
): TransitionDefinition {
  const guarded = rules.length === 0 ? guard && expandGuard(guard) : when(...rules);
  return {
    ...(target !== undefined && { target: targetOf(target) }),
    ...(guarded !== undefined && { guard: guarded }),
    ...(actions !== undefined && { actions: actions.map((action) => expandReference(action)) }),
  };
}

function expandGuard(guard: NamedReference): NamedReference {
  const rules = guard.params?.['rules'] as SourceReference[] | undefined;
  if (rules === undefined) return guard;
  return { ...guard, params: { rules: rules.map((rule) => expandReference(rule)) } };
}

function expandReference(reference: SourceReference): NamedReference {
  return typeof reference === 'string' ? { type: reference } : reference;
}
