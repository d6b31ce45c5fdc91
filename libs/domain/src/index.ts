export {
  type Actor,
  actorId,
  functionsOf,
  LINE,
  type Membership,
  worksIn,
  worksInOwnRight,
} from './actor.js';
export {
  type Agreement,
  AGREEMENT_MODES,
  type AgreementMode,
  type Cadence,
  CADENCES,
  isDue,
} from './agreements/agreement.js';
export { type AuditEntry, FIRST_PREV_HASH, type SealedEntry } from './audit-entry.js';
export {
  type Checkpoint,
  openCheckpoint,
  type OpenedCheckpoint,
  originOf,
  readCheckpoint,
  signCheckpoint,
} from './audit-tree/checkpoint.js';
export {
  type AuditKey,
  stateSuccessor,
  type Succession,
  successionOf,
} from './audit-tree/key-statement.js';
export {
  keyId,
  type NoteKey,
  type OpenedNote,
  openNote,
  publicBytes,
  readVerifier,
  signNote,
  verifierOf,
} from './audit-tree/signed-note.js';
export {
  type NodePlace,
  planConsistency,
  planInclusion,
  planRoot,
  proofOf,
  type ProofPlan,
  provesConsistency,
  provesInclusion,
  type TreeHead,
} from './audit-tree/tree-proof.js';
export {
  appendLeaf,
  EMPTY_TREE,
  leafHash,
  nodeHash,
  rootOf,
  type TreeNode,
  type TreeTip,
} from './audit-tree/tree-tip.js';
export {
  type Command,
  type EventInput,
  type NewItem,
  textOf,
  type WrittenText,
} from './command.js';
export { isDay, isInstant } from './day.js';
export { isOutAt, OUT_FACTS, WITHDRAWN_FACTS } from './announcement.js';
export type { Change } from './change.js';
export {
  consequencesOf,
  type Downstream,
  publicationOf,
  reachesOthers,
  REACHING_EFFECTS,
  type SourceChange,
} from './consequences.js';
export { decide, type Decision } from './decide.js';
export type { Moment } from './moment.js';
export { fileNameProblems, whyNotAttach } from './commands/decide-attachment.js';
export { DEFAULT_PROCESSES } from './default-processes.js';
export { checkDescription } from './description.js';
export type { Unchanged } from './draft.js';
export { SEGMENT_EFFECTS, touchesSegments } from './process-actions.js';
export {
  type AvailableEvent,
  availableEvents,
  fieldsAskedFor,
  type Sending,
  whyNot,
} from './event-rules.js';
export type { FactSubject } from './fact-types/fact-entry.js';
export {
  factFilterParts,
  isFactPattern,
  LONGEST_FACT_PATTERN,
  matchesFactFilter,
} from './fact-types/fact-filter.js';
export {
  FACT_TYPES,
  type FactDescription,
  type FactName,
  type FactType,
  OWN_FACT,
} from './fact-types/fact-types.js';
export { FACT_BODY_LIMIT, frozenBody } from './fact-types/frozen-body.js';
export type { Fact } from './facts.js';
export {
  decideGoal,
  type GoalChange,
  type GoalCommand,
  type GoalEntry,
  type GoalMoment,
  whyNotKept,
} from './goals/decide-goal.js';
export {
  type Contribution,
  type Goal,
  GOAL_STATUSES,
  type GoalFields,
  type GoalStatus,
  type GoalTarget,
  TARGET_KINDS,
} from './goals/goal.js';
export { type GoalResult, goalResult, resolveTarget } from './goals/goal-target.js';
export {
  type Finding,
  type GoalSurroundings,
  lintGoal,
  type OtherGoal,
} from './goals/lint-goal.js';
export { freshnessOf, outOfDateSince } from './freshness.js';
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
export { migrateCommand, type MigrationPlan, planMigration } from './plan-migration.js';
export type {
  Activity,
  Approval,
  ProcessDefinition,
  StageDefinition,
  StageMeta,
  TransitionDefinition,
  WorkContext,
} from './process-definition.js';
export type { Effect } from './process-actions.js';
export {
  canonicalJson,
  compileProcess,
  mayHaveEffect,
  type Process,
  processDigest,
  rulesOf,
} from './process-machine.js';
export { publishingEvent } from './publishing-event.js';
export { checkProcess } from './process-check/check-process.js';
export { isGoalDate } from './process-check/goal-date.js';
export type {
  CheckOptions,
  Finding as ProcessFinding,
  FindingCode,
  PathStep,
  StaffMember,
} from './process-check/finding.js';
export { differencesBetween } from './process-diff/differences-between.js';
export { PROCESS_SCHEMA } from './process-source/process-schema.js';
export { type ReadProcess, readProcess } from './process-source/read-process.js';
export { pointerTo } from './json-pointer.js';
export { type Invalid, type Problem, type Reason, type Refusal, refuse } from './refusal.js';
export {
  compareStates,
  fromOlderExport,
  type Replayed,
  replayTrail,
  type StoredEntry,
} from './replay.js';
export { checkChoices, checkMapping, type StageMapping } from './stage-mapping.js';
export { membershipCovers, regionOf, whyNotRouted } from './routing.js';
export { DEFAULT_TAXONOMIES } from './taxonomies/default-taxonomies.js';
export { tagWith } from './taxonomies/tag-with.js';
export {
  type Facet,
  FACET_OF,
  snakeCase,
  TAXONOMIES,
  type Taxonomies,
  type Taxonomy,
  type TaxonomyName,
  type Term,
  TERM_STATUSES,
  type TermStatus,
  termFor,
} from './taxonomies/taxonomy.js';
export {
  mergedInto,
  whyNotDeprecated,
  whyNotLiving,
  whyNotMerged,
  whyNotNamed,
  whyNotReactivated,
} from './taxonomies/term-rules.js';
export { surroundingsOfStage } from './looks-at.js';
export {
  NO_SURROUNDINGS,
  type Surrounding,
  type Surroundings,
  type TaughtContent,
} from './surroundings.js';
export type { VoidedApproval } from './votes.js';
export {
  BLOCKER_CATEGORIES,
  type BlockerCategory,
  BOUNDARIES,
  type Boundary,
  type BusinessFunction,
  CHANGE_CLASSES,
  type ChangeClass,
  CONTENT_TYPES,
  FORMALITIES,
  type Formality,
  FRESHNESS,
  type Freshness,
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
export { type SegmentRights, segmentRights } from './segment-rights.js';
export {
  countMarks,
  DONE_STATES,
  markSegments,
  noSegments,
  SEGMENT_STATES,
  type SegmentChange,
  type SegmentCount,
  type SegmentCounts,
  type SegmentMark,
  type SegmentState,
  type SegmentWork,
  type TranslationState,
  unfinishedIn,
} from './translation.js';
