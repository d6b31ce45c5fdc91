export { type Actor, actorId, LINE, type Membership, worksIn } from './actor.js';
export { type AuditEntry, FIRST_PREV_HASH, type SealedEntry } from './audit-entry.js';
export type { Command, EventInput, NewItem } from './command.js';
export { type Change, decide, type Decision, type Moment } from './decide.js';
export { fileNameProblems, whyNotAttach } from './decide-attachment.js';
export { DEFAULT_PROCESSES } from './default-processes.js';
export { checkDescription } from './description.js';
export type { Unchanged } from './draft.js';
export { type AvailableEvent, availableEvents, type Sending, whyNot } from './event-rules.js';
export type { Fact } from './facts.js';
export { derivedUuid, sha256 } from './identifiers.js';
export type { Handoff } from './handoff.js';
export type {
  Arrival,
  AttachmentState,
  Blocker,
  Delegation,
  Description,
  ItemLink,
  ItemState,
  OpenComment,
  RevisionState,
  Section,
  Signature,
  Standpoint,
  TaskState,
} from './item-state.js';
export type {
  Activity,
  Approval,
  ProcessDefinition,
  StageDefinition,
  StageMeta,
  TransitionDefinition,
  WorkContext,
} from './process-definition.js';
export {
  canonicalJson,
  compileProcess,
  type Process,
  processDigest,
  rulesOf,
} from './process-machine.js';
export { type Invalid, type Problem, type Reason, type Refusal, refuse } from './refusal.js';
export {
  compareStates,
  fromOlderExport,
  type Replayed,
  replayTrail,
  type StoredEntry,
} from './replay.js';
export { whyNotRouted } from './routing.js';
export {
  NO_SURROUNDINGS,
  type Surroundings,
  surroundingsOfStage,
  type TaughtContent,
} from './surroundings.js';
export type { VoidedApproval } from './votes.js';
export {
  BLOCKER_CATEGORIES,
  type BlockerCategory,
  BOUNDARIES,
  type Boundary,
  CONTENT_TYPES,
  FORMALITIES,
  type Formality,
  FUNCTIONS,
  ITEM_KINDS,
  type ItemKind,
  JOURNEY_STAGES,
  LINK_TYPES,
  type LinkType,
  ON_EDIT,
  type OnEdit,
  type Phase,
  PHASES,
  REASON_CODES,
  TASK_STATUSES,
  type TaskStatus,
  TRAINING_TYPES,
} from './vocabulary.js';
