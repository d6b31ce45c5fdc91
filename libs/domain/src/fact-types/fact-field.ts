/** A field of a fact's data. */
export interface FactField {
  /** JSON Schema, with a description */
  schema: object;
  /** true: the field is left out where there is nothing to say */
  optional: boolean;
}

const field = (schema: object): FactField => ({ schema, optional: false });

/** A field that is left out where there is nothing to say. */
export const optional = ({ schema }: FactField): FactField => ({ schema, optional: true });

export const text = (description: string) => field({ type: 'string', description });

export const textOrNull = (description: string) => field({ type: ['string', 'null'], description });

export const id = (description: string) => field({ type: 'string', format: 'uuid', description });

/** The id of a person, or `line` where Baton acts by itself. */
export const actor = (description: string) => field({ type: 'string', description });

export const instantOrNull = (description: string) =>
  field({ type: ['string', 'null'], format: 'date-time', description });

/** A SHA-256 as 64 hex digits. */
export const digest = (description: string) =>
  field({ type: 'string', description: `${description}; SHA-256, hex` });

export const digestOrNull = (description: string) =>
  field({ type: ['string', 'null'], description: `${description}; SHA-256, hex` });

export const count = (description: string) => field({ type: 'integer', minimum: 0, description });

export const numberOrNull = (description: string) =>
  field({ type: ['number', 'null'], description });

export const yes = (description: string) => field({ const: true, description });

export const yesOrNo = (description: string) => field({ type: 'boolean', description });

export const oneOf = (values: readonly string[], description: string) =>
  field({ enum: [...values], description });

export const texts = (description: string) =>
  field({ type: 'array', items: { type: 'string' }, description });

export const ids = (description: string) =>
  field({ type: 'array', items: { type: 'string', format: 'uuid' }, description });

/** An object in which nothing else may stand. */
export const record = (description: string, fields: Record<string, FactField>) =>
  field({ description, ...recordSchema(fields) });

/** Anything else, by its own JSON Schema. */
export const other = (schema: object) => field(schema);

/** The JSON Schema of an object with these fields and no others. */
export function recordSchema(fields: Record<string, FactField>) {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    required: entries.filter(([, { optional }]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}
