import type { Arrival, Standpoint, TaskState } from './item-state.js';
import type { Boundary, Formality } from './vocabulary.js';

/** A baton that was passed, or not: how it ended and which boundaries lay between giver and receiver. */
export interface Handoff {
  id: string;
  /** null where no activity was handed on: an item was moved or edited past its process */
  activity: string | null;
  from: string | null;
  to: string;
  /** accepted: claimed. declined: given back. dropped: not accepted in time. overridden, moved, edited: without being asked. */
  outcome: 'accepted' | 'declined' | 'dropped' | 'overridden' | 'moved' | 'edited';
  formality: Formality;
  giverId: string;
  giverFunction: string | null;
  receiverId: string | null;
  receiverFunction: string | null;
  crossed: Boundary[];
  reasonCode: string | null;
  offeredAt: string;
  settledAt: string;
}

/** The boundaries between where the giver and where the receiver stands; null stands for the whole of it. */
export function boundariesBetween(
  giver: Standpoint | null,
  receiver: Standpoint | null,
): Boundary[] {
  if (giver === null || receiver === null) return [];
  return (['function', 'region', 'division'] as const).filter(
    (boundary) => giver[boundary] !== receiver[boundary],
  );
}

/** How a task's baton ended: it was offered by the delegation if there is one, else by whoever brought the item here. */
export function handoffOf(
  task: TaskState,
  arrival: Arrival,
  end: {
    to: string;
    outcome: Handoff['outcome'];
    formality?: Formality;
    receiver: { id: string; standpoint: Standpoint | null } | null;
    reasonCode?: string;
    at: string;
  },
): Omit<Handoff, 'id'> {
  const { delegation } = task;
  const offer =
    delegation === null
      ? arrival
      : { ...delegation, giverId: delegation.by, from: end.to, formality: 'informal' as const };
  return {
    activity: task.activity,
    from: offer.from,
    to: end.to,
    outcome: end.outcome,
    formality: end.formality ?? offer.formality,
    giverId: offer.giverId,
    giverFunction: offer.standpoint?.function ?? null,
    receiverId: end.receiver?.id ?? null,
    receiverFunction: end.receiver?.standpoint?.function ?? null,
    crossed: boundariesBetween(offer.standpoint, end.receiver?.standpoint ?? null),
    reasonCode: end.reasonCode ?? null,
    offeredAt: offer.at,
    settledAt: end.at,
  };
}
