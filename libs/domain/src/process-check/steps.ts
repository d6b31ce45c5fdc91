import type { Actor, Membership } from '../actor.js';
import type { ItemState } from '../item-state.js';
import { CONTEXT_ACTIONS, type ContextAction } from '../process-actions.js';
import {
  type Activity,
  EMPTY_CONTEXT,
  type NamedReference,
  type ProcessDefinition,
  type TransitionDefinition,
  type WorkContext,
} from '../process-definition.js';
import { canonicalJson, rulesOf } from '../process-machine.js';
import type { RuleFacts } from '../rule-facts.js';
import { type RuleName, RULES } from '../rules.js';
import { NO_SURROUNDINGS } from '../surroundings.js';
import { activitiesListing } from './places.js';
import { type Voting, votingFunction } from './voting.js';

/** A transition that a sender may take in a stage, if its rules hold. */
export interface Step {
  stage: string;
  event: string;
  transition: TransitionDefinition;
  /** of the whole process, not of the stage */
  ofRoot: boolean;
  sender: Sender;
  /** rules that only select between transitions */
  choices: NamedReference[];
  /** the choices of transitions that are tried before and otherwise want no more: where they hold, those are taken */
  preceding: NamedReference[][];
}

type Acting = Pick<Step, 'stage' | 'transition' | 'sender'>;

interface Sender {
  activity: Activity | null;
  actor: Actor;
  membership: Membership;
}

/** Every step of a stage; with its votes, by each sender where it matters who sends, else by one. */
export function stepsIn(
  definition: ProcessDefinition,
  stage: string,
  voting: Voting | null,
): Step[] {
  const { on = {}, type } = definition.states[stage]!;
  if (type === 'final') return [];
  const root = definition.on ?? {};
  return [...new Set([...Object.keys(on), ...Object.keys(root)])].flatMap((event) => {
    const own = Object.hasOwn(on, event) ? on[event]! : [];
    const transitions = [...own, ...(Object.hasOwn(root, event) ? root[event]! : [])];
    const senders = sendersOf(definition, stage, event, voting);
    const asked = mindSender(transitions, stage, senders) ? senders : senders.slice(0, 1);
    const asking = transitions.map((transition) => asks(transition));
    const preceding = asking.map(({ demands }, index) =>
      asking
        .slice(0, index)
        .filter((earlier) => earlier.demands.every((rule) => demands.includes(rule)))
        .map(({ choices }) => choices),
    );
    return transitions.flatMap((transition, index) =>
      asked.map((sender) => ({
        stage,
        event,
        transition,
        ofRoot: index >= own.length,
        sender,
        choices: asking[index]!.choices,
        preceding: preceding[index]!,
      })),
    );
  });
}

/** Whether it makes a difference who sends: to a choice, or, seen by two of them, to what is remembered. */
function mindSender(
  transitions: TransitionDefinition[],
  stage: string,
  senders: Sender[],
): boolean {
  return transitions.some((transition) => {
    if (rulesOf(transition).some((rule) => isChoice(rule))) return true;
    const after = senders
      .slice(0, 2)
      .map((sender) => canonicalJson(remembered({ stage, sender, transition }, EMPTY_CONTEXT)));
    return new Set(after).size > 1;
  });
}

/** One sender for each vote that can be given; without votes, one. */
function sendersOf(
  definition: ProcessDefinition,
  stage: string,
  event: string,
  voting: Voting | null,
): Sender[] {
  const activities = activitiesListing(definition, stage, event);
  if (voting === null) {
    return [{ activity: activities[0] ?? null, ...someone('nobody', 'nobody') }];
  }
  const vote = voting.voteOn(stage, event);
  if (activities.length > 0) {
    const { functionOf } = voting.mostVotes(vote);
    return activities.map((activity) => ({
      activity,
      ...someone(activity.key, votingFunction(functionOf, activity)),
    }));
  }
  const named = vote.voters.map(({ key }) => ({ activity: null, ...someone(key, key) }));
  return named.length > 0 ? named : [{ activity: null, ...someone('nobody', 'nobody') }];
}

function someone(id: string, name: string): Omit<Sender, 'activity'> {
  const membership = { function: name, region: null, locale: null };
  return { actor: { kind: 'person', id, via: null, memberships: [membership] }, membership };
}

function isKnownRule(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}

function isChoice({ type }: NamedReference): boolean {
  return isKnownRule(type) && RULES[type].kind === 'choice';
}

/** The rules of a transition: its choices, and what it demands otherwise, each in canonical JSON. */
function asks(transition: TransitionDefinition) {
  const rules = rulesOf(transition);
  return {
    choices: rules.filter((rule) => isChoice(rule)),
    demands: rules.filter((rule) => !isChoice(rule)).map((rule) => canonicalJson(rule)),
  };
}

/**
 * Whether a step can be taken with what the process remembers. Only choices are asked: what a rule wants of the
 * sender, the event or the item, somebody can bring about. An earlier transition that wants no more is taken first.
 */
export function canBeTaken(step: Step, context: WorkContext): boolean {
  if (step.choices.length === 0 && step.preceding.length === 0) return true;
  const facts = factsOf(step, context);
  const hold = (choices: NamedReference[]) =>
    choices.every(({ type, params = {} }) => RULES[type as RuleName].holds(facts, params));
  return hold(step.choices) && !step.preceding.some((choices) => hold(choices));
}

/** What the process remembers after a step, by the actions that would do it. Unknown ones are found elsewhere. */
export function remembered(step: Acting, context: WorkContext): WorkContext {
  const after = (step.transition.actions ?? []).reduce((sofar, { type, params = {} }) => {
    const change = Object.hasOwn(CONTEXT_ACTIONS, type)
      ? (CONTEXT_ACTIONS[type as keyof typeof CONTEXT_ACTIONS] as ContextAction)
      : null;
    return change === null ? sofar : { ...sofar, ...change(sofar, factsOf(step, sofar), params) };
  }, context);
  const { target = step.stage } = step.transition;
  if (target.replace(/^\./u, '') === step.stage) return after;
  // Votes count in the stage they were given in, but for those that old processes recorded without it.
  return { ...after, approvals: after.approvals.filter((given) => given.stage === undefined) };
}

function factsOf({ stage, sender }: Acting, context: WorkContext): RuleFacts {
  const item = { ...SOME_ITEM, stage, context };
  return { item, ...sender, input: {}, at: null, surroundings: NO_SURROUNDINGS };
}

/** An item that has all that can be asked of one; where it stands and what it remembers is set at each step. */
const SOME_ITEM: ItemState = {
  workspaceId: '',
  id: '',
  kind: 'content',
  slug: '',
  locale: 'en',
  description: {
    title: '',
    type: null,
    audience: [],
    purpose: null,
    journeyStage: [],
    ownerFunction: 'owner',
    requiredLocales: [],
    goalId: null,
  },
  processDigest: '',
  stage: '',
  context: EMPTY_CONTEXT,
  version: 1,
  auditHash: '',
  revision: { number: 1, digest: '', size: 1, sections: [] },
  source: { itemId: '', digest: '' },
  arrival: null,
  blockers: [],
  links: [],
  openComments: [],
  attachments: [],
  translation: null,
  openTasks: [],
};
