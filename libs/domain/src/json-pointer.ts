/** JSON Pointer (RFC 6901) of the place that a path leads to: keys of objects and indexes of lists. */
export function pointerTo(...path: readonly (string | number)[]): string {
  return path.map((part) => `/${escapePointer(String(part))}`).join('');
}

/** A key as it is written in a JSON Pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
