import { type Actor, actorId, type Membership, worksIn } from './actor.js';
import type { EventInput } from './command.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Activity } from './process-definition.js';
import type { Process } from './process-machine.js';
import type { Reason, Refusal } from './refusal.js';
import { membershipFor, resolveFunctions, whyNotRouted } from './routing.js';

/** In which activity and which membership an actor may send an event, or each reason why not. */
export type Standing =
  | {
      may: true;
      activity: Activity | null;
      task: TaskState | null;
      membership: Membership | null;
      overrides: boolean;
    }
  | {
      may: false;
      kind: Refusal['kind'];
      reasons: Reason[];
      activity: Activity | null;
      membership: Membership | null;
    };

const REGIONAL = 'regional';

interface OpenActivity {
  activity: Activity;
  task: TaskState;
}

/** Who may send this event in this stage: the holder of a task that lists it, or the functions that the process names. */
export function standingFor(
  process: Process,
  item: ItemState,
  actor: Actor,
  { type: event, input }: { type: string; input: EventInput },
): Standing {
  const stage = process.definition.states[item.stage]!;
  const activities = stage.meta.activities.filter(({ events }) => events.includes(event));
  if (activities.length === 0) return standingByFunction(process, item, actor, event);
  const open = activities.flatMap((activity) => {
    const task = item.openTasks.find(({ activity: key }) => key === activity.key);
    return task === undefined ? [] : [{ activity, task }];
  });
  const held = open.find(({ task }) => isInHandsOf(actor, task));
  if (held !== undefined) {
    return { may: true, ...held, membership: membershipFor(actor, held.task), overrides: false };
  }
  if (input.override === true) return overriding(actor, open, event);
  return notHeld(actor, open, { event, stage: item.stage });
}

/** Whether an actor holds a task and still works in what it asks for, or was named for it by enablement. */
export function isInHandsOf(actor: Actor, task: TaskState): boolean {
  if (actor.kind !== 'person' || task.holderId !== actor.id) return false;
  return task.delegation?.to === actor.id || membershipFor(actor, task) !== null;
}

/** Enablement in the place of whoever should have acted. */
function overriding(actor: Actor, open: OpenActivity[], event: string): Standing {
  const [first] = open;
  if (first === undefined) return noOpenTask(event);
  const membership = membershipFor(actor, { functions: ['enablement'], locale: null });
  if (membership !== null) return { may: true, ...first, membership, overrides: true };
  return refusedStanding('forbidden', first.activity, {
    code: 'override_not_yours',
    detail: 'Only enablement acts in the place of another function.',
    remedy: 'Ask enablement, or let the function itself act.',
  });
}

function notHeld(
  actor: Actor,
  open: OpenActivity[],
  { event, stage }: { event: string; stage: string },
): Standing {
  const routed = open.filter(({ task }) => whyNotRouted(actor, task) === null);
  const offered = routed.find(
    ({ task }) =>
      task.status === 'offered' &&
      (task.delegation === null || task.delegation.to === actorId(actor)),
  );
  if (offered !== undefined) {
    const { activity, task } = offered;
    return refusedStanding(
      'conflict',
      activity,
      {
        code: 'task_not_claimed',
        detail: `Claim the task "${activity.label}" (${task.id}) first.`,
        remedy: `Claim the task ${task.id}.`,
      },
      membershipFor(actor, task),
    );
  }
  if (routed[0] !== undefined) {
    const { activity, task } = routed[0];
    const holder = task.holderId ?? task.delegation?.to ?? 'another';
    return refusedStanding(
      'forbidden',
      activity,
      {
        code: 'task_held_by_another',
        detail: `The task "${activity.label}" is ${task.holderId === null ? 'offered to' : 'held by'} ${holder}.`,
        remedy: `Let ${holder} send it, or release or delegate the task.`,
      },
      membershipFor(actor, task),
    );
  }
  const elsewhere = open[0];
  if (elsewhere === undefined) return noOpenTask(event, stage);
  const functions = [...new Set(open.flatMap(({ task }) => task.functions))];
  return {
    may: false,
    kind: 'forbidden',
    activity: null,
    membership: null,
    reasons: [
      whyNotRouted(actor, { functions, locale: elsewhere.task.locale }) ?? {
        code: 'not_your_function',
        detail: 'This is for other functions.',
        remedy: `Let somebody of ${functions.join(' or ')} do it.`,
      },
    ],
  };
}

function noOpenTask(event: string, stage = 'this stage'): Standing {
  return refusedStanding('conflict', null, {
    code: 'no_open_task',
    detail: `No task for "${event}" is open any more in ${stage}.`,
    remedy: 'Nothing is left to do here: the other functions have to act.',
  });
}

function standingByFunction(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: string,
): Standing {
  const { by = [], ofLocale = false } = process.definition.meta.events[event] ?? {};
  const functions = resolveFunctions(
    by.filter((name) => name !== 'line'),
    item.description.ownerFunction,
  );
  const membership = ofLocale
    ? membershipInLocale(actor, functions, item)
    : membershipFor(actor, { functions, locale: null });
  if (actor.kind === 'line' ? by.includes('line') : membership !== null) {
    return { may: true, activity: null, task: null, membership, overrides: false };
  }
  if (ofLocale && worksIn(actor, functions)) {
    const elsewhere = whyNotRouted(actor, { functions, locale: item.locale });
    if (elsewhere !== null) return refusedStanding('forbidden', null, elsewhere);
  }
  return refusedStanding('forbidden', null, {
    code: 'not_your_function',
    detail:
      functions.length === 0
        ? `"${event}" is sent by Baton itself.`
        : `"${event}" is for ${functions.join(' or ')}.`,
    remedy:
      functions.length === 0
        ? 'Wait for Baton to send it.'
        : `Let somebody of ${functions.join(' or ')} send it.`,
  });
}

/** Regional people act for the locales that they cover; the others for all of them. */
function membershipInLocale(
  actor: Actor,
  functions: string[],
  { locale }: ItemState,
): Membership | null {
  const regional = functions.filter((name) => name === REGIONAL);
  const others = functions.filter((name) => name !== REGIONAL);
  return (
    membershipFor(actor, { functions: regional, locale }) ??
    membershipFor(actor, { functions: others, locale: null })
  );
}

function refusedStanding(
  kind: Refusal['kind'],
  activity: Activity | null,
  reason: Reason,
  membership: Membership | null = null,
): Standing {
  return { may: false, kind, activity, membership, reasons: [reason] };
}
