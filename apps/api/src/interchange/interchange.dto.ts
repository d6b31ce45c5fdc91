import { SET_ASIDE_CODES } from '#engine';
import {
  XLIFF_PROFILES,
  XLIFF_VERSIONS,
  type XliffProfile,
  type XliffVersion,
} from '#localization';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsFlag, IsLocale, Optional } from '../http/fields.js';
import { ReasonView } from '../http/problem.js';
import { TranslationView } from '../segments/segments.dto.js';

export class XliffQuery {
  @Optional({ enum: XLIFF_VERSIONS, default: '2.1' })
  @IsIn(XLIFF_VERSIONS)
  version?: XliffVersion;

  @Optional({
    enum: XLIFF_PROFILES,
    default: 'plain',
    description: '1.2 only; prefilled: untranslated targets hold their source, as OmegaT needs it',
  })
  @IsIn(XLIFF_PROFILES)
  profile?: XliffProfile;

  @Optional({ type: Boolean, default: false, description: 'with what the memory proposes' })
  @IsFlag()
  proposals?: boolean;
}

export class ImportQuery {
  @Optional({ type: Boolean, default: false, description: 'only say what would come of it' })
  @IsFlag()
  preview?: boolean;

  @Optional({
    type: Boolean,
    default: false,
    description: 'codes in another order than in the source are meant so',
  })
  @IsFlag()
  acceptReordered?: boolean;

  @Optional({
    type: Boolean,
    default: false,
    description: 'make a body anew from its segments where it was written as a whole',
  })
  @IsFlag()
  rebuild?: boolean;
}

export class SetAsideUnitView {
  @ApiProperty()
  key!: string;

  @ApiProperty({ enum: SET_ASIDE_CODES })
  code!: string;

  @ApiProperty({ description: 'why, in a sentence' })
  detail!: string;

  @ApiProperty({ description: 'where it stands in the file' })
  line!: number;
}

export const FILE_OUTCOMES = [
  'applied',
  'unchanged',
  'refused',
  'missing',
  'other_locale',
] as const;

/** What came of the units of one item. */
export class ImportedFileView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ enum: FILE_OUTCOMES })
  outcome!: (typeof FILE_OUTCOMES)[number];

  @ApiProperty({ type: String, nullable: true })
  slug!: string | null;

  @ApiProperty()
  locale!: string;

  @ApiPropertyOptional({ description: 'of the item afterwards' })
  version?: number;

  @ApiProperty({ description: 'units in the file' })
  units!: number;

  @ApiProperty()
  changed!: number;

  @ApiProperty()
  unchanged!: number;

  @ApiProperty({ type: [SetAsideUnitView], description: 'what was left as it was, and why' })
  setAside!: SetAsideUnitView[];

  @ApiPropertyOptional({ type: [ReasonView], description: 'refused: each rule that said no' })
  reasons?: ReasonView[];

  @ApiPropertyOptional({ type: TranslationView, nullable: true })
  translation?: TranslationView | null;
}

export class ImportReport {
  @ApiProperty({ description: 'nothing was written' })
  preview!: boolean;

  @ApiProperty({ type: [ImportedFileView] })
  files!: ImportedFileView[];
}

export class MemoryQuery {
  @ApiProperty({ example: 'en-US' })
  @IsLocale()
  sourceLocale!: string;

  @ApiProperty({ example: 'de-DE' })
  @IsLocale()
  targetLocale!: string;
}
