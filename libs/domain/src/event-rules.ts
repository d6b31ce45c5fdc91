import type { Actor } from './actor.js';
import type { EventInput } from './command.js';
import type { ItemState } from './item-state.js';
import type { NamedReference } from './process-definition.js';
import { type Process, rulesOf, transitionsFor } from './process-machine.js';
import { type Reason, type Refusal, refuse } from './refusal.js';
import type { RuleFacts } from './rule-facts.js';
import type { Rule } from './rule.js';
import { ruleNamed } from './rules.js';
import { type Standing, standingFor } from './standing.js';
import { NO_SURROUNDINGS, type Surroundings } from './surroundings.js';

/** An event on the scales: what is sent, by whom, when, and in which surroundings. */
export interface Sending {
  actor: Actor;
  event: string;
  input: EventInput;
  /** ISO 8601 UTC; null where an event is only considered */
  at: string | null;
  surroundings?: Surroundings | undefined;
}

/** A rule that does not hold, and whether the sender can answer it with a field of the event. */
export interface FailedRule extends Reason {
  asks: keyof EventInput | null;
  /** whether the rule is about who sends the event */
  aboutActor: boolean;
}

export type Weighed =
  | { accepted: true; standing: Standing & { may: true }; facts: RuleFacts }
  | { accepted: false; refusal: Refusal; standing: Standing; failed: FailedRule[] };

/**
 * Everything that stands between an event and its happening: who may send it, then each rule. The one place that says
 * so, for what is sent, for what is only asked (`whyNot`) and for what is shown (`availableEvents`).
 */
export function weighEvent(process: Process, item: ItemState, sending: Sending): Weighed {
  const { actor, event, input, at, surroundings = NO_SURROUNDINGS } = sending;
  const standing = standingFor(process, item, actor, { type: event, input });
  const { activity, membership } = standing;
  const facts: RuleFacts = { item, actor, input, at, activity, membership, surroundings };
  const failed = [
    ...failedRules(process, item, { event, facts }),
    ...(standing.may && standing.overrides ? unexplained(facts) : []),
  ];
  const reasons = failed.map(withoutAsking);
  if (transitionsFor(process.definition, item.stage, event).length === 0) {
    return { accepted: false, standing, failed: [], refusal: notKnown(process, item, event) };
  }
  if (!standing.may) {
    const refusal = refuse(standing.kind, ...standing.reasons, ...reasons);
    return { accepted: false, standing, failed, refusal };
  }
  if (failed.length > 0) {
    const kind = failed.some(({ aboutActor }) => aboutActor) ? 'forbidden' : 'conflict';
    return { accepted: false, standing, failed, refusal: refuse(kind, ...reasons) };
  }
  return { accepted: true, standing, facts };
}

/** Every reason why an event would be refused, empty exactly when `decide` accepts it. */
export function whyNot(process: Process, item: ItemState, sending: Sending): Reason[] {
  const weighed = weighEvent(process, item, sending);
  return weighed.accepted ? [] : weighed.refusal.reasons;
}

function notKnown(process: Process, item: ItemState, event: string): Refusal {
  const { definition } = process;
  const stage = definition.states[item.stage]!;
  const known =
    stage.type === 'final'
      ? []
      : [...Object.keys(stage.on ?? {}), ...Object.keys(definition.on ?? {})].filter(
          (name) => !isForLineOnly(process, name),
        );
  return refuse('conflict', {
    code: 'event_not_possible',
    detail: `Expected an event that ${item.stage} knows (${known.join(', ') || 'it is final and knows none'}); found "${event}".`,
    remedy:
      known.length === 0
        ? 'Nothing more can happen to this item.'
        : `Send one of ${known.join(', ')}.`,
  });
}

/** An override says why. */
function unexplained({ input }: RuleFacts): FailedRule[] {
  const { holds, explain, remedy } = ruleNamed('comment_given');
  const facts = { input } as RuleFacts;
  if (holds(facts, {})) return [];
  return [
    {
      code: 'comment_given',
      detail: explain(facts, {}),
      remedy: remedy(facts, {}),
      asks: 'comment',
      aboutActor: false,
    },
  ];
}

