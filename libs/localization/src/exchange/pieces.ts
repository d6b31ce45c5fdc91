/** Characters that are handed on together: enough that handing on costs nothing, little enough to stay flat. */
const PIECE = 16_384;

/** The same text in fewer, larger pieces. */
export async function* inPieces(
  parts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Longest piece that is parsed at once, so that what waits to be taken stays small. */
const SLICE = 65_536;

/** A chunk in slices small enough to be parsed at once. */
export function* slicesOf(chunk: string | Uint8Array): Generator<string | Uint8Array> {
  for (let start = 0; start < chunk.length; start += SLICE) {
    yield typeof chunk === 'string'
      ? chunk.slice(start, start + SLICE)
      : chunk.subarray(start, start + SLICE);
  }
}

const LONGEST_SHOWN = 60;

/** A piece of somebody's file inside a sentence: short, and on one line. */
export function shown(found: string): string {
  const line = found.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '\uFFFD');
  return line.length <= LONGEST_SHOWN ? `"${line}"` : `"${line.slice(0, LONGEST_SHOWN)}…"`;
}
