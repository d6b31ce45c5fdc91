import { transition } from 'xstate';
import { type Actor, actorId } from './actor.js';
import type { Command, EventInput } from './command.js';
import type { Draft } from './draft.js';
import { failedRules, standingFor } from './event-rules.js';
import type { ItemState, TaskState } from './item-state.js';
import { EFFECTS } from './process-actions.js';
import type { WorkContext } from './process-definition.js';
import { type MachineEvent, type Process, transitionsFor } from './process-machine.js';
import { type Refusal, refuse } from './refusal.js';

/** Sends an event through the machine; everything else follows from the stage before and after. */
export function decideEvent(
  process: Process,
  item: ItemState,
  { event, input }: Extract<Command, { type: 'event' }>,
  { actor, at }: { actor: Actor; at: string },
): Draft | Refusal {
  const { machine, definition } = process;
  if (transitionsFor(definition, item.stage, event).length === 0) {
    return refuse('conflict', {
      code: 'event_not_possible',
      detail: `Expected an event that ${item.stage} knows (${possibleIn(process, item) || 'it is final and knows none'}); found "${event}".`,
    });
  }
  const standing = standingFor(process, item, actor, event);
  const failed = failedRules(process, item, actor, {
    type: event,
    input,
    activity: standing.activity,
    at,
  });
  if (!standing.may) {
    const { kind, reasons } = standing;
    return refuse(kind, ...reasons, ...failed.map(({ code, detail }) => ({ code, detail })));
  }
  if (failed.length > 0) {
    const kind = failed.some(({ aboutActor }) => aboutActor) ? 'forbidden' : 'conflict';
    return refuse(kind, ...failed.map(({ code, detail }) => ({ code, detail })));
  }

  const sent: MachineEvent = {
    type: event,
    facts: { item, actor, input, at, activity: standing.activity },
  };
  const snapshot = machine.resolveState({ value: item.stage, context: item.context });
  if (!snapshot.can(sent)) {
    throw new Error(
      `Process "${definition.id}" refuses "${event}" in ${item.stage} though no rule fails.`,
    );
  }
  const [next, executed] = transition(machine, snapshot, sent);
  const stage = String(next.value);
  const context = next.context as WorkContext;
  const executedNames: string[] = executed.map(({ type }) => type);
  const effects = EFFECTS.filter((effect) => executedNames.includes(effect));
  const moved = stage !== item.stage;
  return {
    outcome: 'draft',
    after: {
      ...item,
      stage,
      context,
      source: effects.includes('pin_source')
        ? { itemId: item.source!.itemId, digest: context.newestSourceDigest }
        : item.source,
    },
    changedTasks: closedTasks(item, standing.task, actor, moved),
    opensTasks: moved,
    facts: factsOf(process, item, stage, { event, input }),
    effects,
  };
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
  stage: string,
  { event, input }: { event: string; input: EventInput },
) {
  const data = { from: item.stage, to: stage, event, comment: input.comment ?? null };
  if (stage === item.stage) return [{ type: 'item.event_recorded', data }];
  const announced = definition.states[stage]!.meta.announces;
  return [
    { type: 'item.stage_changed', data },
    ...(announced === undefined
      ? []
      : [{ type: announced, data: { digest: item.revision?.digest ?? null } }]),
  ];
}

function possibleIn({ definition }: Process, item: ItemState): string {
  const stage = definition.states[item.stage]!;
  if (stage.type === 'final') return '';
  return [...Object.keys(stage.on ?? {}), ...Object.keys(definition.on ?? {})].join(', ');
}
