import { FUNCTIONS, TAXONOMIES, TERM_STATUSES } from '#domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IsName, IsWord, Optional } from '../http/fields.js';

const KINDS = ['content', 'training'] as const;

/** Names by which a term is also known. */
function Synonyms(): PropertyDecorator {
  return applyDecorators(
    Optional({
      type: [String],
      example: ['account_exec', 'AE'],
      description: 'in any spelling, kept in snake_case; items take the key in their place',
    }),
    IsArray(),
    ArrayMaxSize(100),
    IsString({ each: true }),
    MaxLength(100, { each: true }),
  );
}

export class NewTermBody {
  @ApiProperty({ example: 'solution_brief', description: 'snake_case; it never changes' })
  @IsWord()
  key!: string;

  @ApiProperty({ maxLength: 200 })
  @IsName(200)
  label!: string;

  @Optional({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  description?: string;

  @Optional({ enum: KINDS, description: 'types only; left out, it is a type of either' })
  @IsIn(KINDS)
  kind?: (typeof KINDS)[number];

  @ApiProperty({ enum: FUNCTIONS, description: 'the function that keeps it, beside enablement' })
  @IsIn(FUNCTIONS)
  ownerFunction!: (typeof FUNCTIONS)[number];

  @Synonyms()
  synonyms?: string[];
}

export class TermChangesBody {
  @Optional({ maxLength: 200 })
  @IsName(200)
  label?: string;

  @Optional({ type: String, nullable: true, maxLength: 2000 })
  @ValidateIf((_object, value) => value !== null && value !== undefined)
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @Optional({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  ownerFunction?: (typeof FUNCTIONS)[number];

  @Synonyms()
  synonyms?: string[];
}

export class DeprecationBody {
  @Optional({ description: 'the term to use in its place' })
  @IsWord()
  successor?: string;

  @ApiProperty({ maxLength: 4000, description: 'why' })
  @IsName(4000)
  comment!: string;
}

export class MergeBody {
  @ApiProperty({ description: 'the term that stands for both from then on' })
  @IsWord()
  into!: string;

  @ApiProperty({ maxLength: 4000, description: 'why' })
  @IsName(4000)
  comment!: string;

  @Optional({ default: false, description: 'true: says what would happen and changes nothing' })
  @IsBoolean()
  dryRun?: boolean;
}

export class TaxonomyChangesBody {
  @ApiProperty({ description: 'true: words that are no term are taken as they are' })
  @IsBoolean()
  open!: boolean;
}

export class TaxonomySummary {
  @ApiProperty({ enum: TAXONOMIES })
  taxonomy!: string;

  @ApiProperty({ description: 'true: words that are no term are taken as they are' })
  open!: boolean;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(
      TERM_STATUSES.map((status) => [status, { type: 'integer' as const }]),
    ),
    description: 'how many terms have each status',
  })
  terms!: Record<string, number>;
}

export class TermView {
  @ApiProperty()
  key!: string;

  @ApiProperty({ enum: KINDS, type: String, nullable: true })
  kind!: string | null;

  @ApiProperty()
  label!: string;

  @ApiProperty({ type: String, nullable: true })
  description!: string | null;

  @ApiProperty({ enum: FUNCTIONS })
  ownerFunction!: string;

  @ApiProperty({ type: [String] })
  synonyms!: string[];

  @ApiProperty({ enum: TERM_STATUSES })
  status!: string;

  @ApiProperty({ type: String, nullable: true })
  successor!: string | null;
}

export class UsedTermView extends TermView {
  @ApiProperty({ type: 'integer', description: 'items that carry it' })
  usedBy!: number;
}

export class UnlistedWordView {
  @ApiProperty()
  word!: string;

  @ApiProperty({ type: 'integer' })
  usedBy!: number;
}

export class TaxonomyView {
  @ApiProperty({ enum: TAXONOMIES })
  taxonomy!: string;

  @ApiProperty()
  open!: boolean;

  @ApiProperty({ type: [UsedTermView], description: 'in their order' })
  terms!: UsedTermView[];

  @ApiProperty({ type: [UnlistedWordView], description: 'words that items carry and no term is' })
  unlisted!: UnlistedWordView[];
}

export class MergedView {
  @ApiProperty({ type: 'integer', description: 'items that carry the other term now' })
  items!: number;

  @ApiProperty({ description: 'true: this is what would happen' })
  dryRun!: boolean;

  @ApiProperty({ type: TermView, description: 'the term that stands for both' })
  into!: TermView;
}

export class TermEntryView {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty()
  actorId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'type (created, changed, deprecated, reactivated, merged, took_over) and what goes with it',
  })
  change!: object;
}
