import type { AnnouncedType } from './fact-types/fact-types.js';
import type { FactDraft } from './facts.js';
import type { ItemState } from './item-state.js';
import type { ProcessDefinition } from './process-definition.js';

/** Facts by which a process says that a body is out. */
export const OUT_FACTS = ['item.published', 'item.delivered'];

/** Facts by which it says that a body is out no more. */
export const WITHDRAWN_FACTS = ['item.expired', 'item.retired', 'item.cancelled'];

/** Whether an item in this stage is out, by what its process announces there; a stage it does not have is not. */
export function isOutAt({ states }: ProcessDefinition, stage: string): boolean {
  return OUT_FACTS.includes(states[stage]?.meta.announces ?? '');
}

/** What the process announces when the item enters this stage; empty where it announces nothing. */
export function announcedAt(
  { states }: ProcessDefinition,
  stage: string,
  { revision }: ItemState,
): FactDraft[] {
  const type = states[stage]!.meta.announces;
  if (type === undefined) return [];
  return [{ type: type as AnnouncedType, data: { digest: revision?.digest ?? null } }];
}
