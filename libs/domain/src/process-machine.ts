import canonicalize from 'canonicalize';
import { type AnyStateMachine, assign, createMachine } from 'xstate';
import { sha256 } from './identifiers.js';
import { CONTEXT_ACTIONS, type ContextAction, EFFECTS } from './process-actions.js';
import type {
  NamedReference,
  ProcessDefinition,
  TransitionDefinition,
  WorkContext,
} from './process-definition.js';
import { type RuleFacts, ruleNamed } from './rules.js';

/** The event as the machine sees it: its name and what its rules may look at. */
export interface MachineEvent {
  type: string;
  facts: RuleFacts;
}

/** A definition made executable; costs about 300 µs, so keep it per digest. */
export interface Process {
  digest: string;
  definition: ProcessDefinition;
  machine: AnyStateMachine;
}

/** The canonical JSON (RFC 8785) by which a definition is stored and named. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Expected a JSON value; found undefined.');
  return text;
}

export function processDigest(definition: ProcessDefinition): string {
  return sha256(canonicalJson(definition));
}

/** The rules of a transition, whether it names one or several under `all`. */
export function rulesOf(transition: TransitionDefinition): NamedReference[] {
  if (transition.guard === undefined) return [];
  return transition.guard.type === 'all'
    ? (transition.guard.params?.['rules'] as NamedReference[])
    : [transition.guard];
}

/** The transitions that an event has in a stage; those of the stage stand before those of the whole process. */
export function transitionsFor(
  definition: ProcessDefinition,
  stage: string,
  event: string,
): TransitionDefinition[] {
  const state = definition.states[stage];
  if (state === undefined || state.type === 'final') return [];
  return [...(state.on?.[event] ?? []), ...(definition.on?.[event] ?? [])];
}

/**
 * Makes a definition executable. Throws, naming what it found and where, when it names a stage, a rule or an action
 * that does not exist: XState itself lets an unknown action pass and an unknown guard throw only when it is reached.
 */
export function compileProcess(definition: ProcessDefinition): Process {
  checkNames(definition);
  const config = { ...definition, options: { maxIterations: 100 } };
  // The config is data, so XState can infer nothing from it: checkNames has looked instead.
  const machine = createMachine(config as never, IMPLEMENTATIONS as never) as unknown;
  return { digest: processDigest(definition), definition, machine: machine as AnyStateMachine };
}

interface MachineScope {
  context: WorkContext;
  event: MachineEvent;
}

const IMPLEMENTATIONS = {
  guards: {
    all: ({ event }: MachineScope, { rules }: { rules: NamedReference[] }) =>
      rules.every((rule) => ruleNamed(rule.type).holds(event.facts, rule.params ?? {})),
  },
  actions: {
    ...Object.fromEntries(
      Object.entries(CONTEXT_ACTIONS).map(([name, change]) => [name, contextAction(change)]),
    ),
    ...Object.fromEntries(EFFECTS.map((name) => [name, () => undefined])),
  },
};

function contextAction(change: ContextAction) {
  return assign(({ context, event }: MachineScope, params: Record<string, unknown> | undefined) =>
    change(context, event.facts, params ?? {}),
  );
}

function checkNames(definition: ProcessDefinition): void {
  const known = [...Object.keys(CONTEXT_ACTIONS), ...EFFECTS];
  const places = Object.entries(definition.states).flatMap(([stage, { on = {} }]) =>
    Object.entries(on).map(([event, transitions]) => ({ at: `${stage}.${event}`, transitions })),
  );
  for (const [event, transitions] of Object.entries(definition.on ?? {})) {
    places.push({ at: event, transitions });
  }
  for (const { at, transitions } of places) {
    for (const transition of transitions) {
      const target = transition.target?.replace(/^\./u, '');
      if (target !== undefined && definition.states[target] === undefined) {
        throw new Error(
          `Process "${definition.id}", ${at}: expected an existing stage as target; found "${target}".`,
        );
      }
      for (const rule of rulesOf(transition)) ruleNamed(rule.type);
      for (const action of transition.actions ?? []) {
        if (!known.includes(action.type)) {
          throw new Error(
            `Process "${definition.id}", ${at}: expected an action, one of ${known.join(', ')}; found "${action.type}".`,
          );
        }
      }
    }
  }
}
