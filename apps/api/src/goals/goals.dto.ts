import { FUNCTIONS, GOAL_STATUSES, TARGET_KINDS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsId, IsName, Nullable, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** Numbers of a goal lie between minus and plus so much, where doubles are still exact to a unit. */
const GREATEST = 1e15;

/** What a number may count: a word, or a sign such as % or €. */
const UNIT = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Sc}%‰°]/u;

export class GoalTargetFields {
  @ApiProperty({
    enum: TARGET_KINDS,
    description: 'absolute: the value to reach. percent: the change of the baseline',
  })
  @IsIn(TARGET_KINDS)
  kind!: (typeof TARGET_KINDS)[number];

  @ApiProperty({ example: 25 })
  @IsNumber()
  @Min(-GREATEST)
  @Max(GREATEST)
  value!: number;
}

export class ContributionFields {
  @ApiProperty({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  function!: (typeof FUNCTIONS)[number];

  @ApiProperty({ maxLength: 1000, example: 'A battle card for each of the three competitors.' })
  @IsName(1000)
  contribution!: string;
}

class GoalBody {
  @Nullable({ type: String, maxLength: 300, example: 'Win rate of deals in which Acme bids' })
  @IsName(300)
  metric?: string | null;

  @Nullable({ type: String, maxLength: 100, example: 'percent' })
  @IsString()
  @MaxLength(100)
  @Matches(UNIT, { message: '$property must have a letter, a digit or a sign such as % or €' })
  unit?: string | null;

  @Nullable({ type: Number, example: 20 })
  @IsNumber()
  @Min(-GREATEST)
  @Max(GREATEST)
  baseline?: number | null;

  @Nullable({ type: GoalTargetFields })
  @IsObject()
  @ValidateNested()
  @Type(() => GoalTargetFields)
  target?: GoalTargetFields | null;

  @Nullable({ type: String, maxLength: 500, example: 'Account executives in DACH' })
  @IsName(500)
  scope?: string | null;

  @Nullable({ type: String, format: 'date', example: '2027-06-30' })
  @IsDay()
  deadline?: string | null;

  @Nullable({ type: String, format: 'uuid', description: 'the person who stands for it' })
  @IsId()
  sponsorId?: string | null;

  @Optional({ type: [ContributionFields], description: 'one a function at most' })
  @IsArray()
  @ArrayMaxSize(FUNCTIONS.length)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ContributionFields)
  contributions?: ContributionFields[];

  @Optional({
    type: [String],
    description: 'ids of goals that pull the other way; each of them names this one too',
  })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  conflictsWith?: string[];
}

export class NewGoalBody extends GoalBody {
  @ApiProperty({ maxLength: 300, example: 'Win more against Acme in Europe' })
  @IsName(300)
  title!: string;
}

export class GoalChangesBody extends GoalBody {
  @Optional({ maxLength: 300 })
  @IsName(300)
  title?: string;
}

export class ClosingBody {
  @ApiProperty({ description: 'what was reached, in the unit of the goal', example: 24.5 })
  @IsNumber()
  @Min(-GREATEST)
  @Max(GREATEST)
  actual!: number;

  @ApiProperty({ description: 'what was learned, in 20 characters or more' })
  @IsString()
  @MaxLength(10_000)
  retrospective!: string;
}

export class GoalQuery extends PageQuery {
  @Optional({ enum: GOAL_STATUSES })
  @IsIn(GOAL_STATUSES)
  status?: (typeof GOAL_STATUSES)[number];
}
