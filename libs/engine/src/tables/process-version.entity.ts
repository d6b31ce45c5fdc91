import type { ProcessFinding } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable process definition, named by the SHA-256 of its canonical JSON. */
@Entity({ name: 'process_version' })
export class ProcessVersionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  digest!: string;

  @Column('text', { name: 'process_id' })
  processId!: string;

  @Column('text')
  kind!: string;

  /** canonical JSON */
  @Column('text')
  definition!: string;

  /** new items may be pinned to it; at most one of a process id */
  @Column('boolean')
  active!: boolean;

  /** when it was last found to be without errors; null: never, or not the last time */
  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  /** null for the processes that a workspace began with */
  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  /** what the last check found */
  @Column('jsonb', { default: () => "'[]'" })
  findings!: ProcessFinding[];

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