/**
 * Each rule that keeps an event from happening, empty when none does. Where an event has several transitions, those
 * of the transition that comes closest: with the fewest that no field can answer, then with the fewest. Choices of the
 * process count only where they exclude every transition. Stages that only `returnTo` tells apart are named together.
 */
function failedRules(
  process: Process,
  item: ItemState,
  { event, facts }: { event: string; facts: RuleFacts },
): FailedRule[] {
  const candidates = transitionsFor(process.definition, item.stage, event).map((transition) =>
    rulesOf(transition).filter(({ type, params = {} }) => !ruleNamed(type).holds(facts, params)),
  );
  const open = candidates.filter((failed) =>
    failed.every(({ type }) => ruleNamed(type).kind !== 'choice'),
  );
  const beyondAnswer = (failed: NamedReference[]) =>
    failed.filter(({ type }) => askedBy(ruleNamed(type), facts) === null).length;
  const closest =
    (open.length === 0 ? candidates : open).toSorted(
      (one, other) => beyondAnswer(one) - beyondAnswer(other) || one.length - other.length,
    )[0] ?? [];
  const returnTargets = candidates
    .flat()
    .filter(({ type }) => type === 'returns_to')
    .map(({ params }) => String(params?.['stage']));
  return closest.map(({ type, params = {} }) => {
    const rule = ruleNamed(type);
    const shown = type === 'returns_to' ? { stage: returnTargets.join(', ') } : params;
    return {
      code: type,
      detail: rule.explain(facts, shown),
      remedy: rule.remedy(facts, shown),
      asks: askedBy(rule, facts),
      aboutActor: rule.kind === 'actor',
    };
  });
}

/** The field by which a sender can satisfy a rule, or null where no field could. */
function askedBy({ asks, answerable }: Rule, facts: RuleFacts): keyof EventInput | null {
  if (asks === undefined || answerable?.(facts) === false) return null;
  return asks;
}

/** The fields that the rules of an event in a stage may ask for. */
export function fieldsAskedFor(
  { definition }: Process,
  stage: string,
  event: string,
): (keyof EventInput)[] {
  const rules = transitionsFor(definition, stage, event).flatMap(rulesOf);
  return rules.flatMap(({ type }) => ruleNamed(type).asks ?? []);
}

/** An event that the present stage knows, and what stands between this actor and it. */
export interface AvailableEvent {
  event: string;
  label: string;
  /** nothing but the fields named in `requires` is missing */
  allowed: boolean;
  /** fields that the event must bring */
  requires: string[];
  reasons: Reason[];
}

function isForLineOnly({ definition }: Process, event: string): boolean {
  const by = definition.meta.events[event]?.by ?? [];
  return by.length > 0 && by.every((name) => name === 'line');
}

/** The events of the item's stage for this actor, each blocked one with its reasons. Events of Baton itself are left out. */
export function availableEvents(
  process: Process,
  item: ItemState,
  actor: Actor,
  surroundings: Surroundings = NO_SURROUNDINGS,
): AvailableEvent[] {
  const stage = process.definition.states[item.stage]!;
  if (stage.type === 'final') return [];
  const names = [
    ...new Set([...Object.keys(stage.on ?? {}), ...Object.keys(process.definition.on ?? {})]),
  ];
  return names
    .filter((name) => !isForLineOnly(process, name))
    .map((name) => {
      const sending = { actor, event: name, input: {}, at: null, surroundings };
      const weighed = weighEvent(process, item, sending);
      const { standing } = weighed;
      const failed = weighed.accepted ? [] : weighed.failed;
      const reasons = [
        ...(standing.may ? [] : standing.reasons),
        ...failed.filter(({ asks }) => asks === null).map(withoutAsking),
      ];
      return {
        event: name,
        label: process.definition.meta.events[name]?.label ?? name,
        allowed: reasons.length === 0,
        requires: failed.flatMap(({ asks }) => (asks === null ? [] : [asks])),
        reasons,
      };
    });
}

function withoutAsking({ code, detail, remedy }: FailedRule): Reason {
  return { code, detail, remedy };
}
