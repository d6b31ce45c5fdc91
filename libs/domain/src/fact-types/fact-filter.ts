const PATTERN = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*(\.\*)?$/u;

/** Characters of a pattern at most; a process may announce as long a name. */
export const LONGEST_FACT_PATTERN = 300;

/** Whether this can stand in a filter of facts: a type (`item.published`), or what types begin with (`item.*`). */
export function isFactPattern(pattern: string): boolean {
  return pattern.length <= LONGEST_FACT_PATTERN && PATTERN.test(pattern);
}

/** Whether a type of fact passes a filter; one without patterns lets all pass. `item.*` is all that begins with `item.`. */
export function matchesFactFilter(patterns: readonly string[], type: string): boolean {
  if (patterns.length === 0) return true;
  const { types, prefixes } = factFilterParts(patterns);
  return types.includes(type) || prefixes.some((prefix) => type.startsWith(prefix));
}

/** The types that a filter names, and the beginnings: `item.` for `item.*`. */
export function factFilterParts(patterns: readonly string[]): {
  types: string[];
  prefixes: string[];
} {
  return {
    types: patterns.filter((pattern) => !pattern.endsWith('.*')),
    prefixes: patterns
      .filter((pattern) => pattern.endsWith('.*'))
      .map((pattern) => pattern.slice(0, -1)),
  };
}
