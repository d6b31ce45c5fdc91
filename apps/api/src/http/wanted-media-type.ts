import { ProblemError } from './problem.js';
import { choicesIn } from './weighted-list.js';

/**
 * What `Accept` wants most of these media types, the first one where it takes any; what cannot be read in it is passed
 * over. Throws 406 where it wants none.
 */
export function wantedMediaType(accept: string | undefined, types: readonly string[]): string {
  const choices = choicesIn(accept ?? '*/*');
  const wanted = types
    .map((type) => ({ type, quality: qualityOf(type, choices) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)[0];
  if (wanted !== undefined) return wanted.type;
  throw new ProblemError(
    406,
    'not_acceptable',
    `Expected Accept to take ${types.join(' or ')}; it takes neither.`,
  );
}

/** The quality that the closest range gives a type: the type itself before `text/*`, and that before any. */
function qualityOf(type: string, choices: ReturnType<typeof choicesIn>): number {
  const ranges = [type, `${type.split('/')[0]}/*`, '*/*'];
  for (const range of ranges) {
    const choice = choices.find(({ value }) => value.toLowerCase() === range);
    if (choice !== undefined) return choice.quality ?? 0;
  }
  return 0;
}
