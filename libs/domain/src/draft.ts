import type { FactDraft } from './facts.js';
import type { Handoff } from './handoff.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Effect } from './process-actions.js';
import type { Activity } from './process-definition.js';
import type { VoidedApproval } from './votes.js';

/** What a command does to an item, before it is numbered, chained and announced. */
export interface Draft {
  outcome: 'draft';
  /** version, auditHash and openTasks are set by `decide` */
  after: ItemState;
  /** what becomes of open tasks; those not named here stay as they are */
  changedTasks: TaskState[];
  /** activities whose tasks are opened, with the questions to those who are consulted */
  opens: readonly Activity[];
  facts: FactDraft[];
  effects: Effect[];
  /** hand-offs that came to an end, whichever */
  handoffs: Omit<Handoff, 'id'>[];
  voided: VoidedApproval[];
}

/** A draft that changes nothing but what is named. */
export function draftOf(after: ItemState, parts: Partial<Draft> = {}): Draft {
  return {
    outcome: 'draft',
    after,
    changedTasks: [],
    opens: [],
    facts: [],
    effects: [],
    handoffs: [],
    voided: [],
    ...parts,
  };
}

/** The item already is what the command asks for. */
export interface Unchanged {
  outcome: 'unchanged';
  after: ItemState;
}
