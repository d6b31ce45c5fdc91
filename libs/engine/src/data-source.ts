import type { Pool, PoolClient } from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { AbsenceEntity } from './tables/absence.entity.js';
import { AgreementEntity } from './tables/agreement.entity.js';
import { ApiKeyEntity } from './tables/api-key.entity.js';
import { AttemptEntity } from './tables/attempt.entity.js';
import { AuditEntryEntity } from './tables/audit-entry.entity.js';
import { CommentEntity } from './tables/comment.entity.js';
import { DeliveryEntity } from './tables/delivery.entity.js';
import { GlossaryEntryEntity } from './tables/glossary-entry.entity.js';
import { GlossaryTermEntity } from './tables/glossary-term.entity.js';
import { GoalConflictEntity } from './tables/goal-conflict.entity.js';
import { GoalEntryEntity } from './tables/goal-entry.entity.js';
import { GoalEntity } from './tables/goal.entity.js';
import { HandoffEntity } from './tables/handoff.entity.js';
import { ItemEntity } from './tables/item.entity.js';
import { MembershipEntity } from './tables/membership.entity.js';
import { PersonEntity } from './tables/person.entity.js';
import { ProcessEntryEntity } from './tables/process-entry.entity.js';
import { ProcessMigrationItemEntity } from './tables/process-migration-item.entity.js';
import { ProcessMigrationEntity } from './tables/process-migration.entity.js';
import { ProcessVersionEntity } from './tables/process-version.entity.js';
import { RevisionEntity } from './tables/revision.entity.js';
import { SegmentChangeEntity } from './tables/segment-change.entity.js';
import { TaskEntity } from './tables/task.entity.js';
import { TaxonomyEntity } from './tables/taxonomy.entity.js';
import { TermEntryEntity } from './tables/term-entry.entity.js';
import { TermEntity } from './tables/term.entity.js';
import { WebhookEndpointEntity } from './tables/webhook-endpoint.entity.js';
import { WebhookSecretEntity } from './tables/webhook-secret.entity.js';
import { WorkspaceEntity } from './tables/workspace.entity.js';

/** The role that owns no table: it cannot change a trail, whatever the application does. */
const APPLICATION_ROLE = 'baton_app';

export interface ConnectionSettings {
  /** postgres://… */
  url: string;
  /** connections at most, 1–100 */
  poolSize: number;
  applicationName: string;
  /**
   * milliseconds after which the server ends a session that says nothing within a transaction; never unless told. A
   * process that froze, or whose machine is gone, would hold its locks for hours otherwise.
   */
  idleInTransactionMs?: number;
}

/** How an application connects: every session of it runs as the application's role from its first statement on. */
export function dataSourceOptions(settings: ConnectionSettings): DataSourceOptions {
  const { idleInTransactionMs: idle } = settings;
  const limit = idle === undefined ? '' : ` -c idle_in_transaction_session_timeout=${idle}`;
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    extra: {
      options: `-c role=${APPLICATION_ROLE} -c timezone=UTC${limit}`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      onConnect: hearLoss,
    },
    entities: [
      WorkspaceEntity,
      PersonEntity,
      MembershipEntity,
      ApiKeyEntity,
      AbsenceEntity,
      CommentEntity,
      HandoffEntity,
      ProcessVersionEntity,
      ProcessEntryEntity,
      ProcessMigrationEntity,
      ProcessMigrationItemEntity,
      ItemEntity,
      RevisionEntity,
      SegmentChangeEntity,
      TaskEntity,
      AuditEntryEntity,
      GoalEntity,
      GoalConflictEntity,
      GoalEntryEntity,
      AgreementEntity,
      TaxonomyEntity,
      TermEntity,
      TermEntryEntity,
      GlossaryTermEntity,
      GlossaryEntryEntity,
      WebhookEndpointEntity,
      WebhookSecretEntity,
      DeliveryEntity,
      AttemptEntity,
    ],
  };
}

/**
 * A connection that is lost fails the statement in hand, or the next; it says so as an event too, which would end the
 * process if nobody listened while somebody has taken the connection from the pool.
 */
function hearLoss(client: PoolClient): void {
  client.on('error', () => undefined);
}

/** The one pool of a data source; the hot path sends prepared statements over it. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as PostgresDriver).master as Pool;
}
