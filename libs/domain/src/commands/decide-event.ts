import { transition } from 'xstate';
import { type Actor, actorId } from '../actor.js';
import { announcedAt } from '../announcement.js';
import type { Command, EventInput } from '../command.js';
import type { Moment } from '../moment.js';
import { type Draft, draftOf } from '../draft.js';
import type { FactDraft } from '../facts.js';
import { weighEvent } from '../event-rules.js';
import { type Handoff, handoffOf } from '../handoff.js';
import type { ItemState, TaskState } from '../item-state.js';
import { EFFECTS, touchesSegments } from '../process-actions.js';
import type { Activity, WorkContext } from '../process-definition.js';
import type { MachineEvent, Process } from '../process-machine.js';
import type { Refusal } from '../refusal.js';
import { resolveFunctions, standpointOf } from '../routing.js';
import type { Standing } from '../standing.js';
import { translationOf } from '../translation.js';
import { presentVotes } from '../votes.js';

/** Sends an event through the machine; everything else follows from the stage before and after. */
export function decideEvent(
  process: Process,
  item: ItemState,
  { event, input, segments, text }: Extract<Command, { type: 'event' }>,
  { actor, at, surroundings }: Moment,
): Draft | Refusal {
  const { machine, definition } = process;
  const weighed = weighEvent(process, item, { actor, event, input, at, surroundings });
  if (!weighed.accepted) return weighed.refusal;
  const { standing, facts } = weighed;

  const sent: MachineEvent = { type: event, facts };
  const snapshot = machine.resolveState({ value: item.stage, context: item.context });
  if (!snapshot.can(sent)) {
    throw new Error(
      `Process "${definition.id}" refuses "${event}" in ${item.stage} though no rule fails.`,
    );
  }
  const [next, executed] = transition(machine, snapshot, sent);
  const stage = String(next.value);
  const context = settledContext(next.context as WorkContext, item);
  const executedNames: string[] = executed.map(({ type }) => type);
  const effects = EFFECTS.filter((effect) => executedNames.includes(effect));
  const moved = stage !== item.stage;
  const after: ItemState = {
    ...item,
    stage,
    context,
    source:
      effects.includes('pin_source') && item.source !== null
        ? { itemId: item.source.itemId, digest: context.newestSourceDigest }
        : item.source,
    revision:
      text !== undefined && effects.includes('pin_source')
        ? { ...text, number: (item.revision?.number ?? 0) + 1 }
        : item.revision,
    translation:
      segments !== undefined && effects.some(touchesSegments)
        ? translationOf(segments)
        : item.translation,
    arrival: moved ? arrivalFrom(item, standing, { actor, at }) : item.arrival,
  };
  return draftOf(after, {
    changedTasks: closedTasks(item, standing.task, actor, moved),
    opens: moved
      ? definition.states[stage]!.meta.activities
      : withoutVote(process, item, after, standing.activity),
    facts: factsOf(process, item, after, {
      event,
      input,
      standing,
      exceptional: context.exception !== undefined && context.exception !== item.context.exception,
    }),
    effects,
    handoffs: overridden(item, standing, { actor, at }),
  });
}

/** Without what actions forgot, and without the class of changes that are published by now. */
function settledContext({ change, ...context }: WorkContext, { revision }: ItemState): WorkContext {
  const isPending = change !== undefined && context.publishedDigest !== (revision?.digest ?? null);
  const kept = Object.entries(context).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(kept) as unknown as WorkContext), ...(isPending && { change }) };
}

function arrivalFrom(
  item: ItemState,
  { membership, overrides }: Standing & { may: true },
  { actor, at }: { actor: Actor; at: string },
): ItemState['arrival'] {
  return {
    from: item.stage,
    at,
    giverId: actorId(actor),
    standpoint: standpointOf(membership, item.kind === 'variant' ? item.locale : null),
    formality: overrides ? 'informal' : 'formal',
  };
}

/** Activities whose approval was taken back: they are open again. */
function withoutVote(
  { definition }: Process,
  before: ItemState,
  after: ItemState,
  acted: Activity | null,
): Activity[] {
  const voted = (item: ItemState) => presentVotes(item).map(({ activity }) => activity);
  const lost = voted(before).filter((key) => !voted(after).includes(key));
  return definition.states[after.stage]!.meta.activities.filter(
    ({ key }) =>
      lost.includes(key) &&
      key !== acted?.key &&
      before.openTasks.every(({ activity }) => activity !== key),
  );
}

/** An override takes a baton that was meant for somebody else. */
function overridden(
  item: ItemState,
  { task, membership, overrides }: Standing & { may: true },
  { actor, at }: { actor: Actor; at: string },
): Omit<Handoff, 'id'>[] {
  if (!overrides || task === null || item.arrival === null) return [];
  const standpoint = standpointOf(membership, task.locale);
  const receiver = { id: actorId(actor), standpoint };
  const end = { to: item.stage, outcome: 'overridden' as const, formality: 'informal' as const };
  return [handoffOf(task, item.arrival, { ...end, receiver, at })];
}

/** The sender's own task is done; leaving a stage cancels the others. */
function closedTasks(
  item: ItemState,
  own: TaskState | null,
  actor: Actor,
  moved: boolean,
): TaskState[] {
  return item.openTasks
    .filter((task) => moved || task.id === own?.id)
    .map((task) =>
      task.id === own?.id
        ? { ...task, status: 'done', holderId: actorId(actor) }
        : { ...task, status: 'cancelled' },
    );
}

function factsOf(
  { definition }: Process,
  item: ItemState,
  { stage }: ItemState,
  sent: {
    event: string;
    input: EventInput;
    standing: Standing & { may: true };
    exceptional: boolean;
  },
): FactDraft[] {
  const { event, input, standing, exceptional } = sent;
  const informed = standing.activity?.raci.informed ?? [];
  const data = {
    from: item.stage,
    to: stage,
    event,
    comment: input.comment ?? null,
    ...(informed.length === 0
      ? {}
      : { informed: resolveFunctions(informed, item.description.ownerFunction) }),
    ...(standing.overrides ? { override: true } : {}),
    ...(input.contentItemId === undefined
      ? {}
      : { content: { itemId: input.contentItemId, digest: input.contentDigest ?? null } }),
    ...(exceptional ? { exception: true } : {}),
  };
  if (stage === item.stage) return [{ type: 'item.event_recorded', data }];
  const announced = announcedAt(definition, stage, item).map((fact) =>
    exceptional ? { ...fact, data: { ...fact.data, exception: true } } : fact,
  );
  return [{ type: 'item.stage_changed', data }, ...announced];
}
