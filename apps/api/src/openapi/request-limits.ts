import { BODY_LIMIT } from '../http/json-body.js';
import type { Parameter, Schema } from './operations.js';
import type { Class } from '../http/route-arguments.js';
import { type Limits, limitsOf, validatedClasses } from './validator-limits.js';

/** Bytes of all headers and the address at most, as Node has it; no text in a query is longer. */
const LONGEST_ADDRESS = 16_384;
/** Text without NUL: nothing else is stored. */
const STORABLE = '^[^\\u0000]*$';

/** The schemas of bodies with the limits of their classes. Every other schema stays as it is. */
export function withBodyLimits(
  schemas: Record<string, Schema>,
  isBody: (name: string) => boolean,
): Record<string, Schema> {
  const classes = new Map(validatedClasses().map((each) => [each.name, each]));
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const type = classes.get(name);
      if (type === undefined || !isBody(name)) return [name, schema];
      return [name, limited(schema, type)];
    }),
  );
}

function limited(schema: Schema, type: Class): Schema {
  const limits = limitsOf(type);
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    bounded(withLimits(property, limits.get(name)), BODY_LIMIT),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, Schema> };
}

/** A parameter of a query with the limits of its class, where it has one. */
export function withQueryLimits(parameter: Parameter, query: Class | null): Parameter {
  const limits = query === null ? undefined : limitsOf(query).get(parameter.name);
  const schema = withLimits(parameter.schema, limits);
  return { ...parameter, schema: bounded(schema, LONGEST_ADDRESS) };
}

function withLimits(schema: Schema, limits: Limits | undefined): Schema {
  if (limits === undefined) return schema;
  const { type, ...own } = limits.own;
  const isNullable = Array.isArray(schema.type) && schema.type.includes('null');
  return {
    ...schema,
    ...own,
    ...(type === undefined ? {} : { type: isNullable ? [type as string, 'null'] : type }),
    ...(own.enum !== undefined && isNullable ? { enum: [...own.enum, null] } : {}),
    ...(schema.items === undefined ? {} : { items: { ...schema.items, ...limits.each } }),
  };
}

/** Text with no limit of its own ends where what carries it ends. */
function bounded(schema: Schema, longest: number): Schema {
  if (schema.items !== undefined) {
    const items = bounded(schema.items, longest);
    const most = schema.uniqueItems === true ? items.enum?.length : undefined;
    return { ...(most === undefined ? {} : { maxItems: most }), ...schema, items };
  }
  const { additionalProperties: values } = schema;
  if (typeof values === 'object') {
    return { maxProperties: longest, ...schema, additionalProperties: bounded(values, longest) };
  }
  if (schema.oneOf !== undefined) {
    return { ...schema, oneOf: schema.oneOf.map((each) => bounded(each, longest)) };
  }
  const isText = [schema.type ?? []].flat().includes('string');
  if (!isText || schema.enum !== undefined) return schema;
  const isFree = schema.pattern === undefined && schema.format === undefined;
  return {
    ...schema,
    maxLength: schema.maxLength ?? LONGEST_OF_FORMAT[schema.format ?? ''] ?? longest,
    ...(isFree ? { pattern: STORABLE } : {}),
  };
}

/** Characters of a text of some format at most. */
const LONGEST_OF_FORMAT: Readonly<Record<string, number>> = {
  uuid: 36,
  date: 10,
  'date-time': 35,
};
