import { isFactPattern, LONGEST_FACT_PATTERN } from '#domain';
import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsString,
  MaxLength,
  registerDecorator,
} from 'class-validator';

/** A list of types of facts, exact or like `item.*`. */
export function IsFactTypes(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(100),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(LONGEST_FACT_PATTERN, { each: true }),
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isFactTypes',
        target: target.constructor,
        propertyName: String(property),
        options: { each: true },
        validator: {
          validate: (value: unknown) => typeof value === 'string' && isFactPattern(value),
          defaultMessage: () =>
            `${String(property)} must be types of facts like item.published or item.*`,
        },
      }),
  );
}
