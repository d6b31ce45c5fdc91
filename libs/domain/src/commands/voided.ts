import type { FactDraft } from '../facts.js';
import type { ItemState } from '../item-state.js';
import type { Activity } from '../process-definition.js';
import type { Process } from '../process-machine.js';
import type { VoidedApproval } from '../votes.js';

/** The activities whose approvals are gone and that nobody has open. */
export function reopened(
  { definition }: Process,
  item: ItemState,
  voided: VoidedApproval[],
): Activity[] {
  const keys = voided.map(({ activity }) => activity);
  return definition.states[item.stage]!.meta.activities.filter(
    ({ key }) => keys.includes(key) && item.openTasks.every(({ activity }) => activity !== key),
  );
}

export function voidedFacts(voided: VoidedApproval[]): FactDraft[] {
  return voided.map(({ activity, actorId: approver, sections }) => ({
    type: 'approval.voided',
    data: { activity, approver, sections },
  }));
}
