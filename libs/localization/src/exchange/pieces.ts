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

const LONGEST_SHOWN = 60;

/** A piece of somebody's file inside a sentence: short, and on one line. */
export function shown(found: string): string {
  const line = found.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '\uFFFD');
  return line.length <= LONGEST_SHOWN ? `"${line}"` : `"${line.slice(0, LONGEST_SHOWN)}…"`;
}
