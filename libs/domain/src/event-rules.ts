import { type Actor, actorId, worksIn } from './actor.js';
import type { EventInput } from './command.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Activity } from './process-definition.js';
import { type Process, rulesOf, transitionsFor } from './process-machine.js';
import type { Reason, Refusal } from './refusal.js';
import { resolveFunctions, whyNotRouted } from './routing.js';
import { ruleNamed } from './rules.js';

/** In which activity an actor may send an event, or each reason why not. */
export type Standing =
  | { may: true; activity: Activity | null; task: TaskState | null }
  | { may: false; kind: Refusal['kind']; reasons: Reason[]; activity: Activity | null };

/** Who may send this event in this stage: the holder of a task that lists it, or the functions that the process names. */
export function standingFor(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: string,
): Standing {
  const stage = process.definition.states[item.stage]!;
  const activities = stage.meta.activities.filter(({ events }) => events.includes(event));
  if (activities.length === 0) return standingByFunction(process, item, actor, event);

  const tasks = activities.flatMap((activity) => {
    const task = item.openTasks.find((open) => open.activity === activity.key);
    return task === undefined ? [] : [{ activity, task }];
  });
  const routed = tasks.filter(({ task }) => whyNotRouted(actor, task) === null);
  const held = routed.find(({ task }) => task.holderId === actorId(actor));
  if (held !== undefined) return { may: true, ...held };

  const offered = routed.find(({ task }) => task.status === 'offered');
  if (offered !== undefined) {
    return refusedStanding('conflict', offered.activity, {
      code: 'task_not_claimed',
      detail: `Claim the task "${offered.activity.label}" (${offered.task.id}) first.`,
    });
  }
  if (routed[0] !== undefined) {
    return refusedStanding('forbidden', routed[0].activity, {
      code: 'task_held_by_another',
      detail: `The task "${routed[0].activity.label}" is held by ${routed[0].task.holderId}.`,
    });
  }
  const elsewhere = tasks[0];
  if (elsewhere === undefined) {
    return refusedStanding('conflict', null, {
      code: 'no_open_task',
      detail: `No task for "${event}" is open any more in ${item.stage}.`,
    });
  }
  return {
    may: false,
    kind: 'forbidden',
    activity: null,
    reasons: [
      whyNotRouted(actor, {
        functions: [...new Set(tasks.flatMap(({ task }) => task.functions))],
        locale: elsewhere.task.locale,
      }) ?? { code: 'not_your_function', detail: 'This is for other functions.' },
    ],
  };
}

function standingByFunction(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: string,
): Standing {
  const by = process.definition.meta.events[event]?.by ?? [];
  const functions = resolveFunctions(
    by.filter((name) => name !== 'line'),
    item.description.ownerFunction,
  );
  const may = actor.kind === 'line' ? by.includes('line') : worksIn(actor, functions);
  if (may) return { may: true, activity: null, task: null };
  return refusedStanding('forbidden', null, {
    code: 'not_your_function',
    detail:
      functions.length === 0
        ? `"${event}" is sent by Baton itself.`
        : `"${event}" is for ${functions.join(' or ')}.`,
  });
}

function refusedStanding(
  kind: Refusal['kind'],
  activity: Activity | null,
  reason: Reason,
): Standing {
  return { may: false, kind, activity, reasons: [reason] };
}

/** A rule that does not hold, and whether the sender can answer it with a field of the event. */
export interface FailedRule extends Reason {
  asks: keyof EventInput | null;
  /** whether the rule is about who sends the event */
  aboutActor: boolean;
}

/**
 * Each rule that keeps an event from happening, empty when none does. Where an event has several transitions, those
 * of the transition that comes closest; stages that only `returnTo` tells apart are named together.
 */
export function failedRules(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: { type: string; input: EventInput; activity: Activity | null; at: string | null },
): FailedRule[] {
  const { input, activity, at } = event;
  const facts = { item, actor, input, activity, at };
  const candidates = transitionsFor(process.definition, item.stage, event.type).map((transition) =>
    rulesOf(transition).filter(({ type, params = {} }) => !ruleNamed(type).holds(facts, params)),
  );
  const open = candidates.filter((failed) =>
    failed.every(({ type }) => ruleNamed(type).kind !== 'choice'),
  );
  const closest = open.toSorted((one, other) => one.length - other.length)[0] ?? [];
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
      asks: rule.asks ?? null,
      aboutActor: rule.kind === 'actor',
    };
  });
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
export function availableEvents(process: Process, item: ItemState, actor: Actor): AvailableEvent[] {
  const stage = process.definition.states[item.stage]!;
  if (stage.type === 'final') return [];
  const names = [
    ...new Set([...Object.keys(stage.on ?? {}), ...Object.keys(process.definition.on ?? {})]),
  ];
  return names
    .filter((name) => !isForLineOnly(process, name))
    .map((name) => {
      const standing = standingFor(process, item, actor, name);
      const failed = failedRules(process, item, actor, {
        type: name,
        input: {},
        activity: standing.activity,
        at: null,
      });
      const reasons = [
        ...(standing.may ? [] : standing.reasons),
        ...failed.filter(({ asks }) => asks === null).map(({ code, detail }) => ({ code, detail })),
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
