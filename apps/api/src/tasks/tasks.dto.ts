import { FUNCTIONS, REASON_CODES, TASK_STATUSES } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsComment, IsLocale, IsRegion, IsWord, IsWords, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { OpenTaskView } from '../items/item-parts-view.js';

const TASK_ROLES = ['responsible', 'consulted'] as const;
const VIEWS = ['mine', 'claimable', 'all'] as const;

export class TaskQuery extends PageQuery {
  @Optional({
    enum: VIEWS,
    default: 'all',
    description:
      'mine: claimed by the caller. claimable: offered to the caller. all: of the workspace',
  })
  @IsIn(VIEWS)
  view?: (typeof VIEWS)[number];

  @Optional({ enum: TASK_STATUSES, description: 'with view=all; open ones where it is left out' })
  @IsIn(TASK_STATUSES)
  status?: (typeof TASK_STATUSES)[number];

  @Optional({ enum: FUNCTIONS, description: 'offered to this function' })
  @IsIn(FUNCTIONS)
  function?: (typeof FUNCTIONS)[number];

  @Optional({ example: 'de-DE' })
  @IsLocale()
  locale?: string;

  @Optional({ example: 'draft', description: 'or a question of it: draft/product_management' })
  @Matches(/^[a-z0-9_]+(\/[a-z0-9_]+)?$/u, {
    message: 'activity must be a snake_case word, perhaps with a function behind a slash',
  })
  @MaxLength(200)
  activity?: string;

  @Optional({ example: 'DE', description: 'of a locale in this region, ISO 3166-1 alpha-2' })
  @IsRegion()
  region?: string;

  @Optional({ example: 'in_review', description: 'the stage of the item' })
  @IsWord()
  stage?: string;

  @Optional({ enum: TASK_ROLES, description: 'responsible: work. consulted: questions' })
  @IsIn(TASK_ROLES)
  role?: (typeof TASK_ROLES)[number];

  @Optional({ format: 'uuid' })
  @IsUUID()
  itemId?: string;
}

export class ClaimBody {
  static readonly mayBeLeftOut = true;

  @Optional({ type: [String], description: 'keys of the entry checklist that are confirmed' })
  @IsWords()
  checked?: string[];
}

export class DeclineBody {
  @ApiProperty({ enum: REASON_CODES })
  @IsIn(REASON_CODES)
  reasonCode!: (typeof REASON_CODES)[number];

  @ApiProperty({ maxLength: 4000, description: 'what is missing, for whoever gets it back' })
  @IsComment()
  comment!: string;

  @Optional({ type: [String], description: 'keys of the entry checklist that are not met' })
  @IsWords()
  unmet?: string[];
}

export class DelegateBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId!: string;

  @Optional({
    maxLength: 4000,
    description:
      'required to name somebody who works in none of the functions of the task, which only enablement may',
  })
  @IsComment()
  comment?: string;
}

export class AdviceBody {
  static readonly mayBeLeftOut = true;

  @Optional({ default: false, description: 'an objection says why in its comment' })
  @IsBoolean()
  objects?: boolean;

  @Optional({ maxLength: 4000 })
  @IsComment()
  comment?: string;
}

class TaskItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  stage!: string;

  @ApiProperty()
  version!: number;
}

export class TaskView extends OpenTaskView {
  @ApiProperty({ type: TaskItem })
  item!: TaskItem;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  claimedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;
}
