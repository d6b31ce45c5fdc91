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

/** Every item of a listing, page by page: `pageAt` asks for the page at a cursor, and for the first without one. */
export async function* everyItem<T>(
  pageAt: (cursor: { cursor?: string }) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await pageAt(cursor === null ? {} : { cursor });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
