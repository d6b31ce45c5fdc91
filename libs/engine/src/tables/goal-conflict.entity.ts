import { Entity, PrimaryColumn } from 'typeorm';

/** Two goals that pull against each other, once, the smaller id first. */
@Entity({ name: 'goal_conflict' })
export class GoalConflictEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'goal_id' })
  goalId!: string;

  @PrimaryColumn('uuid', { name: 'other_id' })
  otherId!: string;
}
