import * as fc from 'fast-check';
import type { Schema } from '../../apps/api/src/openapi/operations.js';

/** What stands in the workspace, by the name under which paths and bodies ask for it. */
export type Known = Readonly<Record<string, readonly string[]>>;

export interface Ground {
  schemas: Readonly<Record<string, Schema>>;
  known: Known;
}

/** Values that a schema allows; what stands in the workspace is taken often, by its name. */
export function valuesOf(schema: Schema, name: string, ground: Ground): fc.Arbitrary<unknown> {
  const { schemas, known } = ground;
  if (schema.$ref !== undefined) {
    return valuesOf(schemas[schema.$ref.split('/').at(-1)!]!, name, ground);
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) {
    return fc.oneof(...choices.map((each) => valuesOf(each, name, ground)));
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const [type = 'string', ...others] = [schema.type ?? []].flat();
  if (others.includes('null')) {
    const value = valuesOf({ ...schema, type }, name, ground);
    return fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: fc.constant(null), weight: 1 });
  }
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -5,
        max: Math.min(schema.maximum ?? 1000, 2 ** 31),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, name, ground), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'object':
      return objectsOf(schema, ground);
    default: {
      const own = textsOf(schema);
      const standing = known[name];
      if (standing === undefined) return own;
      return fc.oneof(
        { arbitrary: fc.constantFrom(...standing), weight: 4 },
        { arbitrary: own, weight: 1 },
      );
    }
  }
}

function objectsOf(schema: Schema, ground: Ground): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object') {
    const values = valuesOf(additionalProperties, '', ground);
    return fc.dictionary(fc.string({ maxLength: 20 }), values, { maxKeys: 3 });
  }
  const arbitraries = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valuesOf(each, name, ground)]),
  );
  return fc.record(arbitraries, { requiredKeys: required });
}

function textsOf(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern, examples = [], minLength = 0, maxLength = 50 } = schema;
  const samples = examples.filter((each) => typeof each === 'string');
  const own =
    ofFormat(format) ??
    ofPattern(pattern) ??
    fc.string({ minLength, maxLength: Math.min(maxLength, 50) });
  const cut = own.map((text) => text.slice(0, maxLength));
  return samples.length === 0 ? cut : fc.oneof(fc.constantFrom(...samples), cut);
}

function ofFormat(format: string | undefined): fc.Arbitrary<string> | null {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'email':
      return fc.emailAddress();
    case 'date':
      return days().map((text) => text.slice(0, 10));
    case 'date-time':
      return days();
    default:
      return null;
  }
}

function days(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
}

/** fast-check reads no property of Unicode and looks neither ahead nor back; such patterns are met by plain words. */
function ofPattern(pattern: string | undefined): fc.Arbitrary<string> | null {
  if (pattern === undefined) return null;
  if (/\\p|\(\?|u0000/u.test(pattern)) return fc.lorem({ maxCount: 5 });
  return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'xsmall' });
}
