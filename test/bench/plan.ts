/** Connections at which everything is measured. */
export const CONNECTIONS = [1, 32] as const;

/** How long a benchmark takes, and how sure of it one may be. */
export interface Plan {
  rounds: number;
  /** of each round, for HTTP and for the plain SQL that it is held against */
  seconds: number;
  /** of each round, for the ways that are there to explain the difference */
  referenceSeconds: number;
  /** items seeded before speed is known: for the round trips, and for warming up */
  firstDrafts: number;
  firstPlain: number;
  /** items seeded at most; a round ends early where they run out */
  draftsAtMost: number;
  warmUpSeconds: number;
  /** sequential transitions whose round trips are counted */
  roundTripTransitions: number;
  /** until the memory after the load is looked at */
  calmSeconds: number;
  /** items whose trails are replayed at the end */
  replayed: number;
}

export const PLANS: Record<'full' | 'short', Plan> = {
  full: {
    rounds: 5,
    seconds: 3,
    referenceSeconds: 1.5,
    firstDrafts: 7_000,
    firstPlain: 40_000,
    draftsAtMost: 60_000,
    warmUpSeconds: 3,
    roundTripTransitions: 100,
    calmSeconds: 10,
    replayed: 300,
  },
  short: {
    rounds: 2,
    seconds: 1,
    referenceSeconds: 0.5,
    firstDrafts: 1_500,
    firstPlain: 12_000,
    draftsAtMost: 6_000,
    warmUpSeconds: 1,
    roundTripTransitions: 50,
    calmSeconds: 1,
    replayed: 100,
  },
};
