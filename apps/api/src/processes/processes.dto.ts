import { isGoalDate, ITEM_KINDS, type ProcessDefinition, type ProcessFinding } from '#domain';
import { PROCESS_CHANGES, PROCESS_STATUSES } from '#engine';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { IsName, Optional } from '../http/fields.js';

const GOAL_DATE = 'goalDate must be a day like 2027-03-31 or an instant like 2027-03-31T17:00:00Z';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

class PathStepView {
  @ApiProperty()
  stage!: string;

  @ApiProperty()
  event!: string;
}

export class FindingView {
  @ApiProperty({ description: 'stable, snake_case' })
  code!: string;

  @ApiProperty({ enum: ['error', 'warning'], description: 'errors keep it from being activated' })
  severity!: 'error' | 'warning';

  @ApiProperty({ description: 'a sentence, with the way there' })
  detail!: string;

  @ApiProperty({ description: 'JSON Pointer into the definition' })
  pointer!: string;

  @ApiProperty({ type: [PathStepView], description: 'the way there, from the first stage' })
  path!: PathStepView[];
}

export class FindingsView {
  @ApiProperty({ type: [FindingView] })
  findings!: ProcessFinding[];
}

export class ProcessSummary {
  @ApiProperty({ example: 'content' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of the canonical JSON of the definition, hex' })
  digest!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({ enum: ITEM_KINDS })
  kind!: string;

  @ApiProperty({ description: 'new items may be pinned to it' })
  active!: boolean;

  @ApiProperty({
    enum: PROCESS_STATUSES,
    description: 'draft: has errors or was never checked. retired: new items refuse it',
  })
  status!: string;

  @ApiProperty({ type: [FindingView], description: 'what the last check found' })
  findings!: ProcessFinding[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when it was last found to be without errors',
  })
  checkedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: the workspace began with it' })
  createdBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class ProcessEntryView {
  @ApiProperty({ description: '1 for the first' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty()
  actorId!: string;

  @ApiProperty({ enum: PROCESS_CHANGES })
  change!: string;

  @ApiProperty({ type: String, nullable: true })
  comment!: string | null;
}

export const DEFINITION: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: true,
  description:
    'an XState machine as data, with roles and deadlines in meta; see /process.schema.json',
};

export class ProcessView extends ProcessSummary {
  @ApiProperty(DEFINITION)
  definition!: ProcessDefinition;

  @ApiProperty({ type: [ProcessEntryView], description: 'what happened to it, by whom and when' })
  history!: ProcessEntryView[];
}

export class DifferencesView {
  @ApiProperty({ type: [String], description: 'sentences; none: they are the same' })
  differences!: string[];
}

export class CheckBody {
  @Optional({
    example: '2027-03-31',
    description: 'the day or moment by which a goal wants an item out that begins now',
  })
  @ValidateBy(
    { name: 'isGoalDate', validator: { validate: (value) => isText(value) && isGoalDate(value) } },
    { message: GOAL_DATE },
  )
  goalDate?: string;
}

/** What goes with a definition that is checked without being kept. */
export class CheckQuery extends CheckBody {}

export class RetireBody {
  @ApiProperty({ maxLength: 4000, description: 'why; it is kept with the version' })
  @IsName(4000)
  comment!: string;
}
