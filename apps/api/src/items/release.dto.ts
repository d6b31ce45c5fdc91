import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsObject,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsComment, IsLocale, Optional } from '../http/fields.js';

/** Locales of one release at most. */
const MOST_LOCALES = 400;

export class ReleaseException {
  @ApiProperty({ example: 'ja-JP', description: 'one of the locales' })
  @IsLocale()
  locale!: string;

  @ApiProperty({ maxLength: 4000, description: 'why it goes out past its review' })
  @IsComment()
  comment!: string;
}

export class ReleaseBody {
  @ApiProperty({
    oneOf: [
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: MOST_LOCALES },
      { type: 'string', enum: ['all'] },
    ],
    example: ['de-DE', 'ja-JP'],
    description: 'all: every variant that is not out as it is, and not ended',
  })
  @ValidateIf(({ locales }: ReleaseBody) => locales !== 'all')
  @IsArray({ message: 'locales must be a list of locales, or "all"' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @ArrayUnique()
  @IsLocale({ each: true })
  locales!: string[] | 'all';

  @Optional({ default: true, description: 'the source goes out too, before its variants' })
  @IsBoolean()
  withSource?: boolean;

  @Optional({ maxLength: 4000 })
  @IsString()
  @MaxLength(4000)
  comment?: string;

  @Optional({
    default: false,
    description:
      'enablement acts in the place of whose tasks they are, and says why in comment; for exceptions it is not needed',
  })
  @IsBoolean()
  override?: boolean;

  @Optional({
    type: [ReleaseException],
    description: 'locales that enablement publishes past their review',
  })
  @IsArray()
  @ArrayMaxSize(MOST_LOCALES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReleaseException)
  exceptions?: ReleaseException[];

  @Optional({ default: false, description: 'only say what would come of it; changes nothing' })
  @IsBoolean()
  dryRun?: boolean;
}
