import { pointerTo } from '#domain';
import { ProblemError } from './problem.js';

/** What PostgreSQL or UTF-8 cannot hold: a NUL, or half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The problem of the first text or key in a value that cannot be stored, saying where it stands; null if all can. */
export function notStorableIn(value: unknown): ProblemError | null {
  const place = unstorableIn(value, []);
  if (place === null) return null;
  const pointer = pointerTo(...place);
  const where = pointer === '' ? '' : ` at ${pointer}`;
  const detail = `Expected text without NUL characters and without halves of surrogate pairs; found one${where}.`;
  return new ProblemError(422, 'not_storable', detail, {
    errors: [{ pointer, code: 'not_storable', detail }],
  });
}

function unstorableIn(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const place = [...path, key];
    const found = isStorable(key) ? unstorableIn(inner, place) : place;
    if (found !== null) return found;
  }
  return null;
}
