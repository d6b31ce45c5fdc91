import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of a goal, insert-only by trigger and by grant. */
@Entity({ name: 'goal_entry' })
export class GoalEntryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'goal_id' })
  goalId!: string;

  /** the version that the goal had from then on */
  @PrimaryColumn('integer')
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  /** canonical JSON (RFC 8785) of a GoalEntry */
  @Column('text')
  change!: string;
}
