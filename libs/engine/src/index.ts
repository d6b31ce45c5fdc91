export type { Answer, IdempotencyKey } from './answer.js';
export {
  authenticateKey,
  type Authenticated,
  type Caller,
  SCOPES,
  type Scope,
} from './api-keys.js';
export { type ConnectionSettings, dataSourceOptions, poolOf } from './data-source.js';
export { EngineModule } from './engine.module.js';
export {
  DATABASE_NOW,
  ITEM_COLUMNS,
  type ItemRow,
  itemStateOf,
  OPEN_TASKS,
  TASK_STATE,
} from './item-rows.js';
export type { Target } from './load-head.js';
export { newId } from './new-id.js';
export { forgetOldAnswers, once } from './once.js';
export { ProcessStore } from './process-store.js';
export { DatabaseSettings, readSettings } from './settings.js';
export { ApiKeyEntity } from './tables/api-key.entity.js';
export { AuditEntryEntity } from './tables/audit-entry.entity.js';
export { ItemEntity } from './tables/item.entity.js';
export { MembershipEntity } from './tables/membership.entity.js';
export { PersonEntity } from './tables/person.entity.js';
export { ProcessVersionEntity } from './tables/process-version.entity.js';
export { RevisionEntity } from './tables/revision.entity.js';
export { TaskEntity } from './tables/task.entity.js';
export { WorkspaceEntity } from './tables/workspace.entity.js';
export {
  type Applied,
  type ItemCommand,
  type Outcome,
  type Request,
  WorkflowEngine,
} from './workflow-engine.js';
export { addKey, addPerson, createWorkspace, type NewPerson } from './workspace-setup.js';
export { writeChanges } from './write-changes.js';
