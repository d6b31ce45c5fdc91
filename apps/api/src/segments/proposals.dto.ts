import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsFlag, Optional } from '../http/fields.js';
import { DiffPartView } from './segments.dto.js';

export class PretranslateBody {
  @Optional({
    type: 'integer',
    minimum: 75,
    maximum: 101,
    default: 75,
    description: 'the least score of the memory that is taken; 101: the same text and neighbours',
  })
  @IsInt()
  @Min(75)
  @Max(101)
  least?: number;

  @Optional({ default: false, description: 'let the machine propose where the memory has nothing' })
  @IsBoolean()
  machine?: boolean;
}

export class ProposalQuery {
  @Optional({ type: 'integer', minimum: 75, maximum: 101, default: 75 })
  @Type(() => Number)
  @IsInt()
  @Min(75)
  @Max(101)
  least?: number;

  @Optional({ type: Boolean, default: false, description: 'with what the machine proposes' })
  @IsFlag()
  machine?: boolean;
}

export class ProposalView {
  @ApiProperty({
    description: '101: same text and neighbours, 100: same text, below: similar; 0: by a machine',
  })
  score!: number;

  @ApiProperty({ description: 'tagged text that was translated' })
  source!: string;

  @ApiProperty({ type: [DiffPartView], description: 'from that text to the one asked for' })
  sourceDiff!: DiffPartView[];

  @ApiProperty({ description: 'tagged text' })
  target!: string;

  @ApiProperty({ description: 'who proposes it' })
  origin!: string;
}

export class ProposalsView {
  @ApiProperty({ type: [ProposalView], description: 'best first' })
  items!: ProposalView[];
}
