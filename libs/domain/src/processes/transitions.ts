import type {
  NamedReference,
  ProcessDefinition,
  StageDefinition,
  TransitionDefinition,
} from '../process-definition.js';
import { rulesOf } from '../process-machine.js';

/** A guard that holds when every one of the named rules does. */
export function when(...rules: (string | NamedReference)[]): NamedReference {
  return {
    type: 'all',
    params: { rules: rules.map((rule) => (typeof rule === 'string' ? { type: rule } : rule)) },
  };
}

export function actions(...names: string[]): NamedReference[] {
  return names.map((type) => ({ type }));
}

/** From a reviewing stage back to earlier ones. */
export interface ReturnRoute {
  from: string;
  to: string[];
  /** resume: the work comes straight back to `from`. restart: it passes every stage between them again. */
  afterwards: 'resume' | 'restart';
}

/**
 * Adds `request_changes` along each route. `forward` names, for each stage that work can be returned to, the event
 * that sends it on: `{ drafting: 'submit' }` lets `submit` in drafting go straight to the reviewer who is waiting.
 */
export function withReturns(
  definition: ProcessDefinition,
  routes: ReturnRoute[],
  forward: Record<string, string>,
): ProcessDefinition {
  const states: Record<string, StageDefinition> = structuredClone(definition.states);
  for (const { from, to, afterwards } of routes) {
    states[from]!.on = {
      ...states[from]!.on,
      request_changes: to.map((target) => ({
        target,
        guard: when(
          { type: 'returns_to', params: { stage: target } },
          'reason_given',
          'comment_given',
        ),
        actions: [
          ...actions('clear_approvals'),
          afterwards === 'resume'
            ? { type: 'resume_at', params: { stage: from } }
            : { type: 'restart' },
        ],
      })),
    };
  }
  for (const [stage, event] of Object.entries(forward)) {
    const onward = states[stage]!.on![event]!;
    const waiting = routes.filter(
      ({ to, afterwards }) => afterwards === 'resume' && to.includes(stage),
    );
    states[stage]!.on![event] = [
      ...waiting.map(({ from }) => resumed(definition, from)),
      ...onward,
    ];
  }
  return { ...definition, states };
}

/** Straight back to the stage that is waiting, under the rules by which it is entered otherwise. */
function resumed({ states }: ProcessDefinition, stage: string): TransitionDefinition {
  const entering = Object.values(states)
    .flatMap(({ on = {} }) => Object.values(on).flat())
    .find(({ target }) => target === stage);
  return {
    target: stage,
    guard: when(
      { type: 'resumes_at', params: { stage } },
      ...(entering === undefined ? [] : rulesOf(entering)),
    ),
    actions: actions('clear_resume'),
  };
}
