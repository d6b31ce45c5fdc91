/** A body without the fields that were left out, which class-transformer sets to undefined. */
export function definedOf<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as never;
}
