import type {
  NamedReference,
  ProcessDefinition,
  ProcessEventMeta,
  StageDefinition,
  StageMeta,
  TransitionDefinition,
} from '../process-definition.js';
import { rulesOf } from '../process-machine.js';
import { type RuleName, RULES } from '../rules.js';

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

/** From a reviewing stage to the stage that an approval leads to. */
export interface ReviewRoute {
  from: string;
  to: string;
  /** rules that an approval has to keep beside those of every approval */
  also?: string[];
  /** what the approval does that leaves the stage, beside recording the vote */
  does?: string[];
}

/** What a reviewer sends as the holder of a task; a vote is taken back without one. */
export const REVIEWER_EVENTS = ['approve', 'approve_with_comment', 'request_changes'];

/** Votes are counted where it takes more than one to leave the stage. */
function countsVotes({ quorum = 1 }: Pick<StageMeta, 'quorum'>): boolean {
  return quorum > 1;
}

/** The events of a reviewing stage: those of `withReview`, and `request_changes` of `withReturns`. */
export function reviewEvents(meta: Pick<StageMeta, 'quorum'>): string[] {
  return [...REVIEWER_EVENTS, ...(countsVotes(meta) ? ['withdraw'] : [])];
}

/**
 * Adds voting to a stage: `approve`, `approve_with_comment` and, where the quorum of its meta counts several votes,
 * `withdraw`, which takes one's own vote back. Nobody could withdraw the vote that alone leaves the stage.
 */
export function withReview(
  definition: ProcessDefinition,
  { from, to, also = [], does = [] }: ReviewRoute,
): ProcessDefinition {
  const stage = definition.states[from]!;
  const on = {
    ...stage.on,
    approve: approvals(stage.meta, { to, rules: also, does }),
    approve_with_comment: approvals(stage.meta, { to, rules: [...also, 'comment_given'], does }),
    ...(countsVotes(stage.meta) && {
      withdraw: [{ guard: when('voted'), actions: actions('withdraw_vote') }],
    }),
  };
  const { meta } = definition;
  const events = countsVotes(stage.meta)
    ? { ...meta.events, withdraw: withdrawal(meta.events['withdraw'], stage.meta) }
    : meta.events;
  return {
    ...definition,
    meta: { ...meta, events },
    states: { ...definition.states, [from]: { ...stage, on } },
  };
}

/** Whoever approved has no task any more, so a vote is taken back by function; that it is one's own is for a rule. */
function withdrawal(
  known: ProcessEventMeta | undefined,
  { activities }: StageMeta,
): ProcessEventMeta {
  const voting = activities.flatMap(({ raci }) => raci.responsible);
  return {
    label: known?.label ?? 'Take the approval back',
    by: [...new Set([...(known?.by ?? []), ...voting])],
  };
}

function approvals(
  meta: StageMeta,
  leaving: { to: string; rules: string[]; does: string[] },
): TransitionDefinition[] {
  const rules = ['text_was_seen', 'author_is_not_approver', 'approves_once', ...leaving.rules];
  const vote = { guard: when(...rules), actions: actions('record_vote') };
  const last = { target: leaving.to, actions: actions('record_vote', ...leaving.does) };
  if (!countsVotes(meta)) return [{ ...last, guard: vote.guard }];
  const reached = { type: 'reaches_quorum', params: { of: meta.quorum } };
  return [{ ...last, guard: when(...rules, reached) }, vote];
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
          { type: 'attribute_rework', params: { stage: target } },
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

/**
 * Straight back to the stage that is waiting, under the rules about the item by which it is entered otherwise; those
 * about the sender or the event, of an approval that led there for instance, were meant for that event.
 */
function resumed({ states }: ProcessDefinition, stage: string): TransitionDefinition {
  const entering = Object.values(states)
    .flatMap(({ on = {} }) => Object.values(on).flat())
    .find(({ target }) => target === stage);
  return {
    target: stage,
    guard: when(
      { type: 'resumes_at', params: { stage } },
      ...(entering === undefined ? [] : rulesOf(entering).filter(isAboutItem)),
    ),
    actions: actions('clear_resume'),
  };
}

function isAboutItem({ type }: NamedReference): boolean {
  return Object.hasOwn(RULES, type) && RULES[type as RuleName].kind === 'state';
}
