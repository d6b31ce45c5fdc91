import { AGREEMENT_MODES, type AgreementMode, type Cadence, CADENCES, FUNCTIONS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsDay, IsName, Nullable } from '../http/fields.js';

export class AgreementBody {
  @ApiProperty({ maxLength: 1000, example: 'Launch messages reach sellers with the launch.' })
  @IsName(1000)
  purpose!: string;

  @ApiProperty({ enum: AGREEMENT_MODES, description: 'how the two work together' })
  @IsIn(AGREEMENT_MODES)
  mode!: AgreementMode;

  @ApiProperty({ enum: CADENCES })
  @IsIn(CADENCES)
  cadence!: Cadence;

  @Nullable({
    type: String,
    format: 'date',
    example: '2027-06-30',
    description: 'the last day on which it holds without being renewed; null: until further notice',
  })
  @IsDay()
  deadline?: string | null;
}

export class AgreementView {
  @ApiProperty({ enum: FUNCTIONS })
  function!: string;

  @ApiProperty()
  purpose!: string;

  @ApiProperty({ enum: AGREEMENT_MODES })
  mode!: AgreementMode;

  @ApiProperty({ enum: CADENCES })
  cadence!: Cadence;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  deadline!: string | null;

  @ApiProperty({ description: 'the deadline has passed: renew it' })
  due!: boolean;

  @ApiProperty({ format: 'uuid' })
  updatedBy!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class FunctionWithoutView {
  @ApiProperty({ enum: FUNCTIONS })
  function!: string;

  @ApiProperty({ description: 'somebody works in it' })
  staffed!: boolean;
}

export class AgreementsView {
  @ApiProperty({ type: [AgreementView] })
  agreements!: AgreementView[];

  @ApiProperty({ type: [FunctionWithoutView], description: 'functions without an agreement' })
  functionsWithout!: FunctionWithoutView[];
}
