import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { pointerTo } from '../json-pointer.js';
import type { Problem } from '../refusal.js';
import { PROCESS_SCHEMA } from './process-schema.js';
import { PATTERNS_IN_WORDS } from './schema-parts.js';

/** A source can be wrong in as many places as it has; beyond these nobody reads on. */
const MOST_PROBLEMS = 500;

let compiled: ValidateFunction | undefined;

/** Every place at which a source is not what the schema asks for. */
export function schemaProblems(source: unknown): Problem[] {
  // Compiled when first needed: most programs that know the domain never read a process.
  compiled ??= new Ajv2020({ allErrors: true, verbose: true }).compile(PROCESS_SCHEMA);
  if (compiled(source)) return [];
  const told = tellable(compiled.errors ?? []);
  const problems = told.slice(0, MOST_PROBLEMS).map((error) => problemOf(error));
  if (told.length > MOST_PROBLEMS) {
    const more = told.length - MOST_PROBLEMS;
    const detail = `Expected a process; found ${more} more problems than are listed here.`;
    problems.push({ pointer: '', code: 'more_problems', detail });
  }
  return problems;
}

/**
 * Of several ways to write a value, that it is not of the type of one of them says nothing; and that it is none of
 * them says nothing when it is clear which was meant, because then something is wrong inside.
 */
function tellable(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const chosen = new Set(choices.map(({ instancePath }) => instancePath));
  const told = errors.filter(
    ({ keyword, instancePath, propertyName }) =>
      keyword !== 'anyOf' &&
      propertyName === undefined &&
      !(keyword === 'type' && chosen.has(instancePath)),
  );
  const open = choices.filter(
    ({ instancePath }) =>
      !told.some((error) => isAtOrBelow(error.instancePath, instancePath)) &&
      !choices.some((other) => isBelow(other.instancePath, instancePath)),
  );
  return withoutDoubles([...told, ...open]);
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}/`);
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || isBelow(path, above);
}

function withoutDoubles(errors: ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    byPlace.set([pointerOf(error), error.keyword, JSON.stringify(error.params)].join(' '), error);
  }
  return [...byPlace.values()];
}

function problemOf(error: ErrorObject): Problem {
  const { code, expected, found = inWords(error.data) } = EXPECTATIONS[error.keyword]!(error);
  return {
    pointer: pointerOf(error),
    code,
    detail: `Expected ${expected}; found ${found}.`,
  };
}

/** Where the value stands; of a field that is missing or too much, where that field stands or would. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const field = params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'];
  return field === undefined ? instancePath : instancePath + pointerTo(String(field));
}

interface Expectation {
  code: string;
  expected: string;
  found?: string;
}

const TYPES_IN_WORDS: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

/** Each keyword of the schema, in words. */
const EXPECTATIONS: Record<string, (error: ErrorObject) => Expectation> = {
  type: ({ params }) => ({
    code: 'wrong_type',
    expected: TYPES_IN_WORDS[String(params['type'])] ?? String(params['type']),
  }),
  required: ({ params }) => ({
    code: 'missing',
    expected: String(params['missingProperty']),
    found: 'nothing',
  }),
  additionalProperties: ({ params, parentSchema }) => ({
    code: 'unknown_property',
    expected: `only the fields ${Object.keys((parentSchema?.['properties'] ?? {}) as object).join(', ')}`,
    found: quoted(String(params['additionalProperty'])),
  }),
  propertyNames: ({ params }) => ({
    code: 'malformed',
    expected: 'a name in snake_case of at most 64 characters, for instance in_review',
    found: quoted(String(params['propertyName'])),
  }),
  enum: ({ params }) => ({
    code: 'not_in_list',
    expected: `one of ${(params['allowedValues'] as string[]).join(', ')}`,
  }),
  const: ({ params }) => ({
    code: 'not_in_list',
    expected: JSON.stringify(params['allowedValue']),
  }),
  pattern: ({ params }) => ({
    code: 'malformed',
    expected: PATTERNS_IN_WORDS[String(params['pattern'])] ?? String(params['pattern']),
  }),
  maxLength: ({ params, data }) => ({
    code: 'too_long',
    expected: `at most ${String(params['limit'])} characters`,
    found: String([...String(data)].length),
  }),
  maxItems: ({ params, data }) => ({
    code: 'too_many',
    expected: `at most ${String(params['limit'])} entries`,
    found: String((data as unknown[]).length),
  }),
  minItems: ({ params, data }) => ({
    code: 'too_few',
    expected: `at least ${String(params['limit'])} entry`,
    found: String((data as unknown[]).length),
  }),
  maxProperties: ({ params, data }) => ({
    code: 'too_many',
    expected: `at most ${String(params['limit'])} names`,
    found: String(Object.keys(data as object).length),
  }),
  minProperties: ({ params }) => ({
    code: 'too_few',
    expected: `at least ${String(params['limit'])} name`,
    found: 'none',
  }),
  uniqueItems: () => ({ code: 'doubled', expected: 'every entry once', found: 'doubles' }),
  minimum: ({ params }) => ({
    code: 'out_of_range',
    expected: `a number of at least ${String(params['limit'])}`,
  }),
  exclusiveMinimum: ({ params }) => ({
    code: 'out_of_range',
    expected: `a number above ${String(params['limit'])}`,
  }),
  maximum: ({ params }) => ({
    code: 'out_of_range',
    expected: `a number of at most ${String(params['limit'])}`,
  }),
  not: () => ({ code: 'written_twice', expected: 'either guard or rules', found: 'both' }),
  anyOf: ({ parentSchema }) => {
    const title = String(parentSchema?.['title']).replace(/^[^:]+: /u, '');
    return { code: 'wrong_type', expected: title.charAt(0).toLowerCase() + title.slice(1) };
  },
};

function quoted(value: string): string {
  return value.length > 60 ? `"${value.slice(0, 60)}…"` : `"${value}"`;
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value);
}
