import type { Schema } from './operations.js';

/** A schema with every schema inside it, and then itself, changed. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inside = (each: Schema): Schema => mapSchema(each, change);
  const { properties, items, additionalProperties, allOf, anyOf, oneOf } = schema;
  return change({
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, inside(each)]),
          ),
        }),
    ...(items === undefined ? {} : { items: inside(items) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: inside(additionalProperties) }
      : {}),
    ...(allOf === undefined ? {} : { allOf: allOf.map(inside) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(inside) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(inside) }),
  });
}

/**
 * A schema as exact as its class: an object has the properties that are named and no other unless it says so, a number
 * is an integer unless its format is `double`, and an example stands where 3.1 has it.
 */
export function exactSchema(schema: Schema): Schema {
  return mapSchema(schema, (each) => examplesIn31(integers(closed(unwrapped(each)))));
}

function unwrapped({ allOf, ...schema }: Schema): Schema {
  if (allOf === undefined) return schema;
  const [only, ...others] = allOf;
  const isReference = only?.$ref !== undefined && others.length === 0;
  return isReference ? { ...schema, $ref: only.$ref! } : { ...schema, allOf };
}

function closed(schema: Schema): Schema {
  const isOpen = schema.type !== 'object' || schema.additionalProperties !== undefined;
  return isOpen ? schema : { ...schema, additionalProperties: false };
}

function integers(schema: Schema): Schema {
  if (schema.format === 'double') return schema;
  const types = [schema.type ?? []].flat();
  if (!types.includes('number') && !types.includes('integer')) return schema;
  const type = types.map((each) => (each === 'number' ? 'integer' : each));
  return { format: 'int64', ...schema, type: type.length === 1 ? type[0]! : type };
}

function examplesIn31({ example, ...schema }: Schema): Schema {
  return example === undefined ? schema : { ...schema, examples: [example] };
}

const COMPONENT = '#/components/schemas/';

/** Names of the schemas that some others refer to, and of those that these refer to, and so on. */
export function schemasReachedFrom(
  roots: readonly Schema[],
  schemas: Readonly<Record<string, Schema>>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (root: Schema): void => {
    mapSchema(root, (each) => {
      const name = each.$ref?.slice(COMPONENT.length);
      if (name !== undefined && !reached.has(name)) {
        reached.add(name);
        follow(schemas[name] ?? {});
      }
      return each;
    });
  };
  for (const root of roots) follow(root);
  return reached;
}
