import { ALWAYS, type HeaderName, headersOf } from './headers.js';
import type { Answer, MediaType, Operation } from './operations.js';
import { takes } from './statuses.js';

const SUCCESS: Readonly<Record<string, string>> = {
  200: 'as asked for',
  201: 'created',
  202: 'work has begun',
  204: 'done; there is nothing to say',
  206: 'the part that was asked for',
};

/** The success of an operation with its headers; a form that is no JSON is text or bytes. */
export function successAnswer(
  status: string,
  answer: Answer,
  { operation, etag }: { operation: Operation; etag: boolean },
): Answer {
  const { description = '', headers = {}, content } = answer;
  const names: HeaderName[] = [
    ...ALWAYS,
    ...(etag ? (['ETag'] as const) : []),
    ...(status === '201' || status === '202' ? (['Location'] as const) : []),
    ...(isPage(content) ? (['Link'] as const) : []),
  ];
  return {
    description: description === '' ? (SUCCESS[status] ?? 'done') : description,
    headers: { ...headersOf(...names), ...headers },
    ...(content === undefined ? {} : { content: inItsForms(content, limitOf(operation)) }),
  };
}

/** 304, where a request may say what it knows already. */
export function notModifiedAnswer(): Answer {
  return {
    description: 'nothing is new since the ETag in If-None-Match',
    headers: headersOf(...ALWAYS, 'ETag'),
  };
}

/** Whether an answer shows what has a version, which is then its ETag. */
export function hasEtag(operation: Operation): boolean {
  return takes(operation, 'If-None-Match') !== undefined;
}

function isPage(content: Answer['content']): boolean {
  return content?.['application/json']?.schema?.properties?.['nextCursor'] !== undefined;
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
