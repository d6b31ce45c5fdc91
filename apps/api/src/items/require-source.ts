import type { ItemState } from '#domain';
import { ProblemError } from '../http/problem.js';

/** Throws 409 for a variant, which has no variants. */
export function requireSource({ kind, locale }: ItemState): void {
  if (kind !== 'variant') return;
  throw new ProblemError(
    409,
    'not_a_source',
    `Expected a content or training item, which has variants; found the variant for ${locale}.`,
  );
}
