import { channel } from 'node:diagnostics_channel';
import type { Result } from './bulk/decide-in-turn.js';
import type { Outcome } from './outcome.js';
import { inSpan, isRecorded } from './traceparent.js';

/** What came of a command: `replayed` is an answer given before, under the same idempotency key. */
export interface Decided {
  outcome: 'accepted' | 'replayed' | 'refused' | 'invalid' | 'missing' | 'held_back';
  /** the first rule that said no, or the first fault; null where there is none */
  code: string | null;
}

/**
 * Every outcome of a command is told here, once, to whoever counts in this process. Nothing is lost where nobody
 * listens, and it costs nothing then.
 */
export const DECIDED = channel('baton:decided');

/** An answer that was given before was given again. */
export function tellReplay(): void {
  tell({ outcome: 'replayed', code: null });
}

/** Does the work of a command in a span of its own where somebody records spans, and tells what came of it. */
export async function observed(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = isRecorded() ? await inSpan(name, work) : await work();
  if (outcome.outcome === 'answered') {
    tell({ outcome: outcome.replayed === true ? 'replayed' : 'accepted', code: null });
  } else {
    tell(asDecided(outcome));
  }
  return outcome;
}

/** What came of a list, and of each command in it; null where the list was answered before, or not at all. */
export interface DoneList<T> {
  outcome: T;
  results: Result[] | null;
}

/** The same for a list of commands: one span, and each of them told. */
export async function observedList<T extends { outcome: string }>(
  work: () => Promise<DoneList<T>>,
): Promise<T> {
  const { outcome, results } = isRecorded() ? await inSpan('engine list', work) : await work();
  if (results === null && outcome.outcome === 'answered') tellReplay();
  if (DECIDED.hasSubscribers) for (const result of results ?? []) tell(asDecided(result));
  return outcome;
}

function asDecided(result: Result | Exclude<Outcome, { outcome: 'answered' }>): Decided {
  switch (result.outcome) {
    case 'accepted':
    case 'missing':
    case 'held_back':
      return { outcome: result.outcome, code: null };
    case 'refused':
      return { outcome: 'refused', code: result.refusal.reasons[0]?.code ?? null };
    case 'invalid':
      return { outcome: 'invalid', code: result.problems[0]?.code ?? null };
  }
}

function tell(decided: Decided): void {
  if (DECIDED.hasSubscribers) DECIDED.publish(decided);
}
