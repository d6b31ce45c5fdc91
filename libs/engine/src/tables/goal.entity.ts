import type { Contribution, GoalStatus, GoalTarget } from '#domain';
import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** The driver gives `numeric` as text; what Baton keeps there were doubles before. */
const NUMBER: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** What work is for. Written by `applyToGoal` only. */
@Entity({ name: 'goal' })
export class GoalEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'goal_id' })
  id!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  metric!: string | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('numeric', { nullable: true, transformer: NUMBER })
  baseline!: number | null;

  @Column('text', { name: 'target_kind', nullable: true })
  targetKind!: GoalTarget['kind'] | null;

  @Column('numeric', { name: 'target_value', nullable: true, transformer: NUMBER })
  targetValue!: number | null;

  @Column('text', { nullable: true })
  scope!: string | null;

  /** YYYY-MM-DD */
  @Column('date', { nullable: true })
  deadline!: string | null;

  @Column('uuid', { name: 'sponsor_id', nullable: true })
  sponsorId!: string | null;

  @Column('jsonb')
  contributions!: Contribution[];

  @Column('text')
  status!: GoalStatus;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('numeric', { nullable: true, transformer: NUMBER })
  actual!: number | null;

  @Column('text', { nullable: true })
  retrospective!: string | null;
}
