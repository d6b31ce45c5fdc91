import { beforeAll, describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { BODY_LIMIT } from '../../apps/api/src/http/json-body.js';
import { documentOfRoutes } from '../../apps/api/src/index.js';
import { operationsIn, type Schema } from '../../apps/api/src/openapi/operations.js';
import type { Class } from '../../apps/api/src/http/route-arguments.js';
import { schemasReachedFrom } from '../../apps/api/src/openapi/schemas.js';
import { validatedClasses } from '../../apps/api/src/openapi/validator-limits.js';

let schemas: Record<string, Schema>;
let bodies: [Class, Schema][];

beforeAll(async () => {
  const document = await documentOfRoutes();
  schemas = document.components!.schemas as Record<string, Schema>;
  const roots = operationsIn(document).flatMap(({ operation }) =>
    Object.values(operation.requestBody?.content ?? {}).map(({ schema = {} }) => schema),
  );
  const reached = schemasReachedFrom(roots, schemas);
  bodies = validatedClasses()
    .filter(({ name }) => reached.has(name))
    .map((type) => [type, schemas[type.name]!]);
});

/** What the validators of a class say of one property with that value. */
async function faultsOf(type: Class, property: string, value: unknown): Promise<string[]> {
  const body = plainToInstance(type as new () => object, { [property]: value });
  const errors = await validate(body, { whitelist: true, forbidNonWhitelisted: true });
  return errors
    .filter((error: ValidationError) => error.property === property)
    .flatMap(({ constraints = {}, children = [] }) => [
      ...Object.keys(constraints),
      ...children.map(() => 'inside'),
    ]);
}

interface Probe {
  what: string;
  value: unknown;
  /** the validator that has to say no, or the one that has to say nothing */
  refusedBy?: string[];
  notRefusedBy?: string[];
}

/** Values at and behind each limit of a schema. */
function probesOf(schema: Schema): Probe[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems } = schema;
  const types = [schema.type ?? []].flat();
  const probes: Probe[] = [];
  const limit = (what: string, names: string[], at: unknown, behind: unknown): void => {
    probes.push({ what: `${what}, met`, value: at, notRefusedBy: names });
    probes.push({ what: `${what}, passed`, value: behind, refusedBy: names });
  };
  if (maxLength !== undefined && maxLength < BODY_LIMIT && schema.format !== 'date-time') {
    const names = ['maxLength', 'isLength', 'isEmail', 'isLocale', 'isUuid', 'isDay', 'isGoalDate'];
    probes.push({ what: 'maxLength, passed', value: 'a'.repeat(maxLength + 1), refusedBy: names });
    const met = 'a'.repeat(maxLength);
    probes.push({ what: 'maxLength, met', value: met, notRefusedBy: ['maxLength', 'isLength'] });
  }
  if (minLength !== undefined)
    limit('minLength', ['isLength', 'minLength', 'isNotEmpty'], 'a'.repeat(minLength), '');
  if (minimum !== undefined) limit('minimum', ['min'], minimum, minimum - 1);
  if (maximum !== undefined) limit('maximum', ['max'], maximum, maximum + 1);
  const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
  if (minItems !== undefined)
    limit('minItems', ['arrayMinSize', 'arrayNotEmpty'], many(minItems), []);
  if (maxItems !== undefined && schema.items?.enum === undefined) {
    limit('maxItems', ['arrayMaxSize'], many(maxItems), many(maxItems + 1));
  }
  if (schema.enum !== undefined) {
    const words = schema.enum.filter((each) => each !== null);
    probes.push({ what: 'enum', value: 'no such word', refusedBy: ['isIn'] });
    for (const value of words) probes.push({ what: 'enum', value, notRefusedBy: ['isIn'] });
  }
  if (types.length > 0) {
    const nullable = types.includes('null');
    probes.push({
      what: 'null',
      value: null,
      ...(nullable ? { notRefusedBy: ANY } : { refusedBy: ANY }),
    });
  }
  return probes;
}

/** Whichever validator. */
const ANY: string[] = [];

describe('the limits that the document states for a body', () => {
  it('are those of its validators: refused behind each of them, and not at it', async () => {
    const wrong: string[] = [];
    let probed = 0;
    for (const [type, { properties = {} }] of bodies) {
      for (const [property, schema] of Object.entries(properties)) {
        for (const { what, value, refusedBy, notRefusedBy } of probesOf(schema)) {
          probed += 1;
          const faults = await faultsOf(type, property, value);
          const by = (names: string[]) =>
            faults.some((fault) => names.length === 0 || names.includes(fault));
          const isRight = refusedBy === undefined ? !by(notRefusedBy!) : by(refusedBy);
          if (!isRight) wrong.push(`${type.name}.${property}: ${what} (${faults.join(', ')})`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(probed).toBeGreaterThan(300);
  });

  it('ask for just what its validators cannot do without', async () => {
    const wrong: string[] = [];
    for (const [type, { properties = {}, required = [] }] of bodies) {
      for (const property of Object.keys(properties)) {
        const isMissed = (await faultsOf(type, property, undefined)).length > 0;
        if (isMissed !== required.includes(property)) wrong.push(`${type.name}.${property}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leave no property out, and let no other in', async () => {
    for (const [type, schema] of bodies) {
      expect([type.name, schema.additionalProperties]).toEqual([type.name, false]);
      expect(await faultsOf(type, 'unheardOf', 1)).toEqual(['whitelistValidation']);
    }
  });
});
