import { FUNCTIONS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { IsComment, IsId, IsLocale, IsRegion, IsWord, IsWords, Optional } from '../http/fields.js';
import { BulkProblemView } from '../items/bulk-view.js';

/** Tasks of one call at most. */
const MOST_TASKS = 500;

const TASK_IDS = {
  type: [String] as [StringConstructor],
  format: 'uuid',
  minItems: 1,
  maxItems: MOST_TASKS,
  description: 'in this order; an item may have several',
};

/** Ids of tasks, each once. */
function IsTaskIds(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_TASKS),
    ArrayUnique(),
    IsId({ each: true }),
  );
}

export class ClaimFilter {
  @Optional({ example: 'de-DE' })
  @IsLocale()
  locale?: string;

  @Optional({ example: 'DE', description: 'of a locale in this region' })
  @IsRegion()
  region?: string;

  @Optional({ example: 'translate' })
  @IsWord()
  activity?: string;

  @Optional({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  function?: (typeof FUNCTIONS)[number];

  @Optional({ example: 'queued', description: 'the stage of the item' })
  @IsWord()
  stage?: string;
}

export class BulkClaimBody {
  @Optional(TASK_IDS)
  @IsTaskIds()
  taskIds?: string[];

  @Optional({
    type: ClaimFilter,
    description: 'in the place of taskIds: tasks that the caller may claim, oldest first',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => ClaimFilter)
  filter?: ClaimFilter;

  @Optional({
    type: 'integer',
    minimum: 1,
    maximum: MOST_TASKS,
    default: 50,
    description: 'with a filter: how many at most',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_TASKS)
  limit?: number;

  @Optional({
    type: [String],
    description: 'keys of the entry checklist that are confirmed, for each of them',
  })
  @IsWords()
  checked?: string[];

  @Optional({ default: false, description: 'only say what would come of it; changes nothing' })
  @IsBoolean()
  dryRun?: boolean;
}

export class BulkAssignBody {
  @ApiProperty(TASK_IDS)
  @IsTaskIds()
  taskIds!: string[];

  @ApiProperty({ format: 'uuid' })
  @IsId()
  personId!: string;

  @Optional({
    maxLength: 4000,
    description: 'as where a task is passed on alone',
  })
  @IsComment()
  comment?: string;

  @Optional({ default: false, description: 'only say what would come of it; changes nothing' })
  @IsBoolean()
  dryRun?: boolean;
}

export const TASK_OUTCOMES = ['claimed', 'assigned', 'refused', 'missing'] as const;

export class TaskResultView {
  @ApiProperty({ format: 'uuid' })
  taskId!: string;

  @ApiProperty({ enum: TASK_OUTCOMES })
  outcome!: (typeof TASK_OUTCOMES)[number];

  @ApiProperty({
    enum: [200, 403, 404, 409, 422],
    description: 'as if it had been sent alone',
  })
  status!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  itemId!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'of the item, as this left it' })
  version!: number | null;

  @ApiProperty({ type: BulkProblemView, nullable: true, description: 'null where it was done' })
  problem!: BulkProblemView | null;
}

export class TaskResultsView {
  @ApiProperty({ type: [TaskResultView], description: 'in the order of the tasks' })
  results!: TaskResultView[];

  @ApiProperty({ type: 'integer' })
  done!: number;

  @ApiProperty({ type: 'integer', description: 'all others' })
  refused!: number;

  @ApiProperty()
  dryRun!: boolean;
}
