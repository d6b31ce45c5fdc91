import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsId, Optional } from '../http/fields.js';

const HASH = { description: 'base64 of 32 bytes' };

/** A number of leaves in a query. */
const IsSize = () =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(Number.MAX_SAFE_INTEGER),
  );

export class CheckpointView {
  @ApiProperty({ description: 'leaves of the tree' })
  size!: number;

  @ApiProperty(HASH)
  root!: string;

  @ApiProperty({ format: 'date-time' })
  signedAt!: string;

  @ApiProperty({ description: 'the signed note, C2SP tlog-checkpoint' })
  note!: string;
}

export class AuditKeyView {
  @ApiProperty({ description: '1 for the first key of the installation' })
  number!: number;

  @ApiProperty({ description: 'name+id+key, C2SP signed-note; pin it with verify --audit-key' })
  verifier!: string;

  @ApiProperty({ format: 'date-time' })
  activatedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the note in which the key before says that this one follows',
  })
  statement!: string | null;
}

export class InclusionQuery {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  itemId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'the row of its trail' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  seq!: number;

  @Optional({
    type: 'integer',
    minimum: 1,
    description: 'leaves of the tree to prove it in; those of the newest checkpoint where left out',
  })
  @IsSize()
  size?: number;
}

export class InclusionView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty()
  seq!: number;

  @ApiProperty({ description: 'the entry as it is stored: the leaf is made of its UTF-8 bytes' })
  entry!: string;

  @ApiProperty({ description: 'from 0' })
  leafIndex!: number;

  @ApiProperty(HASH)
  leafHash!: string;

  @ApiProperty({ description: 'leaves of the tree' })
  size!: number;

  @ApiProperty(HASH)
  root!: string;

  @ApiProperty({ type: [String], description: 'RFC 6962 §2.1.1, base64 each' })
  proof!: string[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the signed note of exactly this size, where there is one',
  })
  checkpoint!: string | null;
}

export class ConsistencyQuery {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'leaves of the smaller tree' })
  @IsSize()
  from!: number;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'leaves of the larger tree' })
  @IsSize()
  to!: number;
}

export class TreeHeadView {
  @ApiProperty()
  size!: number;

  @ApiProperty(HASH)
  root!: string;
}

export class ConsistencyView {
  @ApiProperty({ type: TreeHeadView })
  from!: TreeHeadView;

  @ApiProperty({ type: TreeHeadView })
  to!: TreeHeadView;

  @ApiProperty({ type: [String], description: 'RFC 6962 §2.1.2, base64 each' })
  proof!: string[];
}
