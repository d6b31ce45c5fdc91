/** One transition as its sender saw it. Times in milliseconds; `endedAtMs` by any clock that all senders share. */
export interface Sample {
  connection: number;
  endedAtMs: number;
  tookMs: number;
}

/** What one round of one way of doing it came to. */
export interface Figures {
  /** transitions done, the unmeasured first ones included: as many as the database has to show */
  done: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/**
 * Measures from the moment at which every connection has done its first transition: connecting and preparing
 * statements is nobody's speed. A round in which hardly anything comes after that is measured from its beginning.
 */
export function figuresOf(samples: Sample[]): Figures {
  const firstEnds = new Map<number, number>();
  for (const { connection, endedAtMs } of samples) {
    const known = firstEnds.get(connection);
    if (known === undefined || endedAtMs < known) firstEnds.set(connection, endedAtMs);
  }
  if (samples.length === 0) throw new Error('Expected a round with transitions; found none.');
  const settledAt = Math.max(...firstEnds.values());
  const settled = samples.filter(({ endedAtMs }) => endedAtMs > settledAt);
  const [from, measured] =
    settled.length < firstEnds.size
      ? [Math.min(...samples.map(({ endedAtMs, tookMs }) => endedAtMs - tookMs)), samples]
      : [settledAt, settled];
  const until = measured.reduce((latest, { endedAtMs }) => Math.max(latest, endedAtMs), from);
  const took = measured.map(({ tookMs }) => tookMs).toSorted((one, other) => one - other);
  return {
    done: samples.length,
    perSecond: (measured.length / (until - from)) * 1000,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
  };
}

/** Nearest rank; `ascending` is not empty. */
export function percentile(ascending: number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)]!;
}

/** A figure over several rounds. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spreadOf(values: number[]): Spread {
  const ascending = values.toSorted((one, other) => one - other);
  const upper = ascending[Math.floor(ascending.length / 2)]!;
  const lower = ascending[Math.ceil(ascending.length / 2) - 1]!;
  return { median: (lower + upper) / 2, min: ascending[0]!, max: ascending.at(-1)! };
}
