/** How much of the log and of webhooks is measured, and how often. */
export interface WebhooksPlan {
  /** facts for one endpoint, and for each of ten; before them so many that are not measured */
  facts: number;
  factsForEach: number;
  warmUpFacts: number;
  speedRounds: number;
  /** of the latency under a light load, and of the 20 endpoints one of which hangs: seconds of each round */
  latencySeconds: number;
  latencyRounds: number;
  /** changes that wait for their place, and how often */
  changes: number;
  relayRounds: number;
}

export const WEBHOOKS_PLANS: Record<'full' | 'short', WebhooksPlan> = {
  full: {
    facts: 5_000,
    factsForEach: 1_000,
    warmUpFacts: 3_000,
    speedRounds: 5,
    latencySeconds: 20,
    latencyRounds: 3,
    changes: 100_000,
    relayRounds: 3,
  },
  short: {
    facts: 500,
    factsForEach: 50,
    warmUpFacts: 200,
    speedRounds: 1,
    latencySeconds: 1,
    latencyRounds: 1,
    changes: 5_000,
    relayRounds: 1,
  },
};
