import { SEGMENT_STATES, type SegmentCounts, type SegmentState } from '#domain';
import { SEGMENT_ORIGINS, SET_ASIDE_CODES, type SetAsideCode } from '#engine';
import { UNIT_KINDS } from '#localization';
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
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Nullable, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** Segments that one request may change. */
export const MOST_SEGMENTS = 500;
const LONGEST_TARGET = 50_000;
const LONGEST_NOTE = 4000;
const GIVEN_STATES = ['proposed', 'translated', 'reviewed', 'approved', 'untranslated'] as const;

export class SegmentQuery extends PageQuery {
  @Optional({ enum: SEGMENT_STATES, description: 'only segments in this state' })
  @IsIn(SEGMENT_STATES)
  state?: SegmentState;
}

export class SegmentEditBody {
  @ApiProperty({ description: 'as the list of segments gives it', maxLength: 60 })
  @IsString()
  @MaxLength(60)
  key!: string;

  @Optional({
    description: 'the hash of the source that was seen; another one by now refuses the edit',
  })
  @Matches(/^[0-9a-f]{64}$/u, { message: '$property must be a SHA-256 in hex' })
  sourceHash?: string;

  @Nullable({
    type: String,
    maxLength: LONGEST_TARGET,
    example: 'Lesen Sie den <1>Leitfaden</1>.',
    description: 'the translation as tagged text, with the codes of the source; null takes it away',
  })
  @IsString()
  @MaxLength(LONGEST_TARGET)
  target?: string | null;

  @Optional({
    enum: GIVEN_STATES,
    description: 'translated where words are sent without it; approved only by who may approve',
  })
  @IsIn(GIVEN_STATES)
  state?: (typeof GIVEN_STATES)[number];

  @Nullable({
    type: String,
    maxLength: LONGEST_NOTE,
    description: 'a remark for whoever comes next',
  })
  @IsString()
  @MaxLength(LONGEST_NOTE)
  note?: string | null;
}

export class SegmentsBody {
  @ApiProperty({ type: [SegmentEditBody], minItems: 1, maxItems: MOST_SEGMENTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SEGMENTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SegmentEditBody)
  segments!: SegmentEditBody[];

  @Optional({
    default: false,
    description: 'codes in another order than in the source are meant so',
  })
  @IsBoolean()
  acceptReordered?: boolean;

  @Optional({
    default: false,
    description:
      'make the body anew from its segments where it was written as a whole; what the source has nothing for is lost',
  })
  @IsBoolean()
  rebuild?: boolean;
}

export class CodeView {
  @ApiProperty({ description: 'the number in its tags' })
  id!: number;

  @ApiProperty({ enum: ['pair', 'placeholder'] })
  kind!: 'pair' | 'placeholder';

  @ApiProperty({ example: 'link' })
  type!: string;

  @ApiProperty({
    type: [String],
    description: 'what it writes into the body',
    example: ['[', '](/guide)'],
  })
  original!: string[];

  @ApiProperty({ description: 'a translation may do without it' })
  optional!: boolean;
}

export class SegmentFindingView {
  @ApiProperty()
  code!: string;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity!: string;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ type: [Number], description: 'numbers of the codes that it is about' })
  ids!: number[];
}

export class DiffPartView {
  @ApiProperty({ enum: ['same', 'added', 'removed'] })
  kind!: string;

  @ApiProperty()
  text!: string;
}

export class SegmentView {
  @ApiProperty({ description: 'its name, which edits of the text around it do not change' })
  key!: string;

  @ApiProperty({ description: 'its place in the text, from 0; the title comes first' })
  position!: number;

  @ApiProperty({ enum: UNIT_KINDS })
  kind!: string;

  @ApiProperty({ description: 'tagged text' })
  source!: string;

  @ApiProperty({ description: 'SHA-256 of the source, hex' })
  sourceHash!: string;

  @ApiProperty({ type: [CodeView] })
  codes!: CodeView[];

  @ApiProperty()
  words!: number;

  @ApiProperty({ enum: SEGMENT_STATES })
  state!: SegmentState;

  @ApiProperty({ type: String, nullable: true, description: 'tagged text' })
  target!: string | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({
    enum: SEGMENT_ORIGINS,
    nullable: true,
    description: 'how it came to be what it is',
  })
  origin!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the source that the translation is of, where that is another text by now',
  })
  previousSource!: string | null;

  @ApiProperty({
    type: [DiffPartView],
    nullable: true,
    description: 'from the previous source to the present one',
  })
  sourceDiff!: DiffPartView[] | null;

  @ApiProperty({ type: [SegmentFindingView], description: 'what to look at before it is approved' })
  findings!: SegmentFindingView[];
}

export class SegmentCountView {
  @ApiProperty()
  units!: number;

  @ApiProperty({ description: 'of their sources' })
  words!: number;
}

const countsSchema = {
  type: 'object' as const,
  required: [...SEGMENT_STATES],
  properties: Object.fromEntries(
    SEGMENT_STATES.map((state) => [
      state,
      {
        type: 'object' as const,
        required: ['units', 'words'],
        properties: { units: { type: 'integer' as const }, words: { type: 'integer' as const } },
      },
    ]),
  ),
};

export class TranslationView {
  @ApiProperty({ description: 'the text of the source that the segments belong to' })
  sourceDigest!: string;

  @ApiProperty({ ...countsSchema, description: 'segments and words in each state' })
  counts!: SegmentCounts;

  @ApiProperty({ description: 'the body is just what the segments make of the source' })
  assembled!: boolean;
}

export class SetAsideView {
  @ApiProperty()
  key!: string;

  @ApiProperty({ enum: SET_ASIDE_CODES })
  code!: SetAsideCode;

  @ApiProperty({ description: 'why, in a sentence' })
  detail!: string;
}

/** What came of work on segments. */
export class SegmentsReport {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ description: 'of the item afterwards; its ETag in quotes' })
  version!: number;

  @ApiProperty({ type: [String], description: 'keys' })
  changed!: string[];

  @ApiProperty()
  unchanged!: number;

  @ApiProperty({ type: [SetAsideView], description: 'what was left as it was, and why' })
  setAside!: SetAsideView[];

  @ApiProperty({ type: TranslationView, nullable: true })
  translation!: TranslationView | null;
}

export class SegmentChangeView {
  @ApiProperty({ description: 'the version of the item that it made' })
  sequence!: number;

  @ApiProperty({
    enum: SEGMENT_STATES,
    nullable: true,
    description: 'null: its source was taken out',
  })
  state!: string | null;

  @ApiProperty({ type: String, nullable: true })
  target!: string | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ enum: SEGMENT_ORIGINS, nullable: true })
  origin!: string | null;

  @ApiProperty({ description: 'a person, or Baton’s own line' })
  changedBy!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}

export class SegmentHistoryView {
  @ApiProperty({ type: [SegmentChangeView], description: 'newest first' })
  items!: SegmentChangeView[];
}
