import { GOAL_STATUSES, goalResult, type GoalEntry } from '#domain';
import type { Answer, GoalEntryEntity, StoredGoal } from '#engine';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ReasonView } from '../http/problem.js';
import { ContributionFields, GoalTargetFields } from './goals.dto.js';

export class GoalFindingView extends OmitType(ReasonView, ['remedy']) {
  @ApiProperty({
    enum: ['blocks', 'warns'],
    description: 'blocks: not active before this is mended. warns: for people to weigh',
  })
  severity!: 'blocks' | 'warns';
}

export class GoalResultView {
  @ApiProperty({ format: 'double' })
  actual!: number;

  @ApiProperty({
    format: 'double',
    description: 'the value that was to be reached, a percentage worked out',
  })
  target!: number;

  @ApiProperty({ description: 'more is better where the target lies above the baseline' })
  met!: boolean;

  @ApiProperty({ format: 'double', description: 'actual − target' })
  difference!: number;
}

export class GoalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, nullable: true, description: 'what is measured' })
  metric!: string | null;

  @ApiProperty({ type: String, nullable: true })
  unit!: string | null;

  @ApiProperty({ type: Number, format: 'double', nullable: true })
  baseline!: number | null;

  @ApiProperty({ type: GoalTargetFields, nullable: true })
  target!: GoalTargetFields | null;

  @ApiProperty({ type: String, nullable: true })
  scope!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  deadline!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sponsorId!: string | null;

  @ApiProperty({ type: [ContributionFields] })
  contributions!: ContributionFields[];

  @ApiProperty({ type: [String], description: 'whichever of the two named the other' })
  conflictsWith!: string[];

  @ApiProperty({ enum: GOAL_STATUSES })
  status!: string;

  @ApiProperty({ description: 'counts the changes; the ETag is this number in quotes' })
  version!: number;

  @ApiProperty({ type: GoalResultView, nullable: true, description: 'null before it is closed' })
  result!: GoalResultView | null;

  @ApiProperty({ type: String, nullable: true })
  retrospective!: string | null;

  @ApiProperty({
    type: [GoalFindingView],
    description: 'what makes it vague, and what to know today',
  })
  findings!: GoalFindingView[];

  @ApiProperty({ format: 'uuid' })
  createdBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  activatedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;
}

export function goalView({ goal, findings, ...stored }: StoredGoal): GoalView {
  const { workspaceId: _workspace, actual: _actual, ...shown } = goal;
  return {
    ...shown,
    result: goalResult(goal),
    findings: goal.status === 'closed' ? [] : findings,
    createdBy: stored.createdBy,
    createdAt: stored.createdAt.toISOString(),
    activatedAt: stored.activatedAt?.toISOString() ?? null,
    closedAt: stored.closedAt?.toISOString() ?? null,
  };
}

/** The answer to a change: the goal as it is now. */
export function answerWithGoal(stored: StoredGoal): Answer {
  const etag = `"${stored.goal.version}"`;
  return { status: 200, etag, location: null, body: JSON.stringify(goalView(stored)) };
}

export class GoalEntryView {
  @ApiProperty({ description: 'the version that the goal had from then on' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'the person who did it' })
  actorId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'create, change (each field from and to), activate or close',
  })
  change!: GoalEntry;
}

export function goalEntryView({ seq, at, actorId, change }: GoalEntryEntity): GoalEntryView {
  return { seq, at: at.toISOString(), actorId, change: JSON.parse(change) as GoalEntry };
}
