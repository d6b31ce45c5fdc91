import type { Delegation, Signature, TaskStatus } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For reading; only the engine writes it. */
@Entity({ name: 'task' })
export class TaskEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'task_id' })
  id!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('text')
  activity!: string;

  @Column('jsonb')
  functions!: string[];

  @Column('text', { nullable: true })
  locale!: string | null;

  @Column('text')
  status!: TaskStatus;

  @Column('text', { name: 'holder_id', nullable: true })
  holderId!: string | null;

  @Column('text')
  role!: 'responsible' | 'consulted';

  /** until when a baton is to be accepted, or a consultation answered */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('boolean')
  dropped!: boolean;

  @Column('jsonb', { nullable: true })
  delegation!: Delegation | null;

  @Column('jsonb', { nullable: true })
  signature!: Signature | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
