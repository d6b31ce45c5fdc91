import type { FactDraft } from './facts.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Effect } from './process-actions.js';
import type { Activity } from './process-definition.js';

/** What a command does to an item, before it is numbered, chained and announced. */
export interface Draft {
  outcome: 'draft';
  /** version, auditHash and openTasks are set by `decide` */
  after: ItemState;
  /** what becomes of open tasks; those not named here stay as they are */
  changedTasks: TaskState[];
  opensTasks: boolean;
  /** the activities to open where these are not those of a stage entered */
  opens?: readonly Activity[];
  facts: FactDraft[];
  effects: Effect[];
}

/** The item already is what the command asks for. */
export interface Unchanged {
  outcome: 'unchanged';
  after: ItemState;
}
