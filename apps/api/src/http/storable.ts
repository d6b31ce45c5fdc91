import { pointerTo } from '#domain';
import { notValidAt, type ProblemError } from './problem.js';

/** What PostgreSQL or UTF-8 cannot hold: a NUL, or half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The problem of the first text or key in a value that cannot be stored, saying where it stands; null if all can. */
export function notStorableIn(value: unknown): ProblemError | null {
  const pointer = unstorableIn(value);
  if (pointer === null) return null;
  const where = pointer === '' ? '' : ` at ${pointer}`;
  const detail = `Expected text without NUL characters and without halves of surrogate pairs; found one${where}.`;
  return notValidAt(pointer, detail, 'not_storable');
}

function unstorableIn(value: unknown): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : '';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? unstorableIn(inner) : '';
    if (found !== null) return pointerTo(key) + found;
  }
  return null;
}
