import { type Actor, actorId } from '../actor.js';
import { announcedAt } from '../announcement.js';
import { type Draft, draftOf } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { WorkContext } from '../process-definition.js';
import type { Process } from '../process-machine.js';
import { membershipFor, standpointOf } from '../routing.js';
import type { Formality } from '../vocabulary.js';

/** An item put into another stage without an event: what was open is cancelled, what that stage asks for is opened. */
export function relocated(
  { definition }: Process,
  item: ItemState,
  to: string,
  how: { actor: Actor; at: string; formality: Formality; context: WorkContext },
): Draft {
  const { actor, at, formality, context } = how;
  const functions = item.openTasks.flatMap((task) => task.functions);
  const membership =
    membershipFor(actor, { functions, locale: null }) ??
    membershipFor(actor, { functions: ['enablement'], locale: null });
  return draftOf(
    {
      ...item,
      stage: to,
      context,
      arrival: {
        from: item.stage,
        at,
        giverId: actorId(actor),
        standpoint: standpointOf(membership, item.kind === 'variant' ? item.locale : null),
        formality,
      },
    },
    {
      changedTasks: item.openTasks.map((task) => ({ ...task, status: 'cancelled' })),
      opens: definition.states[to]!.meta.activities,
      facts: announcedAt(definition, to, item),
    },
  );
}
