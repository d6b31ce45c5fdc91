import { type Actor, actorId, worksIn } from '../actor.js';
import type { Fact } from '../facts.js';
import { canonicalJson } from '../process-machine.js';
import { type Invalid, type Refusal, refuse } from '../refusal.js';
import { checkGoal, checkRetrospective } from './check-goal.js';
import { EMPTY_GOAL, type Goal, type GoalFields, PROMISE_FIELDS, SUPPORT_FIELDS } from './goal.js';
import { goalFacts } from './goal-facts.js';
import { blocking, type GoalSurroundings, lintGoal } from './lint-goal.js';

/** What somebody does about a goal. */
export type GoalCommand =
  | { type: 'create'; goal: Pick<GoalFields, 'title'> & Partial<GoalFields> }
  | { type: 'change'; changes: Partial<GoalFields> }
  | { type: 'activate' }
  | { type: 'close'; actual: number; retrospective: string };

/** Where and when it arrives. */
export interface GoalMoment {
  workspaceId: string;
  goalId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds */
  at: string;
  /** as the goal would stand after the command, where that names another sponsor or other conflicts */
  surroundings: GoalSurroundings;
}

/** One entry of a goal's history: what was done, each changed field with its value before and after. */
export type GoalEntry =
  | { type: 'create'; goal: GoalFields }
  | { type: 'change'; changes: Record<string, { from: unknown; to: unknown }> }
  | { type: 'activate' }
  | { type: 'close'; actual: number; retrospective: string };

/** An accepted command: everything that has to be written, together or not at all. */
export interface GoalChange {
  outcome: 'changed';
  before: Goal | null;
  after: Goal;
  at: string;
  entry: GoalEntry;
  facts: Fact[];
}

export type GoalDecision = GoalChange | { outcome: 'unchanged' } | Refusal | Invalid;

/** What a command does to a goal, or why it may not. Pure. `before` is null for `create` and only there. */
export function decideGoal(
  before: Goal | null,
  command: GoalCommand,
  moment: GoalMoment,
): GoalDecision {
  if (command.type === 'create') return decideCreation(command, moment);
  if (before === null) throw new Error(`Expected a goal for "${command.type}"; found none.`);
  switch (command.type) {
    case 'change':
      return decideChange(before, command.changes, moment);
    case 'activate':
      return decideActivation(before, moment);
    case 'close':
      return decideClosing(before, command, moment);
  }
}

/** The functions that keep goals, beside the sponsor of each. */
const KEEPERS = ['enablement', 'executive_management'];

/** The refusal for somebody who may not touch a goal with this sponsor, or null. */
export function whyNotKept(actor: Actor, sponsorId: string | null): Refusal | null {
  if (worksIn(actor, KEEPERS) || actorId(actor) === sponsorId) return null;
  return refuse('forbidden', {
    code: 'not_your_function',
    detail: 'Goals are kept by enablement, executive_management and the sponsor of each.',
    remedy: 'Ask one of them.',
  });
}

function decideCreation(
  { goal }: Extract<GoalCommand, { type: 'create' }>,
  moment: GoalMoment,
): GoalDecision {
  const fields: GoalFields = inOrder({ ...EMPTY_GOAL, ...goal });
  const refusal = whyNotKept(moment.actor, fields.sponsorId);
  if (refusal !== null) return refusal;
  const problems = checkGoal(goal, moment.goalId);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const { workspaceId, goalId: id } = moment;
  const rest = { status: 'draft', version: 0, actual: null, retrospective: null } as const;
  const after: Goal = { workspaceId, id, ...fields, ...rest };
  return complete(null, after, { type: 'create', goal: fields }, moment);
}

function decideChange(
  before: Goal,
  changes: Partial<GoalFields>,
  moment: GoalMoment,
): GoalDecision {
  const refusal = whyNotKept(moment.actor, before.sponsorId) ?? whyNotOpen(before);
  if (refusal !== null) return refusal;
  const problems = checkGoal(changes, before.id);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const after: Goal = inOrder({ ...before, ...changes });
  const changed = differences(before, after);
  const fixed = PROMISE_FIELDS.filter((field) => changed[field] !== undefined);
  if (before.status === 'active' && fixed.length > 0) {
    return refuse('conflict', {
      code: 'fixed_since_activation',
      detail: `What an active goal promises stands: ${fixed.join(', ')} cannot change any more. Close it and make another.`,
      remedy: 'Close the goal, and draft another.',
    });
  }
  if (Object.keys(changed).length === 0) return { outcome: 'unchanged' };
  if (before.status === 'active') {
    const known = blocking(lintGoal(before, moment.surroundings)).map(({ code }) => code);
    const reasons = blocking(lintGoal(after, moment.surroundings));
    const introduced = reasons.filter(({ code }) => !known.includes(code));
    if (introduced.length > 0) return refuse('conflict', ...introduced);
  }
  return complete(before, after, { type: 'change', changes: changed }, moment);
}

function decideActivation(before: Goal, moment: GoalMoment): GoalDecision {
  const refusal =
    whyNotKept(moment.actor, before.sponsorId) ?? whyNotIn(before, 'draft', 'activated');
  if (refusal !== null) return refusal;
  const reasons = blocking(lintGoal(before, moment.surroundings));
  if (reasons.length > 0) return refuse('conflict', ...reasons);
  return complete(before, { ...before, status: 'active' }, { type: 'activate' }, moment);
}

function decideClosing(
  before: Goal,
  { actual, retrospective }: Extract<GoalCommand, { type: 'close' }>,
  moment: GoalMoment,
): GoalDecision {
  const refusal =
    whyNotKept(moment.actor, before.sponsorId) ?? whyNotIn(before, 'active', 'closed');
  if (refusal !== null) return refusal;
  const problems = checkRetrospective(retrospective);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const after: Goal = { ...before, status: 'closed', actual, retrospective };
  return complete(before, after, { type: 'close', actual, retrospective }, moment);
}

function whyNotOpen(goal: Goal): Refusal | null {
  if (goal.status !== 'closed') return null;
  return refuse('conflict', {
    code: 'goal_is_closed',
    detail: 'This goal is closed; what it came to stands.',
    remedy: 'Draft another goal.',
  });
}

function whyNotIn(goal: Goal, status: Goal['status'], done: string): Refusal | null {
  if (goal.status === status) return null;
  return refuse('conflict', {
    code: `goal_is_${goal.status}`,
    detail: `Only a goal that is ${status} can be ${done}; this one is ${goal.status}.`,
    remedy: goal.status === 'draft' ? 'Activate it first.' : 'Draft another goal.',
  });
}

/** Conflicts have no order of their own. */
function inOrder<T extends GoalFields>(fields: T): T {
  return { ...fields, conflictsWith: fields.conflictsWith.toSorted() };
}

function differences(before: Goal, after: Goal): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    [...PROMISE_FIELDS, ...SUPPORT_FIELDS]
      .filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
}

function complete(
  before: Goal | null,
  drafted: Goal,
  entry: GoalEntry,
  { actor, at }: GoalMoment,
): GoalChange {
  const after = { ...drafted, version: drafted.version + 1 };
  const facts = goalFacts(before, after, { actor, at });
  return { outcome: 'changed', before, after, at, entry, facts };
}
