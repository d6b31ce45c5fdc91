import { ALWAYS, type HeaderName, headersOf } from './headers.js';
import type { Answer, MediaType, Operation, Schema } from './operations.js';
import { takes } from './statuses.js';

type Schemas = Readonly<Record<string, Schema>>;

const SUCCESS: Readonly<Record<string, string>> = {
  200: 'as asked for',
  201: 'created',
  202: 'work has begun',
  204: 'done; there is nothing to say',
  303: 'elsewhere',
  206: 'the part that was asked for',
};

/** The success of an operation with its headers; a form that is no JSON is text or bytes. */
export function successAnswer(
  status: string,
  answer: Answer,
  { operation, schemas }: { operation: Operation; schemas: Schemas },
): Answer {
  const { description = '', headers = {}, content } = answer;
  const shown = resolved(content?.['application/json']?.schema, schemas);
  const names: HeaderName[] = [
    ...ALWAYS,
    ...headersOfWhat(operation, shown),
    ...(saysWhere(status, operation) ? (['Location'] as const) : []),
    ...(status === '206' ? (['Content-Range'] as const) : []),
  ];
  return {
    description: description === '' ? (SUCCESS[status] ?? 'done') : description,
    headers: { ...headersOf(...names), ...headers },
    ...(content === undefined ? {} : { content: inItsForms(content, limitOf(operation)) }),
  };
}

/** 304, where a request may say what it knows already. */
export function notModifiedAnswer(operation: Operation): Answer {
  return {
    description: 'nothing is new since the ETag in If-None-Match',
    headers: headersOf(...ALWAYS, ...headersOfWhat(operation, undefined)),
  };
}

/** What has a version has it as its ETag, as has what can be known by one; a page has a Link to the next. */
function headersOfWhat(operation: Operation, shown: Schema | undefined): HeaderName[] {
  const { properties = {} } = shown ?? {};
  const isKnown = takes(operation, 'If-None-Match') !== undefined;
  return [
    ...(isKnown || properties['version'] !== undefined ? (['ETag'] as const) : []),
    ...(properties['nextCursor'] === undefined ? [] : (['Link'] as const)),
    ...(operation['x-answer-headers'] ?? []),
  ];
}

/** What is created is somewhere, also where it was there already. */
function saysWhere(status: string, { responses }: Operation): boolean {
  return (
    ['201', '202', '303'].includes(status) || (status === '200' && responses['201'] !== undefined)
  );
}

function resolved(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  if (schema?.$ref === undefined) return schema;
  return schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
}

function limitOf({ parameters = [] }: Operation): number | undefined {
  return parameters.find(({ in: place, name }) => place === 'query' && name === 'limit')?.schema
    .maximum;
}

function inItsForms(
  content: Record<string, MediaType>,
  most: number | undefined,
): Record<string, MediaType> {
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => {
      if (!isJson(type)) return [type, { schema: formOf(type) }];
      return [type, most === undefined ? media : pageOfAtMost(media, most)];
    }),
  );
}

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}

function formOf(type: string) {
  const isText =
    type.startsWith('text/') || type.endsWith('xml') || type === 'application/x-ndjson';
  return { type: 'string', ...(isText ? {} : { format: 'binary' }) };
}

/** A page has no more items than can be asked for. */
function pageOfAtMost(media: MediaType, most: number): MediaType {
  const { schema } = media;
  const items = schema?.properties?.['items'];
  if (schema === undefined || items === undefined) return media;
  const properties = { ...schema.properties, items: { ...items, maxItems: most } };
  return { ...media, schema: { ...schema, properties } };
}
