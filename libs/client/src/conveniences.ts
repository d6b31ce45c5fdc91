/** The header by which a change names the version that it was made for, from what was read or from its ETag. */
export function seen(what: { version: number } | string): { 'If-Match': string } {
  return { 'If-Match': typeof what === 'string' ? what : `"${what.version}"` };
}

/** The header that makes a POST safe to repeat: under one key it has one effect and one answer for 24 hours. */
export function once(key: string = crypto.randomUUID()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** The header by which 304 says that nothing is new. */
export function unlessNew(etag: string): { 'If-None-Match': string } {
  return { 'If-None-Match': etag };
}

/** What a request was answered with, where it is a success; everything else was thrown before. */
export async function dataOf<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await answer;
  if (data === undefined) throw new Error(`Expected a body; found ${response.status} without one.`);
  return data;
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a listing is asked with, beside its filters: as many rows as any of them gives at once, from a cursor on. */
export interface PageQuery {
  limit: number;
  cursor?: string;
}

const MOST_ROWS = 200;

/** Every row of a listing, page by page, as `pageAt` asks for them. */
export async function* everyItem<T>(
  pageAt: (query: PageQuery) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let query: PageQuery | null = { limit: MOST_ROWS };
  while (query !== null) {
    const { items, nextCursor }: Page<T> = await pageAt(query);
    yield* items;
    query = nextCursor === null ? null : { limit: MOST_ROWS, cursor: nextCursor };
  }
}

/** All rows of a listing at once. */
export async function allItems<T>(pageAt: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of everyItem(pageAt)) items.push(item);
  return items;
}
