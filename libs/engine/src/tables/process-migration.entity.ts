import type { Actor, StageMapping } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MIGRATION_STATUSES = ['running', 'done', 'stopped'] as const;
export type MigrationStatus = (typeof MIGRATION_STATUSES)[number];

/** A run that brings the items of one process version to another. */
@Entity({ name: 'process_migration' })
export class ProcessMigrationEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'migration_id' })
  id!: string;

  @Column('text', { name: 'from_digest' })
  from!: string;

  @Column('text', { name: 'to_digest' })
  to!: string;

  @Column('jsonb')
  mapping!: StageMapping;

  /** whoever asked for it; every change of an item is theirs */
  @Column('jsonb', { name: 'started_by' })
  startedBy!: Actor;

  @Column('text')
  status!: MigrationStatus;

  /** null but where Baton stopped it by itself */
  @Column('text', { name: 'stopped_because', nullable: true })
  stoppedBecause!: string | null;

  /** items that were pinned to the older version and not finished when the run began */
  @Column('integer')
  live!: number;

  @Column('integer')
  migrated!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
