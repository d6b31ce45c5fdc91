import { FACT_TYPES } from '#domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsFactTypes } from '../http/fields.js';

const MOST_TYPES = 50;
const AFTER =
  'go on behind this: the id of an event (the `webhook-id` of its deliveries), or `nextCursor`; `latest`: from now on; left out or empty: from the beginning';

/** What a reader wants to see. */
export class EventFilterQuery {
  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_TYPES,
    description: `only these types, and all that begin so (\`item.*\`); with commas or repeated. A process may announce others beside ${FACT_TYPES.map(({ type }) => type).join(', ')}`,
    example: ['item.published', 'goal.*'],
  })
  @Transform(({ value }) => listIn(value))
  @IsArray()
  @ArrayMaxSize(MOST_TYPES)
  @IsFactTypes('$property must be types of events such as item.published, or item.*')
  types: string[] = [];

  @ApiPropertyOptional({
    maxLength: 300,
    description: 'only events with this `data.subject`',
    example: 'items/0198c0de-0000-7000-8000-000000000001',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^[a-z_]+\/\S+$/u, { message: '$property must be a subject such as items/{id}' })
  subject?: string;

  @ApiPropertyOptional({ maxLength: 100, description: AFTER })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;
}

export class EventsQuery extends EventFilterQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class EventStreamQuery extends EventFilterQuery {
  @ApiPropertyOptional({
    maxLength: 100,
    description: 'the same as the header Last-Event-ID, for clients that cannot send it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  lastEventId?: string;
}

export class EventView {
  @ApiProperty({ format: 'uuid', description: 'the `webhook-id` of its deliveries' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'in the feed of the workspace: 1, 2, 3, …' })
  position!: number;

  @ApiProperty({ example: 'item.published' })
  type!: string;

  @ApiProperty({ format: 'date-time' })
  timestamp!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'as in its deliveries: `subject`, `workspaceId`, `actor` and what the type says',
  })
  data!: Record<string, unknown>;
}

export class EventPage {
  @ApiProperty({ type: [EventView] })
  items!: EventView[];

  @ApiProperty({ description: 'for `after`, also behind an empty page' })
  nextCursor!: string;

  @ApiProperty({ description: 'false: this is the end of the feed at the moment' })
  hasMore!: boolean;
}

function listIn(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part]));
}
