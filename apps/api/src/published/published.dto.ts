import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsInstant, IsLocale, IsWord, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** Characters of a priority list at most. */
const LONGEST_LIST = 2000;

export class PublishedQuery {
  @Optional({
    example: 'de-AT, de;q=0.8, en;q=0.5',
    maxLength: LONGEST_LIST,
    description:
      'the languages that the reader takes, as in Accept-Language, which counts where this is left out',
  })
  @IsString()
  @MaxLength(LONGEST_LIST)
  locale?: string;
}

export class PublishedListQuery extends PageQuery {
  @Optional({ example: 'de', description: 'there in this locale; de covers de-DE' })
  @IsLocale()
  locale?: string;

  @Optional({ example: 'battle_card', description: 'or a synonym of it' })
  @IsWord()
  type?: string;

  @Optional({
    format: 'date-time',
    description: 'published in some locale at this instant or later',
  })
  @IsInstant()
  updatedSince?: string;
}

export class PublishedLocale {
  @ApiProperty()
  locale!: string;

  @ApiProperty({ description: 'SHA-256 of the text, hex' })
  digest!: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;
}

export class PublishedSummary {
  @ApiProperty()
  slug!: string;

  @ApiProperty({ enum: ['content', 'training'] })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  type!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'of the source' })
  locale!: string;

  @ApiProperty({ type: [PublishedLocale], description: 'where it can be read, by locale' })
  available!: PublishedLocale[];
}

export class PublishedView {
  @ApiProperty()
  slug!: string;

  @ApiProperty({ enum: ['content', 'training'] })
  kind!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'of this text' })
  locale!: string;

  @ApiProperty({ type: [String], description: 'the languages that were asked for, best first' })
  requested!: string[];

  @ApiProperty({ description: 'the one of `available` that suits them best' })
  served!: string;

  @ApiProperty({
    description: 'true: not what was asked for first, but what comes next to it',
  })
  fallback!: boolean;

  @ApiProperty({
    type: [String],
    example: ['zh-TW', 'zh', 'zh-Hant'],
    description: 'what was looked for on the way to it, in this order',
  })
  tried!: string[];

  @ApiProperty({ description: 'SHA-256 of the body, hex' })
  digest!: string;

  @ApiProperty({ format: 'date-time', description: 'when it last went out' })
  publishedAt!: string;

  @ApiProperty()
  body!: string;

  @ApiProperty({ example: 'text/markdown' })
  mediaType!: string;

  @ApiProperty({ type: [String], description: 'every locale in which it can be read' })
  available!: string[];
}
