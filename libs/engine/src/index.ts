export { againOnConflict } from './again-on-conflict.js';
export { actingMemberships, loadActingMemberships } from './acting-memberships.js';
export type { Answer, IdempotencyKey } from './answer.js';
export {
  authenticateKey,
  type Authenticated,
  type Caller,
  SCOPES,
  type Scope,
  type WayIn,
  WAYS_IN,
} from './api-keys.js';
export { BulkEvents, type BulkOutcome, type BulkRequest } from './bulk/bulk-events.js';
export type { Result } from './bulk/decide-in-turn.js';
export type { CommandTo, EventTo, TaskCommandTo } from './bulk/ground.js';
export { type ConnectionSettings, dataSourceOptions, poolOf } from './data-source.js';
export { DECIDED, type Decided } from './decided.js';
export { EngineModule } from './engine.module.js';
export {
  DATABASE_NOW,
  ITEM_COLUMNS,
  type ItemRow,
  itemStateOf,
  OPEN_TASKS,
  TASK_STATE,
} from './item-rows.js';
export {
  claimDeliveries,
  type ClaimedDelivery,
  type EndpointTarget,
  readTarget,
} from './deliveries/claim-deliveries.js';
export { type DeliveryFigures, readDeliveryFigures } from './deliveries/delivery-figures.js';
export { dueEndpoints } from './deliveries/due-endpoints.js';
export {
  changeHealth,
  DISABLED_BECAUSE,
  type DisabledBecause,
  ENDPOINT_STATUSES,
  type EndpointHealth,
  type EndpointStatus,
} from './deliveries/endpoint-health.js';
export type { EndpointKey, Lane } from './deliveries/endpoint-key.js';
export {
  addEndpoint,
  disableEndpoint,
  enableEndpoint,
  type EndpointSettings,
  lockEndpoint,
  removeEndpoint,
  rotateSecret,
} from './deliveries/endpoints.js';
export { pingEndpoint } from './deliveries/ping-endpoint.js';
export { type Replay, REPLAY_LIMIT, replayDeliveries } from './deliveries/replay-deliveries.js';
export {
  recordAttempts,
  type RecordedAttempt,
  releaseDeliveries,
} from './deliveries/record-attempts.js';
export { relayFacts } from './deliveries/relay-facts.js';
export { AttemptEntity } from './tables/attempt.entity.js';
export {
  DELIVERY_STATUSES,
  DeliveryEntity,
  type DeliveryStatus,
} from './tables/delivery.entity.js';
export { WebhookEndpointEntity } from './tables/webhook-endpoint.entity.js';
export { WebhookSecretEntity } from './tables/webhook-secret.entity.js';
export { expireTasks } from './expire-tasks.js';
export { foretellPublication, type ForetoldPublication } from './foretell-publication.js';
export type { ItemCommand } from './item-command.js';
export type { GlossaryChange, GlossaryTerm } from './glossary/glossary-term.js';
export { loadGlossary } from './glossary/load-glossary.js';
export { lockGlossary, saveGlossaryTerms } from './glossary/save-glossary.js';
export { applyToGoal, type GoalOutcome, type GoalSender, readGoal } from './goals/apply-to-goal.js';
export { completeGoals, databaseNow, type StoredGoal } from './goals/read-goals.js';
export type { Target } from './load-head.js';
export {
  loadTaxonomies,
  type LockedTaxonomy,
  lockTaxonomy,
  type StoredTaxonomy,
} from './load-taxonomies.js';
export { announce } from './log/announce.js';
export { readAuditKeys, rotateAuditKey, type StoredKey } from './log/audit-keys.js';
export { catchUpOutbox } from './log/catch-up-outbox.js';
export {
  checkpointRows,
  readCheckpointRow,
  readTree,
  type StoredCheckpoint,
} from './log/checkpoint-rows.js';
export { hasToCarry } from './log/has-to-carry.js';
export {
  type FeedFact,
  type FeedFilter,
  type FeedPlace,
  type FeedReading,
  readFeed,
  readFeedTips,
} from './log/read-feed.js';
export { SEQUENCER_LOCK, sequenceOutbox } from './log/sequence-outbox.js';
export { type SignedCheckpoints, signCheckpoints } from './log/sign-checkpoints.js';
export { proofFrom } from './log/tree-nodes.js';
export { readMemory, type RememberedText } from './memory/read-memory.js';
export { leverage, type UnitToWeigh } from './memory/leverage.js';
export {
  type Leverage,
  LEVERAGE_CLASSES,
  type LeverageClass,
  leverageOf,
  type WeighedUnit,
} from './memory/leverage-of.js';
export {
  type LookUp,
  lookUp,
  MATCH_KINDS,
  type MatchKind,
  type MemoryMatch,
  type WantedUnit,
} from './memory/look-up.js';
export type { MemoryRow, MemoryScope } from './memory/memory-row.js';
export { rememberSegments } from './memory/remember-segments.js';
export { mergeTerms, type TermMerge } from './merge-terms.js';
export { newId } from './new-id.js';
export { forgetOldAnswers, once } from './once.js';
export {
  countLiveItems,
  finalStages,
  type LiveItems,
  liveItemsCalled,
} from './process-migration/live-items.js';
export { migrateItems } from './process-migration/migrate-items.js';
export {
  type MigrationReport,
  type PlannedItem,
  type PlanOutcome,
  reportMigration,
} from './process-migration/migration-report.js';
export { type RunAddress, stopRun } from './process-migration/migration-run.js';
export { ProcessStore } from './process-store.js';
export {
  activateVersion,
  type Activation,
  checkVersion,
  deployProcess,
  PROCESS_STATUSES,
  type ProcessStatus,
  retireVersion,
  type Retirement,
  statusOf,
  type VersionAddress,
} from './process-versions.js';
export { inTransaction, type Queryable } from './queryable.js';
export { saveTerm, type TermChange } from './save-term.js';
export { DatabaseSettings, readSettings } from './settings.js';
export { activePeople, type ActivePerson } from './sign-in/active-people.js';
export { keepAttempt, type SignInAttempt, takeAttempt } from './sign-in/attempts.js';
export { forgetSignIns } from './sign-in/forget-sign-ins.js';
export {
  identify,
  type Identified,
  type IdentifiedPerson,
  type Identity,
  unlinkPerson,
} from './sign-in/identify.js';
export { noteKeyUse, noteSessionUse } from './sign-in/note-use.js';
export {
  type AuthenticatedSession,
  authenticateSession,
  endSession,
  endSessionsOf,
  type NewSession,
  openSession,
  type Session,
} from './sign-in/sessions.js';
export { withClaimed } from './sign-in/with-claimed.js';
export { loadStaff } from './staff.js';
export { SurroundingsReader } from './surroundings-reader.js';
export { AbsenceEntity } from './tables/absence.entity.js';
export { AgreementEntity } from './tables/agreement.entity.js';
export { ApiKeyEntity } from './tables/api-key.entity.js';
export { AuditEntryEntity } from './tables/audit-entry.entity.js';
export { CommentEntity } from './tables/comment.entity.js';
export { GlossaryEntryEntity } from './tables/glossary-entry.entity.js';
export { GlossaryTermEntity } from './tables/glossary-term.entity.js';
export { GoalConflictEntity } from './tables/goal-conflict.entity.js';
export { GoalEntryEntity } from './tables/goal-entry.entity.js';
export { GoalEntity } from './tables/goal.entity.js';
export { HandoffEntity } from './tables/handoff.entity.js';
export { ItemEntity } from './tables/item.entity.js';
export { MembershipEntity } from './tables/membership.entity.js';
export { PersonEntity } from './tables/person.entity.js';
export { PROCESS_CHANGES, ProcessEntryEntity } from './tables/process-entry.entity.js';
export {
  ProcessMigrationItemEntity,
  UNMIGRATED_OUTCOMES,
  type UnmigratedOutcome,
} from './tables/process-migration-item.entity.js';
export {
  MIGRATION_STATUSES,
  type MigrationStatus,
  ProcessMigrationEntity,
} from './tables/process-migration.entity.js';
export { ProcessVersionEntity } from './tables/process-version.entity.js';
export { RevisionEntity } from './tables/revision.entity.js';
export { SegmentChangeEntity } from './tables/segment-change.entity.js';
export { TaskEntity } from './tables/task.entity.js';
export { TaxonomyEntity } from './tables/taxonomy.entity.js';
export { TermEntryEntity } from './tables/term-entry.entity.js';
export { TermEntity } from './tables/term.entity.js';
export { WorkspaceEntity } from './tables/workspace.entity.js';
export { countTagged, wordsInUse } from './tagged-items.js';
export type { Applied, Outcome, Refused, Request } from './outcome.js';
export { contextFrom, currentTraceparent, inSpan, withTraceparent } from './traceparent.js';
export { type Desk, translationIn } from './translation/desk.js';
export {
  type SegmentEdit,
  SET_ASIDE_CODES,
  type SetAsideCode,
  type Settled,
} from './translation/plan-edits.js';
export { SEGMENT_ORIGINS, type SegmentOrigin, type SegmentRow } from './translation/segment-row.js';
export { TITLE_KEY } from './translation/source-texts.js';
export type { TranslateRequest } from './translation/translate-request.js';
export { TranslationDesk } from './translation/translation-desk.js';
export { WorkflowEngine } from './workflow-engine.js';
export { addKey, addPerson, createWorkspace, type NewPerson } from './workspace-setup.js';
export { writeChanges } from './write-changes.js';
