import { TARGET_STATUSES, type TargetStatus } from '#localization';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsComment, IsLocale, IsName, Nullable, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** Characters of a word at most. */
export const LONGEST_WORD = 200;
/** Words for one term at most. */
export const MOST_TARGETS = 20;
/** Characters of a note at most, as of any comment. */
export const LONGEST_NOTE = 4000;

class TargetFields {
  @ApiProperty({ maxLength: LONGEST_WORD })
  @IsName(LONGEST_WORD)
  text!: string;

  @ApiProperty({ enum: TARGET_STATUSES })
  @IsIn(TARGET_STATUSES)
  status!: TargetStatus;
}

const TARGETS = {
  type: [TargetFields] as [typeof TargetFields],
  minItems: 1,
  maxItems: MOST_TARGETS,
  description: 'each word once',
};

function IsTargets(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_TARGETS),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => TargetFields),
  );
}

export class NewGlossaryTermBody {
  @ApiProperty({ example: 'en' })
  @IsLocale()
  sourceLocale!: string;

  @ApiProperty({
    example: 'de',
    description: 'de counts for de-AT too; what is closer counts more',
  })
  @IsLocale()
  targetLocale!: string;

  @ApiProperty({ maxLength: LONGEST_WORD, description: 'once for two locales, whatever its case' })
  @IsName(LONGEST_WORD)
  source!: string;

  @ApiProperty(TARGETS)
  @IsTargets()
  targets!: TargetFields[];

  @Optional({ default: false, description: 'true: it is a term in this very spelling only' })
  @IsBoolean()
  caseSensitive?: boolean;

  @Nullable({ type: String, maxLength: LONGEST_NOTE })
  @IsComment()
  note?: string | null;
}

export class GlossaryTermChangesBody {
  @Optional({ maxLength: LONGEST_WORD })
  @IsName(LONGEST_WORD)
  source?: string;

  @Optional(TARGETS)
  @IsTargets()
  targets?: TargetFields[];

  @Optional()
  @IsBoolean()
  caseSensitive?: boolean;

  @Nullable({ type: String, maxLength: LONGEST_NOTE })
  @IsComment()
  note?: string | null;
}

export class GlossaryExportQuery {
  @Optional({ example: 'en' })
  @IsLocale()
  sourceLocale?: string;

  @Optional({ example: 'de' })
  @IsLocale()
  targetLocale?: string;
}

export class GlossaryQuery extends PageQuery {
  @Optional({ example: 'en' })
  @IsLocale()
  sourceLocale?: string;

  @Optional({ example: 'de' })
  @IsLocale()
  targetLocale?: string;

  @Optional({ enum: TARGET_STATUSES, description: 'with a word of this status' })
  @IsIn(TARGET_STATUSES)
  status?: TargetStatus;

  @Optional({ maxLength: LONGEST_WORD, description: 'somewhere in the term or in a word for it' })
  @IsString()
  @MaxLength(LONGEST_WORD)
  q?: string;
}

export class GlossaryTermView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  sourceLocale!: string;

  @ApiProperty()
  targetLocale!: string;

  @ApiProperty()
  source!: string;

  @ApiProperty({ type: [TargetFields] })
  targets!: TargetFields[];

  @ApiProperty()
  caseSensitive!: boolean;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: 'integer', description: 'the ETag is this number in quotes' })
  version!: number;
}

export class GlossaryEntryView {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty()
  actorId!: string;

  @ApiProperty({ type: GlossaryTermView, nullable: true, description: 'null: it was made' })
  before!: GlossaryTermView | null;

  @ApiProperty({ type: GlossaryTermView, nullable: true, description: 'null: it was taken away' })
  after!: GlossaryTermView | null;
}

export class GlossaryImportView {
  @ApiProperty({ type: 'integer' })
  created!: number;

  @ApiProperty({ type: 'integer' })
  changed!: number;

  @ApiProperty({ type: 'integer', description: 'as the file has them already' })
  unchanged!: number;
}
