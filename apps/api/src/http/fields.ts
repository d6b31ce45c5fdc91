import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  isISO8601,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  registerDecorator,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isDay, isFactPattern } from '#domain';
import { canonicalLocale } from '#localization';

const SNAKE_CASE = /^[a-z0-9]+(_[a-z0-9]+)*$/u;

/** Characters of a locale tag at most; real ones have some twenty. */
const LONGEST_LOCALE = 100;

/** A BCP 47 tag, or with `each` a list of them, taken in any spelling and kept in the canonical one. */
export function IsLocale({ each = false } = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      each && Array.isArray(value) ? value.map(canonicalOrSame) : canonicalOrSame(value),
    ),
    (target: object, property: string | symbol) =>
      registerDecorator({
        name: 'isLocale',
        target: target.constructor,
        propertyName: String(property),
        options: { each },
        validator: {
          validate: isLocale,
          defaultMessage: () => `${String(property)} must be BCP 47 (de-DE, zh-Hans; not zh_CN)`,
        },
      }),
  );
}

function canonicalOrSame(value: unknown): unknown {
  return typeof value === 'string' && value.length <= LONGEST_LOCALE
    ? (canonicalLocale(value) ?? value)
    : value;
}

function isLocale(value: unknown): boolean {
  return (
    typeof value === 'string' && value.length <= LONGEST_LOCALE && canonicalLocale(value) === value
  );
}

/** In a list: types of facts, exact or like `item.*`. */
export function IsFactTypes(message: string): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isFactPattern(value);
  return ValidateBy({ name: 'isFactTypes', validator: { validate } }, { each: true, message });
}

/** An ISO 3166-1 alpha-2 code. */
export function IsRegion(): PropertyDecorator {
  return Matches(/^[A-Z]{2}$/u, {
    message: '$property must be two capital letters, ISO 3166-1 alpha-2',
  });
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

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/u;

/** An ISO 8601 instant with its zone. */
export function IsInstant(): PropertyDecorator {
  return (target: object, property: string | symbol) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && INSTANT.test(value) && isISO8601(value, { strict: true }),
        defaultMessage: () => `${String(property)} must be an instant like 2027-01-15T09:00:00Z`,
      },
    });
}

const LONGEST_COMMENT = 4000;

/** Words to others, up to 4,000 characters and not only blanks. */
export function IsComment(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(LONGEST_COMMENT),
    Matches(/\S/u, { message: '$property must say something' }),
  );
}

/** A day of the calendar, YYYY-MM-DD. */
export function IsDay(): PropertyDecorator {
  return (target: object, property: string | symbol) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => `${String(property)} must be a day like 2027-06-30`,
      },
    });
}

/** A field that may be left out or be null, which says that there is nothing. */
export function Nullable(options: ApiPropertyOptions): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ ...options, nullable: true }),
    ValidateIf((_object, value: unknown) => value != null),
  );
}

/** Yes or no in a query, where every value is text: `true` or `false`. */
export function IsFlag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );
}

/** The id of something, a UUID in any case, kept in lower case; with `each` a list of them. */
export function IsId({ each = false } = {}): PropertyDecorator {
  const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  return applyDecorators(
    Transform(({ value }) => (each && Array.isArray(value) ? value.map(lower) : lower(value))),
    IsUUID('all', { each }),
  );
}

/** A letter or a digit that is drawn; the fillers of Hangul are letters and are not. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** Up to so many characters, one of them a letter or a digit: a name that can be seen. */
export function IsName(longest: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    MaxLength(longest),
    Matches(SEEN, { message: '$property must have a letter or a digit' }),
  );
}
