import * as fc from 'fast-check';
import type { Parameter, PlacedOperation } from '../../apps/api/src/openapi/operations.js';
import {
  HOSTILE_BODIES,
  HOSTILE_HEADERS,
  HOSTILE_PAIRS,
  HOSTILE_PARTS,
  HOSTILE_VALUES,
  MEDIA_TYPES,
  mostly,
} from './hostile.js';
import { type Ground, valuesOf } from './values.js';

export interface FuzzRequest {
  method: string;
  /** with its query */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

/** Requests to an operation: as it asks for them, and with something in them that it does not. */
export function requestsTo(placed: PlacedOperation, ground: Ground): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: pathsOf(placed, ground),
      query: queriesOf(placed, ground),
      headers: headersOf(placed, ground),
      content: contentsOf(placed, ground),
    })
    .map(({ path, query, headers, content: { body, type } }) => ({
      method: placed.method.toUpperCase(),
      path: query === '' ? path : `${path}?${query}`,
      headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) },
      body,
    }));
}

function parametersIn({ operation }: PlacedOperation, place: Parameter['in']): Parameter[] {
  return (operation.parameters ?? []).filter((each) => each.in === place);
}

function pathsOf(placed: PlacedOperation, ground: Ground): fc.Arbitrary<string> {
  const names = parametersIn(placed, 'path');
  const parts = names.map(({ name, schema }) =>
    mostly(
      valuesOf(schema, name, ground).map((value) => encodeURIComponent(wellFormed(String(value)))),
      HOSTILE_PARTS,
    ),
  );
  return fc
    .tuple(...parts)
    .map((values) =>
      names.reduce(
        (path, { name }, index) => path.replace(`{${name}}`, values[index]!),
        placed.path,
      ),
    );
}

function queriesOf(placed: PlacedOperation, ground: Ground): fc.Arbitrary<string> {
  const pairs = parametersIn(placed, 'query').map(({ name, schema, required = false }) => {
    const pair = valuesOf(schema, name, ground).map(
      (value) => `${name}=${encodeURIComponent(wellFormed(String(value)))}`,
    );
    return required ? pair : fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, pair);
  });
  const extra = mostly(fc.constant(''), HOSTILE_PAIRS);
  return fc.tuple(...pairs, extra).map((all) => all.filter((pair) => pair !== '').join('&'));
}

function headersOf(placed: PlacedOperation, ground: Ground): fc.Arbitrary<Record<string, string>> {
  const taken = parametersIn(placed, 'header').map(
    ({ name, schema, required = false }): [string, fc.Arbitrary<string | undefined>] => {
      const key = name.toLowerCase();
      const value = valuesOf(schema, key, ground).map(String);
      const given = mostly(value, HOSTILE_HEADERS[key] ?? ['']);
      return [key, required ? mostly(given, [undefined!]) : fc.option(given, { nil: undefined })];
    },
  );
  const odd = Object.entries(HOSTILE_HEADERS).map(
    ([name, values]): [string, fc.Arbitrary<string | undefined>] => [
      name,
      fc
        .option(fc.constantFrom(...values), { nil: undefined, freq: 1 })
        .chain((value) =>
          fc.integer({ min: 0, max: 19 }).map((chance) => (chance === 0 ? value : undefined)),
        ),
    ],
  );
  return fc
    .record(Object.fromEntries([...odd, ...taken]))
    .map(
      (headers) =>
        Object.fromEntries(
          Object.entries(headers).filter(([, value]) => value !== undefined),
        ) as Record<string, string>,
    );
}

interface Content {
  body: string | Uint8Array | null;
  type: string | null;
}

function contentsOf(placed: PlacedOperation, ground: Ground): fc.Arbitrary<Content> {
  const none = fc.constant<Content>({ body: null, type: null });
  if (placed.method === 'get') return none;
  const hostile = fc.record({
    body: fc.constantFrom(...HOSTILE_BODIES),
    type: fc.constantFrom(...MEDIA_TYPES),
  });
  const content = placed.operation.requestBody?.content ?? {};
  const asked = Object.entries(content).map(([type, { schema = {} }]): fc.Arbitrary<Content> => {
    if (type !== 'application/json') {
      return fc.constantFrom(...HOSTILE_BODIES).map((body) => ({ body, type }));
    }
    const values = mutated(valuesOf(schema, '', ground));
    return values.map((value) => ({ body: JSON.stringify(value), type }));
  });
  return fc.oneof(
    { arbitrary: asked.length === 0 ? none : fc.oneof(...asked), weight: 8 },
    { arbitrary: hostile, weight: 1 },
    { arbitrary: none, weight: 1 },
  );
}

/** A value as it is, or with one property of it changed, missing, or one too many. */
function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const changes = fc.record({
    place: fc.nat(20),
    name: fc.constantFrom('unknown', 'id', 'workspaceId', 'toString', 'version', '0'),
    value: fc.constantFrom(...HOSTILE_VALUES),
    how: fc.constantFrom('replace', 'remove', 'add', 'inside'),
  });
  const changed = fc.tuple(values, changes).map(([value, change]) => mutate(value, change));
  return fc.oneof(values, changed);
}

function mutate(
  value: unknown,
  change: { place: number; name: string; value: unknown; how: string },
): unknown {
  if (typeof value !== 'object' || value === null) return change.value;
  const names = Object.keys(value);
  const name = names[change.place % Math.max(names.length, 1)] ?? change.name;
  const copy = { ...value } as Record<string, unknown>;
  switch (change.how) {
    case 'replace':
      return { ...copy, [name]: change.value };
    case 'remove':
      delete copy[name];
      return copy;
    case 'inside':
      return { ...copy, [name]: insideOf(copy[name], change) };
    default:
      return { ...copy, [change.name]: change.value };
  }
}

function insideOf(value: unknown, change: Parameters<typeof mutate>[1]): unknown {
  if (Array.isArray(value)) return [...(value as unknown[]), change.value];
  return mutate(value, { ...change, how: 'replace' });
}

/** `encodeURIComponent` takes no half of a surrogate pair. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '?');
}
