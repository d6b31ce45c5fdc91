import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  DISABLED_BECAUSE,
  type DisabledBecause,
  ENDPOINT_STATUSES,
  type EndpointStatus,
} from '#engine';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsId, IsInstant, Optional } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { IsWantedTypes } from './wanted-types.js';

const FORMATS = ['standard', 'cloudevents'] as const;
/** What bodies look like: `{ type, timestamp, data }` of Standard Webhooks, or a CloudEvent 1.0 in JSON. */
export type Format = (typeof FORMATS)[number];

const ADDRESS = {
  maxLength: 2048,
  example: 'https://cms.example.com/hooks/baton',
  description: 'https, without a user, a password or a fragment; nothing private',
};
const TYPES = {
  type: 'array' as const,
  items: { type: 'string' as const },
  example: ['item.published', 'task.*'],
  description: 'types of facts, exact or like `item.*`; none: all of them',
};

export class NewEndpointBody {
  @ApiProperty(ADDRESS)
  @IsString()
  @MaxLength(2048)
  url!: string;

  @Optional({ maxLength: 500 })
  @IsString()
  @MaxLength(500)
  description?: string;

  @Optional(TYPES)
  @IsWantedTypes()
  types?: string[];

  @Optional({ enum: FORMATS, default: 'standard' })
  @IsIn(FORMATS)
  format?: Format;
}

export class EndpointChangesBody {
  @Optional(ADDRESS)
  @IsString()
  @MaxLength(2048)
  url?: string;

  @Optional({ maxLength: 500 })
  @IsString()
  @MaxLength(500)
  description?: string;

  @Optional(TYPES)
  @IsWantedTypes()
  types?: string[];

  @Optional({
    enum: FORMATS,
    description: 'of deliveries that are made from now on; those before keep their bytes',
  })
  @IsIn(FORMATS)
  format?: Format;
}

export class EnableBody {
  static readonly mayBeLeftOut = true;

  @Optional({
    enum: ['missed', 'now'],
    default: 'missed',
    description: 'whether what it missed is sent to it, or only what happens from now on',
  })
  @IsIn(['missed', 'now'])
  from?: 'missed' | 'now';
}

export class RotationBody {
  static readonly mayBeLeftOut = true;

  @Optional({
    type: 'integer',
    minimum: 0,
    maximum: 168,
    default: 24,
    description: 'hours in which the secrets before sign beside the new one',
  })
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours?: number;
}

/** One of its fields says what is sent again. */
export class ReplayBody {
  @Optional({ enum: ['dead'], description: 'all that was given up' })
  @IsIn(['dead'])
  status?: 'dead';

  @Optional({ type: [String], minItems: 1, maxItems: 500, description: 'these messages' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  messageIds?: string[];

  @Optional({ format: 'uuid', description: 'every fact after this one in the feed' })
  @IsId()
  after?: string;

  @Optional({ format: 'date-time', description: 'facts from here on; with `until`' })
  @IsInstant()
  since?: string;

  @Optional({ format: 'date-time', description: 'facts before this; with `since`' })
  @IsInstant()
  until?: string;
}

export class DeliveryQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;
}

export class AllDeliveriesQuery extends DeliveryQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  endpointId?: string;
}

export class SecretView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null for the current one; the others sign beside it until then',
  })
  expiresAt!: string | null;
}

export class EndpointView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty(TYPES)
  types!: string[];

  @ApiProperty({ enum: FORMATS })
  format!: Format;

  @ApiProperty({
    enum: ENDPOINT_STATUSES,
    description: 'degraded: it fails, and is tried with one delivery at a time',
  })
  status!: EndpointStatus;

  @ApiProperty({
    enum: [...DISABLED_BECAUSE, null],
    type: String,
    nullable: true,
    description: 'gone: it answered 410; failing: nothing was taken for five days',
  })
  disabledBecause!: DisabledBecause | null;

  @ApiProperty({ type: 'integer' })
  consecutiveFailures!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  failingSince!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'nothing is sent before',
  })
  pausedUntil!: string | null;

  @ApiProperty({ type: [SecretView] })
  secrets!: SecretView[];

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class EndpointWithSecretView extends EndpointView {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'whsec_…',
    description:
      'the secret that verifies, shown this once; null when the answer is repeated under an Idempotency-Key',
  })
  secret!: string | null;
}

export class AttemptView {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: 'integer', description: 'milliseconds' })
  durationMs!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  statusCode!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'a stable code; null where the message was taken',
  })
  error!: string | null;

  @ApiProperty({ type: String, nullable: true })
  detail!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the one that was connected to' })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the beginning of the answer' })
  responseBody!: string | null;
}

export class DeliveryView {
  @ApiProperty({ format: 'uuid' })
  endpointId!: string;

  @ApiProperty({ format: 'uuid', description: 'the `webhook-id`, and the id in the feed' })
  messageId!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'in the feed; null for a ping' })
  position!: number | null;

  @ApiProperty()
  type!: string;

  @ApiProperty({ enum: FORMATS })
  format!: Format;

  @ApiProperty({ enum: DELIVERY_STATUSES })
  status!: DeliveryStatus;

  @ApiProperty({ type: 'integer', description: 'that were ever begun' })
  attempts!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null once it was delivered or given up',
  })
  nextAttemptAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;
}

export class DeliveryWithAttemptsView extends DeliveryView {
  @ApiProperty({ description: 'the frozen bytes of the fact' })
  body!: string;

  @ApiProperty({ type: [AttemptView], description: 'the newest first, 200 at most' })
  log!: AttemptView[];
}

export class ReplayedView {
  @ApiProperty({ type: 'integer', description: 'deliveries that were put in line' })
  replayed!: number;

  @ApiProperty({ description: 'one call takes 10,000 at most: true where there may be more' })
  more!: boolean;
}
