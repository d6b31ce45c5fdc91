/** snake_case: words of small letters and digits. XState's own names and wildcards have dots and stars, so none fits. */
const SNAKE_CASE = '^[a-z][a-z0-9]*(_[a-z0-9]+)*$';
const SNAKE_CASE_UNDER_ROOT = '^\\.?[a-z][a-z0-9]*(_[a-z0-9]+)*$';
const PRINTABLE = '^(?=.*\\S)[^\\p{Cc}\\p{Cs}]+$';
const REGION = '^[A-Z]{2}$';

/** What each pattern of the schema asks for, in words. */
export const PATTERNS_IN_WORDS: Record<string, string> = {
  [SNAKE_CASE]: 'a name in snake_case, for instance in_review',
  [SNAKE_CASE_UNDER_ROOT]: 'the name of a stage in snake_case, for instance in_review',
  [PRINTABLE]: 'a text that is not blank and has no control characters',
  [REGION]: 'a region by its two capitals, for instance DE',
};

interface Described {
  title: string;
  description: string;
}

export function named(title: string, description: string) {
  return { type: 'string', title, description, pattern: SNAKE_CASE, maxLength: 64 };
}

export function target(title: string, description: string) {
  return { type: 'string', title, description, pattern: SNAKE_CASE_UNDER_ROOT, maxLength: 65 };
}

export function text(title: string, description: string) {
  return { type: 'string', title, description, pattern: PRINTABLE, maxLength: 300 };
}

export function region(title: string, description: string) {
  return { type: 'string', title, description, pattern: REGION };
}

export function oneOf(values: readonly string[], described: Described) {
  return { type: 'string', ...described, enum: [...values] };
}

export function hours(title: string, description: string) {
  return { type: 'number', title, description, exclusiveMinimum: 0, maximum: 10_000 };
}

export function list(items: object, { most, ...described }: Described & { most: number }) {
  return { type: 'array', ...described, items, maxItems: most };
}

/** An object in which nothing else may stand. */
export function record(
  properties: Record<string, object>,
  { required = [], ...described }: Described & { required?: string[] },
) {
  return { type: 'object', ...described, properties, required, additionalProperties: false };
}

/** An object whose fields are named by whoever writes it. */
export function byName(values: object, { most, ...described }: Described & { most: number }) {
  return {
    type: 'object',
    ...described,
    propertyNames: { pattern: SNAKE_CASE, maxLength: 64 },
    additionalProperties: values,
    maxProperties: most,
  };
}

/** One of several ways to write the same; the title says which there are. */
export function either(described: Described, ...ways: object[]) {
  return { ...described, anyOf: ways };
}

export function reference(definition: string) {
  return { $ref: `#/$defs/${definition}` };
}
