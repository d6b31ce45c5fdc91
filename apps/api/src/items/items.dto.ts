import { FRESHNESS, type Freshness, FUNCTIONS, ITEM_KINDS, PHASES, REASON_CODES } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  IsComment,
  IsFlag,
  IsInstant,
  IsLocale,
  IsName,
  IsWord,
  IsWords,
  Optional,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

export class DescriptionFields {
  @Optional({
    example: 'playbook',
    description: 'a content or training type; as in every facet, a synonym is replaced by its term',
  })
  @IsWord()
  type?: string;

  @Optional({ type: [String], example: ['account_executive'] })
  @IsWords()
  audience?: string[];

  @Optional({ example: 'equip' })
  @IsWord()
  purpose?: string;

  @Optional({ type: [String], example: ['consideration'] })
  @IsWords()
  journeyStage?: string[];

  @Optional({
    type: [String],
    example: ['de-DE', 'ja-JP'],
    description: 'locales in which publishing opens a variant',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsLocale({ each: true })
  requiredLocales?: string[];

  @Optional({ format: 'uuid', description: 'the goal that it is made for' })
  @IsUUID()
  goalId?: string;
}

export class NewItemBody extends DescriptionFields {
  @ApiProperty({ enum: ITEM_KINDS })
  @IsIn(ITEM_KINDS)
  kind!: (typeof ITEM_KINDS)[number];

  @Optional({
    maxLength: 300,
    description: 'required, but for variants, which take that of their source where it is left out',
  })
  @IsName(300)
  title?: string;

  @Optional({ example: 'launch-tiers', description: 'made from the title where it is left out' })
  @Matches(SLUG, { message: 'slug must be lower-case words joined by hyphens' })
  @MaxLength(200)
  slug?: string;

  @ApiProperty({ example: 'en-US', description: 'the language of the body, BCP 47' })
  @IsLocale()
  locale!: string;

  @Optional({ enum: FUNCTIONS, description: 'required, but for variants' })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];

  @Optional({ format: 'uuid', description: 'variants: the item that this is a locale of' })
  @IsUUID()
  sourceItemId?: string;

  @Optional({
    example: 'content',
    description: 'the id of a process for its kind; left out, the one that is called like the kind',
  })
  @IsString()
  @MaxLength(100)
  process?: string;
}

export class DescriptionBody extends DescriptionFields {
  @Optional({ maxLength: 300 })
  @IsName(300)
  title?: string;

  @Optional({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];
}

export class EventBody {
  @ApiProperty({ example: 'submit', description: "one of the item's availableEvents" })
  @IsWord()
  type!: string;

  @Optional({ maxLength: 4000 })
  @IsString()
  @MaxLength(4000)
  comment?: string;

  @Optional({ enum: REASON_CODES, description: 'request_changes: why' })
  @IsIn(REASON_CODES)
  reasonCode?: (typeof REASON_CODES)[number];

  @Optional({ example: 'drafting', description: 'request_changes: the stage to go back to' })
  @IsWord()
  returnTo?: string;

  @Optional({ format: 'date-time', description: 'schedule: when to publish' })
  @IsInstant()
  publishAt?: string;

  @Optional({
    description:
      'approvals: the digest of the text that was seen; If-Match with a version says the same',
  })
  @Matches(/^[0-9a-f]{64}$/u, { message: 'digest must be a SHA-256 in hex' })
  digest?: string;

  @Optional({
    default: false,
    description: 'enablement acts in the place of whose task it is, and says why in comment',
  })
  @IsBoolean()
  override?: boolean;
}

export class MoveBody {
  @ApiProperty({ example: 'drafting', description: 'any stage of its process' })
  @IsWord()
  to!: string;

  @ApiProperty({ maxLength: 4000 })
  @IsComment()
  comment!: string;
}

export class ItemQuery extends PageQuery {
  @Optional({ enum: ITEM_KINDS })
  @IsIn(ITEM_KINDS)
  kind?: (typeof ITEM_KINDS)[number];

  @Optional()
  @IsWord()
  stage?: string;

  @Optional({ enum: PHASES })
  @IsIn(PHASES)
  phase?: (typeof PHASES)[number];

  @Optional({ enum: FRESHNESS, description: 'variants: how they stand to their source' })
  @IsIn(FRESHNESS)
  freshness?: Freshness;

  @Optional()
  @IsWord()
  type?: string;

  @Optional({ description: 'one of the audiences' })
  @IsWord()
  audience?: string;

  @Optional()
  @IsWord()
  purpose?: string;

  @Optional({ description: 'one of the journey stages' })
  @IsWord()
  journeyStage?: string;

  @Optional({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];

  @Optional({ example: 'de-DE' })
  @IsLocale()
  locale?: string;

  @Optional()
  @Matches(SLUG, { message: 'slug must be lower-case words joined by hyphens' })
  @MaxLength(200)
  slug?: string;

  @Optional({ format: 'uuid', description: 'made for this goal' })
  @IsUUID()
  goalId?: string;

  @Optional({ type: Boolean, description: 'with a blocker, or without' })
  @IsFlag()
  blocked?: boolean;

  @Optional({ format: 'uuid', description: 'the variants of this item' })
  @IsUUID()
  sourceItemId?: string;

  @Optional({ description: 'words, each of which occurs in the title or the body, in any script' })
  @IsString()
  @Length(1, 200)
  q?: string;
}
