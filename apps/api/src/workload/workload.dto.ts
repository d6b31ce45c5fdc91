import { FUNCTIONS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsLocale, IsRegion, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class WorkloadQuery extends PageQuery {
  @Optional({ enum: FUNCTIONS, description: 'tasks for this function, and who works in it' })
  @IsIn(FUNCTIONS)
  function?: (typeof FUNCTIONS)[number];

  @Optional({ example: 'de-DE', description: 'tasks for this locale, and who covers it' })
  @IsLocale()
  locale?: string;

  @Optional({ example: 'DE', description: 'tasks for locales of this region, and who covers it' })
  @IsRegion()
  region?: string;
}

class ActivityLoad {
  @ApiProperty()
  activity!: string;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

class LocaleLoad {
  @ApiProperty({ type: String, nullable: true, description: 'null: for none in particular' })
  locale!: string | null;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

class ClaimedLoad {
  @ApiProperty({ type: 'integer' })
  count!: number;

  @ApiProperty({ type: 'integer', description: 'whose dueAt is over' })
  overdue!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestClaimedAt!: string | null;

  @ApiProperty({ type: [ActivityLoad] })
  byActivity!: ActivityLoad[];

  @ApiProperty({ type: [LocaleLoad] })
  byLocale!: LocaleLoad[];
}

class ClaimableLoad {
  @ApiProperty({ type: 'integer', description: 'offered tasks that nobody else could claim' })
  alone!: number;

  @ApiProperty({ type: 'integer', description: 'offered tasks that others could claim as well' })
  withOthers!: number;
}

class AbsenceNow {
  @ApiProperty({ format: 'date-time' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time' })
  endsAt!: string;

  @ApiProperty({ format: 'uuid' })
  delegateId!: string;
}

export class PersonLoadView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: AbsenceNow, nullable: true, description: 'null: is there' })
  absence!: AbsenceNow | null;

  @ApiProperty({ type: ClaimedLoad })
  claimed!: ClaimedLoad;

  @ApiProperty({ type: ClaimableLoad })
  claimable!: ClaimableLoad;
}

export class UnassignedView {
  @ApiProperty({ type: String, nullable: true, description: 'null: for none in particular' })
  locale!: string | null;

  @ApiProperty({ type: 'integer', description: 'offered tasks that were passed on to nobody' })
  count!: number;

  @ApiProperty({ type: 'integer', description: 'those of them that nobody could claim' })
  nobody!: number;

  @ApiProperty({ type: 'integer', description: 'those that nobody accepted in time' })
  overdue!: number;

  @ApiProperty({ format: 'date-time' })
  oldestOpenedAt!: string;
}

export class WorkloadView {
  @ApiProperty({ type: [PersonLoadView], description: 'in the order in which they were added' })
  items!: PersonLoadView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  @ApiProperty({ type: [UnassignedView], description: 'of the whole workspace, by locale' })
  unassigned!: UnassignedView[];
}
