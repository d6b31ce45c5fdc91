const LONGEST_SHOWN = 100;

/** What was found in the place of something else, for a problem: as JSON, and not all of it where it is long. */
export function foundIn(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Number.isNaN(value)) return 'something that is no number';
  // JSON has such numbers, as 1e400 is; doubles do not.
  if (value === Infinity || value === -Infinity) return 'one that is too large';
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
