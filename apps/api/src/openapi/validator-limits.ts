import { getMetadataStorage } from 'class-validator';
import type { Schema } from './operations.js';
import type { Class } from '../http/route-arguments.js';

/** What the validators of one property say of its value, and of each value in its list. */
export interface Limits {
  own: Schema;
  each: Schema;
}

type Limit = (constraints: readonly unknown[]) => Schema;

/** Of RFC 5321: characters of an address at most. */
const LONGEST_EMAIL = 254;
const INT32 = 2_147_483_647;

/** What each validator comes to in JSON Schema. One without a line here fails test/openapi/document.spec.ts. */
export const LIMITS: Readonly<Record<string, Limit>> = {
  isString: () => ({}),
  isArray: () => ({}),
  isObject: () => ({}),
  isBoolean: () => ({}),
  isNotEmpty: () => ({ minLength: 1 }),
  isLength: ([least, most]) => ({ minLength: least as number, maxLength: most as number }),
  minLength: ([least]) => ({ minLength: least as number }),
  maxLength: ([most]) => ({ maxLength: most as number }),
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
  isIn: ([values]) => ({ enum: [...(values as unknown[])] }),
  isInt: () => ({ type: 'integer', format: 'int64' }),
  isNumber: () => ({ type: 'number', format: 'double' }),
  min: ([least]) => ({ minimum: least as number }),
  max: ([most]) => ({ maximum: most as number }),
  arrayMinSize: ([least]) => ({ minItems: least as number }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMaxSize: ([most]) => ({ maxItems: most as number }),
  arrayUnique: () => ({ uniqueItems: true }),
  isUuid: () => ({ format: 'uuid' }),
  isEmail: () => ({ format: 'email', maxLength: LONGEST_EMAIL }),
  isInstant: () => ({ format: 'date-time' }),
  isDay: () => ({ format: 'date' }),
  isFactTypes: () => ({}),
  isGoalDate: () => ({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T.*)?$', maxLength: 40 }),
  isLocale: () => ({ pattern: '^[A-Za-z]{2,8}([-][A-Za-z0-9]{1,8})*$', maxLength: 100 }),
};

/** What says when a property is looked at, not what it may be. */
const CONDITIONS: readonly string[] = [
  'conditionalValidation',
  'nestedValidation',
  'whitelistValidation',
];

/** The limits of a class of bodies or queries, by property; those it inherits are among them. */
export function limitsOf(type: Class): Map<string, Limits> {
  const limits = new Map<string, Limits>();
  for (const { name, type: kind, propertyName, constraints, each } of validatorsOf(type)) {
    if (CONDITIONS.includes(kind)) continue;
    const found = limits.get(propertyName) ?? { own: {}, each: {} };
    const added = LIMITS[name ?? '']?.((constraints ?? []) as unknown[]) ?? {};
    limits.set(
      propertyName,
      each
        ? { ...found, each: both(found.each, added) }
        : { ...found, own: both(found.own, added) },
    );
  }
  for (const found of limits.values()) narrowIntegers(found.own);
  return limits;
}

/** Names of validators that have no line in LIMITS, with where they stand. */
export function unknownValidators(type: Class): string[] {
  return validatorsOf(type)
    .filter(
      ({ type: kind, name }) => !CONDITIONS.includes(kind) && LIMITS[name ?? ''] === undefined,
    )
    .map(({ propertyName, name }) => `${type.name}.${propertyName}: ${name}`);
}

/** Lists and objects inside that are validated, and would take an empty list for an object since nothing says IsObject. */
export function looseObjects(type: Class): string[] {
  const validators = validatorsOf(type);
  const places = (of: typeof validators) =>
    of.map(({ propertyName, each }) => `${type.name}.${propertyName}${each ? '[]' : ''}`);
  const objects = places(validators.filter(({ name }) => name === 'isObject'));
  const nested = places(validators.filter(({ type: kind }) => kind === 'nestedValidation'));
  return nested.filter((place) => !objects.includes(place));
}

/** Every class that has validators. */
export function validatedClasses(): Class[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<Class, unknown>;
  };
  return [...validationMetadatas.keys()];
}

function validatorsOf(type: Class) {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
}

/** Two patterns hold both. */
function both(one: Schema, other: Schema): Schema {
  if (one.pattern === undefined || other.pattern === undefined) return { ...one, ...other };
  const { pattern, ...rest } = other;
  return { ...one, ...rest, allOf: [...(one.allOf ?? []), { pattern }] };
}

function narrowIntegers(schema: Schema): void {
  const { format, minimum = -Infinity, maximum = Infinity } = schema;
  if (format === 'int64' && minimum >= -INT32 && maximum <= INT32) schema.format = 'int32';
}
