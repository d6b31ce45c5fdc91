import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsId, Optional } from '../http/fields.js';
import { EventBody } from './items.dto.js';

/** Events of one call at most. */
const MOST_EVENTS = 500;
/** The greatest number that a version can be. */
const GREATEST_VERSION = 2_147_483_647;

export class BulkEventBody extends EventBody {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  itemId!: string;

  @Optional({
    type: 'integer',
    minimum: 1,
    description:
      'stands for If-Match: the version of the item as you saw it before the call, or the one that earlier events of the call lead to; left out, the event is decided on whatever version the item is at',
  })
  @IsInt()
  @Min(1)
  @Max(GREATEST_VERSION)
  version?: number;
}

export class BulkEventsBody {
  @ApiProperty({
    type: [BulkEventBody],
    minItems: 1,
    maxItems: MOST_EVENTS,
    description: 'in this order; an item may occur several times',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_EVENTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkEventBody)
  events!: BulkEventBody[];

  @Optional({ default: false, description: 'only say what would come of it; changes nothing' })
  @IsBoolean()
  dryRun?: boolean;

  @Optional({
    default: false,
    description: 'a release set: every event or none, which is 409 with the results',
  })
  @IsBoolean()
  together?: boolean;
}
