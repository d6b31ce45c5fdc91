import { Column, Entity, PrimaryColumn } from 'typeorm';

export const UNMIGRATED_OUTCOMES = ['needs_choice', 'blocked', 'failed'] as const;
export type UnmigratedOutcome = (typeof UNMIGRATED_OUTCOMES)[number];

/** An item that a run could not bring over, and why. Those that it did are pinned to the new version, and no more. */
@Entity({ name: 'process_migration_item' })
export class ProcessMigrationItemEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'migration_id' })
  migrationId!: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('text')
  outcome!: UnmigratedOutcome;

  /** where it stood when the run came to it */
  @Column('text')
  stage!: string;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  choices!: string[];
}
