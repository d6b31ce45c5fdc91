import type { StageMapping } from '#domain';
import { MIGRATION_STATUSES, UNMIGRATED_OUTCOMES } from '#engine';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { ReasonView } from '../http/problem.js';

const STAGES: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: {
    oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, maxItems: 200 }],
  },
  example: { structuring: 'outlining', brief: ['intake', 'outlining'] },
  description:
    'by stage of the older version: the stage it leads to, or several to choose from; stages of the same name need no line',
};

const CHOICES: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { type: 'string' },
  example: { 'launch-tiers': 'outlining' },
  description: 'the stage of one item, by its id or slug',
};

export class ChoicesBody {
  @Optional(STAGES)
  @IsObject()
  stages?: Record<string, unknown>;

  @Optional(CHOICES)
  @IsObject()
  choices?: Record<string, unknown>;
}

export class MigrationBody extends ChoicesBody {
  @ApiProperty({ description: 'digest of the older version, or a process id for its active one' })
  @IsString()
  @MaxLength(100)
  from!: string;

  @ApiProperty({ description: 'digest of the newer version, or a process id for its active one' })
  @IsString()
  @MaxLength(100)
  to!: string;

  @Optional({
    default: false,
    description: 'tasks that somebody holds and the new stage does not have may be cancelled',
  })
  @IsBoolean()
  cancelHeld?: boolean;

  @Optional({ default: true, description: 'true: nothing is changed, what would happen is told' })
  @IsBoolean()
  dryRun?: boolean;

  @Optional({
    description: 'dry run: from `nextCursor` of the outcome whose next items are wanted',
  })
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class UnmigratedQuery extends PageQuery {
  @Optional({ enum: UNMIGRATED_OUTCOMES })
  @IsIn(UNMIGRATED_OUTCOMES)
  outcome?: (typeof UNMIGRATED_OUTCOMES)[number];
}

export class PlannedItemView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty({ description: 'where it stands' })
  stage!: string;

  @ApiProperty({ type: String, nullable: true, description: 'where it would stand' })
  to!: string | null;

  @ApiProperty({ type: [String], description: 'needs a choice: the stages to choose from' })
  choices!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'why it is not mapped' })
  reason!: string | null;

  @ApiProperty({ type: [String], description: 'what would get lost on the way' })
  notes!: string[];
}

class PlannedPage {
  @ApiProperty({ type: [PlannedItemView] })
  items!: PlannedItemView[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'send it as `cursor` for more of them',
  })
  nextCursor!: string | null;
}

class PlannedCounts {
  @ApiProperty()
  mapped!: number;

  @ApiProperty()
  needsChoice!: number;

  @ApiProperty()
  blocked!: number;
}

/** What a migration would do. */
export class MigrationReportView {
  @ApiProperty({ description: 'digest' })
  from!: string;

  @ApiProperty({ description: 'digest' })
  to!: string;

  @ApiProperty({
    type: [ReasonView],
    description: 'why it could not be started now; empty: it could',
  })
  whyNot!: ReasonView[];

  @ApiProperty({ type: PlannedCounts })
  counts!: PlannedCounts;

  @ApiProperty({ type: PlannedPage })
  mapped!: PlannedPage;

  @ApiProperty({ type: PlannedPage })
  needsChoice!: PlannedPage;

  @ApiProperty({ type: PlannedPage })
  blocked!: PlannedPage;
}

class MappingView implements StageMapping {
  @ApiProperty(STAGES)
  stages!: Record<string, string | string[]>;

  @ApiProperty(CHOICES)
  choices!: Record<string, string>;

  @ApiProperty()
  cancelHeld!: boolean;
}

class MigrationCounts {
  @ApiProperty({ description: 'items that were to be migrated when it began' })
  live!: number;

  @ApiProperty()
  migrated!: number;

  @ApiProperty()
  needsChoice!: number;

  @ApiProperty()
  blocked!: number;

  @ApiProperty({ description: 'ours to look into; each says why' })
  failed!: number;
}

/** A run. */
export class MigrationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'digest' })
  from!: string;

  @ApiProperty({ description: 'digest' })
  to!: string;

  @ApiProperty({ type: MappingView })
  mapping!: StageMapping;

  @ApiProperty({ description: 'whoever asked for it; every change of an item is theirs' })
  startedBy!: string;

  @ApiProperty({ enum: MIGRATION_STATUSES })
  status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'where Baton stopped it by itself' })
  stoppedBecause!: string | null;

  @ApiProperty({ type: MigrationCounts })
  counts!: MigrationCounts;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;
}

/** An item that a run did not bring over. */
export class UnmigratedView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty({ enum: UNMIGRATED_OUTCOMES })
  outcome!: string;

  @ApiProperty({ description: 'where it stood when the run came to it' })
  stage!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ type: [String] })
  choices!: string[];
}
