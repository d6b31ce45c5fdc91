import { LONGEST_FACT_PATTERN } from '#domain';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';
import { IsFactTypes } from '../http/fields.js';

/** The types of facts that an endpoint is told of. */
export function IsWantedTypes(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(100),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(LONGEST_FACT_PATTERN, { each: true }),
    IsFactTypes('$property must be types of facts like item.published or item.*'),
  );
}
