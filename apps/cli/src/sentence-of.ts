import { ProblemAnswer } from '#client';

/** What went wrong, as one reads it; a problem of the server with each wrong value of what was sent, by its place. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const errors = error instanceof ProblemAnswer ? error.problem.errors : [];
  const details = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  return details.length > 0 ? details.join(' ') : error.message;
}
