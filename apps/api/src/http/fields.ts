import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsString,
  Matches,
  MaxLength,
  registerDecorator,
  ValidateIf,
} from 'class-validator';
import { canonicalLocale } from '#localization';

const SNAKE_CASE = /^[a-z0-9]+(_[a-z0-9]+)*$/u;

/** A BCP 47 tag, taken in any spelling and kept in the canonical one. */
export function IsLocale(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      Array.isArray(value) ? value.map(canonicalOrSame) : canonicalOrSame(value),
    ),
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isLocale',
        target: target.constructor,
        propertyName: String(property),
        validator: {
          validate: (value: unknown) =>
            Array.isArray(value) ? value.every(isLocale) : isLocale(value),
          defaultMessage: () => `${String(property)} must be BCP 47 (de-DE, zh-Hans; not zh_CN)`,
        },
      }),
  );
}

function canonicalOrSame(value: unknown): unknown {
  return typeof value === 'string' ? (canonicalLocale(value) ?? value) : value;
}

function isLocale(value: unknown): boolean {
  return typeof value === 'string' && canonicalLocale(value) === value;
}

/** A list of distinct short snake_case words. */
export function IsWords(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(50),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(100, { each: true }),
    Matches(SNAKE_CASE, { each: true, message: '$property must be snake_case words' }),
  );
}

export function IsWord(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(100),
    Matches(SNAKE_CASE, { message: '$property must be a snake_case word' }),
  );
}

/** A field that may be left out. */
export function Optional(options: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional(options),
    ValidateIf((_object, value: unknown) => value !== undefined),
  );
}
