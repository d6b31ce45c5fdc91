import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsComment, IsId, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const STATUSES = ['open', 'resolved'] as const;

export class CommentBody {
  @ApiProperty({ maxLength: 4000 })
  @IsComment()
  text!: string;

  @Optional({
    example: 'pricing/discounts',
    description: 'the key of a section of the present text',
  })
  @IsString()
  @MaxLength(1000)
  section?: string;

  @Optional({
    default: false,
    description: 'asks to be resolved before the work goes on, where the process says so',
  })
  @IsBoolean()
  mandatory?: boolean;

  @Optional({ type: [String], description: 'ids of the people who are addressed' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  mentions?: string[];
}

export class CommentQuery extends PageQuery {
  @Optional({ enum: STATUSES })
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];

  @Optional()
  @IsString()
  @MaxLength(1000)
  section?: string;
}

export class CommentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  section!: string | null;

  @ApiProperty()
  text!: string;

  @ApiProperty()
  mandatory!: boolean;

  @ApiProperty({ type: [String] })
  mentions!: string[];

  @ApiProperty()
  authorId!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true })
  resolvedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt!: string | null;
}
