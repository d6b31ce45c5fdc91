import {
  XLIFF_PROFILES,
  XLIFF_VERSIONS,
  type XliffProfile,
  type XliffVersion,
} from '#localization';
import { FRESHNESS, type Freshness, ITEM_KINDS } from '#domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsComment, IsId, IsLocale, IsWord, Optional } from '../http/fields.js';
import { ReasonView } from '../http/problem.js';
import { PageQuery } from '../http/paging.js';

export const MOST_CELLS = 500;
const SOURCES = ITEM_KINDS.filter((kind) => kind !== 'variant');

/** Which items and which of their locales. */
export class MatrixFilter extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  override limit = 50;

  @Optional({ description: 'only this locale' })
  @IsLocale()
  locale?: string;

  @Optional({ enum: FRESHNESS, description: 'only locales in this state' })
  @IsIn(FRESHNESS)
  freshness?: Freshness;

  @Optional({ enum: SOURCES })
  @IsIn(SOURCES)
  kind?: string;

  @Optional()
  @IsWord()
  type?: string;

  @Optional()
  @IsWord()
  ownerFunction?: string;
}

export class WorkLeftView {
  @ApiProperty({ description: 'segments that nobody answers for yet' })
  segments!: number;

  @ApiProperty({ description: 'words of their sources' })
  words!: number;

  @ApiProperty({ description: 'segments in all' })
  of!: number;
}

/** One locale of an item. */
export class CellView {
  @ApiProperty()
  locale!: string;

  @ApiProperty({ enum: FRESHNESS })
  freshness!: Freshness;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'out of date since',
  })
  since!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the variant' })
  itemId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  stage!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  version!: number | null;

  @ApiProperty({ type: WorkLeftView, nullable: true, description: 'null where nothing was begun' })
  left!: WorkLeftView | null;
}

export class MatrixRowView {
  @ApiProperty({ format: 'uuid', description: 'the source' })
  itemId!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: SOURCES })
  kind!: string;

  @ApiProperty({ description: 'of the source' })
  locale!: string;

  @ApiProperty()
  stage!: string;

  @ApiProperty({ type: [CellView] })
  cells!: CellView[];
}

const countsOfFreshness = {
  type: 'object' as const,
  required: [...FRESHNESS],
  properties: Object.fromEntries(FRESHNESS.map((name) => [name, { type: 'integer' as const }])),
};

export class LocaleTotalView {
  @ApiProperty()
  locale!: string;

  @ApiProperty({ ...countsOfFreshness, description: 'items in each state' })
  items!: Record<Freshness, number>;

  @ApiProperty({ description: 'segments that nobody answers for yet, of what was begun' })
  segments!: number;

  @ApiProperty({ description: 'words of their sources' })
  words!: number;
}

export class MatrixTotalsView {
  @ApiProperty({ type: [LocaleTotalView] })
  locales!: LocaleTotalView[];
}

export class CellReference {
  @ApiProperty({ format: 'uuid', description: 'the source' })
  @IsId()
  itemId!: string;

  @ApiProperty({ example: 'de-DE' })
  @IsLocale()
  locale!: string;
}

class Cells {
  @ApiProperty({ type: [CellReference], minItems: 1, maxItems: MOST_CELLS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CELLS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CellReference)
  cells!: CellReference[];
}

export class RequestUpdateBody extends Cells {
  @ApiProperty({ maxLength: 4000, description: 'why' })
  @IsComment()
  comment!: string;

  @Optional({ default: false, description: 'only say what would come of it' })
  @IsBoolean()
  dryRun?: boolean;
}

export class AssignBody extends Cells {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  personId!: string;

  @Optional({ default: false, description: 'only say what would come of it' })
  @IsBoolean()
  dryRun?: boolean;
}

export class XliffZipBody extends Cells {
  @Optional({ enum: XLIFF_VERSIONS, default: '2.1' })
  @IsIn(XLIFF_VERSIONS)
  version?: XliffVersion;

  @Optional({ enum: XLIFF_PROFILES, default: 'plain', description: 'as with one item' })
  @IsIn(XLIFF_PROFILES)
  profile?: XliffProfile;
}

export const CELL_OUTCOMES = ['requested', 'assigned', 'refused', 'missing'] as const;

export class CellResultView {
  @ApiProperty({ format: 'uuid', description: 'the source' })
  itemId!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty({
    enum: CELL_OUTCOMES,
    description:
      'opened: there was no variant; missing: there is no such item, or nothing to do it with',
  })
  outcome!: (typeof CELL_OUTCOMES)[number];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  variantId!: string | null;

  @ApiPropertyOptional({ type: [ReasonView], description: 'refused: each rule that said no' })
  reasons?: ReasonView[];
}

export class CellResultsView {
  @ApiProperty({ type: [CellResultView], description: 'in the order of the cells' })
  results!: CellResultView[];
}
