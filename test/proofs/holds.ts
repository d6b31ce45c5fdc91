/** Throws, with what was expected and what was found, unless both are the same. */
export function holds(what: string, expected: unknown, found: unknown): void {
  const [wanted, is] = [JSON.stringify(expected), JSON.stringify(found)];
  if (wanted !== is) throw new Error(`${what}: expected ${wanted}; found ${is}.`);
}
