/** JSON Pointer (RFC 6901) of the place that a path leads to: keys of objects and indexes of lists. */
export function pointerTo(...path: readonly (string | number)[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
