import canonicalize from 'canonicalize';
import { type AnyStateMachine, assign, createMachine } from 'xstate';
import { sha256 } from './identifiers.js';
import { withImpliedRules } from './implied-rules.js';
import { CONTEXT_ACTIONS, type ContextAction, type Effect, EFFECTS } from './process-actions.js';
import type {
  NamedReference,
  ProcessDefinition,
  TransitionDefinition,
  WorkContext,
} from './process-definition.js';
import type { RuleFacts } from './rule-facts.js';
import { ruleNamed, RULES } from './rules.js';

/** The event as the machine sees it: its name and what its rules may look at. */
export interface MachineEvent {
  type: string;
  facts: RuleFacts;
}

/** A definition made executable; costs about 300 µs, so keep it per digest. */
export interface Process {
  /** of the definition as it is stored */
  digest: string;
  /** as it is carried out, with the rules that go without saying */
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

/** The rules of a transition, which stand under its guard `all`. */
export function rulesOf(transition: TransitionDefinition): NamedReference[] {
  return (transition.guard?.params?.['rules'] ?? []) as NamedReference[];
}

/** The transitions that an event has in a stage; those of the stage stand before those of the whole process. */
export function transitionsFor(
  definition: ProcessDefinition,
  stage: string,
  event: string,
): TransitionDefinition[] {
  const state = definition.states[stage];
  if (state === undefined || state.type === 'final') return [];
  return [...ownIn(state.on, event), ...ownIn(definition.on, event)];
}

/** Whether an event reaches beyond the item in this way, in any stage of the process. */
export function mayHaveEffect({ definition }: Process, event: string, effect: Effect): boolean {
  return Object.keys(definition.states)
    .flatMap((stage) => transitionsFor(definition, stage, event))
    .some(({ actions = [] }) => actions.some(({ type }) => type === effect));
}

/** An event may be called `constructor`; only what the definition itself lists counts. */
function ownIn(
  on: Record<string, TransitionDefinition[]> | undefined,
  event: string,
): TransitionDefinition[] {
  return on !== undefined && Object.hasOwn(on, event) ? on[event]! : [];
}

/**
 * Makes a definition executable. Throws, naming what it found and where, when it names a stage, a rule or an action
 * that does not exist: XState itself lets an unknown action pass and an unknown guard throw only when it is reached.
 */
export function compileProcess(stored: ProcessDefinition): Process {
  checkNames(stored);
  const definition = withImpliedRules(stored);
  const config = { ...definition, options: { maxIterations: 100 } };
  // The config is data, so XState can infer nothing from it: checkNames has looked instead.
  const machine = createMachine(config as never, IMPLEMENTATIONS as never) as unknown;
  return { digest: processDigest(stored), definition, machine: machine as AnyStateMachine };
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
  requireStage(definition, 'initial', definition.initial);
  for (const [stage, { on = {} }] of Object.entries(definition.states)) {
    checkTransitions(definition, on, `${stage}.`);
  }
  checkTransitions(definition, definition.on ?? {}, '');
}

function checkTransitions(
  definition: ProcessDefinition,
  on: Record<string, TransitionDefinition[]>,
  prefix: string,
): void {
  const actions = [...Object.keys(CONTEXT_ACTIONS), ...EFFECTS];
  for (const [event, transitions] of Object.entries(on)) {
    const at = prefix + event;
    for (const transition of transitions) {
      if (transition.target !== undefined) {
        requireStage(definition, at, transition.target.replace(/^\./u, ''));
      }
      requireGuard(definition, at, transition.guard);
      for (const { type } of rulesOf(transition)) {
        requireOneOf(definition, at, { what: 'a rule', known: Object.keys(RULES), found: type });
      }
      for (const { type } of transition.actions ?? []) {
        requireOneOf(definition, at, { what: 'an action', known: actions, found: type });
      }
    }
  }
}

function requireStage(definition: ProcessDefinition, at: string, found: string): void {
  const known = Object.keys(definition.states);
  requireOneOf(definition, at, { what: 'a stage', known, found });
}

function requireGuard({ id }: ProcessDefinition, at: string, guard?: NamedReference): void {
  if (guard === undefined) return;
  if (guard.type === 'all' && Array.isArray(guard.params?.['rules'])) return;
  throw new Error(
    `Process "${id}", ${at}: expected the guard "all" with params.rules; found "${guard.type}".`,
  );
}

function requireOneOf(
  { id }: ProcessDefinition,
  at: string,
  { what, known, found }: { what: string; known: string[]; found: string },
): void {
  if (known.includes(found)) return;
  throw new Error(
    `Process "${id}", ${at}: expected ${what}, one of ${known.join(', ')}; found "${found}".`,
  );
}
